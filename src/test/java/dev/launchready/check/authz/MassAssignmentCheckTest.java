package dev.launchready.check.authz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.check.DialectServer;
import dev.launchready.check.Told;
import dev.launchready.check.dialect.FieldBoard;
import dev.launchready.check.dialect.FieldBoard.Manner;
import dev.launchready.check.dialect.Scan;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
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
            return Told.of(Scan.of(
                    new MassAssignmentCheck(), Scan.portal(server.port(), file, board.files(server.port()))));
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
}
