package dev.launchready.check.auth;

import dev.launchready.model.Evidence.Header;
import dev.launchready.model.TrafficClass;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.session.Credential;
import dev.launchready.session.Credential.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The ways in which somebody without a credential asks for a protected route. */
final class Strangers {
    private static final String GARBAGE = "launch-ready-garbage";

    private Strangers() {}

    /** How somebody asks. */
    enum Way {
        PLAIN,
        EMPTY_CREDENTIAL,
        GARBAGE_CREDENTIAL,
        METHOD,
        PATH
    }

    /** @param name of the variant, for a person: {@code trailing slash} */
    record Variant(Way way, String name, HttpCall call) {}

    /** What needs no consent: the request itself, and the other safe methods. */
    static List<Variant> passive(HttpCall call) {
        return List.of(
                new Variant(Way.PLAIN, "no credential", call),
                new Variant(Way.METHOD, "HEAD", method(call, "HEAD")),
                new Variant(Way.METHOD, "OPTIONS", method(call, "OPTIONS")));
    }

    /**
     * Unusual requests that change nothing.
     *
     * @param carriers the parts of the credentials that are the session
     * @param methods that the file lists for this route's template
     */
    static List<Variant> active(HttpCall call, List<Credential> carriers, Set<String> methods) {
        List<Variant> variants = new ArrayList<>();
        for (Credential part : carriers) {
            variants.add(new Variant(Way.EMPTY_CREDENTIAL, "empty " + part.name(), worth(call, part, "")));
            variants.add(new Variant(Way.EMPTY_CREDENTIAL, part.name() + " null", worth(call, part, "null")));
            variants.add(new Variant(Way.GARBAGE_CREDENTIAL, "garbage in " + part.name(), worth(call, part, GARBAGE)));
        }
        paths(call.url().path()).forEach((name, path) -> variants.add(new Variant(Way.PATH, name, moved(call, path))));
        variants.add(new Variant(Way.PATH, "X-Original-URL", rewritten(call, "X-Original-URL")));
        variants.add(new Variant(Way.PATH, "X-Rewrite-URL", rewritten(call, "X-Rewrite-URL")));
        variants.add(new Variant(Way.PATH, "X-Forwarded-For: 127.0.0.1", call.with("X-Forwarded-For", "127.0.0.1")));
        if (!methods.contains("POST")) {
            variants.add(new Variant(
                    Way.METHOD, "POST overridden to GET", method(call, "POST").with("X-HTTP-Method-Override", "GET")));
        }
        return variants.stream()
                .map(each -> new Variant(each.way(), each.name(), each.call().needing(TrafficClass.ACTIVE)))
                .toList();
    }

    static int activeCount(int carriers) {
        return 3 * carriers + paths("/api/x").size() + 4;
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
        String upper = name.toUpperCase(Locale.ROOT);
        paths.put("trailing slash", slashed ? bare : path + "/");
        paths.put(
                "other case",
                bare.substring(0, last + 1) + (upper.equals(name) ? name.toLowerCase(Locale.ROOT) : upper));
        paths.put("first letter in capitals", path.substring(0, 2).toUpperCase(Locale.ROOT) + path.substring(2));
        paths.put("double slash at the start", "/" + path);
        paths.put("double slash inside", bare.substring(0, last + 1) + "/" + name);
        paths.put("encoded letter", bare.substring(0, last + 1) + encoded(name.charAt(0)) + name.substring(1));
        paths.put("path parameter", bare + ";x=1");
        paths.put("ending in .json", bare + ".json");
        paths.put("encoded blank at the end", bare + "%20");
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

    private static HttpCall method(HttpCall call, String method) {
        HttpCall other = HttpCall.of(method, call.url());
        for (Header header : call.headers()) {
            other = other.with(header.name(), header.value());
        }
        return other;
    }

    /** The part with a scheme's word kept and its value replaced. */
    private static HttpCall worth(HttpCall call, Credential part, String value) {
        int blank = part.value().indexOf(' ');
        String scheme = part.kind() == Kind.HEADER && blank > 0 ? part.value().substring(0, blank + 1) : "";
        return Credential.carry(call, HttpCall.NOBODY, List.of(part.worth((scheme + value).strip())));
    }
}
