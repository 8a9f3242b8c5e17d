package dev.launchready.detect;

import com.google.re2j.Matcher;
import java.util.List;

/** Tries the pattern of a foreign rule, which may begin and end anywhere around its keyword. */
final class ForeignMatch {
    private static final int BEFORE = 320;
    private static final int BEHIND = 640;
    private static final int FAR_BEHIND = 8 * 1024;

    private ForeignMatch() {}

    /** Looks around a keyword: in a small window, then in a larger one where the pattern may match more than fits the small one. */
    static void around(CompiledRule rule, Matcher matcher, Text text, int keyword, List<Candidate> found) {
        int from = Math.max(0, keyword - BEFORE);
        int near = Math.min(text.limit(), keyword + BEHIND);
        boolean any = search(rule, matcher, text, from, near, keyword, found);
        int far = Math.min(text.limit(), keyword + FAR_BEHIND);
        if (!any && far > near && isOpenEnded(rule.pattern().pattern())) {
            search(rule, matcher, text, from, far, keyword, found);
        }
    }

    private static boolean isOpenEnded(String pattern) {
        return pattern.contains(",}") || pattern.contains("]*") || pattern.contains("]+") || pattern.contains(".*");
    }

    /** Looks for matches that begin in {@code [from, to)}, for rules without keywords. */
    static void find(CompiledRule rule, Matcher matcher, Text text, int from, int to, List<Candidate> found) {
        search(rule, matcher, text, from, Math.min(text.limit(), to + FAR_BEHIND), to - 1, found);
    }

    private static boolean search(
            CompiledRule rule, Matcher matcher, Text text, int from, int to, int last, List<Candidate> found) {
        matcher.reset(new Window().on(text.bytes(), from, to));
        boolean any = false;
        int at = 0;
        while (at <= to - from && matcher.find(at)) {
            int start = from + matcher.start();
            if (start > last) {
                break;
            }
            int group = group(rule, matcher);
            if (matcher.end(group) > matcher.start(group)) {
                int valueFrom = from + matcher.start(group);
                int valueTo = from + matcher.end(group);
                String value = text.string(valueFrom, valueTo);
                found.add(new Candidate(rule, valueFrom, valueTo, start, start, start, value, false));
                any = true;
            }
            at = Math.max(matcher.end(), matcher.start() + 1);
        }
        return any;
    }

    private static int group(CompiledRule rule, Matcher matcher) {
        if (rule.group() > 0) {
            return rule.group();
        }
        for (int group = 1; group <= matcher.groupCount(); group++) {
            if (matcher.start(group) >= 0 && matcher.end(group) > matcher.start(group)) {
                return group;
            }
        }
        return 0;
    }
}
