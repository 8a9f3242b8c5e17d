package dev.launchready.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EncodedLayersTest {
    private static final SecretScanner SCANNER = SecretScanner.of(RuleSet.builtIn(), FingerprintKey.of("test"));
    private static final String KEY = Samples.seeded(11).githubToken("ghp_");
    private static final String WORDS = IntStream.range(0, 40)
            .mapToObj(at -> "line " + at + " of plain words")
            .collect(Collectors.joining("\n"));

    private static List<SecretHit> scan(String text) {
        return scan(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<SecretHit> scan(byte[] bytes) {
        List<SecretHit> hits = new ArrayList<>();
        SCANNER.scan(bytes, Source.of("bundle.js"), hits::add);
        return hits;
    }

    private static String base64(String text) {
        return Samples.base64(text);
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String url(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.chars().mapToObj(each -> String.format("\\x%02x", each)).collect(Collectors.joining());
    }

    static Stream<Arguments> layers() {
        UnaryOperator<String> config = key -> "{\"t\": \"" + key + "\", \"a\": 1}";
        return Stream.of(
                Arguments.of("base64", "x = atob(\"" + base64(config.apply(KEY)) + "\")", List.of("base64")),
                Arguments.of("url-safe base64", Samples.urlSafe("prefix??>>" + KEY + " suffix"), List.of("base64")),
                Arguments.of("base64 of base64", base64("v: " + base64("token " + KEY)), List.of("base64", "base64")),
                Arguments.of(
                        "base64 in lines",
                        "v: "
                                + Base64.getMimeEncoder(76, new byte[] {'\n', ' ', ' '})
                                        .encodeToString((WORDS.substring(0, 127) + " " + KEY + " end")
                                                .getBytes(StandardCharsets.UTF_8)),
                        List.of("base64")),
                Arguments.of("hex", "h='" + hex("key=" + KEY + ";") + "'", List.of("hex")),
                Arguments.of("base64 in percent", "?d=" + url(base64("?? " + KEY + " >>?")) + "%3D", List.of()),
                Arguments.of("literal", "var a=\"" + escaped(KEY) + "\";", List.of("escape")),
                Arguments.of(
                        "pieces",
                        "t=\"" + KEY.substring(0, 9) + "\"+\"" + KEY.substring(9, 20) + "\" + \"" + KEY.substring(20)
                                + "\"",
                        List.of("joined")),
                Arguments.of(
                        "UTF-16 in base64",
                        Base64.getEncoder().encodeToString(("t = " + KEY).getBytes(StandardCharsets.UTF_16LE)),
                        List.of("base64")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("layers")
    void a_secret_in_an_encoded_layer_is_found_where_the_run_begins(String name, String text, List<String> layers) {
        assertThat(scan(WORDS + "\n" + text + "\n" + WORDS)).singleElement().satisfies(hit -> {
            assertThat(hit.rule()).isEqualTo("github-personal-token");
            assertThat(hit.spot().line()).isEqualTo(41);
            if (!layers.isEmpty()) {
                assertThat(hit.spot().layers()).isEqualTo(layers);
            }
            assertThat(hit.ref()).isEqualTo(scan(KEY).get(0).ref());
        });
    }

    @Test
    void a_value_in_clear_beside_something_encoded_is_told_once_and_as_clear() {
        assertThat(scan("https://x.test/?token=" + KEY + "&next=%2Fhome%3Fa%3D1"))
                .singleElement()
                .satisfies(hit -> assertThat(hit.spot().layers()).isEmpty());
    }

    @Test
    void a_connection_string_in_a_query_is_found() {
        String url = Samples.seeded(5).fill("postgres://app:{A30}@db.harbor.net/app");
        assertThat(scan("https://x.test/?dsn=" + url(url))).singleElement().satisfies(hit -> {
            assertThat(hit.rule()).isEqualTo("postgres-url");
            assertThat(hit.spot().layers()).containsExactly("url");
            assertThat(hit.ref()).isEqualTo(scan(url).get(0).ref());
        });
    }

    @Test
    void a_setting_encoded_alone_keeps_its_name() {
        String value = Samples.seeded(4).fill("{A40}");
        assertThat(scan("data:\n  SESSION_SECRET: " + base64(value) + "\n"))
                .extracting(SecretHit::rule)
                .contains("generic-secret");
    }

    @Test
    void pictures_fonts_and_hashes_in_base64_hold_nothing() {
        Random random = new Random(3);
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < 2000; at++) {
            byte[] bytes = new byte[200 + random.nextInt(2000)];
            random.nextBytes(bytes);
            text.append("url(data:font/woff2;base64,")
                    .append(Base64.getEncoder().encodeToString(bytes))
                    .append(")\n");
        }
        assertThat(scan(text.toString())).isEmpty();
    }

    static Stream<Charset> charsets() {
        return Stream.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
    }

    @ParameterizedTest
    @MethodSource("charsets")
    void wherever_and_however_a_secret_is_put_both_ways_of_reading_find_it(Charset charset) throws IOException {
        Random random = new Random(17);
        ScanWorker worker = SCANNER.worker();
        for (int round = 0; round < 60; round++) {
            String key = Samples.seeded(round).githubToken("ghp_");
            String put =
                    switch (random.nextInt(4)) {
                        case 0 -> key;
                        case 1 -> base64("some words then " + key + " end");
                        case 2 -> hex("some words then " + key + " end");
                        default -> url("{\"k\": \"" + key + "\"}");
                    };
            int length = 1_200_000;
            int at = random.nextInt(3) == 0 ? 1_048_576 - 16_384 - random.nextInt(400) : random.nextInt(length);
            String text = filler(random, at) + " " + put + "\n" + filler(random, length - at);
            byte[] bytes = text.getBytes(charset);
            List<SecretHit> streamed = new ArrayList<>();
            worker.scan(new ByteArrayInputStream(bytes), Source.of("bundle.js"), streamed::add);
            int width = charset.equals(StandardCharsets.UTF_8) ? 1 : 2;
            assertThat(streamed)
                    .as("round %d at %d", round, at)
                    .isEqualTo(scan(bytes))
                    .singleElement()
                    .satisfies(hit -> {
                        assertThat(hit.spot().offset()).isEqualTo(Math.max(at + 1L, text.indexOf(key)) * width);
                        assertThat(hit.spot().line())
                                .isEqualTo(text.substring(0, at).lines().count()
                                        + (at > 0 && text.charAt(at - 1) == '\n' ? 1 : 0));
                    });
        }
    }

    private static String filler(Random random, int length) {
        String words = "the quick fox jumps over some lazy dogs while counting stars ";
        StringBuilder text = new StringBuilder(length);
        while (text.length() < length) {
            int from = random.nextInt(words.length() - 1);
            text.append(words, from, from + 1 + random.nextInt(words.length() - from - 1))
                    .append(random.nextInt(9) == 0 ? '\n' : ' ');
        }
        text.setLength(length);
        return text.toString();
    }
}
