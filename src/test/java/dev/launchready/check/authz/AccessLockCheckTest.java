package dev.launchready.check.authz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.check.Judgement;
import dev.launchready.check.Judgement.Control;
import dev.launchready.check.Params;
import dev.launchready.check.Told;
import dev.launchready.check.authz.AccessLockCheck.Seen;
import dev.launchready.model.AccessLock;
import dev.launchready.model.AccessLock.Line;
import dev.launchready.model.AccessLock.Place;
import dev.launchready.model.Scorecard.AccessCell;
import dev.launchready.model.Scorecard.AccessRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("authz.access-lock")
class AccessLockCheckTest {
    /** Something that is the same before and now, so that there is always something to compare. */
    private static final String STEADY = "/me client ALLOWED";

    @ParameterizedTest(name = "{0} then {1}: {2}")
    @CsvSource({
        "/a client REFUSED,           /a client ALLOWED not-meant,           FAIL may-now",
        "/a client REFUSED,           /a client ALLOWED,                     FAIL may-now",
        "/a client on client REFUSED, /a client on client ALLOWED not-meant, FAIL may-now",
        "/a client on own ALLOWED,    /a client on client ALLOWED not-meant, FAIL may-now",
        "/a nobody REFUSED,           /a nobody ALLOWED not-meant,           FAIL may-now",
        "/a admin ALLOWED,            /a client ALLOWED,                     FAIL may-now",
        "/a client UNKNOWN,           /a client ALLOWED not-meant,           FAIL may-now",
        "/a client UNKNOWN,           /a client ALLOWED,                     PASS compared",
        "/a client ALLOWED,           /a client ALLOWED,                     PASS compared",
        "/a client REFUSED,           /a client REFUSED not-meant,           PASS compared",
        "/a client REFUSED,           /a client UNKNOWN not-meant,           PASS untold",
        "/a client ALLOWED,           /a client UNKNOWN,                     PASS untold",
        "/a nobody ALLOWED,           /a nobody REFUSED,                     WARN may-no-longer",
        "/a client ALLOWED,           /b client ALLOWED,                     FAIL new-route",
        "/a client ALLOWED,           /b client ALLOWED,                     FAIL route-gone",
        "/a client ALLOWED,           /b client REFUSED not-meant,           WARN new-closed-route",
        "/a client ALLOWED,           /b client UNKNOWN,                     WARN route-gone",
    })
    void compares_what_is_seen_with_what_was_agreed(String locked, String now, String expected) {
        String told = Told.of(judged(List.of(STEADY, locked), Set.of(), STEADY, now));

        assertThat(told).contains(expected.split(" ", -1));
    }

    @Test
    void a_route_that_is_known_and_was_not_looked_at_is_told_and_is_no_change() {
        Judgement judgement = judged(List.of(STEADY, "/a client REFUSED"), Set.of("GET /a"), STEADY);

        assertThat(judgement)
                .isInstanceOfSatisfying(
                        Judgement.Passed.class,
                        passed -> assertThat(passed.controls())
                                .contains(new Control("untold", Map.of("count", "1", "first", "client at GET /a"))));
    }

    @Test
    void without_a_lock_it_does_not_apply_and_without_a_matrix_it_cannot_tell() {
        Seen none = new Seen(Optional.empty(), List.of(), Set.of(), "portal.example");

        assertThat(Told.of(new AccessLockCheck().judge(none, new Params(Map.of()))))
                .contains("no-lock");
        assertThat(Told.of(judged(List.of(STEADY), Set.of()))).contains("BLOCKED", "nothing-seen");
        assertThat(Told.of(judged(List.of(STEADY), Set.of(), "/me client UNKNOWN")))
                .contains("nothing-seen");
    }

    @Test
    void one_account_that_is_let_in_opens_the_route_to_its_role() {
        List<AccessRow> rows = List.of(new AccessRow(
                "GET",
                "/a/{a}",
                List.of(
                        cell("alice", "bob", AccessCell.REFUSED, AccessCell.REFUSED),
                        cell("bob", "alice", AccessCell.REFUSED, AccessCell.ALLOWED),
                        cell("bob", "bob", AccessCell.ALLOWED, AccessCell.ALLOWED),
                        cell("nobody", "bob", AccessCell.REFUSED, AccessCell.UNKNOWN))));

        assertThat(AccessLock.of(rows, Map.of("alice", "key user", "bob", "key user"), route -> "/base" + route))
                .extracting(line -> line.place().route() + " " + line.place().role() + " "
                        + line.place().on().orElse("") + " " + line.seen())
                .containsExactly(
                        "/base/a/{a} key-user key-user ALLOWED",
                        "/base/a/{a} key-user own ALLOWED",
                        "/base/a/{a} nobody key-user UNKNOWN");
    }

    private static AccessCell cell(String identity, String on, String expected, String seen) {
        return new AccessCell(identity, Optional.of(on), expected, seen, Optional.empty());
    }

    private static Judgement judged(List<String> locked, Set<String> known, String... now) {
        AccessLock lock = new AccessLock(
                "access.lock", locked.stream().map(AccessLockCheckTest::line).toList());
        List<Line> seen = Stream.of(now).map(AccessLockCheckTest::line).toList();
        return new AccessLockCheck()
                .judge(new Seen(Optional.of(lock), seen, known, "portal.example"), new Params(Map.of()));
    }

    /** @param words {@code ROUTE ROLE [on WHOSE] SEEN [not-meant]} */
    private static Line line(String words) {
        List<String> parts = List.of(words.split(" ", -1));
        boolean meant = !words.endsWith(" not-meant");
        Optional<String> on = parts.get(2).equals("on") ? Optional.of(parts.get(3)) : Optional.empty();
        String seen = parts.get(on.isPresent() ? 4 : 2);
        return new Line(new Place("GET", parts.get(0), parts.get(1), on), seen, meant, 2);
    }
}
