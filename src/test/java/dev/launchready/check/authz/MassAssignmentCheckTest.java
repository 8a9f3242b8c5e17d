package dev.launchready.check.authz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.check.DialectServer;
import dev.launchready.check.DialectServer.Reply;
import dev.launchready.check.Told;
import dev.launchready.check.dialect.FieldBoard;
import dev.launchready.check.dialect.FieldBoard.Manner;
import dev.launchready.check.dialect.Scan;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("authz.mass-assignment")
class MassAssignmentCheckTest {
    private static final Map<String, String> REASONS = Map.of(
            "role", "role-assigned",
            "owner_id", "owner-assigned",
            "tenant", "owner-assigned",
            "total", "price-assigned",
            "plan", "plan-assigned",
            "approved", "state-assigned",
            "status", "state-assigned");

    private static String told(FieldBoard board) throws Exception {
        return told(board, board.file());
    }

    private static String told(FieldBoard board, String file) throws Exception {
        try (DialectServer server = new DialectServer(board)) {
            return Told.of(
                    Scan.of(new MassAssignmentCheck(), Scan.portal(server.port(), file, board.files(server.port()))));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_sound_board_passes_and_nothing_stays_behind(Manner manner) throws Exception {
        FieldBoard board = FieldBoard.of(manner, Set.of());
        assertThat(told(board)).startsWith("PASS owner-makes");
        assertThat(board.orders()).isEmpty();
    }

    static Stream<Arguments> everyFieldOfEveryManner() {
        return Arrays.stream(Manner.values())
                .filter(manner -> manner != Manner.BOTH)
                .flatMap(manner -> REASONS.keySet().stream().sorted().map(field -> Arguments.of(manner, field)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyFieldOfEveryManner")
    void a_field_that_is_taken_over_is_found_and_undone(Manner manner, String field) throws Exception {
        FieldBoard board = FieldBoard.of(manner, Set.of(field));
        String reason = REASONS.get(field);
        assertThat(told(board)).isIn("FAIL " + reason, "FAIL " + reason + " " + reason);
        assertThat(board.orders()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"owner_id", "tenant"})
    void what_nobody_finds_any_more_was_given_away_and_stays(String field) throws Exception {
        assertThat(told(FieldBoard.of(Manner.BOTH, Set.of(field))))
                .isEqualTo("FAIL left-behind left-behind owner-assigned owner-assigned");
    }

    @Test
    void a_board_that_stores_anything_is_told_and_usual_names_in_it_prove_nothing() throws Exception {
        FieldBoard board = FieldBoard.of(Manner.IGNORES, Set.of("*"));
        assertThat(told(board)).contains("stores-anything", "role-assigned").doesNotContain("is_admin");
        assertThat(board.orders()).isEmpty();
    }

    @Test
    void a_field_that_decides_nothing_may_be_set() throws Exception {
        assertThat(told(FieldBoard.of(Manner.IGNORES, Set.of("colour")))).startsWith("PASS");
    }

    @Test
    void with_one_identity_an_owner_s_field_is_named_and_the_line_that_would_prove_it() throws Exception {
        FieldBoard board = FieldBoard.of(Manner.IGNORES, Set.of());
        String alone = board.file().replaceAll("(?m)^  bob: .*\n", "");
        assertThat(told(board, alone)).startsWith("BLOCKED no-other-owner");
    }

    @Test
    void without_a_flow_there_is_nothing_to_write() throws Exception {
        FieldBoard board = FieldBoard.of(Manner.IGNORES, Set.of());
        String file = board.file().substring(0, board.file().indexOf("flows:"));
        assertThat(told(board, file)).isEqualTo("BLOCKED nothing-to-write");
    }

    @Test
    void a_flow_that_makes_nothing_proves_nothing() throws Exception {
        FieldBoard board = FieldBoard.of(Manner.REJECTS, Set.of());
        assertThat(told(board, board.file().replace("title: ", "heading: ")))
                .isEqualTo("BLOCKED cannot-make cannot-make");
    }

    @Test
    void what_is_not_found_again_proves_nothing() throws Exception {
        FieldBoard board = FieldBoard.of(Manner.IGNORES, Set.of());
        String file = board.file().replace(", owned: [\"GET /api/orders/{order}\", \"PATCH /api/orders/{order}\"]", "");
        assertThat(told(board, file)).isEqualTo("BLOCKED no-read-back");
        assertThat(board.orders()).isEmpty();
    }

    @Test
    void a_limiter_between_the_tries_proves_nothing() throws Exception {
        FieldBoard board = FieldBoard.of(Manner.REJECTS, Set.of());
        AtomicInteger writes = new AtomicInteger();
        try (DialectServer server = new DialectServer(ask -> ask.method().equals("POST") && writes.incrementAndGet() > 2
                ? Reply.json(429, "{}")
                : board.apply(ask))) {
            assertThat(Told.of(Scan.of(new MassAssignmentCheck(), Scan.portal(server.port(), board.file()))))
                    .startsWith("BLOCKED cannot-");
        }
    }
}
