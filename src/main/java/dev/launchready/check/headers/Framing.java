package dev.launchready.check.headers;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether pages of any other site may show an answer in a frame, and what decides it.
 *
 * @param because the header that decides, as sent, or that none is sent
 */
record Framing(boolean byAnybody, String because) {
    private static final Set<String> KNOWN = Set.of("deny", "allowall", "sameorigin");

    /**
     * {@code frame-ancestors} wins over {@code X-Frame-Options} (CSP Level 3, section 6.4.2); values that browsers do not know allow
     * everything, several values of which one is known forbid everything (HTML Standard, section 7.6 "X-Frame-Options").
     *
     * @param policy of the headers alone: a meta element cannot set it
     */
    static Framing of(ContentSecurityPolicy policy, List<String> frameOptions) {
        List<SourceList> ancestors = policy.frameAncestors();
        if (!ancestors.isEmpty()) {
            boolean open = ancestors.stream().allMatch(SourceList::allowsAnyHost);
            String said = ancestors.stream()
                    .map(list -> String.join(" ", list.sources()))
                    .collect(Collectors.joining(", "));
            return new Framing(open, "frame-ancestors " + said);
        }
        Set<String> values = frameOptions.stream()
                .flatMap(line -> Stream.of(line.split(",", -1)))
                .map(value -> value.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        String said = frameOptions.isEmpty()
                ? "neither frame-ancestors nor X-Frame-Options is sent"
                : "X-Frame-Options: " + String.join(", ", frameOptions);
        if (values.size() > 1) {
            return new Framing(values.stream().noneMatch(KNOWN::contains), said);
        }
        return new Framing(!values.contains("deny") && !values.contains("sameorigin"), said);
    }
}
