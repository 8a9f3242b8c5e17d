package dev.launchready.check.auth;

import dev.launchready.model.Json;
import dev.launchready.portal.Request;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Where a request of the portal file has the current password. */
final class CurrentPassword {
    static final String PLACE = "{password}";

    private CurrentPassword() {}

    /** Whether a place for it is in the request at all. */
    static boolean in(Request request) {
        return request.target().contains(PLACE)
                || request.headers().values().stream().anyMatch(value -> value.contains(PLACE))
                || request.body().filter(CurrentPassword::in).isPresent();
    }

    private static boolean in(Json json) {
        if (json instanceof Json.Obj obj) {
            return obj.members().values().stream().anyMatch(CurrentPassword::in);
        }
        if (json instanceof Json.Arr arr) {
            return arr.items().stream().anyMatch(CurrentPassword::in);
        }
        return json instanceof Json.Str str && str.value().contains(PLACE);
    }

    /** The request without the fields and headers that hold it. */
    static Request without(Request request) {
        Map<String, String> headers = new LinkedHashMap<>(request.headers());
        headers.values().removeIf(value -> value.contains(PLACE));
        Optional<Json> body = request.body().map(CurrentPassword::without);
        String target = request.target().replaceAll("(?<=[?&])[^=&]*=\\{password}&?", "");
        return new Request(request.method(), target, request.as(), headers, request.encoding(), body);
    }

    private static Json without(Json json) {
        if (!(json instanceof Json.Obj obj)) {
            return json;
        }
        Map<String, Json> members = new LinkedHashMap<>();
        obj.members().forEach((name, value) -> {
            boolean holds = value instanceof Json.Str str && str.value().contains(PLACE);
            if (!holds) {
                members.put(name, without(value));
            }
        });
        return new Json.Obj(members);
    }
}
