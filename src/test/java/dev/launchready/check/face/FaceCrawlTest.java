package dev.launchready.check.face;

import static dev.launchready.check.face.ToldPortal.html;
import static dev.launchready.check.face.ToldPortal.redirect;
import static dev.launchready.check.face.ToldPortal.typed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.launchready.check.face.ToldPortal.Reply;
import dev.launchready.probe.ProbeException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The public face")
class FaceCrawlTest {
    private static final Reply FORM = html(200, "<form method=post><input name=u><input type=password name=p></form>");
    private static final Reply MAIL_FIRST =
            html(200, "<h1>Sign in</h1><form method=post><input type=email name=email><button>Go on</button></form>");
    private static final String SHELL = "<html><head><script src=/app.js></script></head><div id=root></div></html>";
    private static final Reply SCRIPT = typed("text/javascript", "routes=[\"/signin\"]");

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void finds_the_sign_in_page(String told, ToldPortal portal, String path) throws Exception {
        assertThat(face(portal).signIn())
                .hasValueSatisfying(page -> assertThat(page.url()).hasToString("https://p.example" + path));
    }

    static Stream<Arguments> finds_the_sign_in_page() {
        return Stream.of(
                arguments("on the front page", portal().at("/", FORM), "/"),
                arguments(
                        "behind a redirect",
                        portal().at("/", redirect(302, "/in")).at("/in", FORM),
                        "/in"),
                arguments(
                        "behind its words",
                        linked("<a href=/door>Client login</a>").at("/door", FORM),
                        "/door"),
                arguments(
                        "behind German words",
                        linked("<a href=/tor>Anmelden</a>").at("/tor", FORM),
                        "/tor"),
                arguments(
                        "behind its path",
                        linked("<a href=/auth/login><img></a>").at("/auth/login", FORM),
                        "/auth/login"),
                arguments(
                        "nowhere linked",
                        portal().at("/", html(200, "hi")).at("/users/sign_in", FORM),
                        "/users/sign_in"),
                arguments(
                        "that asks for an address first",
                        linked("<a href=/login>in</a>").at("/login", MAIL_FIRST),
                        "/login"),
                arguments("drawn by a script, linked", shell("<a href=/welcome>Log in</a>"), "/welcome"),
                arguments("drawn by a script, named in it", shell(""), "/signin"));
    }

    @Test
    void a_portal_without_sign_in_has_none() throws Exception {
        ToldPortal portal = linked("<a href=/about>About</a>").at("/about", html(200, "<h1>We</h1>"));
        assertThat(face(portal).signIn()).isEmpty();
    }

    @Test
    void reads_what_pages_load_and_what_that_loads() throws Exception {
        ToldPortal portal = portal().at(
                        "/",
                        html(
                                200,
                                "<link rel=stylesheet href=a.css><link rel=manifest href=/m.webmanifest>"
                                        + "<script type=module src=/assets/main.js></script>"
                                        + "<script>navigator.serviceWorker.register('/sw.js')</script>"))
                .at("/a.css", typed("text/css", "body{}"))
                .at("/m.webmanifest", typed("application/manifest+json", "{}"))
                .at("/assets/main.js", typed("text/javascript", "import('./chunk-1a.js');x=[\"assets/lazy-2b.js\"]"))
                .at("/assets/chunk-1a.js", typed("text/javascript", "1"))
                .at("/assets/lazy-2b.js", typed("text/javascript", "2"))
                .at("/sw.js", typed("text/javascript", "3"));
        assertThat(face(portal).assets().stream()
                        .map(asset -> asset.kind() + " " + asset.url().path()))
                .containsExactlyInAnyOrder(
                        "STYLE /a.css",
                        "MANIFEST /m.webmanifest",
                        "SCRIPT /assets/main.js",
                        "SERVICE_WORKER /sw.js",
                        "SCRIPT /assets/chunk-1a.js",
                        "SCRIPT /assets/lazy-2b.js");
    }

    @Test
    void reads_the_list_that_a_build_leaves() throws Exception {
        ToldPortal portal = portal().at("/", html(200, "<script>{\"buildId\":\"bU1ld-Id\"}</script><p>/_next/static/"))
                .at(
                        "/_next/static/bU1ld-Id/_buildManifest.js",
                        typed("text/javascript", "self.__B={\"/admin\":[\"static/chunks/pages/admin-12.js\"]}"))
                .at("/_next/static/chunks/pages/admin-12.js", typed("text/javascript", "4"));
        assertThat(face(portal).assets(Asset.Kind.SCRIPT)).hasSize(1);
        assertThat(face(portal).stack().has("nextjs")).isTrue();
    }

    @Test
    void takes_no_shell_for_a_script() throws Exception {
        ToldPortal portal = portal().at("/", html(200, SHELL)).otherwise(any -> html(200, SHELL));
        assertThat(face(portal).assets()).isEmpty();
    }

    @Test
    void follows_no_link_that_does_something() throws Exception {
        ToldPortal portal = linked("<a href=/logout>x</a><a href='/items/delete?id=1'>y</a><a href=/terms>z</a>")
                .at("/terms", html(200, "<h1>Terms</h1>"));
        face(portal);
        assertThat(portal.asked())
                .contains("https://p.example/terms")
                .noneMatch(url -> url.contains("logout") || url.contains("delete"));
    }

    @Test
    void asks_no_vendor_for_files_that_everybody_loads() throws Exception {
        ToldPortal portal = linked("<script src=https://www.googletagmanager.com/gtag/js></script>");
        face(portal);
        assertThat(portal.asked()).noneMatch(url -> url.contains("googletagmanager"));
    }

    @Test
    void names_what_it_could_not_read() throws Exception {
        ToldPortal portal = linked("<script src=https://cdn.elsewhere.example/app.js></script>");
        assertThat(face(portal).unseen())
                .anyMatch(unseen -> unseen.url().equals("https://cdn.elsewhere.example/app.js")
                        && unseen.code().equals("unreachable"));
    }

    @Test
    void takes_no_trouble_for_a_page() throws Exception {
        ToldPortal portal = linked("<a href=/about>x</a><script src=/app.js></script>")
                .at("/about", html(429, "<h1>Slow down</h1>"))
                .at("/app.js", new Reply(503, Map.of("Content-Type", "text/javascript"), "x"));
        assertThat(face(portal).pages()).hasSize(1);
        assertThat(face(portal).assets()).isEmpty();
        assertThat(face(portal).unseen())
                .extracting(PublicFace.Unseen::code)
                .containsOnly(PublicFace.Unseen.TROUBLE)
                .hasSize(2);
    }

    @Test
    void misses_nothing_where_it_only_guessed() throws Exception {
        ToldPortal portal = linked("")
                .at("/wp-login.php", html(502, "<h1>Bad gateway</h1>"))
                .at("/asset-manifest.json", html(500, "oops"));
        assertThat(face(portal).unseen()).isEmpty();
    }

    @Test
    void stays_within_its_bounds() throws Exception {
        StringBuilder page = new StringBuilder();
        for (int at = 0; at < 5; at++) {
            page.append("<a href=/p")
                    .append(at)
                    .append(">x</a><script src=/s")
                    .append(at)
                    .append(".js></script>");
        }
        ToldPortal portal = portal().otherwise(
                        url -> url.path().endsWith(".js") && url.path().startsWith("/s")
                                ? typed("text/javascript", url.path())
                                : url.path().matches("/p\\d") ? html(200, "<h1>" + url.path()) : html(404, ""))
                .at("/", html(200, page.toString()));
        PublicFace face = new FaceCrawl(new CrawlBounds(3, 2, 1_000_000, 5)).observe(portal.context());
        assertThat(face.pages()).hasSize(3);
        assertThat(face.assets()).hasSize(2);
        assertThat(face.unseen()).hasSize(3).allMatch(unseen -> unseen.code().equals(PublicFace.Unseen.BOUND));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void is_not_seen_behind_trouble(int status) {
        assertThatThrownBy(() -> face(portal().at("/", html(status, "later"))))
                .isInstanceOf(ProbeException.class)
                .hasMessage("The front page https://p.example/ could not be seen: it answers " + status + ".");
    }

    @Test
    void is_not_seen_when_redirects_do_not_end() {
        assertThatThrownBy(() -> face(portal().at("/", redirect(302, "/a")).at("/a", redirect(302, "/"))))
                .hasMessage("The front page https://p.example/ could not be seen: its redirects do not end.");
    }

    @Test
    void survives_garbage() throws Exception {
        List<Reply> garbage = List.of(
                new Reply(200, Map.of(), "\u0000\u0001<<<>>><a href='ht tp://[x'><script src='%%%'>"),
                typed("text/html", "<base href='::'><a href='//'><script src='http://:0/'></script>"),
                typed("application/json", "{\"a\":"),
                html(200, "<".repeat(20_000)));
        for (Reply reply : garbage) {
            assertThat(face(portal().at("/", reply)).front().answer().status()).isEqualTo(200);
        }
    }

    private static PublicFace face(ToldPortal portal) throws Exception {
        return new FaceCrawl(CrawlBounds.DEFAULT).observe(portal.context());
    }

    private static ToldPortal portal() {
        return new ToldPortal("https://p.example/");
    }

    private static ToldPortal linked(String markup) {
        return portal().at("/", html(200, "<html><body><h1>Welcome</h1>" + markup + "</body></html>"));
    }

    private static ToldPortal shell(String markup) {
        return portal().at("/app.js", SCRIPT).otherwise(any -> html(200, SHELL + markup));
    }
}
