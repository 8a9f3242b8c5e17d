package dev.launchready.portal.routes;

import dev.launchready.portal.Routes.Access;
import dev.launchready.portal.Routes.Operation;
import dev.launchready.portal.Routes.Parameter;
import dev.launchready.portal.Routes.Route;
import dev.launchready.portal.routes.Found.Guard;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One route while its sources are being merged. */
final class Merging {
    private final String method;
    private final String template;
    private final Optional<Route> written;
    private final Optional<Operation> operation;
    private final Set<String> sources = new LinkedHashSet<>();
    private final Set<Guard> guards = EnumSet.noneOf(Guard.class);
    private final Parameters parameters = new Parameters();
    private boolean suspicious;

    Merging(Route route) {
        this(route.method(), route.template(), Optional.of(route), route.operation());
        sources.addAll(route.sources());
        parameters.add(route.parameters());
    }

    Merging(Found first) {
        this(first.method(), first.template(), Optional.empty(), first.operation());
    }

    private Merging(String method, String template, Optional<Route> written, Optional<Operation> operation) {
        this.method = method;
        this.template = template;
        this.written = written;
        this.operation = operation;
        Template.names(template).forEach(name -> parameters.add(name, "path"));
    }

    String template() {
        return template;
    }

    boolean byHand() {
        return written.isPresent();
    }

    Set<String> sources() {
        return sources;
    }

    void add(Found found) {
        sources.add(found.source());
        guards.add(found.guard());
        suspicious |= found.effect() || Effects.suspicious(found.template(), found.label());
        suspicious |= found.operation()
                .map(each -> Effects.suspicious("", each.name()))
                .orElse(false);
        parameters.add(renamed(found));
    }

    /** The parameters with the names that this route's placeholders have. */
    private List<Parameter> renamed(Found found) {
        List<Parameter> all = new ArrayList<>();
        for (Parameter parameter : found.parameters()) {
            String name =
                    parameter.in().equals("path") ? renamed(found.template(), parameter.name()) : parameter.name();
            all.add(parameter.named(name));
        }
        return all;
    }

    /** The name that a placeholder of another template of this shape has here. */
    String renamed(String otherTemplate, String name) {
        int at = Template.names(otherTemplate).indexOf(name);
        List<String> names = Template.names(template);
        return at >= 0 && at < names.size() ? names.get(at) : name;
    }

    Route route(Optional<Route> sameTarget) {
        Optional<Route> classified = written.or(() -> sameTarget);
        boolean open = guards.contains(Guard.OPEN) && !guards.contains(Guard.SECURED);
        Access access = classified.map(Route::access).orElse(open ? Access.PUBLIC : Access.SIGNED_IN);
        boolean assumed = classified.isEmpty() && access != Access.PUBLIC && !guards.contains(Guard.SECURED);
        return new Route(
                method,
                template,
                access,
                classified.map(Route::roles).orElse(Set.of()),
                assumed,
                safe(),
                List.copyOf(sources),
                parameters.list(),
                written.flatMap(Route::line),
                operation);
    }

    /** A person who lists a GET says that it may be called; what was only imported must not look like it does something. */
    boolean safe() {
        if (operation.isPresent()) {
            return operation.get().kind().equals("query") && !suspicious;
        }
        return Effects.reading(method) && (written.isPresent() || !suspicious);
    }

    /** Whether a GET is left out only because of what it seems to do. */
    boolean leftOut() {
        return written.isEmpty() && suspicious && Effects.reading(method);
    }

    @Override
    public String toString() {
        return method + " " + template
                + operation.map(each -> " (" + each + ")").orElse("");
    }
}
