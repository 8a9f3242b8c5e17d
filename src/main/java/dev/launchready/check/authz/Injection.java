package dev.launchready.check.authz;

import dev.launchready.model.Json;
import dev.launchready.session.Shown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts fields into the body of a write, beside the text that tells the object: that is where the object's own fields stand. */
record Injection(Json body, String marker) {

    /** The body with those fields in it, and with that name and text where it is not empty. */
    Json with(List<GuardedField> fields, Map<String, String> strays) {
        List<String> holder = Shown.of(body).holder(marker);
        Json whole = body;
        for (GuardedField field : fields) {
            List<String> target = new ArrayList<>(holder.subList(0, Math.max(0, holder.size() - field.up())));
            target.addAll(spelt(field.path()));
            whole = placed(whole, target, field.list() ? new Json.Arr(List.of(field.value())) : field.value());
        }
        for (Map.Entry<String, String> stray : strays.entrySet()) {
            List<String> target = new ArrayList<>(holder);
            target.addAll(spelt(List.of(stray.getKey())));
            whole = placed(whole, target, new Json.Str(stray.getValue()));
        }
        return whole;
    }

    /** {@code role} as {@code note[role]} where the body's own fields are written so. */
    private List<String> spelt(List<String> path) {
        String first = path.get(0);
        return Shown.of(body).values().entrySet().stream()
                .filter(entry -> entry.getValue().text().orElse("").contains(marker))
                .map(entry -> entry.getKey().isEmpty()
                        ? ""
                        : entry.getKey().get(entry.getKey().size() - 1))
                .filter(name -> name.endsWith("]") && !first.endsWith("]"))
                .findFirst()
                .map(name -> List.of(name.substring(0, name.indexOf('[')) + "[" + first + "]"))
                .orElse(path);
    }

    /** The document with that value at that path, objects made on the way. */
    private static Json placed(Json json, List<String> path, Json value) {
        if (path.isEmpty()) {
            return value;
        }
        String step = path.get(0);
        List<String> rest = path.subList(1, path.size());
        if (json instanceof Json.Arr arr) {
            List<Json> items = new ArrayList<>();
            for (int at = 0; at < arr.items().size(); at++) {
                Json item = arr.items().get(at);
                items.add(step.equals(Integer.toString(at)) ? placed(item, rest, value) : item);
            }
            return new Json.Arr(items);
        }
        Map<String, Json> members = new LinkedHashMap<>();
        if (json instanceof Json.Obj obj) {
            members.putAll(obj.members());
        }
        members.put(step, placed(members.getOrDefault(step, new Json.Obj(Map.of())), rest, value));
        return new Json.Obj(members);
    }
}
