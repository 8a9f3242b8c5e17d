package dev.launchready.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitleaksConfigTest {
    private static final String RULES = """
            title = "ours"
            [[rules]]
            id = "harbor-token"
            description = "Harbor token"
            regex = '''(?i)harbor[_-]?token\\s*=\\s*["']?(hbr_[a-z0-9]{20})'''
            secretGroup = 1
            entropy = 3.0
            keywords = ["harbor"]
            [[rules.allowlists]]
            condition = "AND"
            regexes = ['''^hbr_test''']
            paths = ['''fixtures/''']
            [[rules]]
            id = "anywhere"
            regex = '''QX[0-9]{10}'''
            path = '''\\.conf$'''
            [allowlist]
            description = "all"
            paths = ['''vendor/''']
            stopwords = ["notsecret"]
            """;

    @TempDir
    Path folder;

    private GitleaksConfig.Read read(String toml) throws IOException {
        return GitleaksConfig.read(Files.writeString(folder.resolve("gitleaks.toml"), toml));
    }

    private static List<String> found(RuleSet rules, String path, String text) {
        List<String> found = new ArrayList<>();
        SecretScanner.of(rules, FingerprintKey.of("t"))
                .scan(
                        text.getBytes(StandardCharsets.UTF_8),
                        Source.of(path),
                        hit -> found.add(hit.rule() + hit.ref().length()));
        return found;
    }

    @Test
    void a_rule_of_the_file_finds_its_group_where_its_keyword_stands() throws IOException {
        RuleSet rules = read(RULES).rules();
        String token = "hbr_" + Samples.seeded(1).fill("{a20}");
        assertThat(found(rules, "a.env", "HARBOR_TOKEN = \"" + token + "\"")).containsExactly("harbor-token24");
        assertThat(found(rules, "a.env", "OTHER = \"" + token + "\"")).isEmpty();
        assertThat(found(rules, "a.env", "HARBOR_TOKEN = \"hbr_aaaaaaaaaaaaaaaaaaaa\""))
                .isEmpty();
    }

    @Test
    void allowlists_hold_by_path_stopword_and_all_or_any_condition() throws IOException {
        RuleSet rules = read(RULES).rules();
        String token = "hbr_test" + Samples.seeded(1).fill("{a16}");
        String text = "harbor_token=" + token;
        assertThat(found(rules, "src/a", text)).hasSize(1);
        assertThat(found(rules, "fixtures/a", text)).isEmpty();
        assertThat(found(
                        rules,
                        "vendor/a",
                        "harbor_token=hbr_" + Samples.seeded(2).fill("{a20}")))
                .isEmpty();
        assertThat(found(
                        rules,
                        "src/a",
                        "harbor_token=hbr_notsecret" + Samples.seeded(3).fill("{a11}")))
                .isEmpty();
    }

    @Test
    void a_rule_without_keywords_is_tried_everywhere_and_one_with_a_path_there_alone() throws IOException {
        RuleSet rules = read(RULES).rules();
        assertThat(found(rules, "x/app.conf", "line\n a QX0123456789 b")).containsExactly("anywhere12");
        assertThat(found(rules, "x/app.yml", "line\n a QX0123456789 b")).isEmpty();
    }

    @Test
    void the_default_that_is_extended_is_ours_without_what_is_disabled() throws IOException {
        RuleSet rules = read("[extend]\nuseDefault = true\ndisabledRules = [\"linear-key\"]\n" + RULES.substring(15))
                .rules();
        assertThat(rules.rule("stripe-live-secret-key")).isPresent();
        assertThat(rules.rule("linear-key")).isEmpty();
        assertThat(rules.rule("harbor-token")).isPresent();
    }

    @Test
    void what_is_wrong_is_told_with_file_and_line() {
        assertThatThrownBy(() -> read("title = \"x\"\n[[rules]]\nid = \"a\"\nregex = '''a(?=b)'''\n"))
                .hasMessageContaining("gitleaks.toml:4 ")
                .hasMessageContaining("not RE2");
        assertThatThrownBy(() -> read("title = \"x\"\nbroken = = 1\n")).hasMessageContaining("gitleaks.toml:2 ");
        assertThatThrownBy(() -> read("[[rules]]\nid = \"a\"\nregex = '''ab'''\nsecretGroup = 2\n"))
                .hasMessageContaining("gitleaks.toml:2 ")
                .hasMessageContaining("secretGroup");
    }

    @Test
    void what_has_no_meaning_here_is_noted() throws IOException {
        assertThat(read("[[rules]]\nid = \"p\"\npath = '''key$'''\n").notes())
                .singleElement()
                .asString()
                .contains("files only");
    }
}
