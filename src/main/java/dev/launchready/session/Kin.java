package dev.launchready.session;

import dev.launchready.model.Json;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Routes.Route;
import dev.launchready.session.Slots.Slot;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Under which parents an object lies, as its own record in a flat list tells: {@code {"id": 5, "project_id": 17}}. */
final class Kin {
    private final Map<String, Set<String>> parents = new HashMap<>();

    /** Looks for the parents that private routes name beside an object: {@code /projects/{project}/tasks/{task}}. */
    Kin(Portal portal) {
        for (Route route : portal.routes().all()) {
            String child = Slots.subject(route).orElse("");
            for (Slot slot : route.isPrivate() ? Slots.of(route) : List.<Slot>of()) {
                if (!slot.type().equals(child)) {
                    parents.computeIfAbsent(child, unseen -> new LinkedHashSet<>())
                            .add(slot.type());
                }
            }
        }
    }

    /** Type to id of its parents; nothing where its record names none of them, or ids of more than one type are known already. */
    Map<String, String> of(Json answer, Map<String, String> ids) {
        String type = ids.keySet().stream().findFirst().orElse("");
        Set<String> wanted = parents.getOrDefault(type, Set.of());
        return ids.size() != 1 || wanted.isEmpty()
                ? Map.of()
                : record(answer, type, ids.getOrDefault(type, ""))
                        .map(obj -> named(obj, wanted))
                        .orElse(Map.of());
    }

    private static Optional<Json.Obj> record(Json json, String type, String id) {
        if (json instanceof Json.Arr arr) {
            return arr.items().stream()
                    .flatMap(item -> record(item, type, id).stream())
                    .findFirst();
        }
        if (!(json instanceof Json.Obj obj)) {
            return Optional.empty();
        }
        boolean mine = obj.members().entrySet().stream()
                .anyMatch(
                        member -> Slots.named(member.getKey()).map(type::equals).orElse(true)
                                && member.getValue().text().filter(id::equals).isPresent());
        return mine
                ? Optional.of(obj)
                : obj.members().values().stream()
                        .flatMap(member -> record(member, type, id).stream())
                        .findFirst();
    }

    private static Map<String, String> named(Json.Obj obj, Set<String> wanted) {
        Map<String, String> found = new LinkedHashMap<>();
        obj.members()
                .forEach((name, value) -> Slots.named(name)
                        .filter(wanted::contains)
                        .ifPresent(type -> value.get("id")
                                .or(() -> Optional.of(value))
                                .flatMap(Json::text)
                                .ifPresent(id -> found.put(type, id))));
        return found;
    }
}
