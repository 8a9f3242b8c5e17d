package dev.launchready.check.transport;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code Strict-Transport-Security} line, read as RFC 6797 section 6.1 has it.
 *
 * @param maxAge in seconds; absent when the line is no good
 * @param fault why browsers ignore the line, in words; empty for a good one
 */
record StrictTransport(Optional<Long> maxAge, boolean subDomains, boolean preload, String fault) {
    private static final Pattern DIRECTIVE =
            Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+)\\s*(?:=\\s*(?:\"([^\"]*)\"|([^\\s;\"]+)))?");

    /** What stands between semicolons, but for those in quotes. */
    private static final Pattern PART = Pattern.compile("(?:\"[^\"]*\"|[^;])+");

    /** Longer than any certificate or browser lives; more digits cannot be counted. */
    private static final int MOST_DIGITS = 15;

    static StrictTransport parse(String line) {
        Map<String, Optional<String>> directives = new LinkedHashMap<>();
        for (String part : parts(line)) {
            Matcher directive = DIRECTIVE.matcher(part);
            if (!directive.matches()) {
                return faulty("'" + part + "' is no directive");
            }
            String name = directive.group(1).toLowerCase(Locale.ROOT);
            if (directives.containsKey(name)) {
                return faulty("it names " + name + " twice");
            }
            directives.put(
                    name, Optional.ofNullable(directive.group(2)).or(() -> Optional.ofNullable(directive.group(3))));
        }
        return of(directives);
    }

    private static StrictTransport of(Map<String, Optional<String>> directives) {
        if (!directives.containsKey("max-age")) {
            return faulty("it has no max-age");
        }
        String age = directives.getOrDefault("max-age", Optional.empty()).orElse("");
        if (!age.matches("\\d{1," + MOST_DIGITS + "}")) {
            return faulty("its max-age is no number of seconds");
        }
        boolean subDomains = directives.containsKey("includesubdomains");
        return new StrictTransport(Optional.of(Long.parseLong(age)), subDomains, directives.containsKey("preload"), "");
    }

    private static List<String> parts(String line) {
        return PART.matcher(line)
                .results()
                .map(part -> part.group().strip())
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static StrictTransport faulty(String why) {
        return new StrictTransport(Optional.empty(), false, false, why);
    }
}
