package dev.launchready.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final byte[] SEED = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final String SEED_BASE32 = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    /** RFC 6238 appendix B, the rows for SHA-1. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void the_vectors_of_the_rfc_hold(long seconds, String code) {
        assertThat(Totp.code(SEED, Instant.ofEpochSecond(seconds), 8)).isEqualTo(code);
        assertThat(Totp.code(SEED_BASE32, Instant.ofEpochSecond(seconds))).isEqualTo(code.substring(2));
    }

    @Test
    void spaces_case_and_padding_of_a_secret_do_not_matter() {
        Instant at = Instant.ofEpochSecond(59);
        assertThat(Totp.code("gezd gnbv gy3t qojq gezd gnbv gy3t qojq====", at)).isEqualTo(Totp.code(SEED_BASE32, at));
    }

    @Test
    void a_secret_that_is_no_base32_is_refused_without_repeating_it() {
        assertThatThrownBy(() -> Totp.code("not-base-32!", Instant.EPOCH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("not-base");
    }
}
