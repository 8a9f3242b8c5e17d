package dev.launchready.session;

import dev.launchready.model.Json;
import dev.launchready.portal.Request;
import dev.launchready.probe.ProbeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands for {@code {owns.TYPE}} in a flow: ids of objects of whoever sends it, those of one family where they are several. */
final class OwnIds {
    static final String PREFIX = "owns.";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{owns\\.([A-Za-z0-9_.-]+)}");

    private final List<OwnedObject> objects;

    /** @param objects of whoever sends the flow, the best known first */
    OwnIds(List<OwnedObject> objects) {
        this.objects = List.copyOf(objects);
    }

    /** Whose objects are asked for when a flow needs them. */
    interface Belongings {
        List<OwnedObject> of(String identity) throws ProbeException, InterruptedException;
    }

    /** The names behind {@code owns.} in path, query, headers and body, in their order. */
    static Set<String> names(Request request) {
        Set<String> names = new LinkedHashSet<>();
        collect(request.target(), names);
        request.headers().values().forEach(value -> collect(value, names));
        request.body().ifPresent(body -> collect(body, names));
        return names;
    }

    private static void collect(Json json, Set<String> names) {
        if (json instanceof Json.Obj obj) {
            obj.members().values().forEach(member -> collect(member, names));
        } else if (json instanceof Json.Arr arr) {
            arr.items().forEach(item -> collect(item, names));
        } else if (json instanceof Json.Str str) {
            collect(str.value(), names);
        }
    }

    private static void collect(String text, Set<String> names) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
    }

    /** The first name for which there is no object; empty when each can be filled. */
    Optional<String> lacking(Request request) {
        Map<String, String> ids = ids(types(request));
        return names(request).stream()
                .filter(name -> !ids.containsKey(Slots.singular(name)))
                .findFirst();
    }

    /** Placeholder to id, as far as there are objects. */
    Map<String, String> values(Request request) {
        Map<String, String> ids = ids(types(request));
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : names(request)) {
            Optional.ofNullable(ids.get(Slots.singular(name))).ifPresent(id -> values.put(PREFIX + name, id));
        }
        return values;
    }

    /** The ids above an object that was made with such values: type to id. */
    static Map<String, String> parents(Map<String, String> values) {
        Map<String, String> parents = new LinkedHashMap<>();
        values.forEach((name, id) -> {
            if (name.startsWith(PREFIX)) {
                parents.put(Slots.singular(name.substring(PREFIX.length())), id);
            }
        });
        return parents;
    }

    private static Set<String> types(Request request) {
        Set<String> types = new LinkedHashSet<>();
        names(request).forEach(name -> types.add(Slots.singular(name)));
        return types;
    }

    /** Those of the object that tells most of them, then of others that do not speak against it: a project, and the org it lies in. */
    private Map<String, String> ids(Set<String> types) {
        List<OwnedObject> fitting = new ArrayList<>(objects.stream()
                .filter(object -> types.contains(object.type()) && !object.id().isEmpty())
                .toList());
        fitting.sort(Comparator.comparing((OwnedObject object) ->
                -object.ids().keySet().stream().filter(types::contains).count()));
        Map<String, String> ids = new LinkedHashMap<>();
        for (OwnedObject object : fitting) {
            boolean news = !ids.containsKey(object.type());
            boolean agrees = object.ids().entrySet().stream()
                    .allMatch(each ->
                            ids.getOrDefault(each.getKey(), each.getValue()).equals(each.getValue()));
            if (news && agrees) {
                ids.putAll(object.ids());
            }
        }
        return ids;
    }
}
