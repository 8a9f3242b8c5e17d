package dev.launchready.check.transport;

import dev.launchready.check.transport.InClear.What;
import dev.launchready.model.Url;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what a style sheet would fetch in clear. */
final class MixedStyle {
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/");
    private static final Pattern REFERENCE = Pattern.compile(
            "(?i)(@import\\s+)?(?:url\\(\\s*[\"']?([^\"')\\s]+)[\"']?\\s*\\)|(?<=@import\\s)\\s*[\"']([^\"']+)[\"'])");
    private static final Pattern NAMESPACE = Pattern.compile("(?i)@namespace[^;]*;");

    private MixedStyle() {}

    static Set<InClear> of(String css, Url base, String by, boolean covered) {
        String text = NAMESPACE.matcher(COMMENT.matcher(css).replaceAll(" ")).replaceAll(" ");
        Set<InClear> found = new LinkedHashSet<>();
        Matcher reference = REFERENCE.matcher(text);
        while (reference.find()) {
            boolean imported = reference.group(1) != null || reference.group(3) != null;
            String target = reference.group(2) == null ? reference.group(3) : reference.group(2);
            boolean font = target.toLowerCase(Locale.ROOT).matches(".*\\.(woff2?|ttf|otf|eot)([?#].*)?");
            What what = imported || font ? What.ACTIVE : What.PASSIVE;
            InClear.of(what, base.resolve(target), by, covered).ifPresent(found::add);
        }
        return found;
    }
}
