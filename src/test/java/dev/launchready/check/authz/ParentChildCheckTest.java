package dev.launchready.check.authz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.check.DialectServer;
import dev.launchready.check.Told;
import dev.launchready.check.dialect.NestedBoard;
import dev.launchready.check.dialect.NestedBoard.Flaw;
import dev.launchready.check.dialect.NestedBoard.Manner;
import dev.launchready.check.dialect.Scan;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

@DisplayName("authz.parent-child")
class ParentChildCheckTest {

    private static String told(Manner manner, Set<Flaw> flaws) throws Exception {
        NestedBoard board = new NestedBoard(manner, flaws);
        try (DialectServer server = new DialectServer(board)) {
            return Told.of(Scan.of(
                    new ParentChildCheck(), Scan.portal(server.port(), board.file(), board.files(server.port()))));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_sound_portal_passes(Manner manner) throws Exception {
        assertThat(told(manner, Set.of()))
                .startsWith(manner == Manner.THROWS ? "WARN breaks-on-mixed-ids" : "PASS owner-reads");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NUMBERED")
    void a_child_loaded_by_its_id_alone_is_found(Manner manner) throws Exception {
        assertThat(told(manner, Set.of(Flaw.CHILD_BY_ID))).startsWith("FAIL foreign-child");
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"NUMBERED", "IN_THE_QUERY", "IN_A_HEADER", "GRAPHQL"})
    void a_parent_that_decides_nothing_is_told_and_closes_no_gate(Manner manner) throws Exception {
        assertThat(told(manner, Set.of(Flaw.PARENT_IGNORED))).startsWith("WARN").contains("parent-ignored");
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"NUMBERED", "IN_THE_QUERY", "IN_A_HEADER", "GRAPHQL"})
    void a_parent_that_is_shown_to_whoever_names_it_is_found(Manner manner) throws Exception {
        assertThat(told(manner, Set.of(Flaw.PARENT_SHOWN))).startsWith("FAIL").contains("foreign-parent-shown");
    }

    /** Elsewhere than in the path, a parent may be a filter: one that is not looked at hides nothing. */
    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"IN_THE_QUERY", "IN_A_HEADER", "GRAPHQL"})
    void a_parent_outside_of_the_path_may_decide_nothing(Manner manner) throws Exception {
        assertThat(told(manner, Set.of(Flaw.PARENT_IGNORED))).startsWith("PASS owner-reads");
    }
}
