package dev.launchready.check.authz;

import static dev.launchready.check.dialect.PostBoard.Readers.AUTHOR;
import static dev.launchready.check.dialect.PostBoard.Readers.EVERYBODY;
import static dev.launchready.check.dialect.PostBoard.Readers.SIGNED_IN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.launchready.check.DialectServer;
import dev.launchready.check.Told;
import dev.launchready.check.dialect.PostBoard;
import dev.launchready.check.dialect.PostBoard.Author;
import dev.launchready.check.dialect.PostBoard.Readers;
import dev.launchready.check.dialect.Scan;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Whose an object is, where each names its owner")
class NamedOwnersTest {

    static Stream<Arguments> boards() {
        return Stream.of(
                arguments("nobody but the author", AUTHOR, AUTHOR, "PASS", "PASS"),
                arguments("a list for all, posts for their authors", EVERYBODY, AUTHOR, "PASS", "PASS own-only"),
                arguments(
                        "a list for all, posts for any client",
                        EVERYBODY,
                        SIGNED_IN,
                        "FAIL other-reads",
                        "PASS own-only"),
                arguments(
                        "a list for clients, posts for their authors", SIGNED_IN, AUTHOR, "PASS", "FAIL lists-foreign"),
                arguments(
                        "a list for clients, posts for any client",
                        SIGNED_IN,
                        SIGNED_IN,
                        "FAIL other-reads",
                        "FAIL lists-foreign"),
                arguments("a public board", EVERYBODY, EVERYBODY, "NOT_APPLICABLE all-open", "PASS own-only"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("boards")
    void isToldByItsName(String name, Readers list, Readers detail, String objects, String lists) throws Exception {
        for (Author author : Author.values()) {
            PostBoard board = new PostBoard(list, detail, author);
            try (DialectServer server = new DialectServer(board)) {
                assertThat(Told.of(Scan.of(new ObjectReadCheck(), board.portal(server.port()))))
                        .as("objects, by %s", author)
                        .startsWith(objects);
                assertThat(Told.of(Scan.of(new TenantListsCheck(), board.portal(server.port()))))
                        .as("lists, by %s", author)
                        .startsWith(lists);
            }
        }
    }
}
