package dev.launchready.check.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.check.DialectRun;
import dev.launchready.check.DialectServer;
import dev.launchready.check.DialectServer.Reply;
import dev.launchready.check.Judgement;
import dev.launchready.check.Params;
import dev.launchready.check.Raised;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BundlesCheckTest {
    private static final BundlesCheck CHECK = new BundlesCheck();

    @Test
    void eachClassOfKeyIsTold() {
        assertThat(reason("k=\"" + Keys.stripeLive(1) + "\"")).isEqualTo("live-secret");
        assertThat(reason("k=\"" + Keys.stripeTest(2) + "\"")).isEqualTo("test-key");
        assertThat(reason("k=\"" + Keys.googleBrowser(3) + "\"")).isEqualTo("public-key");
        assertThat(reason("token: \"" + Keys.random(4, 20) + "\"")).isEqualTo("looks-like-a-secret");
    }

    @Test
    void scriptsThatNeverCameAreNoCleanScripts() {
        assertThat(judge(seen(List.of(), 0, 4, List.of())))
                .isInstanceOfSatisfying(
                        Judgement.Blocked.class,
                        blocked -> assertThat(blocked.unproven().get(0).reason().code())
                                .isEqualTo("scripts-unread"));
    }

    @Test
    void aFileThatCouldNotBeReadIsNotKnownToBeClean() {
        assertThat(judge(seen(List.of(), 3, 4, List.of("/a.js answers 429."))))
                .isInstanceOfSatisfying(
                        Judgement.Blocked.class,
                        blocked -> assertThat(blocked.unproven().get(0).reason().code())
                                .isEqualTo("not-all-read"));
    }

    @Test
    void aSiteThatTrulyHasNoScriptPasses() {
        assertThat(judge(seen(List.of(), 0, 0, List.of()))).isInstanceOf(Judgement.Passed.class);
    }

    @Test
    void aValueThatIsMadeAnewForEachVisitIsNoLeak() throws Exception {
        AtomicInteger visit = new AtomicInteger(100);
        Site site = Site.plain();
        try (DialectServer server = new DialectServer(ask -> ask.path().equals("/")
                        ? Reply.html("<html><body><script>window.session={token:\""
                                + Keys.random(visit.incrementAndGet(), 32) + "\"}</script></body></html>")
                        : site.apply(ask));
                DialectRun run = new DialectRun(DialectRun.portal(server.port(), true))) {
            assertThat(run.judge(CHECK)).isInstanceOf(Judgement.Passed.class);
        }
    }

    @Test
    void anAdministratorsScriptIsReadAsThatAdministrator() throws Exception {
        Site site = Site.plain();
        String key = Keys.stripeLive(7);
        try (DialectServer server = new DialectServer(ask -> {
                    if (ask.path().equals("/")) {
                        String script = ask.signedIn() ? "<script src=\"/inside.js\"></script>" : "";
                        return Reply.html("<html><body><p>Harbor</p>" + script + "</body></html>");
                    }
                    boolean inside = ask.path().equals("/inside.js") && ask.signedIn();
                    return inside ? Reply.of(200, "text/javascript", "pay(\"" + key + "\")") : site.apply(ask);
                });
                DialectRun run = new DialectRun(DialectRun.portal(server.port(), true))) {
            assertThat(run.judge(CHECK)).isInstanceOfSatisfying(Judgement.Failed.class, failed -> {
                Raised raised = failed.raised().get(0);
                assertThat(raised.facts().get("file")).endsWith("/inside.js");
                assertThat(raised.toString()).doesNotContain(key.substring(5));
            });
        }
    }

    @Test
    void theTableOfALoaderIsReadInItsUsualSpellings() {
        assertThat(Loaders.names("r.u=function(e){return\"js/\"+e+\".\"+{3:\"aa\",4:\"bb\"}[e]+\".js\"}"))
                .containsExactly("/js/3.aa.js", "/js/4.bb.js");
        assertThat(
                        Loaders.names(
                                "function s(e){return i.p+\"static/js/\"+({1:\"admin\"}[e]||e)+\".\"+{1:\"c0\",2:\"c1\"}[e]+\".chunk.js\"}"))
                .containsExactly("/static/js/admin.c0.chunk.js", "/static/js/2.c1.chunk.js");
    }

    private static String reason(String text) {
        Judgement judged = judge(seen(Keys.in(text), 1, 1, List.of()));
        List<Raised> raised =
                judged instanceof Judgement.Failed failed ? failed.raised() : ((Judgement.Warned) judged).raised();
        return raised.get(0).reason().code();
    }

    private static BundlesSeen seen(List<FoundSecret> found, int scripts, int named, List<String> missed) {
        return new BundlesSeen(found, scripts, named, 2, 1, 0, 4096, missed);
    }

    private static Judgement judge(BundlesSeen seen) {
        return CHECK.judge(seen, new Params(Map.of()));
    }
}
