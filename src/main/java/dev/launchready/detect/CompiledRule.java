package dev.launchready.detect;

import com.google.re2j.Pattern;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A rule made ready for matching. Safe for use by many threads. */
final class CompiledRule {
    private static final String VALUE = "value";

    private final Rule rule;
    private final int number;
    private final Optional<String> source;
    private volatile @Nullable Pattern pattern;
    private final Structure structure;
    private final Shape shape;

    CompiledRule(Rule rule, int number) {
        this.rule = rule;
        this.number = number;
        this.source = patternOf(rule.form());
        this.structure = Structures.of(rule);
        this.shape = Shape.of(source.orElse(""));
    }

    private static Optional<String> patternOf(Form form) {
        if (form instanceof Form.Token token) {
            return Optional.of(token.pattern());
        }
        if (form instanceof Form.Assigned assigned) {
            return Optional.of(assigned.pattern());
        }
        if (form instanceof Form.Foreign foreign) {
            return Optional.of(foreign.pattern());
        }
        return Optional.empty();
    }

    Rule rule() {
        return rule;
    }

    Form form() {
        return rule.form();
    }

    /** Place among the rules: the earlier wins where two are as good. */
    int number() {
        return number;
    }

    /** Compiled when a keyword first calls for it: most rules are called for by no source of a run. */
    Pattern pattern() {
        Pattern known = pattern;
        if (known == null) {
            known = Pattern.compile(source.orElseThrow());
            pattern = known;
        }
        return known;
    }

    int group() {
        if (rule.form() instanceof Form.Foreign foreign) {
            return foreign.group();
        }
        return pattern().namedGroups().getOrDefault(VALUE, 0);
    }

    Shape shape() {
        return shape;
    }

    Structure structure() {
        return structure;
    }
}
