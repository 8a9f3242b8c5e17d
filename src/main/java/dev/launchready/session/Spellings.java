package dev.launchready.session;

import dev.launchready.model.Evidence.Header;
import dev.launchready.model.TrafficClass;
import dev.launchready.probe.http.HttpCall;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Other spellings of a call that a wall may read otherwise than the application behind it: unusual, and changing nothing. */
public final class Spellings {
    /** How many {@link #of} gives at most. */
    public static final int MOST = 12;

    private Spellings() {}

    /** Name, for a person, to the call; all of class {@code active}. */
    public static Map<String, HttpCall> of(HttpCall call) {
        Map<String, HttpCall> all = new LinkedHashMap<>();
        paths(call.url().path()).forEach((name, path) -> all.put(name, moved(call, path)));
        all.put("X-Original-URL", rewritten(call, "X-Original-URL"));
        all.put("X-Rewrite-URL", rewritten(call, "X-Rewrite-URL"));
        all.put("X-Forwarded-For: 127.0.0.1", call.with("X-Forwarded-For", "127.0.0.1"));
        all.replaceAll((name, each) -> each.needing(TrafficClass.ACTIVE));
        return all;
    }

    /** The same address and headers with another method and no body. */
    public static HttpCall method(HttpCall call, String method) {
        HttpCall other = HttpCall.of(method, call.url());
        for (Header header : call.headers()) {
            other = other.with(header.name(), header.value());
        }
        return other;
    }

    private static Map<String, String> paths(String path) {
        Map<String, String> paths = new LinkedHashMap<>();
        boolean slashed = path.endsWith("/");
        String bare = slashed ? path.substring(0, path.length() - 1) : path;
        int last = bare.lastIndexOf('/');
        String name = bare.substring(last + 1);
        if (name.isEmpty()) {
            return paths;
        }
        String above = bare.substring(0, last + 1);
        String end = slashed ? "/" : ""; // else a portal that adds it would answer the redirect, and not the route
        String upper = name.toUpperCase(Locale.ROOT);
        paths.put("trailing slash", slashed ? bare : path + "/");
        paths.put("other case", above + (upper.equals(name) ? name.toLowerCase(Locale.ROOT) : upper) + end);
        paths.put("first letter in capitals", path.substring(0, 2).toUpperCase(Locale.ROOT) + path.substring(2));
        paths.put("double slash at the start", "/" + path);
        paths.put("double slash inside", above + "/" + name + end);
        paths.put("encoded letter", above + encoded(name.charAt(0)) + name.substring(1) + end);
        paths.put("path parameter", bare + ";x=1" + end);
        paths.put("ending in .json", bare + ".json");
        paths.put("encoded blank at the end", bare + "%20" + end);
        paths.values().removeIf(path::equals);
        return paths;
    }

    private static String encoded(char c) {
        return String.format(Locale.ROOT, "%%%02X", (int) c);
    }

    private static HttpCall moved(HttpCall call, String path) {
        String query = call.url().query().map(text -> "?" + text).orElse("");
        return call.movedTo(call.url().at(path + query));
    }

    private static HttpCall rewritten(HttpCall call, String header) {
        return call.movedTo(call.url().at("/")).with(header, call.url().target());
    }
}
