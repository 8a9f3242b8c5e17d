package dev.launchready.check.authz.backend;

import dev.launchready.check.authz.backend.FrontText.Part;
import dev.launchready.model.Url;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys of search and map services in what the front hands to browsers: public by design, if they open no more than a browser needs. */
final class VendorKeys {
    private static final Pattern ALGOLIA = Pattern.compile("(?i)algolia");
    /** As the client of the service is made, also in minified code: {@code search("APPLICATION", "key")}. */
    private static final Pattern PAIR =
            Pattern.compile("[\"'`]([A-Z0-9]{10})[\"'`]\\s*,\\s*[\"'`]([0-9a-f]{32})[\"'`]");

    private static final Pattern KEY = Pattern.compile("(?i)key[\"']?\\s*[:=,]\\s*[\"'`]([0-9a-f]{32})[\"'`]");
    private static final Pattern APPLICATION =
            Pattern.compile("(?i:app(?:lication)?_?id)[\"']?\\s*[:=,]\\s*[\"'`]([A-Z0-9]{10})[\"'`]");
    private static final Pattern GOOGLE = Pattern.compile("(?<![0-9A-Za-z_-])AIza[0-9A-Za-z_-]{35}(?![0-9A-Za-z_-])");

    private static final int NEAR = 500;
    private static final int MOST = 6;

    private VendorKeys() {}

    /**
     * One key.
     *
     * @param value never to leave memory
     * @param application the name of the application that it belongs to, where the service has such a thing
     * @param from the script or page that holds it
     */
    record Key(ServiceKind kind, String value, String application, Url from) {
        @Override
        public String toString() {
            return "key of " + kind.label();
        }
    }

    static List<Key> in(FrontText front) {
        Map<String, Key> found = new LinkedHashMap<>();
        for (Part part : front.parts()) {
            List<Key> here = new ArrayList<>();
            if (ALGOLIA.matcher(part.text()).find()) {
                here.addAll(algolia(part));
            }
            GOOGLE.matcher(part.text())
                    .results()
                    .map(MatchResult::group)
                    .forEach(value -> here.add(new Key(ServiceKind.GOOGLE, value, "", part.url())));
            here.forEach(key -> found.putIfAbsent(key.value(), key));
        }
        return found.values().stream().limit(MOST).toList();
    }

    private static List<Key> algolia(Part part) {
        List<Key> keys = new ArrayList<>();
        PAIR.matcher(part.text())
                .results()
                .forEach(pair -> keys.add(new Key(ServiceKind.ALGOLIA, pair.group(2), pair.group(1), part.url())));
        KEY.matcher(part.text())
                .results()
                .forEach(key -> application(part.text(), key.start())
                        .ifPresent(name -> keys.add(new Key(ServiceKind.ALGOLIA, key.group(1), name, part.url()))));
        return keys;
    }

    /** The name of an application that stands near that place. */
    private static Optional<String> application(String text, int at) {
        Matcher near = APPLICATION.matcher(text).region(Math.max(0, at - NEAR), Math.min(text.length(), at + NEAR));
        return near.find() ? Optional.of(near.group(1)) : Optional.empty();
    }
}
