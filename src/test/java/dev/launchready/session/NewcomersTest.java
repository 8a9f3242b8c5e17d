package dev.launchready.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.check.DialectServer;
import dev.launchready.check.DialectServer.Reply;
import dev.launchready.check.dialect.JoinBoard;
import dev.launchready.check.dialect.Scan;
import dev.launchready.portal.Flows.Flow;
import dev.launchready.portal.Portal;
import dev.launchready.probe.http.OkHttpProbe;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Accounts that the run makes are known before they are asked for, and until they are gone. */
class NewcomersTest {

    /** What happened, in its order: {@code made}, {@code sent}, {@code undone}. */
    private final List<String> story = new ArrayList<>();

    private final WriteLog log = new WriteLog() {
        @Override
        public void making(String owner, String type, String marker) {
            story.add("making " + type);
        }

        @Override
        public void made(Made object) {
            story.add("made " + object.type() + " of " + object.owner());
        }

        @Override
        public void undone(Made object) {
            story.add("undone " + object.type() + " of " + object.owner());
        }
    };

    private interface Deed {
        void with(Newcomers newcomers, Flow way) throws Exception;
    }

    private void on(JoinBoard board, int signUpStatus, Deed deed) throws Exception {
        try (DialectServer server = new DialectServer(ask -> {
                    if (!ask.path().equals("/join")) {
                        return board.apply(ask);
                    }
                    story.add("sent");
                    return signUpStatus == 0 ? board.apply(ask) : Reply.json(signUpStatus, "{}");
                });
                OkHttpProbe http = Web.probe(portal(server, board))) {
            LiveSessions sessions = new LiveSessions(portal(server, board), http, Clock.systemUTC());
            sessions.workbench().tell(log);
            deed.with(sessions.newcomers(), sessions.newcomers().ways().get(0));
        }
    }

    private static Portal portal(DialectServer server, JoinBoard board) throws Exception {
        return Scan.portal(server.port(), board.file());
    }

    @Test
    void an_account_is_written_down_before_it_is_asked_for_and_struck_out_when_it_is_gone() throws Exception {
        on(JoinBoard.of(JoinBoard.Manner.IGNORES, Set.of()), 0, (newcomers, way) -> {
            Guest guest = newcomers.make(way).orElseThrow();
            assertThat(story).containsExactly("made account of newcomer", "sent");
            assertThat(newcomers.remove(guest)).isTrue();
        });
        assertThat(story).containsExactly("made account of newcomer", "sent", "undone account of newcomer");
    }

    @Test
    void a_sign_up_that_is_refused_made_nothing() throws Exception {
        on(
                JoinBoard.of(JoinBoard.Manner.IGNORES, Set.of()),
                422,
                (newcomers, way) ->
                        newcomers.signUp(way, newcomers.applicants(way).get(0)));
        assertThat(story).containsExactly("made account of newcomer", "sent", "undone account of newcomer");
    }

    @Test
    void another_applicant_has_an_address_of_the_same_kind() throws Exception {
        on(JoinBoard.of(JoinBoard.Manner.IGNORES, Set.of()), 0, (newcomers, way) -> {
            for (Applicant who : newcomers.applicants(way)) {
                Applicant other = newcomers.another(way, who);
                assertThat(other.mail()).isNotEqualTo(who.mail());
                assertThat(other.mail().replaceAll("lr[a-z0-9]{16}", ""))
                        .isEqualTo(who.mail().replaceAll("lr[a-z0-9]{16}", ""));
            }
        });
    }

    @Test
    void what_an_earlier_run_left_is_signed_in_once_more_and_removed() throws Exception {
        JoinBoard board = JoinBoard.of(JoinBoard.Manner.BY_NAME, Set.of());
        try (DialectServer server = new DialectServer(board);
                OkHttpProbe http = Web.probe(portal(server, board))) {
            Newcomers killed = new LiveSessions(portal(server, board), http, Clock.systemUTC()).newcomers();
            String marker =
                    killed.make(killed.ways().get(0)).orElseThrow().who().marker();
            assertThat(board.count()).isEqualTo(3);

            LiveSessions resumed = new LiveSessions(portal(server, board), http, Clock.systemUTC());
            resumed.workbench().tell(log);
            assertThat(resumed.adopt("account", "newcomer", marker, marker)).isTrue();
            assertThat(resumed.adopt("account", "newcomer", "lrnobody", "lrnobody"))
                    .isTrue();

            assertThat(resumed.clearAway()).extracting(Made::id).containsExactly("lrnobody");
            assertThat(board.count()).isEqualTo(2);
            assertThat(story).containsOnly("undone account of newcomer").hasSize(2);
        }
    }
}
