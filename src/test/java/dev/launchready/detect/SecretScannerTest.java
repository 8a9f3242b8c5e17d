package dev.launchready.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.model.Proof;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretScannerTest {
    private static final SecretScanner SCANNER = SecretScanner.of(RuleSet.builtIn(), FingerprintKey.of("test"));

    private static List<SecretHit> scan(byte[] bytes) {
        List<SecretHit> hits = new ArrayList<>();
        SCANNER.scan(bytes, Source.of("app.js"), hits::add);
        return hits;
    }

    private static List<SecretHit> scan(String text) {
        return scan(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_live_payment_key_in_a_bundle_is_found_with_its_place() {
        String key = Samples.seeded(1).stripeLive();
        assertThat(scan("line one\nconst a = 1;\n  var k=\"" + key + "\";"))
                .singleElement()
                .satisfies(hit -> {
                    assertThat(hit.rule()).isEqualTo("stripe-live-secret-key");
                    assertThat(hit.spot().line()).isEqualTo(3);
                    assertThat(hit.spot().column()).isEqualTo(10);
                    assertThat(hit.spot().offset()).isEqualTo(31);
                    assertThat(hit.ref().length()).isEqualTo(key.length());
                    assertThat(hit.toString()).doesNotContain(key.substring(5));
                });
    }

    @Test
    void a_checksum_that_holds_confirms_a_token_and_one_that_fails_leaves_a_hint() {
        String good = Samples.seeded(2).githubToken("ghp_");
        char last = good.charAt(good.length() - 1);
        String bad = good.substring(0, good.length() - 1) + (last == '0' ? '1' : '0');
        assertThat(scan("t: " + good)).extracting(SecretHit::proof).containsExactly(Proof.CONFIRMED);
        assertThat(scan("t: " + bad)).extracting(SecretHit::proof).containsExactly(Proof.HEURISTIC);
    }

    @Test
    void the_same_value_has_the_same_fingerprint_wherever_it_turns_up() {
        String key = Samples.seeded(3).stripeLive();
        assertThat(List.of(
                        scan("a=" + key).get(0).ref(),
                        scan("{\"b\": \"" + key + "\"}").get(0).ref()))
                .containsOnly(scan(key).get(0).ref());
    }

    @Test
    void a_secret_in_utf16_is_found_at_its_byte() {
        String key = Samples.seeded(4).stripeLive();
        byte[] bytes = ("\uFEFFäö\n" + key).getBytes(StandardCharsets.UTF_16LE);
        assertThat(scan(bytes)).singleElement().satisfies(hit -> {
            assertThat(hit.spot().offset()).isEqualTo(8);
            assertThat(hit.spot().line()).isEqualTo(2);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1_032_190, 1_032_192, 1_048_570, 1_048_576, 1_060_000, 2_064_380, 2_080_700})
    void a_secret_across_the_border_of_a_buffer_is_found_once_at_its_offset(int around) throws IOException {
        Random random = new Random(around);
        String key = Samples.seeded(around).stripeLive();
        for (int shift = -60; shift <= 20; shift += 3) {
            byte[] bytes = new byte[2_500_000];
            java.util.Arrays.fill(bytes, (byte) ' ');
            for (int at = 0; at < bytes.length; at += 100 + random.nextInt(100)) {
                bytes[at] = '\n';
            }
            int offset = around + shift;
            byte[] value = key.getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(value, 0, bytes, offset, value.length);
            List<SecretHit> streamed = new ArrayList<>();
            SCANNER.scan(new ByteArrayInputStream(bytes), Source.of("big"), streamed::add);
            assertThat(streamed)
                    .isEqualTo(scanNamed(bytes))
                    .singleElement()
                    .satisfies(hit -> assertThat(hit.spot().offset()).isEqualTo(offset));
        }
    }

    private static List<SecretHit> scanNamed(byte[] bytes) {
        List<SecretHit> hits = new ArrayList<>();
        SCANNER.scan(bytes, Source.of("big"), hits::add);
        return hits;
    }

    @Test
    void the_redactor_is_told_the_value_and_the_view_is_wiped_afterwards() {
        String key = Samples.seeded(5).stripeLive();
        List<String> learnt = new ArrayList<>();
        List<java.nio.ByteBuffer> views = new ArrayList<>();
        SCANNER.telling((hit, value) -> {
                    learnt.add(StandardCharsets.ISO_8859_1
                            .decode(value.duplicate())
                            .toString());
                    views.add(value);
                })
                .scan(key.getBytes(StandardCharsets.US_ASCII), Source.of("x"), hit -> {});
        assertThat(learnt).containsExactly(key);
        assertThat(views.get(0).get(0)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password: \"your-password-here\"",
                "API_KEY=${API_KEY}",
                "const apiKey = process.env.API_KEY;",
                "secretLabel: \"auth.errors.token_expired\"",
                "token: \"{{ .Values.token }}\"",
                "password = \"changeme\"",
                "postgres://user:password@localhost/db",
                "https://user:${PASS}@github.com/x",
                "integrity=\"sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC\"",
                "x.tokenType=\"Bearer\";y.secretName=\"database-credentials\"",
                "class=\"sc-a1b2c3 token_keyword__x7Yz9\"",
                "passwordHint: 'At least 8 characters, 1 digit'",
            })
    void what_only_resembles_a_secret_is_left_alone(String text) {
        assertThat(scan(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SECRET_KEY = 'zh!%s=!gq(w^_t[sBR29954x)HI+$ehwss*xYN'",
                "  \"password\": \"hun%ster22\",",
                "$dbpassword = 'Tr0ub%s4dor&3';",
                "spring.datasource.password=kP9%sxQ2!mm",
            })
    void a_secret_that_a_person_made_up_is_at_least_a_hint(String text) {
        assertThat(scan(String.format(text, ""))).extracting(SecretHit::rule).containsExactly("generic-secret");
    }

    @Test
    void random_text_holds_nothing() {
        Random random = new Random(7);
        byte[] bytes = new byte[3_000_000];
        for (int at = 0; at < bytes.length; at++) {
            bytes[at] = (byte) (32 + random.nextInt(95));
        }
        assertThat(scan(bytes)).isEmpty();
    }
}
