package dev.launchready.portal.routes;

import dev.launchready.portal.Routes;
import dev.launchready.portal.Routes.Recording;
import dev.launchready.portal.Routes.Route;
import dev.launchready.portal.Routes.Use;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Merges routes of every source into one list: templates match by shape, and what a person wrote wins. */
final class Inventory {
    private static final int MAX_USES = 5_000;
    private static final int MAX_LISTED = 12;

    private final Rebase rebase;
    private final Map<String, List<Merging>> routes = new LinkedHashMap<>();
    private final Set<String> imports = new LinkedHashSet<>();
    private final List<String> notes = new ArrayList<>();

    Inventory(Rebase rebase, List<Route> written) {
        this.rebase = rebase;
        for (Route route : written) {
            routes.computeIfAbsent(key(route.method(), route.template(), ""), key -> new ArrayList<>())
                    .add(new Merging(route));
        }
    }

    /** Every template so far, those that a person wrote first. */
    List<String> templates() {
        return routes.values().stream()
                .flatMap(List::stream)
                .map(each -> own(each.template()))
                .distinct()
                .toList();
    }

    void add(Imported imported) {
        imported.routes().forEach(this::add);
        notes.addAll(imported.notes());
    }

    private Merging add(Found found) {
        imports.add(found.source());
        String key = key(
                found.method(),
                found.template(),
                found.operation().map(Object::toString).orElse(""));
        Merging merging = routes.computeIfAbsent(key, unseen -> new ArrayList<>(List.of(new Merging(found))))
                .get(0);
        merging.add(found);
        return merging;
    }

    /** Adds the calls of a recording under their templates, and tells which values stood in their placeholders. */
    Recording add(Recorded recorded, Templates templates) {
        imports.add(recorded.source());
        notes.addAll(recorded.notes());
        Set<Use> uses = new LinkedHashSet<>();
        for (Call call : recorded.calls()) {
            Templates.Fit fit = templates.of(call.place());
            Found found = found(call, fit, recorded.source());
            Merging merging = add(found);
            Map<String, String> values = new HashMap<>(call.query());
            values.putAll(call.body());
            fit.values().forEach((name, value) -> {
                if (Parameters.keepable(name, value)) {
                    values.put(merging.renamed(fit.template(), name), value);
                }
            });
            if (uses.size() < MAX_USES) {
                uses.add(new Use(merging.toString(), values, call.status()));
            }
        }
        return new Recording(recorded.file(), List.copyOf(uses));
    }

    private static Found found(Call call, Templates.Fit fit, String source) {
        Parameters parameters = new Parameters();
        fit.values().forEach((name, value) -> parameters.add(name, "path", value));
        call.query().forEach((name, value) -> parameters.add(name, "query", value));
        call.body().forEach((name, value) -> parameters.add(name, "body", value));
        return new Found(
                call.method(),
                fit.template(),
                Found.Guard.UNKNOWN,
                parameters.list(),
                "",
                call.effect() && Effects.reading(call.method()),
                source,
                call.operation());
    }

    Routes routes(Set<String> shared, List<Recording> recordings) {
        List<Route> all = new ArrayList<>();
        for (Map.Entry<String, List<Merging>> each : routes.entrySet()) {
            for (Merging merging : each.getValue()) {
                all.add(merging.route(sameTarget(each.getKey())));
            }
        }
        leftOut();
        onlyOnce();
        return new Routes(all, shared, notes, recordings);
    }

    /** For an operation of GraphQL: what a person wrote about its address. */
    private Optional<Route> sameTarget(String key) {
        int operation = key.indexOf('\n');
        if (operation == key.length() - 1) {
            return Optional.empty();
        }
        List<Merging> plain = routes.getOrDefault(key.substring(0, operation + 1), List.of());
        return plain.stream().filter(Merging::byHand).findFirst().map(each -> each.route(Optional.empty()));
    }

    private void leftOut() {
        List<String> left = routes.values().stream()
                .flatMap(List::stream)
                .filter(Merging::leftOut)
                .map(Merging::toString)
                .toList();
        if (!left.isEmpty()) {
            notes.add("not called, since they seem to change something, until they are listed under routes: "
                    + listed(left));
        }
    }

    private void onlyOnce() {
        if (imports.size() < 2) {
            return;
        }
        Map<String, List<String>> single = new TreeMap<>();
        routes.values().stream()
                .flatMap(List::stream)
                .filter(each -> !each.byHand())
                .forEach(each -> {
                    if (each.sources().size() == 1) {
                        single.computeIfAbsent(each.sources().iterator().next(), source -> new ArrayList<>())
                                .add(each.toString());
                    }
                });
        single.forEach(
                (source, only) -> notes.add("seen in " + source + " only (" + only.size() + "): " + listed(only)));
    }

    /** The first dozen of a list, and how many more there are. */
    static String listed(List<String> all) {
        String first = String.join(", ", all.subList(0, Math.min(MAX_LISTED, all.size())));
        return all.size() > MAX_LISTED ? first + " and " + (all.size() - MAX_LISTED) + " more" : first;
    }

    private String key(String method, String template, String operation) {
        return method + " " + Template.shape(own(template)) + "\n" + operation;
    }

    /** A full URL of the API as its path, so that both ways of writing a route are one. */
    private String own(String template) {
        return template.startsWith("/")
                ? template
                : FullUrl.rebased(template, rebase).orElse(template);
    }
}
