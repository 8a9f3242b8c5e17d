package dev.launchready.check.authz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.check.DialectServer;
import dev.launchready.check.DialectServer.Reply;
import dev.launchready.check.Judgement;
import dev.launchready.check.Raised;
import dev.launchready.check.Told;
import dev.launchready.check.dialect.FieldBoard;
import dev.launchready.check.dialect.FieldBoard.Manner;
import dev.launchready.check.dialect.JoinBoard;
import dev.launchready.check.dialect.NestBoard;
import dev.launchready.check.dialect.Scan;
import dev.launchready.model.Json;
import dev.launchready.model.Proof;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
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

    private static String told(JoinBoard board) throws Exception {
        try (DialectServer server = new DialectServer(board)) {
            return Told.of(Scan.of(new MassAssignmentCheck(), Scan.portal(server.port(), board.file())));
        }
    }

    @ParameterizedTest
    @EnumSource
    void where_people_sign_up_soundly_it_passes_and_no_account_stays(JoinBoard.Manner manner) throws Exception {
        JoinBoard board = JoinBoard.of(manner, Set.of());
        assertThat(told(board)).startsWith("PASS owner-makes");
        assertThat(board.count()).isEqualTo(2);
    }

    static Stream<Arguments> everyFieldOfEverySignUp() {
        Map<String, String> fields = Map.of(
                "role", "role-assigned",
                "is_admin", "role-assigned",
                "tenant_id", "owner-assigned",
                "plan", "plan-assigned",
                "email_verified", "state-assigned");
        return Arrays.stream(JoinBoard.Manner.values())
                .flatMap(manner -> fields.entrySet().stream()
                        .filter(field -> manner != JoinBoard.Manner.HIDDEN
                                || field.getValue().equals("role-assigned"))
                        // a form sends words, which this board's column of numbers leaves out
                        .filter(field -> manner != JoinBoard.Manner.FORMS
                                || !field.getKey().equals("tenant_id"))
                        .sorted(Map.Entry.comparingByKey())
                        .map(field -> Arguments.of(manner, field.getKey(), field.getValue())));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyFieldOfEverySignUp")
    void a_field_that_a_sign_up_takes_over_is_found_and_no_account_stays(
            JoinBoard.Manner manner, String field, String reason) throws Exception {
        JoinBoard board = JoinBoard.of(manner, Set.of(field));
        assertThat(told(board)).isEqualTo("FAIL " + reason);
        assertThat(board.count()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"IGNORES", "REJECTS", "ERROR_200", "NESTED", "FORMS", "COOKIE"})
    void a_role_that_a_change_of_the_profile_takes_over_is_found(JoinBoard.Manner manner) throws Exception {
        JoinBoard board = JoinBoard.of(manner, Set.of("me.role"));
        assertThat(told(board)).isEqualTo("FAIL role-assigned");
        assertThat(board.count()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"company", "colour"})
    void what_somebody_may_say_of_oneself_is_no_finding(String field) throws Exception {
        assertThat(told(JoinBoard.of(JoinBoard.Manner.IGNORES, Set.of(field))))
                .startsWith("PASS")
                .matches(told -> told.contains("takes-any-text") == field.equals("company"));
    }

    @ParameterizedTest(name = "lets its people in: {0}")
    @CsvSource({"true, CONFIRMED", "false, STRONG"})
    void a_tenant_s_id_is_no_free_text_although_any_text_stays(boolean opens, Proof proof) throws Exception {
        JoinBoard board = JoinBoard.of(JoinBoard.Manner.IGNORES, Set.of("company"));
        String file = board.file()
                .replace("tenant: north,", "tenant: north, owns: {company: [\"Company 41\"]},")
                .replace("routes: {", "routes: {owned: [\"GET /api/companies/{company}\"], ");
        try (DialectServer server = new DialectServer(ask -> company(board, ask, opens))) {
            Judgement judgement = Scan.of(new MassAssignmentCheck(), Scan.portal(server.port(), file));
            assertThat(Told.of(judgement)).isEqualTo("FAIL owner-assigned");
            assertThat(((Judgement.Failed) judgement).raised())
                    .extracting(Raised::proof)
                    .containsExactly(proof);
        }
    }

    private static Reply company(JoinBoard board, DialectServer.Ask ask, boolean opens) {
        if (!ask.path().startsWith("/api/companies/")) {
            return board.apply(ask);
        }
        String mail = board.sessions().getOrDefault(ask.header("Authorization").replace("Bearer ", ""), "");
        boolean alice = mail.equals("alice@north.example");
        boolean member = Optional.ofNullable(board.people().get(mail))
                .map(person -> person.get("company"))
                .flatMap(Json::text)
                .filter("Company 41"::equals)
                .isPresent();
        boolean known = ask.path().matches("/api/companies/Company(%20|\\+| )41");
        return known && (alice || (member && opens))
                ? Reply.json(
                        200, "{\"company\":\"Company 41\",\"motto\":\"north-motto-8842\",\"turnover\":\"771204.15\"}")
                : Reply.json(mail.isEmpty() ? 401 : 404, "{}");
    }

    @Test
    void a_sign_up_that_stores_anything_is_told_and_usual_names_in_it_prove_nothing() throws Exception {
        assertThat(told(JoinBoard.of(JoinBoard.Manner.IGNORES, Set.of("*"))))
                .contains("stores-anything", "role-assigned")
                .doesNotContain("price-assigned");
    }

    @Test
    void without_an_account_that_signs_in_a_sign_up_proves_nothing() throws Exception {
        JoinBoard board = JoinBoard.of(JoinBoard.Manner.IGNORES, Set.of());
        try (DialectServer server = new DialectServer(
                ask -> ask.path().equals("/join") ? Reply.json(202, "{\"mailed\":true}") : board.apply(ask))) {
            assertThat(Told.of(Scan.of(new MassAssignmentCheck(), Scan.portal(server.port(), board.file()))))
                    .isEqualTo("BLOCKED no-account");
        }
    }

    @Test
    void a_profile_that_cannot_be_changed_proves_nothing() throws Exception {
        JoinBoard board = JoinBoard.of(JoinBoard.Manner.IGNORES, Set.of());
        try (DialectServer server =
                new DialectServer(ask -> ask.method().equals("PATCH") ? Reply.json(422, "{}") : board.apply(ask))) {
            assertThat(Told.of(Scan.of(new MassAssignmentCheck(), Scan.portal(server.port(), board.file()))))
                    .isEqualTo("BLOCKED profile-not-written");
        }
    }

    @Test
    void an_account_that_is_shown_nowhere_proves_nothing() throws Exception {
        JoinBoard board = JoinBoard.of(JoinBoard.Manner.HIDDEN, Set.of());
        String file = board.file().replaceAll(", contains: [a-z]+@[a-z.]+", ", status: 200");
        try (DialectServer server = new DialectServer(ask -> {
            Reply reply = board.apply(ask);
            boolean profile = ask.method().equals("GET") && ask.path().equals("/api/me");
            return profile && reply.status() == 200 ? Reply.json(200, "{\"fine\":true}") : reply;
        })) {
            assertThat(Told.of(Scan.of(new MassAssignmentCheck(), Scan.portal(server.port(), file))))
                    .isEqualTo("BLOCKED profile-not-shown");
        }
    }

    @Test
    void what_would_lie_beneath_an_object_that_nobody_owns_is_told_and_not_sent() throws Exception {
        NestBoard board = NestBoard.bare();
        try (DialectServer server = new DialectServer(board)) {
            assertThat(Told.of(Scan.of(new MassAssignmentCheck(), Scan.portal(server.port(), board.file()))))
                    .isEqualTo("BLOCKED owns-no-parent");
        }
        assertThat(board.asked()).noneMatch(each -> each.startsWith("POST"));
    }
}
