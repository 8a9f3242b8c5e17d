package dev.launchready.session;

import dev.launchready.model.Json;
import dev.launchready.model.Url;
import dev.launchready.portal.Login;
import dev.launchready.portal.Login.FirebaseLogin;
import dev.launchready.portal.Login.OAuth2Login;
import dev.launchready.portal.Login.SupabaseLogin;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.probe.http.JsonBody;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The recipes that ask a token service: OAuth 2 (RFC 6749), Supabase, Firebase. */
final class TokenRecipes {
    private static final String BEARER = "Authorization: Bearer {token}";
    private static final String FIREBASE = "https://identitytoolkit.googleapis.com";
    private static final String FIREBASE_PATH = "/v1/accounts:signInWithPassword?key=";

    static final String REFRESH = "refresh-token";

    private TokenRecipes() {}

    /** Asks for a new token with a refresh token (RFC 6749 section 6); empty for recipes that know no such request. */
    static Optional<Granted> refresh(Conversation talk, Login login, String token)
            throws ProbeException, InterruptedException {
        if (login instanceof OAuth2Login oauth2) {
            boolean secret =
                    oauth2.clientId().isPresent() && oauth2.clientSecret().isPresent();
            HttpAnswer answer = talk.send(tokenCall(talk, refreshing(oauth2, token), secret));
            return Optional.of(granted(talk, answer, "$.access_token", Map.of(Granted.OWN_ORIGIN, List.of(BEARER))));
        }
        if (login instanceof SupabaseLogin supabase) {
            Url url = under(supabase.url(), "/auth/v1/token?grant_type=refresh_token");
            HttpCall call = Credential.carry(
                            talk.call("POST", url),
                            talk.identity(),
                            List.of(Credential.header("apikey", supabase.key())))
                    .carrying(Bodies.encode(new Json.Obj(Map.of("refresh_token", new Json.Str(token))), Bodies.JSON));
            Map<String, List<String>> lines = new LinkedHashMap<>();
            lines.put(Granted.OWN_ORIGIN, List.of(BEARER));
            lines.put(url.origin(), List.of("apikey: " + supabase.key(), BEARER));
            return Optional.of(granted(talk, talk.send(call), "$.access_token", lines));
        }
        return Optional.empty();
    }

    private static OAuth2Login refreshing(OAuth2Login login, String token) {
        return new OAuth2Login(
                login.common(),
                login.tokenUrl(),
                "refresh",
                login.clientId(),
                login.clientSecret(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(token),
                login.scope());
    }

    /** Client authentication first in the header, then in the body (RFC 6749 section 2.3.1: servers must know the first). */
    static Granted oauth2(Conversation talk, OAuth2Login login) throws ProbeException, InterruptedException {
        boolean secret = login.clientId().isPresent() && login.clientSecret().isPresent();
        HttpAnswer answer = talk.send(tokenCall(talk, login, secret));
        if (secret && (answer.status() == 400 || answer.status() == 401)) {
            answer = talk.send(tokenCall(talk, login, false));
        }
        return granted(talk, answer, "$.access_token", Map.of(Granted.OWN_ORIGIN, List.of(BEARER)));
    }

    static Granted supabase(Conversation talk, SupabaseLogin login) throws ProbeException, InterruptedException {
        Url url = under(login.url(), "/auth/v1/token?grant_type=password");
        HttpCall call = Credential.carry(
                        talk.call("POST", url), talk.identity(), List.of(Credential.header("apikey", login.key())))
                .with("Accept", "application/json")
                .carrying(Bodies.encode(
                        new Json.Obj(Map.of(
                                "email", new Json.Str(login.email()), "password", new Json.Str(login.password()))),
                        Bodies.JSON));
        Map<String, List<String>> lines = new LinkedHashMap<>();
        lines.put(Granted.OWN_ORIGIN, List.of(BEARER));
        lines.put(url.origin(), List.of("apikey: " + login.key(), BEARER));
        return granted(talk, talk.send(call), "$.access_token", lines);
    }

    /** At Google's host, or at the Auth emulator where the file names one as a backend on loopback. */
    static Granted firebase(Conversation talk, FirebaseLogin login) throws ProbeException, InterruptedException {
        String path = FIREBASE_PATH + Bodies.encoded(login.apiKey());
        Url url = under(talk.portal().address().firebaseAuth().orElseGet(() -> Url.parse(FIREBASE)), path);
        HttpCall call = talk.call("POST", url)
                .carrying(Bodies.encode(
                        new Json.Obj(Map.of(
                                "email", new Json.Str(login.email()),
                                "password", new Json.Str(login.password()),
                                "returnSecureToken", new Json.Bool(true))),
                        Bodies.JSON));
        return granted(talk, talk.send(call), "$.idToken", Map.of(Granted.OWN_ORIGIN, List.of(BEARER)));
    }

    private static Granted granted(Conversation talk, HttpAnswer answer, String path, Map<String, List<String>> lines)
            throws ProbeException {
        PasswordRecipes.refuse(talk, answer, Optional.empty());
        Optional<Json> body = JsonBody.parse(answer.text());
        String token = body.flatMap(json -> JsonPaths.text(json, path))
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> PasswordRecipes.refused(talk, answer));
        talk.take(Granted.TOKEN, token);
        body.flatMap(json -> JsonPaths.text(json, "$.refresh_token"))
                .or(() -> body.flatMap(RefreshRoutes::token))
                .ifPresent(refresh -> talk.take(REFRESH, refresh));
        return new Granted(talk, lines, Optional.of(answer));
    }

    private static HttpCall tokenCall(Conversation talk, OAuth2Login login, boolean secretInHeader) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", grant(login.grant()));
        login.user().ifPresent(user -> fields.put("username", user));
        login.password().ifPresent(password -> fields.put("password", password));
        login.refreshToken().ifPresent(refresh -> fields.put("refresh_token", refresh));
        login.scope().ifPresent(scope -> fields.put("scope", scope));
        HttpCall call = talk.call("POST", login.tokenUrl()).with("Accept", "application/json");
        if (secretInHeader) {
            String pair = Bodies.encoded(login.clientId().orElse("")) + ":"
                    + Bodies.encoded(login.clientSecret().orElse(""));
            return Credential.carry(
                            call, talk.identity(), List.of(Credential.header("Authorization", "Basic " + base64(pair))))
                    .carrying(Bodies.form(fields));
        }
        login.clientId().ifPresent(id -> fields.put("client_id", id));
        login.clientSecret().ifPresent(secret -> fields.put("client_secret", secret));
        return call.carrying(Bodies.form(fields));
    }

    private static String grant(String name) {
        return switch (name) {
            case "client-credentials" -> "client_credentials";
            case "refresh" -> "refresh_token";
            default -> name;
        };
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Url under(Url base, String target) {
        String path =
                base.path().endsWith("/") ? base.path().substring(0, base.path().length() - 1) : base.path();
        return base.at(path + target);
    }
}
