package dev.launchready.portal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.launchready.portal.Portal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which values are credentials, which of them may stand in clear, and that all of them are remembered. */
class CustodyTest {
    private static final String FAR = "https://portal.harbor.example";
    private static final String SERVICE_KEY = "eyJhbGciOiJIUzI1NiJ9.eyJyb2xlIjoic2VydmljZV9yb2xlIn0.c2lnbmF0dXJl";
    private static final String ANON_KEY = "eyJhbGciOiJIUzI1NiJ9.eyJyb2xlIjoiYW5vbiJ9.c2lnbmF0dXJl";

    @TempDir
    private Path folder;

    private Portal read(String url, String login) throws Exception {
        return readWhole("portal: {url: '" + url + "'}\nidentities:\n  alice:\n    login: " + login + "\n");
    }

    private Portal readWhole(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("launch-ready.yml"), text);
        return PortalFile.read(file, Map.of("PW", "pass-from-env", "MAIL", "alice@harbor.example", "PIN", "12"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{kind: json, request: POST /l, body: {email: a@b.example, password: summer}}",
                "{kind: json, request: POST /l, body: {user: {name: al, passwd: summer}}}",
                "{kind: json, request: POST /l, body: {u: al, p: s3cret!x}}",
                "{kind: json, request: POST /l, body: {password: 12345678}}",
                "{kind: json, request: POST /l, body: {password: '${env:NONE:-summer}'}}",
                "{kind: form, request: POST /l, body: {login: al, pin: '4711'}}",
                "{kind: basic, user: al, password: summer}",
                "{kind: bearer, token: abcdef}",
                "{kind: header, send-as: 'Authorization: Bearer abcdef'}",
                "{kind: header, send-as: 'X-Api-Key: ab12cd34ef'}",
                "{kind: header, send-as: 'X-Whatever: ab12cd34ef'}",
                "{kind: cookie, send-as: 'Cookie: sid=abcdef'}",
                "{kind: header, send-as: 'X: {token}', headers: {Authorization: Bearer abc}}",
                "{kind: oauth2, token-url: 'https://i.example', grant: client-credentials, client-id: a, client-secret: summer}",
                "{kind: oauth2, token-url: 'https://i.example', grant: refresh, refresh-token: summer}",
                "{kind: supabase, url: 'https://a.supabase.co', key: '" + SERVICE_KEY
                        + "', email: a@b.example, password: '${env:PW}'}",
                "{kind: steps, steps: [{request: POST /l, totp: {secret: ABCDEFGH, into: code}}]}"
            })
    void aCredentialInClearIsRefusedButOnLoopback(String login) throws Exception {
        assertThatExceptionOfType(PortalFileException.class)
                .isThrownBy(() -> read(FAR, login))
                .withMessageContaining("is a credential written in clear");

        Portal onLoopback = read("http://127.0.0.1:8080", login);
        assertThat(onLoopback.secrets()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{kind: json, request: POST /l, body: {grant_type: password, remember: true, username: al, password: '${env:PW}'}}",
                "{kind: json, request: POST /l, body: {app_version: 1.2.3-beta, platform: web2024, password: '${env:PW}'}}",
                "{kind: json, request: POST /l, body: {token_type: bearer, client_id: web2app, password: '${env:PW}'}}",
                "{kind: json, request: POST /l, body: {query: 'mutation { login(pw: \"x1\") }', variables: {password: '${env:PW}'}}}",
                "{kind: form, request: POST /l, body: {mail: '${env:MAIL}', pass: '${env:PW}', next: /home}}",
                "{kind: header, send-as: 'Authorization: Bearer ${env:PW}', headers: {Referer: 'https://portal.harbor.example/a1'}}",
                "{kind: cookie, send-as: 'Cookie: long-name-of-a-session=${env:PW}; lang=en'}",
                "{kind: supabase, url: 'https://a.supabase.co', key: '" + ANON_KEY
                        + "', email: a@b.example, password: '${env:PW}'}",
                "{kind: firebase, api-key: AIzaSyA1234567890, email: a@b.example, password: '${env:PW}'}"
            })
    void whatIsNoCredentialMayStandInClear(String login) throws Exception {
        assertThat(read(FAR, login).secrets()).contains("pass-from-env").doesNotContain("alice@harbor.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:3000", "https://127.1.2.3", "http://[::1]:8080", "http://app.localhost"})
    void loopbackHasManyNames(String url) throws Exception {
        assertThat(read(url, "{kind: bearer, token: in-clear}").secrets()).containsExactly("in-clear");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1.evil.example",
                "https://localhost.example",
                "https://10.0.0.1",
                "https://0.0.0.0"
            })
    void whatOnlyLooksLikeLoopbackIsNone(String url) {
        assertThatExceptionOfType(PortalFileException.class)
                .isThrownBy(() -> read(url, "{kind: bearer, token: in-clear}"));
    }

    @Test
    void aNameThatTheFileLeadsToThisMachineIsLoopback() throws Exception {
        String identity = "identities: {a: {login: {kind: bearer, token: in-clear}}}\n";

        assertThat(readWhole("portal: {url: '" + FAR + "', resolve: {portal.harbor.example: 127.0.0.1}}\n" + identity)
                        .secrets())
                .containsExactly("in-clear");
        assertThatExceptionOfType(PortalFileException.class)
                .as("the API is elsewhere")
                .isThrownBy(
                        () -> readWhole("portal: {url: 'http://localhost', api: 'https://api.example'}\n" + identity));
    }

    @Test
    void theValueOfAHeaderLineIsKnownInItsParts() throws Exception {
        assertThat(read(FAR, "{kind: cookie, send-as: 'Cookie: a=${env:PW}; lang=en'}")
                        .secrets())
                .containsExactlyInAnyOrder("pass-from-env", "a=pass-from-env; lang=en");
        assertThat(read(FAR, "{kind: header, send-as: 'Authorization: Basic ${base64:al:${env:PW}}'}")
                        .secrets())
                .containsExactlyInAnyOrder(
                        "pass-from-env", "YWw6cGFzcy1mcm9tLWVudg==", "Basic YWw6cGFzcy1mcm9tLWVudg==");
    }

    @Test
    void aValueTooShortToHideIsNotRemembered() throws Exception {
        assertThat(read(FAR, "{kind: basic, user: al, password: '${env:PIN}'}").secrets())
                .isEqualTo(Set.of());
    }

    @Test
    void aHeaderForEverybodyIsASecretUnlessItIsShortAndHarmless() throws Exception {
        assertThat(readWhole("portal: {url: '" + FAR + "', headers: {x-bypass: '${env:PW}', ngrok-skip: 'true'}}\n")
                        .secrets())
                .containsExactly("pass-from-env");
        assertThatExceptionOfType(PortalFileException.class)
                .isThrownBy(() -> readWhole("portal: {url: '" + FAR + "', headers: {x-wall: open-sesame-1}}\n"));
    }

    @Test
    void aKeyOfSeveralLinesIsKnownByItsLines() throws Exception {
        Files.writeString(
                folder.resolve("key.pem"), "-----BEGIN KEY-----\nMIIEvQIBADANBgkqhkiG\nshort\n-----END KEY-----\n");

        assertThat(read(FAR, "{kind: bearer, token: '${file:key.pem}'}").secrets())
                .hasSize(2)
                .contains("MIIEvQIBADANBgkqhkiG");
    }
}
