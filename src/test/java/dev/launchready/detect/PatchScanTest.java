package dev.launchready.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatchScanTest {
    private static final SecretScanner SCANNER = SecretScanner.of(RuleSet.builtIn(), FingerprintKey.of("test"));

    private final String added = Samples.seeded(1).stripeLive();
    private final String removed = Samples.seeded(2).stripeLive();
    private final String kept = Samples.seeded(3).stripeLive();
    private final List<SecretHit> hits = new ArrayList<>();

    private Looked scan(String... lines) throws IOException {
        byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        InputStream in = PatchScan.markable(new ByteArrayInputStream(bytes));
        assertThat(PatchScan.isPatch(in)).isTrue();
        return new PatchScan(SCANNER.worker(), "").scan(in, hits::add);
    }

    private List<String> places() {
        return hits.stream()
                .map(hit -> hit.spot().source().name() + ":" + hit.spot().line())
                .toList();
    }

    @Test
    void only_what_is_added_counts_at_the_line_where_it_will_stand() throws IOException {
        scan(
                "diff --git a/src/a.js b/src/a.js",
                "index 1..2 100644",
                "--- a/src/a.js",
                "+++ b/src/a.js",
                "@@ -10,4 +10,4 @@ function()",
                " const kept = '" + kept + "';",
                "-const old = '" + removed + "';",
                "+const fresh = '" + added + "';",
                " x",
                " y",
                "@@ -100 +100,2 @@",
                " z",
                "+const again = '" + added + "';",
                "diff --git a/b.env b/b.env",
                "new file mode 100644",
                "--- /dev/null",
                "+++ b/b.env",
                "@@ -0,0 +1,2 @@",
                "+# first",
                "+KEY=" + added,
                "\\ No newline at end of file");
        assertThat(places()).containsExactly("src/a.js:11", "src/a.js:101", "b.env:2");
    }

    @Test
    void a_line_that_looks_like_a_header_is_content_within_its_hunk() throws IOException {
        scan(
                "diff --git a/a.sql b/a.sql",
                "--- a/a.sql",
                "+++ b/a.sql",
                "@@ -1,2 +1,2 @@",
                "--- a comment in SQL",
                "+++ " + added,
                " end",
                "diff --git a/c b/c",
                "--- a/c",
                "+++ b/c",
                "@@ -1 +1 @@",
                "-x",
                "+" + removed);
        assertThat(places()).containsExactly("a.sql:1", "c:1");
    }

    @Test
    void a_blank_line_that_lost_its_blank_on_the_way_keeps_the_count() throws IOException {
        scan("--- a/x\t2026-01-01", "+++ b/x\t2026-01-02", "@@ -1,3 +1,4 @@", " a", "", "+" + added, " b");
        assertThat(places()).containsExactly("x:3");
    }

    @Test
    void names_in_quotes_are_read_and_deleted_files_have_nothing_to_show() throws IOException {
        scan(
                "diff --git \"a/\\303\\244.env\" \"b/\\303\\244.env\"",
                "--- \"a/\\303\\244.env\"",
                "+++ \"b/\\303\\244.env\"",
                "@@ -1 +1 @@",
                "-x",
                "+K=" + added,
                "diff --git a/gone b/gone",
                "deleted file mode 100644",
                "--- a/gone",
                "+++ /dev/null",
                "@@ -1 +0,0 @@",
                "-" + removed);
        assertThat(places()).containsExactly("\u00e4.env:1");
    }

    @Test
    void what_a_diff_does_not_show_is_said() throws IOException {
        Looked looked = scan(
                "diff --git a/x.png b/x.png",
                "Binary files a/x.png and b/x.png differ",
                "diff --cc m",
                "--- a/m",
                "+++ b/m",
                "@@@ -1,1 -1,1 +1,2 @@@",
                "++" + added);
        assertThat(looked.unread()).hasSize(2);
        assertThat(hits).isEmpty();
    }

    @Test
    void a_private_key_over_several_added_lines_is_found_where_it_begins() throws IOException {
        String[] key = Samples.privateKey("EC").strip().split("\n");
        List<String> lines = new ArrayList<>(List.of(
                "diff --git a/k b/k", "--- /dev/null", "+++ b/k", "@@ -0,0 +1," + (key.length + 1) + " @@", "+# key"));
        for (String line : key) {
            lines.add("+" + line);
        }
        scan(lines.toArray(String[]::new));
        assertThat(places()).containsExactly("k:2");
    }

    @Test
    void plain_text_is_no_diff() throws IOException {
        InputStream in = PatchScan.markable(
                new ByteArrayInputStream("+++ a\nplus\n--- b\nminus\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(PatchScan.isPatch(in)).isFalse();
        assertThat(in.read()).isEqualTo('+');
    }
}
