package dev.launchready.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.model.Evidence.HttpExchange;
import dev.launchready.model.Proof;
import dev.launchready.model.Scorecard.AccessCell;
import dev.launchready.session.Glimpse;
import dev.launchready.session.Glimpse.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessSeenTest {

    @ParameterizedTest
    @CsvSource({
        "SHOWN,       true,  ALLOWED CONFIRMED",
        "SHOWN,       false, ALLOWED CONFIRMED",
        "ALIKE,       true,  ALLOWED STRONG",
        "RESEMBLES,   true,  UNKNOWN HEURISTIC",
        "REFUSED,     true,  REFUSED CONFIRMED",
        "REFUSED,     false, UNKNOWN",
        "OWN_INSTEAD, true,  REFUSED CONFIRMED",
        "CRASHED,     true,  REFUSED STRONG",
        "UNCLEAR,     true,  UNKNOWN",
    })
    void a_strangers_glimpse_is_a_cell(Kind kind, boolean told, String expected) {
        AccessSeen access = new AccessSeen("GET", "/invoices/{invoice}")
                .stranger("bob", Optional.of("alice"), new Glimpse(kind, "sign", 200), told);

        assertThat(access.rows())
                .singleElement()
                .satisfies(row -> assertThat(row.cells()).singleElement().satisfies(cell -> {
                    assertThat(cell.expected()).isEqualTo(AccessCell.REFUSED);
                    assertThat(told(cell)).isEqualTo(expected);
                }));
    }

    @ParameterizedTest
    @CsvSource({
        "401, REFUSED STRONG",
        "404, REFUSED STRONG",
        "400, UNKNOWN",
        "422, UNKNOWN",
        "302, UNKNOWN",
        "429, UNKNOWN",
        "408, UNKNOWN",
        "503, UNKNOWN",
        "200, UNKNOWN"
    })
    void a_rightful_one_in_trouble_was_refused_only_where_the_answer_says_so(int status, String expected) {
        AccessSeen access = new AccessSeen("GET", "/me").troubled("alice", Optional.empty(), List.of(answer(status)));

        AccessCell cell = access.rows().get(0).cells().get(0);
        assertThat(cell.expected()).isEqualTo(AccessCell.ALLOWED);
        assertThat(told(cell)).isEqualTo(expected);
    }

    @Test
    void a_route_that_nobody_was_seen_at_has_no_row() {
        assertThat(new AccessSeen("GET", "/me").rows()).isEmpty();
    }

    private static HttpExchange answer(int status) {
        return new HttpExchange(
                "alice",
                "GET",
                "https://portal.example/me",
                List.of(),
                status,
                List.of(),
                0,
                "",
                Duration.ZERO,
                "curl");
    }

    private static String told(AccessCell cell) {
        return (cell.seen() + " " + cell.proof().map(Proof::name).orElse("")).strip();
    }
}
