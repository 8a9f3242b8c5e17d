package dev.launchready.detect;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a person decided not to be told of, in the terms of a gitleaks allowlist.
 *
 * @param all whether every kind of condition that is given must hold, not just one
 * @param paths patterns for the source's name
 * @param regexes patterns for the target
 * @param stopwords parts of the value, in any case
 */
public record Allowance(
        boolean all, List<Pattern> paths, Target target, List<Pattern> regexes, List<String> stopwords) {
    /** What the patterns are held against. */
    public enum Target {
        SECRET,
        MATCH,
        LINE
    }

    public Allowance {
        paths = List.copyOf(paths);
        regexes = List.copyOf(regexes);
        stopwords = List.copyOf(stopwords);
    }

    boolean allows(String path, String secret, String match, String line) {
        List<Boolean> held = new ArrayList<>();
        if (!paths.isEmpty()) {
            held.add(anyFinds(paths, path));
        }
        if (!regexes.isEmpty()) {
            held.add(anyFinds(
                    regexes,
                    switch (target) {
                        case SECRET -> secret;
                        case MATCH -> match;
                        case LINE -> line;
                    }));
        }
        if (!stopwords.isEmpty()) {
            String lower = secret.toLowerCase(Locale.ROOT);
            held.add(stopwords.stream().anyMatch(word -> lower.contains(word.toLowerCase(Locale.ROOT))));
        }
        return !held.isEmpty() && (all ? !held.contains(false) : held.contains(true));
    }

    /** Whether this speaks of paths alone, so that a whole source can be left out. */
    boolean leavesOut(String path) {
        boolean pathDecides = !paths.isEmpty() && (!all || (regexes.isEmpty() && stopwords.isEmpty()));
        return pathDecides && anyFinds(paths, path);
    }

    private static boolean anyFinds(List<Pattern> patterns, String text) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(text).find());
    }
}
