package dev.launchready.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.launchready.Published;
import dev.launchready.probe.git.MadeRepository;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsCommandTest {
    private static final String ALNUM = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    Path folder;

    private static String key(String prefix, long seed) {
        StringBuilder key = new StringBuilder(prefix);
        new Random(seed).ints(40, 0, ALNUM.length()).forEach(at -> key.append(ALNUM.charAt(at)));
        return key.toString();
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private JsonNode json(String... more) throws IOException {
        String[] arguments = new String[more.length + 3];
        arguments[0] = "secrets";
        arguments[1] = "--format";
        arguments[2] = "json";
        System.arraycopy(more, 0, arguments, 3, more.length);
        return MAPPER.readTree(Cli.run(folder, arguments).out());
    }

    private static Cli piped(Path folder, String text, String... arguments) {
        return Cli.run(folder, Map.of(), new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), arguments);
    }

    @Test
    void a_secret_is_told_by_place_prefix_length_and_fingerprint_and_never_by_its_value() throws IOException {
        String key = key("sk_live_", 1);
        write("app/src/config.js", "// pay\nconst stripe = '" + key + "';\n");
        for (String format : new String[] {"terminal", "json", "sarif"}) {
            Cli cli = Cli.run(folder, "secrets", "app", "--format", format);
            assertThat(cli.code()).isEqualTo(1);
            assertThat(cli.all())
                    .contains("config.js")
                    .doesNotContain(key.substring(5))
                    .doesNotContain(key.substring(0, 9));
        }
        assertThat(Cli.run(folder, "secrets", "app").out())
                .contains("app/src/config.js:2:17 stripe", "sk_l…, 48 bytes, lr1-", "Revoke the old key")
                .endsWith("exit 1: 1 secret found\n");
    }

    @Test
    void a_clean_folder_ends_with_0_and_hints_public_and_test_keys_never_close() throws IOException {
        write("a.txt", "nothing here");
        assertThat(Cli.run(folder, "secrets", ".").code()).isZero();
        write("b.env", "DB_PASSWORD=Tr0ub4dor-xx9\nA=" + key("pk_live_", 1) + "\nB=" + key("sk_test_", 2) + "\n");
        Cli cli = Cli.run(folder, "secrets", ".");
        assertThat(cli.code()).isZero();
        assertThat(cli.out()).contains("Hints", "Public by design", "Keys of test systems", "exit 0: no secret found");
    }

    @Test
    void of_a_staged_diff_only_new_lines_count() throws IOException {
        String diff = String.join(
                "\n",
                "diff --git a/x.env b/x.env",
                "--- a/x.env",
                "+++ b/x.env",
                "@@ -4,2 +4,2 @@",
                "-OLD=" + key("sk_live_", 1),
                "+NEW=" + key("sk_live_", 2),
                " z",
                "");
        Cli cli = piped(folder, diff, "secrets", "-");
        assertThat(cli.code()).isEqualTo(1);
        assertThat(cli.out()).contains("x.env:4:5 NEW").contains("1 secret found");
        assertThat(piped(folder, diff.replace("+NEW=" + key("sk_live_", 2), "+NEW=${STRIPE}"), "secrets", "-")
                        .code())
                .isZero();
        assertThat(piped(folder, "k = " + key("sk_live_", 3), "secrets", "-").out())
                .contains("stdin:1:5");
    }

    @Test
    void a_baseline_and_a_waiver_accept_by_value_so_that_a_moved_line_stays_known_and_a_new_value_does_not()
            throws IOException {
        write("a.env", "K=" + key("sk_live_", 1) + "\n");
        assertThat(Cli.run(folder, "secrets", "a.env", "--write-baseline", "known.json")
                        .code())
                .isEqualTo(1);
        write("a.env", "# moved\n\nOTHER=" + key("sk_live_", 1) + "\n");
        Cli known = Cli.run(folder, "secrets", "a.env", "--baseline", "known.json");
        assertThat(known.code()).isZero();
        assertThat(known.out()).contains("Accepted", "a.env:3");
        write("a.env", "K=" + key("sk_live_", 2) + "\n");
        assertThat(Cli.run(folder, "secrets", "a.env", "--baseline", "known.json")
                        .code())
                .isEqualTo(1);
        String print = json("a.env").path("secrets").path(0).path("fingerprint").asText();
        write("waivers.yml", waiver(print, LocalDate.now().plusDays(3)));
        assertThat(json("a.env", "--waivers", "waivers.yml").path("exitCode").asInt())
                .isZero();
        write("waivers.yml", waiver(print, LocalDate.now().minusDays(3)));
        Cli late = Cli.run(folder, "secrets", "a.env", "--waivers", "waivers.yml");
        assertThat(late.code()).isEqualTo(1);
        assertThat(late.err()).contains("ran out");
    }

    private static String waiver(String print, LocalDate until) {
        return "- {fingerprint: " + print + ", reason: being rotated, owner: ops@harbor.example, until: " + until
                + "}\n";
    }

    @Test
    void fingerprints_are_those_of_the_portal_file_that_lies_here() throws IOException {
        write("a.env", "K=" + key("sk_live_", 1) + "\n");
        String bare = json("a.env").path("secrets").path(0).path("fingerprint").asText();
        write("launch-ready.yml", "portal: {name: Harbor, url: https://portal.harbor.example}\n");
        String own = json("a.env").path("secrets").path(0).path("fingerprint").asText();
        assertThat(own).startsWith("lr1-").isNotEqualTo(bare);
        write("launch-ready.yml", "portal: {url: \"${env:NOT_SET_ANYWHERE}\"}\n");
        Cli hook = Cli.run(folder, "secrets", "a.env");
        assertThat(hook.code()).isEqualTo(1);
        assertThat(hook.err()).contains("fingerprints are not those of its portal");
        assertThat(Cli.run(folder, "secrets", "a.env", "--write-baseline", "b.json")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void rules_of_gitleaks_replace_ours_unless_they_extend_them() throws IOException {
        write("a.txt", "harbor_key = hbr-0123456789abcdefxq\nK=" + key("sk_live_", 1) + "\n");
        String rule = "[[rules]]\nid = \"harbor\"\ndescription = \"Harbor key\"\nregex = '''hbr-[0-9a-z]{18}'''\n";
        write("g.toml", rule);
        assertThat(json("a.txt", "--gitleaks-config", "g.toml").findValuesAsText("rule"))
                .containsExactly("harbor");
        write("g.toml", "[extend]\nuseDefault = true\n" + rule);
        assertThat(json("a.txt", "--gitleaks-config", "g.toml").findValuesAsText("rule"))
                .containsExactlyInAnyOrder("harbor", "stripe-live-secret-key");
        write("g.toml", "[[rules]\n");
        Cli broken = Cli.run(folder, "secrets", "a.txt", "--gitleaks-config", "g.toml");
        assertThat(broken.code()).isEqualTo(2);
        assertThat(broken.err()).contains("g.toml:");
    }

    @Test
    void archives_are_opened_and_what_could_not_be_is_told() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("conf/.env"));
            zip.write(("K=" + key("sk_live_", 1)).getBytes(StandardCharsets.UTF_8));
        }
        Files.write(folder.resolve("backup.zip"), bytes.toByteArray());
        Files.write(folder.resolve("broken.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0, 1, 2});
        JsonNode root = json(".");
        assertThat(root.path("secrets")
                        .path(0)
                        .path("places")
                        .path(0)
                        .path("file")
                        .asText())
                .isEqualTo("backup.zip!/conf/.env");
        assertThat(root.path("looked").path("leftOut").toString()).contains("broken.gz");
    }

    @Test
    void the_json_keeps_to_its_published_schema() throws IOException {
        write("a.env", "K=" + key("sk_live_", 1) + "\nP=" + key("pk_live_", 2) + "\n");
        Path schema = Path.of(System.getProperty("launchready.home", ""), "docs/schema/secrets.schema.json");
        Published.assertValid(
                MAPPER.readTree(Files.readString(schema)), json(".").toString());
    }

    @Test
    void wrong_usage_ends_with_2() throws IOException {
        assertThat(Cli.run(folder, "secrets").code()).isEqualTo(2);
        assertThat(Cli.run(folder, "secrets", "nowhere").err()).contains("there is nothing at 'nowhere'");
        assertThat(Cli.run(folder, "secrets", "nowhere").code()).isEqualTo(2);
        write("a", "x");
        assertThat(Cli.run(folder, "secrets", "a", "--format", "xml").code()).isEqualTo(2);
        assertThat(Cli.run(folder, "secrets", "a", "--baseline", "none.json").code())
                .isEqualTo(2);
    }

    @Test
    void the_history_of_a_repository_is_looked_at_unless_told_not_to() throws Exception {
        try (MadeRepository made = MadeRepository.in(folder.resolve("app"))) {
            made.commit("pay.js", "const stripe = '" + key("sk_live_", 41) + "';\n");
            made.commit("pay.js", "");
            made.commit("readme.md", "# Harbor\n");
            Cli cli = Cli.run(folder, "secrets", "app", "--kept", "kept");
            assertThat(cli.code()).isEqualTo(1);
            assertThat(cli.out()).contains("app/pay.js:1").contains("until").doesNotContain("was not looked at");
            JsonNode place = MAPPER.readTree(Cli.run(folder, "secrets", "app", "--format", "json", "--kept", "kept")
                            .out())
                    .at("/secrets/0/places/0");
            assertThat(place.path("inHead").asBoolean(true)).isFalse();
            assertThat(place.path("since").asText()).contains("2026-03-01");
            assertThat(folder.resolve("kept")).isNotEmptyDirectory();
            assertThat(Cli.run(folder, "secrets", "app", "--no-history").code()).isZero();
            assertThat(Cli.run(folder, "secrets", "app/readme.md").code()).isZero();
            assertThat(Cli.run(folder, "secrets", "app/.git").code()).isEqualTo(1);
        }
    }
}
