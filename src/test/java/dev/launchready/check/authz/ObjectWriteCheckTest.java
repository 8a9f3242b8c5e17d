package dev.launchready.check.authz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.check.DialectServer;
import dev.launchready.check.Told;
import dev.launchready.check.dialect.NoteBoard;
import dev.launchready.check.dialect.NoteBoard.Flaw;
import dev.launchready.check.dialect.NoteBoard.Manner;
import dev.launchready.check.dialect.Scan;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("authz.object-write")
class ObjectWriteCheckTest {

    private static String told(NoteBoard board) throws Exception {
        return told(board, board.file());
    }

    private static String told(NoteBoard board, String file) throws Exception {
        try (DialectServer server = new DialectServer(board)) {
            return Told.of(Scan.of(new ObjectWriteCheck(), Scan.portal(server.port(), file)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_sound_board_passes_and_nothing_stays_behind(Manner manner) throws Exception {
        NoteBoard board = NoteBoard.of(manner, Set.of());
        assertThat(told(board)).startsWith("PASS owner-writes");
        assertThat(board.notes()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_stranger_who_changes_is_found(Manner manner) throws Exception {
        NoteBoard board = NoteBoard.of(manner, Set.of(Flaw.CHANGE_FOREIGN));
        assertThat(told(board)).isEqualTo("FAIL other-changes");
        assertThat(board.notes()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_stranger_who_removes_is_found(Manner manner) throws Exception {
        assertThat(told(NoteBoard.of(manner, Set.of(Flaw.REMOVE_FOREIGN)))).isEqualTo("FAIL other-removes");
    }

    @ParameterizedTest
    @EnumSource
    void nobody_who_writes_is_found(Manner manner) throws Exception {
        assertThat(told(NoteBoard.of(manner, Set.of(Flaw.CHANGE_AS_NOBODY, Flaw.REMOVE_AS_NOBODY))))
                .isEqualTo("FAIL anyone-changes anyone-removes");
    }

    @Test
    void without_a_flow_nothing_is_written() throws Exception {
        NoteBoard board = NoteBoard.of(Manner.BY_THE_BOOK, Set.of());
        String file = board.file().substring(0, board.file().indexOf("flows:"));
        assertThat(told(board, file)).isEqualTo("BLOCKED no-create-flow no-create-flow");
        assertThat(board.next().get()).isEqualTo(40);
    }

    @Test
    void what_the_file_says_is_not_undone_is_told() throws Exception {
        NoteBoard board = NoteBoard.of(Manner.BY_THE_BOOK, Set.of());
        String file = board.file().replace("undo: \"DELETE /api/notes/{id}\"", "undo: none");
        assertThat(told(board, file)).contains("left-behind");
    }

    @Test
    void a_body_without_the_marker_cannot_be_read_back() throws Exception {
        NoteBoard board = NoteBoard.of(Manner.BY_THE_BOOK, Set.of());
        assertThat(told(board, board.file().replace("{marker}", "the pier"))).startsWith("BLOCKED no-read-back");
        assertThat(board.notes()).isEmpty();
    }
}
