package dev.launchready.portal.routes;

import dev.launchready.model.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Follows {@code $ref} inside of one document (RFC 6901); a reference to anywhere else is never fetched, only noted. */
final class References {
    private static final Json NOTHING = new Json.Obj(Map.of());

    private final Json root;
    private final Set<String> external = new TreeSet<>();

    References(Json root) {
        this.root = root;
    }

    /** The files and addresses that references led to, without their fragments. */
    Set<String> external() {
        return external;
    }

    /** What a value refers to, or the value itself; nothing where that is elsewhere, missing or a circle. */
    Json follow(Json json) {
        Set<String> seen = new HashSet<>();
        Json at = json;
        for (Optional<String> reference = reference(at); reference.isPresent(); reference = reference(at)) {
            String target = reference.get();
            if (!target.startsWith("#")) {
                external.add(target.replaceFirst("#.*$", ""));
                return NOTHING;
            }
            if (!seen.add(target)) {
                return NOTHING;
            }
            at = target(target.substring(1));
        }
        return at;
    }

    private static Optional<String> reference(Json json) {
        return json.get("$ref").filter(Json.Str.class::isInstance).flatMap(Json::text);
    }

    private Json target(String pointer) {
        Json at = root;
        for (String step : pointer.replaceFirst("^/", "").split("/", -1)) {
            String name = decoded(step).replace("~1", "/").replace("~0", "~");
            at = at.get(name).orElse(NOTHING);
        }
        return at;
    }

    private static String decoded(String step) {
        try {
            return URLDecoder.decode(step.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return step;
        }
    }
}
