package dev.launchready.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.detect.PersonalHit.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalScanTest {
    private static final PersonalScan SCAN = new PersonalScan(FingerprintKey.of("test"));

    private static List<PersonalHit> scan(String text) {
        try {
            List<PersonalHit> hits = new ArrayList<>();
            SCAN.scan(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Source.of("app.log"), hits::add);
            return hits;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String card(String beginning, int length, Samples samples) {
        String digits = beginning + samples.fill("{d" + (length - 1 - beginning.length()) + "}");
        for (char check = '0'; check <= '9'; check++) {
            if (luhn(digits + check)) {
                return digits + check;
            }
        }
        throw new IllegalStateException();
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int at = 0; at < digits.length(); at++) {
            int digit = digits.charAt(digits.length() - 1 - at) - '0';
            sum += at % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10;
        }
        return sum % 10 == 0;
    }

    private static String iban(String country, String account) {
        String letters = (country.charAt(0) - 'A' + 10) + "" + (country.charAt(1) - 'A' + 10);
        int rest = new BigInteger(account + letters + "00")
                .mod(BigInteger.valueOf(97))
                .intValue();
        return country + String.format("%02d", 98 - rest) + account;
    }

    @Test
    void card_numbers_are_told_by_their_check_digit_and_beginning() {
        for (int seed = 0; seed < 30; seed++) {
            Samples samples = Samples.seeded(seed);
            String visa = card("4", 16, samples);
            String spaced = visa.replaceAll("(.{4})(?=.)", "$1 ");
            assertThat(scan("paid with " + visa + " ok"))
                    .extracting(PersonalHit::kind)
                    .containsExactly(Kind.CARD_NUMBER);
            assertThat(scan("paid with " + spaced))
                    .extracting(PersonalHit::kind)
                    .containsExactly(Kind.CARD_NUMBER);
            char last = visa.charAt(15);
            String wrong = visa.substring(0, 15) + (char) ('0' + (last - '0' + 1) % 10);
            assertThat(scan("paid with " + wrong + " ok")).isEmpty();
            assertThat(scan("order " + card("1", 16, samples))).isEmpty();
        }
    }

    @Test
    void account_numbers_are_told_by_their_remainder() {
        for (int seed = 0; seed < 30; seed++) {
            String account = iban("DE", Samples.seeded(seed).fill("{n18}"));
            assertThat(scan("transfer to " + account))
                    .extracting(PersonalHit::kind)
                    .contains(Kind.IBAN);
            assertThat(scan("transfer to " + account.replaceAll("(.{4})(?=.)", "$1 ")))
                    .extracting(PersonalHit::kind)
                    .contains(Kind.IBAN);
            String wrong = account.substring(0, 21) + (char) ('0' + (account.charAt(21) - '0' + 1) % 10);
            assertThat(scan("transfer to " + wrong))
                    .extracting(PersonalHit::kind)
                    .doesNotContain(Kind.IBAN);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EMAIL login by jane.doe@harbor-clients.com failed",
                "SESSION_ID GET / cookie JSESSIONID=8FA3B6C1D97E4F20A1B2C3D4E5F60718",
                "PASSWORD POST body password=Tr0ub4dor&user=3",
                "PASSWORD {\"user\":\"a\",\"password\":\"correcthorse9\"}",
                "NATIONAL_ID client 12345678Z signed",
                "NATIONAL_ID cpf 529.982.247-25 ok",
            })
    void a_line_that_tells_too_much_is_found(String line) {
        Kind kind = Kind.valueOf(line.substring(0, line.indexOf(' ')));
        assertThat(scan(line.substring(line.indexOf(' ') + 1)))
                .extracting(PersonalHit::kind)
                .containsExactly(kind);
    }

    @Test
    void a_bearer_token_is_found_and_no_part_of_it_stands_in_the_sample() {
        String token = Samples.seeded(1).fill("{A44}");
        assertThat(scan("12:00 GET /x Authorization: Bearer " + token + " 200"))
                .singleElement()
                .satisfies(hit -> {
                    assertThat(hit.kind()).isEqualTo(Kind.BEARER_TOKEN);
                    assertThat(hit.sample()).contains("GET /x", "200").doesNotContain(token.substring(0, 5));
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password=******** user=3",
                "password=[FILTERED]",
                "invalid password: incorrect",
                "loaded logo@2x.png",
                "test user a@example.com",
                "took 1234567890123456 ns at 1700000000000000000",
                "trace 4bf92f3577b34da6a3ce929d0e0e4736 span 00f067aa0ba902b7",
                "Bearer authentication required",
                "session id=expired",
                "uuid 123e4567-e89b-12d3-a456-426614174000",
            })
    void an_ordinary_line_is_left_alone(String line) {
        assertThat(scan(line)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BEARER_TOKEN 12:00 headers {'Authorization': 'Token {h40}'}",
                "BEARER_TOKEN \"Authorization\": \"Token {h40}\", \"Accept\": \"*/*\"",
                "BEARER_TOKEN \"GET /feed/?token={h40} HTTP/1.1\" 200 17",
                "BEARER_TOKEN \"GET /users/password/edit?reset_password_token={s24} HTTP/1.1\" 200 17",
                "BEARER_TOKEN \"GET /accounts/reset/MQ/{a6}-{h32}/ HTTP/1.1\" 302 0",
                "BEARER_TOKEN \"GET /verify-email/{A43} HTTP/1.1\" 200 9",
                "PASSWORD login failed: <QueryDict: {'username': ['kim'], 'password': ['{A10}7x']}>",
                "PASSWORD Parameters: {\"user\"=>\"kim\", \"password\"=>\"{A10}7x\"}"
            })
    void what_a_request_carries_is_found(String line) {
        Kind kind = Kind.valueOf(line.substring(0, line.indexOf(' ')));
        for (int seed = 0; seed < 20; seed++) {
            String text = Samples.seeded(seed).fill(line.substring(line.indexOf(' ') + 1));
            assertThat(scan(text)).extracting(PersonalHit::kind).containsExactly(kind);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postfix/cleanup[17]: 4F2A: message-id=<{a20}@mail.harbor-clients.com>",
                "sent id=<{d14}.{h20}@mail.harbor-clients.com> to queue",
                "Message-ID: <kim.berg@mail.harbor-clients.com>",
                "References: <{a12}.{d10}@mail.harbor-clients.com> <{a24}@mail.harbor-clients.com>",
                "GET /list?page_token={A40} HTTP/1.1",
                "GET /form?csrf_token={A40} HTTP/1.1",
                "GET /accounts/reset/MQ/set-password/ HTTP/1.1",
                "GET /static/confirm/app.{h20}.js HTTP/1.1",
                "password=[FILTERED] 'password': ['********']"
            })
    void what_only_passes_by_is_left_alone(String line) {
        for (int seed = 0; seed < 20; seed++) {
            assertThat(scan(Samples.seeded(seed).fill(line))).isEmpty();
        }
    }

    @Test
    void the_address_of_a_person_is_found_beside_the_id_of_a_message() {
        assertThat(scan("id=kim.berg1984@north-clients.net message-id=<"
                        + Samples.seeded(3).fill("{a20}")
                        + "@north-clients.net> to=<maximilian.schwarz1985@north-clients.net>"))
                .extracting(PersonalHit::kind)
                .containsExactly(Kind.EMAIL, Kind.EMAIL);
    }

    @Test
    void a_tally_counts_all_and_keeps_different_samples() {
        PersonalTally tally = new PersonalTally(2);
        scan("a@b-c.com\na@b-c.com\nd@b-c.com\ne@b-c.com\n").forEach(tally);
        assertThat(tally.count(Kind.EMAIL)).isEqualTo(4);
        assertThat(tally.different(Kind.EMAIL)).isEqualTo(3);
        assertThat(tally.samples(Kind.EMAIL)).extracting(PersonalHit::line).containsExactly(1L, 3L);
        assertThat(tally.samples(Kind.EMAIL))
                .allSatisfy(hit -> assertThat(hit.sample()).doesNotContain("@"));
    }
}
