package dev.launchready.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    private static final String SECRET = "p\"ss/w+rd &<canary>\u00e9";
    private final Redaction redaction = new Redaction(List.of(SECRET, "tiny", "abc"));

    @Test
    void aSecretIsKnownInEverySpelling() {
        String form = URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
        byte[] bytes = SECRET.getBytes(StandardCharsets.UTF_8);
        for (String spelling : List.of(
                SECRET,
                form,
                form.replace("+", "%20"),
                form.replace("%2F", "%2f").replace("%3C", "%3c"),
                Base64.getEncoder().encodeToString(bytes),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
                SECRET.replace("\"", "\\\""),
                SECRET.replace("\"", "\\\"").replace("/", "\\/").replace("\u00e9", "\\u00E9"),
                SECRET.replace("&", "&#38;").replace("<", "&#x3C;"),
                SECRET.replace("&", "&amp;")
                        .replace("\"", "&quot;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;"))) {
            String masked = redaction.mask("before " + spelling + " after");
            assertThat(masked)
                    .as(spelling)
                    .startsWith("before ")
                    .endsWith(" after")
                    .doesNotContain("canary", spelling);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a:", "ab:", "abc:", "somebody@harbor.example:"})
    void aSecretInsideABase64TextIsKnown(String before) {
        Redaction own = new Redaction(List.of("correct-horse-canary"));
        for (String after : List.of("", "x", "yz", "123")) {
            String text = Base64.getEncoder()
                    .encodeToString((before + "correct-horse-canary" + after).getBytes(StandardCharsets.UTF_8));
            String masked = own.maskSecrets("Basic " + text);
            assertThat(masked).contains(Redaction.MARK);
            String rest = masked.substring("Basic ".length()).replace(Redaction.MARK, "");
            assertThat(rest.length()).isLessThan(before.length() * 4 / 3 + 12);
        }
    }

    @Test
    void secretsLearntLaterAreKnownFromThenOn() {
        assertThat(redaction.mask("session late-secret")).contains("late-secret");
        redaction.add("late-secret");
        assertThat(redaction.mask("session late-secret")).isEqualTo("session " + Redaction.MARK);
    }

    @Test
    void veryShortValuesWouldStrikeOutWords() {
        assertThat(redaction.mask("abc tiny")).isEqualTo("abc " + Redaction.MARK);
    }

    @ParameterizedTest
    @CsvSource({
        "mail alice@harbor.example now, mail a***@harbor.example now",
        "q=alice%40harbor.example, q=a***%40harbor.example",
        "cannot reach postgres://app:Summer!22x@db:5432/app, cannot reach postgres://app:***@db:5432/app",
        "PORT=80 DB_PASSWORD=Summer!22x HOME=/, PORT=80 DB_PASSWORD=*** HOME=/",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl, eyJh***",
        "key sk_live_4eC39HqLyjWDarjtT1zdp7dc end, key sk_l*** end",
        "id 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b end, id 9f86*** end",
        "id 123e4567-e89b-12d3-a456-426614174000 end, id 123e4567-e89b-12d3-a456-426614174000 end",
        "see /_next/static/chunks/app/layout-6d7dd3b4a3f1b1b4.js, see /_next/static/chunks/app/layout-6d7dd3b4a3f1b1b4.js",
        "script-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=', script-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
        "max-age=31536000; includeSubDomains; preload, max-age=31536000; includeSubDomains; preload",
        "the-quick-brown-fox-jumps-over-the-lazy-dog, the-quick-brown-fox-jumps-over-the-lazy-dog"
    })
    void whatLooksLikeASecretIsMasked(String text, String masked) {
        assertThat(redaction.mask(text)).isEqualTo(masked);
    }

    @Test
    void credentialParametersOfAUrlAreMasked() {
        assertThat(redaction.maskUrl("https://h.example/cb?code=abc123&next=/home&access_token=zzz&key=1"))
                .isEqualTo("https://h.example/cb?code=***&next=/home&access_token=***&key=***");
        assertThat(redaction.maskUrl("https://h.example/app.9f86d081884c7d659a2feaa0c55ad015.js"))
                .isEqualTo("https://h.example/app.9f86d081884c7d659a2feaa0c55ad015.js");
    }

    @Test
    void membersThatSayWhatTheyHoldAreMasked() {
        assertThat(redaction.mask("{\"accessToken\": \"t1\", \"password\":\"x\", \"name\":\"Alice\"}"))
                .isEqualTo("{\"accessToken\": \"***\", \"password\":\"***\", \"name\":\"Alice\"}");
        assertThat(redaction.mask("password=x1&next=/home")).isEqualTo("password=***&next=/home");
        assertThat(redaction.mask(
                        "{\"smtp_pass\": \"Winter!\", \"smtpPass\":\"x y\", \"passenger\":\"Bob\", \"pin\": \"1\"}"))
                .isEqualTo("{\"smtp_pass\": \"***\", \"smtpPass\":\"***\", \"passenger\":\"Bob\", \"pin\": \"***\"}");
        assertThat(redaction.mask("{\"secret\":\"a\\\"b\", \"compass\":\"north\"}"))
                .isEqualTo("{\"secret\":\"***\", \"compass\":\"north\"}");
        assertThat(redaction.mask("{'SECRET_KEY': 'ins!x', 'DEBUG': 'on'}"))
                .isEqualTo("{'SECRET_KEY': '***', 'DEBUG': 'on'}");
        assertThat(redaction.mask("db:\n  user: app\n  db_password: Winter!24\nshipping: fast"))
                .isEqualTo("db:\n  user: app\n  db_password: ***\nshipping: fast");
        assertThat(redaction.mask("<script>cfg={apiSecret:\"js-1\",pass:'p q',theme:\"dark\"}</script>"))
                .isEqualTo("<script>cfg={apiSecret:\"***\",pass:'***',theme:\"dark\"}</script>");
        assertThat(redaction.mask("<input type=hidden name=\"csrf_token\" value=\"t-1\"><input name=q value=x>"))
                .isEqualTo("<input type=hidden name=\"csrf_token\" value=\"***\"><input name=q value=x>");
        assertThat(redaction.mask("Password: is missing")).isEqualTo("Password: is missing");
    }

    @Test
    void anExcerptIsShortAndShowsWhatIsHidden() {
        String text = "line\none\ttwo\u001b[31m\u202e" + "z ".repeat(4000);
        String excerpt = redaction.excerpt(text);
        assertThat(excerpt)
                .startsWith("line\\none\\ttwo\\u001b[31m\\u202e")
                .hasSize(300)
                .endsWith("…");
    }

    @Test
    void aSecretAcrossTheEdgeOfAnExcerptIsNotShownInPart() {
        Redaction own = new Redaction(List.of("canary-canary-canary-canary"));
        for (int before = 270; before < 305; before++) {
            String text = "x ".repeat(before / 2) + "canary-canary-canary-canary" + " y".repeat(9000);
            assertThat(own.excerpt(text)).doesNotContain("canary");
            assertThat(own.excerpt(text, before + 5, 300)).doesNotContain("canary");
        }
        String late = "eyJ" + "a1".repeat(3000) + "." + "b2".repeat(1090) + " canary-canary-canary-canary";
        assertThat(own.excerpt(late)).doesNotContain("canar");
    }

    @Test
    void hostileTextIsMaskedInLinearTime() {
        String text = "a.".repeat(50_000) + "@" + "b-".repeat(50_000);
        assertThat(redaction.mask(text)).isNotEmpty();
        assertThat(redaction.mask("eyJ" + "a".repeat(100_000))).isNotEmpty();
        assertThat(redaction.mask("&token" + "a".repeat(100_000))).isNotEmpty();
        assertThat(redaction.mask("\"secret\":\"" + "\\n".repeat(100_000))).isNotEmpty();
        assertThat(redaction.mask("{'secret': '" + "a\\'".repeat(100_000))).isNotEmpty();
        assertThat(redaction.mask("secret:" + " ".repeat(100_000))).isNotEmpty();
        assertThat(redaction.mask("name=token".repeat(20_000))).isNotEmpty();
        assertThat(redaction.mask("a".repeat(200_000))).isNotEmpty();
    }
}
