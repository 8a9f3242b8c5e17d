package dev.launchready.detect;

import com.google.re2j.Pattern;
import java.util.Optional;

/** A rule made ready for matching. Immutable. */
final class CompiledRule {
    private static final String VALUE = "value";

    private final Rule rule;
    private final int number;
    private final Optional<Pattern> pattern;
    private final int group;
    private final Structure structure;
    private final Shape shape;

    CompiledRule(Rule rule, int number) {
        this.rule = rule;
        this.number = number;
        this.pattern = patternOf(rule.form()).map(Pattern::compile);
        this.group = groupOf(rule.form(), pattern);
        this.structure = Structures.of(rule);
        this.shape = Shape.of(patternOf(rule.form()).orElse(""));
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

    private static int groupOf(Form form, Optional<Pattern> pattern) {
        if (form instanceof Form.Foreign foreign) {
            return foreign.group();
        }
        return pattern.map(Pattern::namedGroups)
                .map(groups -> groups.getOrDefault(VALUE, 0))
                .orElse(0);
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

    Pattern pattern() {
        return pattern.orElseThrow();
    }

    int group() {
        return group;
    }

    Shape shape() {
        return shape;
    }

    Structure structure() {
        return structure;
    }
}
