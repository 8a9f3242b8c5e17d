package dev.launchready.detect;

import com.google.re2j.Matcher;
import java.util.List;

/** Tries the pattern of a foreign rule, which may begin and end anywhere around its keyword. */
final class ForeignMatch {
    private static final int BEFORE = 320;
    private static final int BEHIND = 4096;
    private static final int BEHIND_ONCE = 640;

    private ForeignMatch() {}

    /** Looks around a keyword: first in a small window, in a larger one where a match touches its edge. */
    static void around(CompiledRule rule, Matcher matcher, Text text, int keyword, List<Candidate> found) {
        int from = Math.max(0, keyword - BEFORE);
        int to = Math.min(text.limit(), keyword + BEHIND_ONCE);
        search(rule, matcher, text, from, to, keyword, found);
    }

    /** Looks everywhere in {@code [from, to)}, for rules without keywords. */
    static void find(CompiledRule rule, Matcher matcher, Text text, int from, int to, List<Candidate> found) {
        int end = Math.min(text.limit(), to + BEHIND);
        search(rule, matcher, text, from, end, to, found);
    }

    private static void search(
            CompiledRule rule, Matcher matcher, Text text, int from, int to, int mustBegin, List<Candidate> found) {
        matcher.reset(new Window().on(text.bytes(), from, to));
        int at = 0;
        while (at <= to - from && matcher.find(at)) {
            int start = from + matcher.start();
            if (start > mustBegin) {
                return;
            }
            int group = rule.group();
            if (matcher.start(group) >= 0 && matcher.end(group) > matcher.start(group)) {
                int valueFrom = from + matcher.start(group);
                int valueTo = from + matcher.end(group);
                found.add(new Candidate(
                        rule, valueFrom, valueTo, start, start, start, text.string(valueFrom, valueTo), false));
            }
            at = Math.max(matcher.end(), matcher.start() + 1);
        }
    }
}
