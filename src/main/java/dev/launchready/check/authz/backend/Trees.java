package dev.launchready.check.authz.backend;

import dev.launchready.model.Json;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Paths and rows of data that lies in a tree. */
final class Trees {
    private static final int LONGEST = 120;

    private Trees() {}

    static String joined(String prefix, String below) {
        return prefix.isEmpty() || below.isEmpty() ? prefix + below : prefix + "/" + below;
    }

    /** A path for an address, its slashes left alone. */
    static String encoded(String path) {
        return Arrays.stream(path.split("/", -1)).map(Tables::encoded).collect(Collectors.joining("/"));
    }

    /** The members of an object or of an array; none for a plain value. */
    static Map<String, Json> branches(Json value) {
        Map<String, Json> branches = new LinkedHashMap<>();
        if (value instanceof Json.Obj obj) {
            branches.putAll(obj.members());
        } else if (value instanceof Json.Arr arr) {
            for (int at = 0; at < arr.items().size(); at++) {
                if (!(arr.items().get(at) instanceof Json.Null)) {
                    branches.put(String.valueOf(at), arr.items().get(at));
                }
            }
        }
        return branches;
    }

    /** A row with its path as its id, whatever else it is called. */
    static Json.Obj row(String path, Json value) {
        Map<String, Json> members = new LinkedHashMap<>();
        if (value instanceof Json.Obj obj) {
            members.putAll(obj.members());
        } else {
            members.put("value", value);
        }
        members.put("id", new Json.Str(path));
        return new Json.Obj(members);
    }

    static String shortened(String says) {
        String line = says.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
