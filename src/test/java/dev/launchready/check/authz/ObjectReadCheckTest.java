package dev.launchready.check.authz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.launchready.check.DialectServer;
import dev.launchready.check.Told;
import dev.launchready.check.dialect.Dialect;
import dev.launchready.check.dialect.Dialect.Flaw;
import dev.launchready.check.dialect.Dialects;
import dev.launchready.check.dialect.NoteBoard;
import dev.launchready.check.dialect.Scan;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("authz.object-read")
class ObjectReadCheckTest {

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource
    void tells_in_every_dialect(String name, Set<Flaw> flaws, String expected, Dialect dialect) throws Exception {
        String told = Told.of(Scan.of(new ObjectReadCheck(), dialect, flaws));
        assertThat(told).startsWith(expected.split(" ", 2)[0] + " ");
        assertThat(told).contains(expected.split(" ", -1));
    }

    static Stream<Arguments> tells_in_every_dialect() {
        return Dialects.withRecordings().stream()
                .flatMap(each -> Stream.of(
                        row(
                                each,
                                Set.of(),
                                each.name().equals("throws-500") ? "WARN breaks-on-foreign-id" : "PASS owner-reads"),
                        row(each, Set.of(Flaw.FOREIGN_READ), "FAIL other-reads"),
                        row(each, Set.of(Flaw.OPEN_OBJECT), "FAIL anyone-reads other-reads")));
    }

    @Test
    void where_nobody_owns_anything_the_run_makes_an_object_for_each() throws Exception {
        NoteBoard board = NoteBoard.of(NoteBoard.Manner.ENVELOPE, Set.of());
        try (DialectServer server = new DialectServer(board)) {
            String told = Told.of(Scan.of(new ObjectReadCheck(), Scan.portal(server.port(), board.file())));
            assertThat(told).isEqualTo("PASS owner-reads owner-reads");
            assertThat(board.notes()).hasSize(2);
        }
    }

    private static Arguments row(Dialect dialect, Set<Flaw> flaws, String expected) {
        return arguments(dialect.name(), flaws, expected, dialect);
    }
}
