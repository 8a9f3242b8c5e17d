package dev.launchready.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule, on values made from what its issuer published and not from the rule. */
class RuleSamplesTest {
    private static final RuleSet RULES = RuleSet.builtIn();
    private static final SecretScanner SCANNER = SecretScanner.of(RULES, FingerprintKey.of("test"));
    private static final int SEEDS = 6;

    private static List<String> found(String text) {
        List<String> rules = new ArrayList<>();
        SCANNER.scan(text.getBytes(StandardCharsets.UTF_8), Source.of("config.js"), hit -> rules.add(hit.rule()));
        return rules;
    }

    static Stream<IssuerFormats.Format> formats() {
        return IssuerFormats.all().stream();
    }

    static Stream<String> specials() {
        return SpecialFormats.all().keySet().stream();
    }

    @Test
    void there_are_samples_for_every_rule_and_for_nothing_else() {
        Set<String> sampled = formats().map(IssuerFormats.Format::rule).collect(Collectors.toCollection(TreeSet::new));
        sampled.addAll(SpecialFormats.all().keySet());
        assertThat(sampled)
                .containsExactlyInAnyOrderElementsOf(
                        RULES.rules().stream().map(Rule::id).collect(Collectors.toSet()));
        assertThat(RULES.rules())
                .hasSizeGreaterThanOrEqualTo(120)
                .extracting(Rule::id)
                .doesNotHaveDuplicates();
    }

    @Test
    void every_pattern_is_of_the_linear_syntax() {
        for (Rule rule : RULES.rules()) {
            CompiledRule compiled = new CompiledRule(rule, 0);
            boolean patterned = rule.form() instanceof Form.Token || rule.form() instanceof Form.Assigned;
            assertThatCode(() -> {
                        if (patterned) {
                            compiled.pattern();
                        }
                    })
                    .as(rule.id())
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void a_file_of_rules_that_is_not_whole_is_refused_by_name() {
        String head = "issuers:\n  any: {where: here}\nrules:\n  - {id: a, issuer: any, title: t, ";
        for (String rest : List.of("keywrds: [x], pattern: 'x'}", "pattern: 'x'}", "names: [x]}", "class: public}")) {
            ByteArrayInputStream in = new ByteArrayInputStream((head + rest).getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> RuleReader.read("own", in, List.of()))
                    .as(rest)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("rules own.yml: rule a");
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void a_value_as_its_issuer_makes_it_is_found_in_every_spelling(IssuerFormats.Format format) {
        for (int seed = 0; seed < SEEDS; seed++) {
            String value = Samples.seeded(seed).fill(format.template());
            for (String text : spellings(format.name(), value)) {
                assertThat(found(text)).as("seed %d", seed).contains(format.rule());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void a_placeholder_of_the_same_shape_is_not_reported(IssuerFormats.Format format) {
        String xs = format.template().replaceAll("\\{u}", "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx");
        for (String fill : List.of("X", "0")) {
            String value = repeated(xs, fill);
            for (String text : spellings(format.name(), value)) {
                assertThat(found(text)).doesNotContain(format.rule());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void a_value_cut_short_or_called_something_else_is_not_of_the_rule(IssuerFormats.Format format) {
        if (format.rule().equals("generic-secret")
                || format.template().contains("//")
                || format.template().contains(";")) {
            return;
        }
        String value = Samples.seeded(99).fill(format.template());
        String cut = value.substring(0, Math.min(value.length() / 2, 11));
        assertThat(found("x = \"" + cut + "\"")).doesNotContain(format.rule());
        String inside = "Zz9" + value + "Zz9";
        assertThat(found("other = '" + inside + "'")).doesNotContain(format.rule());
    }

    @ParameterizedTest
    @MethodSource("specials")
    void a_value_that_its_structure_proves_is_found(String rule) {
        for (int seed = 0; seed < SEEDS; seed++) {
            String text = SpecialFormats.make(rule, seed);
            assertThat(found("before\n" + text + "\nafter")).as("seed %d", seed).contains(rule);
            assertThat(found("{\"v\":\"" + text.replace("\n", "\\n").replace("\"", "\\\"") + "\"}"))
                    .as("as JSON, seed %d", seed)
                    .contains(rule);
        }
    }

    @ParameterizedTest
    @MethodSource("specials")
    void a_value_whose_structure_is_broken_is_not_proved(String rule) {
        String text = SpecialFormats.make(rule, 1);
        String cut = text.substring(0, Math.min(text.length() / 2, 30));
        assertThat(found(cut)).doesNotContain(rule);
        String xs = text.replaceAll("[A-Za-z0-9+/_|-]{30,}", "x".repeat(60));
        assertThat(found(xs)).doesNotContain(rule);
    }

    private static List<String> spellings(String name, String value) {
        if (name.isEmpty()) {
            return List.of(
                    value,
                    "const k=\"" + value + "\";",
                    "key: '" + value + "'",
                    "{\"key\":\"" + value + "\"}",
                    "a\n  " + value + " \nb");
        }
        String camel = camel(name);
        return List.of(
                name + "=" + value,
                "export " + name + "=\"" + value + "\"\n",
                name.toLowerCase(java.util.Locale.ROOT) + ": " + value + "\n",
                "{\"" + camel + "\": \"" + value + "\"}",
                "var a={" + camel + ":\"" + value + "\",b:1}",
                "const " + camel + " = '" + value + "';",
                "<" + camel + ">" + value + "</" + camel + ">",
                "setProperty(\"" + name + "\", \"" + value + "\")",
                "{\\\"" + camel + "\\\":\\\"" + value + "\\\"}");
    }

    private static String camel(String name) {
        String[] words = name.toLowerCase(java.util.Locale.ROOT).split("_", -1);
        return words[0]
                + IntStream.range(1, words.length)
                        .mapToObj(at -> Character.toUpperCase(words[at].charAt(0)) + words[at].substring(1))
                        .collect(Collectors.joining());
    }

    private static String repeated(String template, String fill) {
        java.util.regex.Matcher parts =
                java.util.regex.Pattern.compile("\\{\\w:?(\\d+)}").matcher(template);
        return parts.replaceAll(part -> fill.repeat(Integer.parseInt(part.group(1))));
    }
}
