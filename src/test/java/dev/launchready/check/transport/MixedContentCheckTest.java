package dev.launchready.check.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.launchready.check.Params;
import dev.launchready.check.Told;
import dev.launchready.check.face.Page;
import dev.launchready.check.face.ToldPortal;
import dev.launchready.check.face.ToldPortal.Reply;
import dev.launchready.check.transport.InClear.What;
import dev.launchready.check.transport.MixedContentCheck.Seen;
import dev.launchready.model.Url;
import dev.launchready.portal.Portal;
import dev.launchready.probe.http.HttpProbe.Chain;
import dev.launchready.probe.http.HttpProbe.End;
import dev.launchready.probe.http.JsonBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("transport.mixed-content")
class MixedContentCheckTest {
    private static final OwnHosts OWN = OwnHosts.of(Portal.at(Url.parse("https://app.p.example")));
    private static final Url BASE = Url.parse("https://p.example/page");

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource
    void sees_in_markup(What what, String markup) {
        assertThat(kinds(MixedMarkup.of(page(ToldPortal.html(200, markup))))).containsExactly(what);
    }

    static Stream<Arguments> sees_in_markup() {
        return Stream.of(
                arguments(What.ACTIVE, "<script src='http://a.net/a.js'></script>"),
                arguments(What.ACTIVE, "<link rel='preload stylesheet' href='HTTP://a.net/a.css'>"),
                arguments(What.ACTIVE, "<iframe src='http://a.net/'></iframe>"),
                arguments(What.ACTIVE, "<object data='http://a.net/a.pdf'></object>"),
                arguments(What.ACTIVE, "<style>@import 'http://a.net/a.css';</style>"),
                arguments(What.ACTIVE, "<style>@import url(http://a.net/a.css);</style>"),
                arguments(What.ACTIVE, "<style>@font-face{src:url('http://a.net/a.woff2')}</style>"),
                arguments(What.ACTIVE, "<base href='http://a.net/'><script src='a.js'></script>"),
                arguments(What.PASSIVE, "<img src='http://a.net/a.png'>"),
                arguments(What.PASSIVE, "<img srcset='/s.png 1x, http://a.net/l.png 2x'>"),
                arguments(What.PASSIVE, "<picture><source srcset='http://a.net/l.png'></picture>"),
                arguments(What.PASSIVE, "<video poster='http://a.net/p.jpg'></video>"),
                arguments(What.PASSIVE, "<link rel='shortcut icon' href='http://a.net/i.ico'>"),
                arguments(What.PASSIVE, "<p style='background:url(http://a.net/b.png)'>"),
                arguments(What.PASSIVE, "<noscript><img src='http://a.net/pixel.gif'></noscript>"),
                arguments(What.FORM, "<form action='http://p.example/search'><input name=q></form>"),
                arguments(What.FORM, "<form><button formaction='http://p.example/x'>go</button></form>"),
                arguments(What.PASSWORD_FORM, "<form action='http://p.example/in'><input type=password></form>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href='http://a.net/'>away</a>",
                "<link rel=canonical href='http://p.example/'>",
                "<link rel='alternate nofollow' href='http://a.net/feed'>",
                "<link rel='license' href='http://creativecommons.org/licenses/by/4.0/'>",
                "<!-- <script src='http://a.net/a.js'></script> -->",
                "<svg xmlns='http://www.w3.org/2000/svg'><path/></svg>",
                "<script src='//a.net/a.js'></script>",
                "<img src='data:image/png;base64,http://'>",
                "<img src='http://localhost:3000/a.png'><img src='http://127.0.0.1/a.png'>",
                "<style>/* url(http://a.net/x.png) */ @namespace svg url(http://www.w3.org/2000/svg);</style>",
                "<meta property='og:image' content='http://a.net/a.png'>",
                "<form action='/search'></form><form></form>"
            })
    void sees_nothing_in(String markup) {
        assertThat(MixedMarkup.of(page(ToldPortal.html(200, markup)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fetch('http://api.a.net/x')",
                "fetch(`http://api.a.net/x/${id}`)",
                "axios.get(\"http://api.a.net/x\")",
                "const API_URL = \"http://api.a.net\";",
                "x={baseURL:\"http://api.a.net/v1\"}",
                "r.open(\"GET\",\"http://api.a.net\")",
                "new WebSocket('ws://a.net/socket')",
                "var u=\"http://app.p.example/anything\"",
                "var u=\"http://files.p.example/anything\"",
                "const API=\"http://api.a.net\"",
                "/* note */ fetch('http://api.a.net/x')"
            })
    void sees_a_call_in_a_script(String script) {
        assertThat(kinds(MixedScript.of(script, OWN, "/a.js", false))).containsExactly(What.CALL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "el.setAttribute('xmlns','http://www.w3.org/2000/svg')",
                "throw Error('see http://fb.me/use-check-prop-types')",
                "/* @license http://opensource.org/licenses/MIT */",
                "// fetch('http://api.a.net/x')\n1",
                "/*! fetch('http://api.a.net/x') */",
                "fetch('http://localhost:3000/api')",
                "fetch('http://192.168.0.4/api')",
                "fetch('http://api.example.com/x')",
                "const docs='http://a.net/manual'",
                "fetch('https://api.a.net/x')",
                "{$schema:'http://json-schema.org/draft-07/schema#'}",
                "if(url.startsWith(\"http://\"))url=url.replace('http://','https://')"
            })
    void sees_no_call_in(String script) {
        assertThat(MixedScript.of(script, OWN, "/a.js", false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://shop.vercel.app", "https://shop.co.uk", "https://127.0.0.1:8443"})
    void takes_no_stranger_under_a_shared_domain_for_its_own(String portal) {
        OwnHosts own = OwnHosts.of(Portal.at(Url.parse(portal)));
        assertThat(own.include(Url.parse(portal).host())).isTrue();
        assertThat(own.include("other.vercel.app")).isFalse();
        assertThat(own.include("other.co.uk")).isFalse();
        assertThat(own.include("1.0.0.1")).isFalse();
    }

    @Test
    void sees_images_in_json_and_no_links() {
        String json =
                "{\"avatar\":\"http://a.net/7\",\"site\":\"http://a.net/home\",\"files\":[\"http://a.net/plan.PNG?x=1\"],"
                        + "\"@context\":\"http://schema.org\"}";
        assertThat(MixedJson.media(JsonBody.parse(json).orElseThrow(), BASE, "/api", false))
                .extracting(InClear::target)
                .containsExactlyInAnyOrder("http://a.net/7", "http://a.net/plan.PNG");
    }

    @Test
    void sees_icons_and_start_page_in_a_manifest() {
        String json =
                "{\"start_url\":\"http://p.example/\",\"icons\":[{\"src\":\"http://p.example/i.png\"},{\"src\":\"/j.png\"}],"
                        + "\"description\":\"http://p.example/\"}";
        assertThat(MixedJson.manifest(JsonBody.parse(json).orElseThrow(), BASE, "/m", false))
                .extracting(InClear::target)
                .containsExactlyInAnyOrder("http://p.example/", "http://p.example/i.png");
    }

    @Test
    void knows_a_policy_that_upgrades_in_header_and_markup() {
        String markup = "<script src='http://a.net/a.js'></script>";
        Reply header = ToldPortal.html(200, markup)
                .with("Content-Security-Policy", "default-src 'self'; Upgrade-Insecure-Requests");
        Reply meta = ToldPortal.html(
                200, "<meta http-equiv=Content-Security-Policy content='upgrade-insecure-requests'>" + markup);
        assertThat(MixedMarkup.of(page(header))).allMatch(InClear::covered).hasSize(1);
        assertThat(MixedMarkup.of(page(meta))).allMatch(InClear::covered).hasSize(1);
    }

    @Test
    void keeps_no_query() {
        Page page = page(ToldPortal.html(200, "<img src='http://a.net/a.png?token=secret'>"));
        assertThat(MixedMarkup.of(page)).extracting(InClear::target).containsExactly("http://a.net/a.png");
    }

    @ParameterizedTest
    @EnumSource(What.class)
    void gives_each_kind_its_reason(What what) {
        Map<What, String> expected = Map.of(
                What.PASSWORD_FORM, "FAIL password-in-clear",
                What.FORM, "FAIL form-in-clear",
                What.ACTIVE, "FAIL active",
                What.CALL, "FAIL call-in-clear",
                What.PASSIVE, "WARN passive",
                What.DATA, "WARN data-in-clear",
                What.MANIFEST, "WARN manifest-in-clear");
        InClear one = new InClear(what, "http://a.net/1", "/", false);
        InClear two = new InClear(what, "http://a.net/2", "/x", false);
        assertThat(judge(List.of("/"), List.of(one, two), Map.of())).isEqualTo(expected.get(what));
    }

    @Test
    void what_the_page_has_upgraded_is_no_fault() {
        InClear covered = new InClear(What.ACTIVE, "http://a.net/1", "/", true);
        assertThat(judge(List.of("/"), List.of(covered), Map.of())).isEqualTo("PASS read upgraded");
    }

    @Test
    void a_file_that_could_not_be_read_may_hold_anything() {
        assertThat(judge(List.of("/"), List.of(), Map.of("https://p.example/a.js", "late")))
                .isEqualTo("BLOCKED not-read");
    }

    @Test
    void without_a_page_by_https_nothing_can_mix() {
        assertThat(judge(List.of(), List.of(), Map.of())).isEqualTo("NOT_APPLICABLE no-secure-page");
    }

    private static String judge(List<String> pages, List<InClear> found, Map<String, String> unread) {
        Seen seen = new Seen(pages, 3, found, unread, Map.of());
        return Told.of(new MixedContentCheck().judge(seen, new Params(Map.of())));
    }

    private static Page page(Reply reply) {
        return new Page(new Chain(
                new ArrayList<>(List.of(ToldPortal.answer(BASE.toString(), reply))),
                End.ANSWERED,
                Optional.empty(),
                Optional.empty()));
    }

    private static List<What> kinds(Set<InClear> found) {
        return found.stream().map(InClear::what).toList();
    }
}
