package dev.launchready.detect;

import com.google.re2j.Pattern;
import java.util.List;

/**
 * Whether a person's own rules let a candidate of a source pass.
 *
 * @param tried whether the source is there to try things out
 */
record Allowing(List<Allowance> allowances, Source source, boolean tried) {
    private static final int MAX_LINE = 2048;

    Allowing(List<Allowance> allowances, Source source) {
        this(allowances, source, Rehearsal.isOne(source));
    }

    boolean allows(Candidate candidate, Text text) {
        Form form = candidate.rule().form();
        List<Allowance> own = form instanceof Form.Foreign foreign ? foreign.allowances() : List.of();
        boolean elsewhere = form instanceof Form.Foreign foreign
                && !foreign.path().isEmpty()
                && !Pattern.compile(foreign.path()).matcher(source.name()).find();
        if (elsewhere) {
            return true;
        }
        if (allowances.isEmpty() && own.isEmpty()) {
            return false;
        }
        String match = text.string(Math.min(candidate.keyword(), candidate.from()), candidate.to());
        String line = line(candidate, text);
        return holds(allowances, candidate, match, line) || holds(own, candidate, match, line);
    }

    private boolean holds(List<Allowance> any, Candidate candidate, String match, String line) {
        return any.stream().anyMatch(each -> each.allows(source.name(), candidate.value(), match, line));
    }

    private static String line(Candidate candidate, Text text) {
        int from = candidate.from();
        while (from > 0 && candidate.from() - from < MAX_LINE && !Ascii.newline(text.at(from - 1))) {
            from--;
        }
        int to = candidate.to();
        while (to < text.limit() && to - candidate.to() < MAX_LINE && !Ascii.newline(text.at(to))) {
            to++;
        }
        return text.string(from, to);
    }
}
