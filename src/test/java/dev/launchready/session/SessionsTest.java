package dev.launchready.session;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.matching.StringValuePattern;
import dev.launchready.model.Url;
import dev.launchready.portal.Portal;
import dev.launchready.portal.file.PortalFile;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SessionsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final String ME = "/api/me";

    @RegisterExtension
    static final WireMockExtension WEB = WireMockExtension.newInstance()
            .options(options().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    @TempDir
    Path folder;

    /** The proof that every recipe has to come to: the person is named to those who carry this, and to nobody else. */
    private static void me(String header, StringValuePattern value) {
        WEB.stubFor(get(ME).willReturn(status(401)));
        WEB.stubFor(get(ME).withHeader(header, value).willReturn(okJson("{\"email\":\"alice@north.example\"}")));
    }

    @BeforeEach
    void everythingElseIsMissing() {
        WEB.stubFor(any(anyUrl()).atPriority(100).willReturn(status(404)));
    }

    private Portal portal(String login, String more) throws IOException {
        Path file = folder.resolve("launch-ready.yml");
        String text = """
                portal: {url: "%s"}
                identities:
                  alice:
                    role: client
                    login: %s
                %s
                routes: {signed-in: [GET /api/me]}
                """.formatted(WEB.baseUrl(), login, more.isEmpty() ? "" : "    " + more);
        Files.writeString(file, text);
        return read(file);
    }

    private static Portal read(Path file) {
        try {
            return PortalFile.read(file, Map.of());
        } catch (dev.launchready.portal.file.PortalFileException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    private LiveSessions sessions(String login) throws IOException {
        return sessions(login, "");
    }

    private LiveSessions sessions(String login, String more) throws IOException {
        Portal portal = portal(login, more);
        return new LiveSessions(portal, Web.probe(portal), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static final String JSON =
            "{kind: json, request: POST /api/login, body: {email: alice@north.example, password: pass-alice}, token: $.token}";

    private static MappingBuilder login() {
        return post("/api/login");
    }

    @Test
    void json_signs_in_once_and_sends_the_token_to_its_own_origin_alone() throws Exception {
        WEB.stubFor(
                login().withRequestBody(equalToJson("{\"email\":\"alice@north.example\",\"password\":\"pass-alice\"}"))
                        .willReturn(okJson("{\"token\":\"t-alice-1\"}")));
        me("Authorization", equalTo("Bearer t-alice-1"));
        LiveSessions sessions = sessions(JSON);

        Session alice = sessions.of("alice");
        assertThat(sessions.of("alice")).isSameAs(alice);
        assertThat(alice.sign(HttpCall.get(Url.parse(WEB.baseUrl() + "/x"))).credentials())
                .extracting(header -> header.name() + ": " + header.value())
                .containsExactly("Authorization: Bearer t-alice-1");
        assertThat(alice.sign(HttpCall.get(Url.parse("https://elsewhere.example/x")))
                        .credentials())
                .isEmpty();
        assertThat(sessions.proof("alice").orElseThrow().learnt()).isTrue();
        assertThat(sessions.alive(alice).alive()).isTrue();
        WEB.verify(1, postRequestedFor(urlEqualTo("/api/login")));
    }

    @Test
    void a_refusal_with_200_is_no_sign_in() throws Exception {
        WEB.stubFor(login().willReturn(okJson("{\"success\":false,\"error\":\"Wrong password\"}")));
        me("Authorization", equalTo("Bearer x"));
        assertThatThrownBy(() -> sessions(JSON).of("alice"))
                .isInstanceOf(ProbeException.SignIn.class)
                .hasMessageContaining("POST /api/login answered 200")
                .hasMessageContaining("Wrong password")
                .hasMessageNotContaining("pass-alice");
    }

    @Test
    void wrong_credentials_say_what_the_portal_answered_and_stay_failed() throws Exception {
        WEB.stubFor(login().willReturn(status(401).withBody("{\"message\":\"Bad credentials\"}")));
        LiveSessions sessions = sessions(JSON);
        assertThatThrownBy(() -> sessions.of("alice"))
                .hasMessageContaining("answered 401")
                .hasMessageContaining("Bad credentials");
        assertThatThrownBy(() -> sessions.of("alice")).isInstanceOf(ProbeException.SignIn.class);
        WEB.verify(1, postRequestedFor(urlEqualTo("/api/login")));
    }

    @Test
    void a_token_that_opens_nothing_is_no_sign_in() throws Exception {
        WEB.stubFor(login().willReturn(okJson("{\"token\":\"t-guest\"}")));
        me("Authorization", equalTo("Bearer another"));
        assertThatThrownBy(() -> sessions(JSON).of("alice"))
                .hasMessageContaining("alice is not signed in")
                .hasMessageContaining("GET /api/me answered 401");
    }

    @Test
    void a_sign_that_nobody_gets_as_well_proves_nothing() throws Exception {
        WEB.stubFor(login().willReturn(okJson("{\"token\":\"t\"}")));
        WEB.stubFor(get(ME).willReturn(okJson("{\"email\":\"alice@north.example\"}")));
        LiveSessions given = sessions(JSON, "signed-in-when: {request: GET /api/me, contains: alice@north.example}");
        assertThatThrownBy(() -> given.of("alice")).isInstanceOfSatisfying(ProbeException.SignIn.class, e -> {
            assertThat(e.code()).isEqualTo("sign-in-unproven");
            assertThat(e.add()).startsWith("identities.alice.signed-in-when");
        });
        assertThatThrownBy(() -> sessions(JSON).of("alice"))
                .isInstanceOfSatisfying(
                        ProbeException.SignIn.class, e -> assertThat(e.code()).isEqualTo("sign-in-unproven"));
    }

    @Test
    void json_without_a_token_keeps_the_cookies_and_learns_which_one_is_the_session() throws Exception {
        WEB.stubFor(login().willReturn(okJson("{}")
                .withHeader(
                        "Set-Cookie", "theme=dark; Path=/", "sid=s-1; Path=/; HttpOnly", "XSRF-TOKEN=abc%3D; Path=/")));
        me("Cookie", containing("sid=s-1"));
        LiveSessions sessions = sessions(
                "{kind: json, request: POST /api/login, body: {email: alice@north.example, password: pass-alice}}");
        assertThat(sessions.carriers("alice")).extracting(Credential::name).containsExactly("sid");
        HttpCall signed = sessions.of("alice").sign(HttpCall.of("POST", Url.parse(WEB.baseUrl() + "/api/x")));
        assertThat(signed.credentials())
                .extracting(header -> header.name() + ": " + header.value())
                .contains("X-XSRF-TOKEN: abc=", "X-CSRF-TOKEN: abc=");
    }

    @Test
    void no_cookie_and_no_token_names_the_line_to_add() throws Exception {
        WEB.stubFor(login().willReturn(okJson("{\"access_token\":\"t\"}")));
        assertThatThrownBy(() -> sessions(
                                "{kind: json, request: POST /api/login, body: {email: alice@north.example, password: pass-alice}}")
                        .of("alice"))
                .isInstanceOfSatisfying(
                        ProbeException.SignIn.class,
                        e -> assertThat(e.add()).isEqualTo("identities.alice.login.token: $.access_token"));
    }

    @Test
    void form_sends_hidden_fields_the_csrf_cookie_and_follows_to_the_landing_page() throws Exception {
        WEB.stubFor(get("/login")
                .willReturn(aResponse()
                        .withHeader("Content-Type", "text/html")
                        .withHeader("Set-Cookie", "csrftoken=c-1; Path=/", "pre=p-1; Path=/")
                        .withBody("<form action=/search><input name=q></form><form method=post action='/login?step=1'>"
                                + "<input type=hidden name=csrfmiddlewaretoken value=h-1><input name=username>"
                                + "<input type=password name=password></form>")));
        WEB.stubFor(post("/login?step=1")
                .withHeader("X-CSRFToken", equalTo("c-1"))
                .withHeader("Cookie", containing("pre=p-1"))
                .withHeader("Origin", equalTo(WEB.baseUrl()))
                .withRequestBody(containing("csrfmiddlewaretoken=h-1"))
                .withRequestBody(containing("username=alice"))
                .willReturn(
                        status(302).withHeader("Location", "/welcome").withHeader("Set-Cookie", "pre=p-2; Path=/")));
        WEB.stubFor(get("/welcome")
                .withHeader("Cookie", containing("pre=p-2"))
                .willReturn(status(200).withHeader("Set-Cookie", "sessionid=z; Path=/")));
        me("Cookie", containing("sessionid=z"));
        sessions(
                        "{kind: form, page: GET /login, request: POST /login, body: {username: alice@north.example, password: pw-alice}}")
                .of("alice");
    }

    @Test
    void a_form_that_comes_back_is_no_sign_in() throws Exception {
        WEB.stubFor(get("/login")
                .willReturn(aResponse()
                        .withHeader("Content-Type", "text/html")
                        .withBody("<form method=post><input name=user><input type=password name=password></form>")));
        WEB.stubFor(post("/login")
                .willReturn(aResponse()
                        .withHeader("Set-Cookie", "sid=anonymous; Path=/")
                        .withHeader("Content-Type", "text/html")
                        .withBody("<p>Wrong password</p>")));
        WEB.stubFor(get(ME).willReturn(status(302).withHeader("Location", "/login")));
        assertThatThrownBy(() -> sessions(
                                "{kind: form, page: GET /login, request: POST /login, body: {user: alice, password: pw}}")
                        .of("alice"))
                .isInstanceOf(ProbeException.SignIn.class);
    }

    @Test
    void basic_bearer_header_and_cookie_ask_nobody_first() throws Exception {
        me("Authorization", equalTo("Basic YWxpY2U6cHcx"));
        sessions("{kind: basic, user: alice, password: pw1}").of("alice");
        me("Authorization", equalTo("Bearer t-9"));
        sessions("{kind: bearer, token: t-9}").of("alice");
        me("X-Api-Key", equalTo("k-9"));
        sessions("{kind: header, send-as: \"X-Api-Key: k-9\"}").of("alice");
        me("Cookie", equalTo("sid=c-9"));
        sessions("{kind: cookie, send-as: \"Cookie: sid=c-9\"}").of("alice");
        WEB.verify(0, postRequestedFor(urlPathEqualTo("/api/login")));
    }

    @Test
    void oauth2_takes_its_client_secret_to_the_body_when_the_header_is_refused() throws Exception {
        WEB.stubFor(post("/oauth/token").willReturn(status(401)));
        WEB.stubFor(post("/oauth/token")
                .withRequestBody(containing("grant_type=client_credentials"))
                .withRequestBody(containing("client_secret=shh"))
                .willReturn(okJson("{\"access_token\":\"t-o\"}")));
        me("Authorization", equalTo("Bearer t-o"));
        sessions(
                        "{kind: oauth2, token-url: \"%s/oauth/token\", grant: client-credentials, client-id: c, client-secret: shh}"
                                .formatted(WEB.baseUrl()))
                .of("alice");
    }

    @Test
    void oauth2_by_password_and_by_refresh_token() throws Exception {
        WEB.stubFor(post("/oauth/token")
                .withRequestBody(containing("grant_type=password"))
                .withRequestBody(containing("username=alice"))
                .willReturn(okJson("{\"access_token\":\"t-p\"}")));
        me("Authorization", equalTo("Bearer t-p"));
        sessions(
                        "{kind: oauth2, token-url: \"%s/oauth/token\", grant: password, client-id: c, user: alice, password: pw}"
                                .formatted(WEB.baseUrl()))
                .of("alice");
        WEB.stubFor(post("/oauth/token")
                .withRequestBody(containing("grant_type=refresh_token"))
                .withRequestBody(containing("refresh_token=r-1"))
                .willReturn(okJson("{\"access_token\":\"t-r\"}")));
        me("Authorization", equalTo("Bearer t-r"));
        sessions("{kind: oauth2, token-url: \"%s/oauth/token\", grant: refresh, client-id: c, refresh-token: r-1}"
                        .formatted(WEB.baseUrl()))
                .of("alice");
    }

    @Test
    void supabase_asks_its_project_with_the_open_key() throws Exception {
        WEB.stubFor(post("/auth/v1/token?grant_type=password")
                .withHeader("apikey", equalTo("anon-key"))
                .withRequestBody(equalToJson("{\"email\":\"alice@north.example\",\"password\":\"pw\"}"))
                .willReturn(okJson("{\"access_token\":\"t-s\",\"refresh_token\":\"r-s\"}")));
        me("Authorization", equalTo("Bearer t-s"));
        Session alice = sessions(
                        "{kind: supabase, url: \"%s\", key: anon-key, email: alice@north.example, password: pw}"
                                .formatted(WEB.baseUrl()))
                .of("alice");
        assertThat(alice.taken()).containsEntry("refresh-token", "r-s");
    }

    @Test
    void steps_take_values_from_answers_and_fill_in_a_one_time_code() throws Exception {
        String code = Totp.code("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", NOW);
        WEB.stubFor(post("/api/start")
                .willReturn(okJson("{\"flow\":{\"id\":\"f-1\"}}").withHeader("X-Ticket", "h-1")));
        WEB.stubFor(post("/api/finish/f-1")
                .withHeader("X-Ticket", equalTo("h-1"))
                .withRequestBody(equalToJson("{\"code\":\"" + code + "\"}"))
                .willReturn(okJson("{}").withHeader("Set-Cookie", "sid=s-7; Path=/")));
        me("X-Sid", equalTo("s-7"));
        sessions("""
                {kind: steps, send-as: "X-Sid: {sid}", steps: [
                  {request: POST /api/start, body: {email: alice@north.example}, take: {flow: $.flow.id, ticket: "header:X-Ticket"}},
                  {request: "POST /api/finish/{flow}", headers: {X-Ticket: "{ticket}"}, body: {code: "{otp}"},
                   totp: {secret: GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ, into: otp}, take: {sid: "cookie:sid"}}]}""".indent(0).replace("\n", " ")).of("alice");
    }

    @Test
    void a_storage_state_lends_its_cookies_and_the_token_in_local_storage() throws Exception {
        Files.writeString(folder.resolve("state.json"), """
                {"cookies":[{"name":"sid","value":"c-5","domain":"localhost","path":"/","expires":-1,"httpOnly":true,"secure":false,"sameSite":"Lax"}],
                 "origins":[{"origin":"%s","localStorage":[{"name":"auth","value":"{\\"access_token\\":\\"t-5\\"}"}]}]}
                """.formatted(WEB.baseUrl()));
        me("Authorization", equalTo("Bearer t-5"));
        Session alice = sessions("{kind: storage-state, file: state.json}").of("alice");
        assertThat(alice.credentials(Url.parse(WEB.baseUrl())))
                .extracting(Credential::name)
                .containsExactly("sid", "Authorization");
    }

    @Test
    void a_recording_lends_its_last_session() throws Exception {
        Files.writeString(folder.resolve("alice.har"), """
                {"log":{"version":"1.2","pages":[{"id":"p","title":"request"}],"entries":[
                 {"startedDateTime":"x","request":{"method":"GET","url":"%1$s/api/me","headers":[{"name":"Cookie","value":"sid=old"}]},
                  "response":{"status":200,"content":{"text":"{\\"request\\":{}}"}}},
                 {"request":{"method":"GET","url":"https://elsewhere.example/","headers":[{"name":"Cookie","value":"sid=foreign"}]}},
                 {"request":{"method":"GET","url":"%1$s/api/me","headers":[{"name":"cookie","value":"sid=new"},{"name":"accept","value":"*/*"}]}}]}}
                """.formatted(WEB.baseUrl()));
        me("Cookie", equalTo("sid=new"));
        sessions("{kind: har, file: alice.har}").of("alice");
    }

    @Test
    void each_origin_gets_its_own_lines() throws Exception {
        me("X-Portal", equalTo("t-1"));
        Session alice = sessions(
                        "{kind: bearer, token: t-1, send-as: {\"%s\": \"X-Portal: {token}\", \"https://abcd.supabase.example\": \"Authorization: Bearer {token}\"}}"
                                .formatted(WEB.baseUrl()))
                .of("alice");
        assertThat(alice.credentials(Url.parse("https://abcd.supabase.example/rest")))
                .extracting(Credential::name)
                .containsExactly("Authorization");
        assertThat(alice.credentials(Url.parse("http://abcd.supabase.example/rest")))
                .isEmpty();
    }

    @Test
    void a_lost_session_is_seen_and_renewed_once() throws Exception {
        WEB.stubFor(login().inScenario("login")
                .whenScenarioStateIs("Started")
                .willSetStateTo("again")
                .willReturn(okJson("{\"token\":\"t-old\"}")));
        WEB.stubFor(
                login().inScenario("login").whenScenarioStateIs("again").willReturn(okJson("{\"token\":\"t-new\"}")));
        me("Authorization", equalTo("Bearer t-old"));
        LiveSessions sessions = sessions(JSON);
        Session old = sessions.of("alice");
        me("Authorization", matching("Bearer t-new"));
        WEB.stubFor(get(ME).withHeader("Authorization", equalTo("Bearer t-old")).willReturn(status(401)));
        assertThat(sessions.alive(old).alive()).isFalse();
        Session renewed = sessions.renew("alice");
        assertThat(sessions.alive(renewed).alive()).isTrue();
        assertThat(sessions.renew("alice")).isSameAs(renewed);
        assertThat(sessions.record("alice"))
                .extracting(Liveness::alive)
                .containsExactly(true, false, false, true, true, true);
    }

    @Test
    void an_identity_that_the_file_does_not_name_gives_the_line_to_add() throws Exception {
        assertThatThrownBy(() -> sessions(JSON).of("carol"))
                .isInstanceOfSatisfying(
                        ProbeException.SignIn.class, e -> assertThat(e.add()).startsWith("identities.carol"));
    }

    @Test
    void nobody_carries_nothing() throws Exception {
        Session nobody = sessions(JSON).nobody();
        HttpCall call = nobody.sign(HttpCall.get(Url.parse(WEB.baseUrl())));
        assertThat(call.credentials()).isEmpty();
        assertThat(call.sender()).isEqualTo(HttpCall.NOBODY);
        WEB.verify(0, getRequestedFor(anyUrl()));
    }
}
