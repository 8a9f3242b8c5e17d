package dev.launchready.check.authz;

import dev.launchready.check.CheckContext;
import dev.launchready.portal.Request;
import dev.launchready.portal.Routes.Route;
import dev.launchready.probe.ProbeException;
import dev.launchready.session.Made;
import dev.launchready.session.OwnedObject;
import dev.launchready.session.OwnedObject.Origin;
import dev.launchready.session.Session;
import dev.launchready.session.Slots;
import dev.launchready.session.Workbench;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The object of somebody to which a flow adds something: one that the run makes, else one that the portal file names. */
final class OwnersParent {
    private static final String PREFIX = "owns.";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{owns\\.([A-Za-z0-9_.-]+)}");

    private final CheckContext context;
    private final Workbench workbench;
    private final Makers makers;
    private final ReadBack readBack;

    OwnersParent(CheckContext context, Makers makers) throws ProbeException, InterruptedException {
        this.context = context;
        this.workbench = context.sessions().workbench();
        this.makers = makers;
        this.readBack = new ReadBack(context);
    }

    /**
     * @param ids type to id, of it and of what is above it
     * @param values what fills the flow's placeholders for it
     * @param made where the run made it
     */
    record Parent(Map<String, String> ids, Map<String, String> values, Optional<Made> made) {}

    /** Empty where the flow names none of that owner's. */
    Optional<Parent> of(Request request, Route route, Session owner) throws ProbeException, InterruptedException {
        Set<String> names = names(request);
        if (names.isEmpty()) {
            return written(request, route, owner);
        }
        String type = Slots.subject(route).orElse("");
        Optional<Made> made = makers.of(type).contains(owner) ? workbench.make(type, owner) : Optional.empty();
        Optional<Map<String, String>> ids = made.isPresent()
                ? Optional.of(readBack.ids(route, owner, made.get()))
                : given(type, owner).map(OwnedObject::ids);
        Map<String, String> values = new LinkedHashMap<>();
        names.forEach(name ->
                ids.map(known -> known.get(Slots.singular(name))).ifPresent(id -> values.put(PREFIX + name, id)));
        if (ids.isPresent() && values.size() == names.size()) {
            return Optional.of(new Parent(ids.get(), values, made));
        }
        if (made.isPresent()) {
            workbench.undo(made.get(), owner);
        }
        return Optional.empty();
    }

    /** Whether it is among what that somebody holds as well, so that adding to it would be no wonder. */
    boolean among(Session other, Route route, Parent parent) throws ProbeException, InterruptedException {
        String type = Slots.subject(route).orElse("");
        return context.sessions().holdings(other.identity()).objects(type).stream()
                .anyMatch(object -> object.ids().equals(parent.ids())
                        || (object.id().equals(parent.ids().get(type))
                                && Slots.of(route).size() == 1));
    }

    /** One whose ids are written out in the flow: that of whoever sends it, or of whoever is known to hold it. */
    private Optional<Parent> written(Request request, Route route, Session owner)
            throws ProbeException, InterruptedException {
        Map<String, String> ids =
                Slots.match(route.template(), request.target()).orElse(Map.of());
        String type = Slots.subject(route).orElse("");
        boolean sends = request.as().filter(owner.identity()::equals).isPresent();
        boolean holds = context.sessions().holdings(owner.identity()).objects(type).stream()
                .anyMatch(object -> object.id().equals(ids.get(type)));
        return !ids.isEmpty() && (sends || holds)
                ? Optional.of(new Parent(ids, Map.of(), Optional.empty()))
                : Optional.empty();
    }

    private Optional<OwnedObject> given(String type, Session owner) throws ProbeException, InterruptedException {
        return context.sessions().holdings(owner.identity()).objects(type).stream()
                .filter(object -> object.origin() == Origin.GIVEN)
                .findFirst();
    }

    private static Set<String> names(Request request) {
        Set<String> names = new LinkedHashSet<>();
        collect(request.target(), names);
        request.body()
                .ifPresent(body -> body.scalars((path, value) -> value.text().ifPresent(text -> collect(text, names))));
        return names;
    }

    private static void collect(String text, Set<String> names) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
    }
}
