package dev.launchready.probe.files;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names that a log had before it was rotated: logrotate, log4j, logback, winston and IIS each count or date in their own place. */
final class Rotated {
    private static final Pattern PACKED = Pattern.compile("(.+)\\.(?:gz|zip|bz2|xz|zst|Z)");
    private static final Pattern COUNTED =
            Pattern.compile("(.+?)(?:[._-][0-9]{1,10}(?:[._T:-]?[0-9]{1,6})*|\\.old|\\.bak|~)");
    private static final Pattern DATED_BEFORE_ENDING =
            Pattern.compile("(.+?)[._-][0-9]{1,10}(?:[._T:-]?[0-9]{1,6})*(\\.[A-Za-z]+)");

    private Rotated() {}

    /** The name itself and each that it may have had. */
    static Set<String> names(String name) {
        Set<String> names = new LinkedHashSet<>(Set.of(name));
        String open = first(PACKED, name, "$1");
        names.add(open);
        names.add(first(COUNTED, open, "$1"));
        names.add(first(DATED_BEFORE_ENDING, open, "$1$2"));
        return names;
    }

    private static String first(Pattern pattern, String name, String replacement) {
        Matcher matcher = pattern.matcher(name);
        return matcher.matches() ? matcher.replaceFirst(replacement) : name;
    }
}
