package dev.launchready.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SelfTestTest {
    @Test
    void the_rules_that_come_with_the_program_pass() {
        assertThat(SelfTest.run()).isEmpty();
    }

    @Test
    void a_scanner_that_finds_nothing_fails_in_every_group() {
        RuleSet none = RuleSet.of(List.of(), List.of());
        assertThat(SelfTest.of(SecretScanner.of(none, FingerprintKey.of("x"))))
                .hasSizeGreaterThan(RuleSet.GROUPS.size());
    }

    @Test
    void a_scanner_without_one_rule_names_it() {
        RuleSet all = RuleSet.builtIn();
        RuleSet lacking = RuleSet.of(
                all.rules().stream()
                        .filter(rule -> !rule.id().equals("private-key"))
                        .toList(),
                List.of());
        assertThat(SelfTest.of(SecretScanner.of(lacking, FingerprintKey.of("x"))))
                .containsExactly("A known secret was not found: private-key.");
    }
}
