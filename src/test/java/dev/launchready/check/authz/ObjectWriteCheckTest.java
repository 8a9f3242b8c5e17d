package dev.launchready.check.authz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.check.DialectServer;
import dev.launchready.check.DialectServer.Reply;
import dev.launchready.check.Told;
import dev.launchready.check.dialect.CommentBoard;
import dev.launchready.check.dialect.JoinBoard;
import dev.launchready.check.dialect.NestBoard;
import dev.launchready.check.dialect.NoteBoard;
import dev.launchready.check.dialect.NoteBoard.Flaw;
import dev.launchready.check.dialect.NoteBoard.Manner;
import dev.launchready.check.dialect.Scan;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

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
    void who_lacks_the_role_of_the_route_that_makes_one_is_no_maker() throws Exception {
        NoteBoard board = NoteBoard.of(Manner.BY_THE_BOOK, Set.of());
        String file = board.file()
                .replace(
                        "consent:",
                        "  nils: {role: member, tenant: north, login: {kind: bearer, token: tok-nils-1}}\nconsent:");
        try (DialectServer server = new DialectServer(ask ->
                ask.method().equals("POST") && ask.header("Authorization").contains("nils")
                        ? Reply.json(403, "{}")
                        : board.apply(ask))) {
            assertThat(Told.of(Scan.of(
                            new ObjectWriteCheck(),
                            Scan.portal(
                                    server.port(),
                                    file.replace("routes: {", "routes: {roles: {client: [POST /api/notes]}, ")))))
                    .startsWith("PASS owner-writes");
        }
    }

    @Test
    void where_some_cannot_make_one_others_are_proof_enough() throws Exception {
        NoteBoard board = NoteBoard.of(Manner.BY_THE_BOOK, Set.of());
        try (DialectServer server = new DialectServer(ask ->
                ask.method().equals("POST") && ask.header("Authorization").contains("bob")
                        ? Reply.json(403, "{}")
                        : board.apply(ask))) {
            assertThat(Told.of(Scan.of(new ObjectWriteCheck(), Scan.portal(server.port(), board.file()))))
                    .startsWith("PASS owner-writes");
        }
    }

    @ParameterizedTest(name = "{0}, by a flow for {1}: {2}")
    @CsvSource({
        "'', {owns.project}, PASS owner-writes owner-writes owner-writes owner-writes",
        "silent, {owns.project}, PASS owner-writes owner-writes owner-writes owner-writes",
        "single, {owns.project}, PASS owner-writes owner-writes owner-writes owner-writes",
        "own-space, {owns.project}, PASS owner-writes owner-writes owner-writes owner-writes",
        "foreign, {owns.project}, FAIL other-adds",
        "foreign+single, {owns.project}, FAIL other-adds",
        "nobody, {owns.project}, FAIL other-adds other-adds",
        "'', 17, PASS owner-writes owner-writes",
        "foreign, 17, FAIL other-adds"
    })
    void what_a_stranger_adds_is_found(String flaws, String project, String expected) throws Exception {
        CommentBoard board = CommentBoard.of(Set.of(flaws.split("\\+", -1)));
        String as = project.equals("17") ? "as: alice, " : "";
        try (DialectServer server = new DialectServer(board)) {
            assertThat(Told.of(Scan.of(new ObjectWriteCheck(), Scan.portal(server.port(), board.file(project, as)))))
                    .isEqualTo(expected);
        }
        // at most one of the run's own estate for each, which the end of a run clears
        assertThat(board.comments()).hasSizeLessThanOrEqualTo(2);
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

    private static String told(JoinBoard board, String file) throws Exception {
        try (DialectServer server = new DialectServer(board)) {
            return Told.of(Scan.of(new ObjectWriteCheck(), Scan.portal(server.port(), file)));
        }
    }

    private static final Set<JoinBoard.Manner> WITH_ROUTES = Set.of(
            JoinBoard.Manner.IGNORES,
            JoinBoard.Manner.REJECTS,
            JoinBoard.Manner.ERROR_200,
            JoinBoard.Manner.NESTED,
            JoinBoard.Manner.BY_NAME,
            JoinBoard.Manner.COOKIE);

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HIDDEN")
    void where_accounts_are_their_own_it_passes_and_none_stays(JoinBoard.Manner manner) throws Exception {
        JoinBoard board = JoinBoard.of(manner, Set.of());
        assertThat(told(board, board.fileWithPeople())).startsWith("PASS account-writes");
        assertThat(board.count()).isEqualTo(2);
    }

    static Stream<Arguments> everyDeedOnAnAccount() {
        return Stream.concat(
                WITH_ROUTES.stream()
                        .sorted()
                        .flatMap(manner -> Stream.of("password", "name", "remove")
                                .flatMap(deed -> Stream.of(
                                        Arguments.of(manner, "other." + deed, "FAIL other-takes-account"),
                                        Arguments.of(
                                                manner,
                                                "any." + deed,
                                                deed.equals("remove")
                                                        ? "FAIL other-takes-account"
                                                        : "FAIL anyone-takes-account other-takes-account")))),
                Stream.of(
                        Arguments.of(JoinBoard.Manner.FORMS, "other.password", "FAIL other-takes-account"),
                        // nobody has no page with the token that the form asks for
                        Arguments.of(JoinBoard.Manner.FORMS, "any.password", "FAIL other-takes-account")));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyDeedOnAnAccount")
    void what_somebody_else_does_to_an_account_is_found(JoinBoard.Manner manner, String lapse, String told)
            throws Exception {
        JoinBoard board = JoinBoard.of(manner, Set.of(lapse));
        assertThat(told(board, board.fileWithPeople())).isEqualTo(told);
        assertThat(board.count()).isEqualTo(2);
    }

    @Test
    void a_route_that_changes_the_sender_whoever_is_named_takes_nothing_over() throws Exception {
        JoinBoard board = JoinBoard.of(JoinBoard.Manner.BY_NAME, Set.of("own.password"));
        assertThat(told(board, board.fileWithPeople())).startsWith("PASS account-writes");
        assertThat(board.count()).isEqualTo(2);
    }

    @Test
    void a_short_number_that_no_route_shows_to_be_the_account_is_never_written_to() throws Exception {
        JoinBoard board =
                JoinBoard.of(JoinBoard.Manner.IGNORES, Set.of("other.password", "other.name", "other.remove"));
        String blind = board.fileWithPeople().replace("\"GET /api/people/{user}\", ", "");
        assertThat(told(board, blind)).isEqualTo("BLOCKED account-not-written account-not-written account-not-written");
        assertThat(board.count()).isEqualTo(2);
    }

    @Test
    void what_an_account_cannot_do_to_itself_proves_nothing() throws Exception {
        JoinBoard board = JoinBoard.of(JoinBoard.Manner.REJECTS, Set.of());
        try (DialectServer server = new DialectServer(
                ask -> ask.path().matches("/api/people/.*") && !ask.method().equals("GET")
                        ? Reply.json(403, "{}")
                        : board.apply(ask))) {
            assertThat(Told.of(Scan.of(new ObjectWriteCheck(), Scan.portal(server.port(), board.fileWithPeople()))))
                    .isEqualTo("BLOCKED account-not-written account-not-written account-not-written");
        }
    }

    @Test
    void without_accounts_to_try_it_on_it_says_so() throws Exception {
        JoinBoard board = JoinBoard.of(JoinBoard.Manner.IGNORES, Set.of());
        try (DialectServer server =
                new DialectServer(ask -> ask.path().equals("/join") ? Reply.json(202, "{}") : board.apply(ask))) {
            assertThat(Told.of(Scan.of(new ObjectWriteCheck(), Scan.portal(server.port(), board.fileWithPeople()))))
                    .isEqualTo("BLOCKED no-account no-account no-account");
        }
    }

    @Test
    void an_account_that_is_locked_after_the_try_tells_nothing() throws Exception {
        JoinBoard board = JoinBoard.of(JoinBoard.Manner.IGNORES, Set.of());
        AtomicInteger writes = new AtomicInteger();
        try (DialectServer server = new DialectServer(ask -> {
            boolean write = ask.path().endsWith("/password");
            boolean locked = writes.addAndGet(write ? 1 : 0) > 1;
            return locked && ask.path().equals("/login") ? Reply.json(429, "{}") : board.apply(ask);
        })) {
            assertThat(Told.of(Scan.of(new ObjectWriteCheck(), Scan.portal(server.port(), board.fileWithPeople()))))
                    .contains("account-unclear");
        }
    }

    private static String told(NestBoard board, String file) throws Exception {
        try (DialectServer server = new DialectServer(board)) {
            return Told.of(Scan.of(new ObjectWriteCheck(), Scan.portal(server.port(), file)));
        }
    }

    @Test
    void what_lies_beneath_one_s_own_objects_is_made_there() throws Exception {
        NestBoard board = NestBoard.of();
        Map<String, String> before = Map.copyOf(board.things());
        assertThat(told(board, board.file())).startsWith("PASS owner-writes");
        assertThat(board.asked()).contains("POST /orgs/71/projects/811/tasks", "POST /orgs/72/projects/822/tasks");
        assertThat(board.things()).isEqualTo(before);
    }

    @Test
    void a_stranger_who_changes_what_lies_beneath_another_s_objects_is_found() throws Exception {
        NestBoard board = NestBoard.of("change");
        assertThat(told(board, board.file())).isEqualTo("FAIL other-changes");
    }

    @Test
    void what_it_must_lie_beneath_is_made_first_and_nothing_makes_itself() throws Exception {
        NestBoard board = NestBoard.bare();
        String needsItself = "    org: {request: \"POST /orgs/{owns.org}/orgs\", id: $.id, undo: none}\n";
        assertThat(told(board, board.fileWithProjects() + needsItself)).startsWith("PASS owner-writes");
        assertThat(board.asked()).doesNotContain("POST /orgs/71/orgs").contains("POST /orgs/71/projects");
    }

    @Test
    void without_anything_to_lie_beneath_nothing_is_sent_and_that_is_told() throws Exception {
        NestBoard board = NestBoard.bare();
        assertThat(told(board, board.file())).isEqualTo("BLOCKED owns-no-parent owns-no-parent");
        assertThat(board.asked()).noneMatch(each -> each.startsWith("POST"));
    }

    @Test
    void what_an_administrator_sees_of_all_clients_is_not_taken_for_the_administrators_own() throws Exception {
        NestBoard board = NestBoard.of();
        String olga = "  olga: {role: admin, login: {kind: bearer, token: tok-admin-1}}\nconsent:";
        assertThat(told(board, board.file().replace("consent:", olga))).isEqualTo("BLOCKED owns-no-parent");
        assertThat(board.asked()).contains("POST /orgs/71/projects/811/tasks", "POST /orgs/72/projects/822/tasks");
    }
}
