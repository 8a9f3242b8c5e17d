package dev.launchready.session;

import dev.launchready.model.Json;
import dev.launchready.portal.Login.HarLogin;
import dev.launchready.portal.Login.StorageStateLogin;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.JsonBody;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The recipes that take a session from a file: a browser's storage state as Playwright writes it, and a HAR recording. */
final class RecordedRecipes {
    private static final List<String> TOKENS = List.of(
            "$.access_token",
            "$.currentSession.access_token",
            "$.idToken",
            "$.token",
            "$.accessToken",
            "$..access_token");
    private static final String JWT = "ey[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*";

    private RecordedRecipes() {}

    static Granted storageState(Conversation talk, StorageStateLogin login) throws ProbeException {
        Json state = JsonBody.parse(read(talk, login.file()))
                .orElseThrow(() -> unreadable(talk, login.file(), "is no JSON"));
        for (Json cookie : list(state, "cookies")) {
            cookie(cookie).ifPresent(talk::put);
        }
        Set<String> own = SignIn.ownOrigins(talk.portal());
        for (Json origin : list(state, "origins")) {
            if (own.contains(text(origin, "origin"))) {
                list(origin, "localStorage").forEach(item -> stored(talk, text(item, "name"), text(item, "value")));
            }
        }
        return talk.taken().containsKey(Granted.TOKEN) ? Granted.bearer(talk) : Granted.given(talk, Map.of());
    }

    /** The last session that the recording sent to the portal's own origins. */
    static Granted har(Conversation talk, HarLogin login) throws ProbeException {
        HarSession session;
        try {
            session = HarSession.read(login.file(), SignIn.ownOrigins(talk.portal()));
        } catch (IOException e) {
            throw unreadable(talk, login.file(), "cannot be read as a HAR recording");
        }
        if (session.lines().isEmpty()) {
            throw new ProbeException.SignIn(
                    "sign-in-refused",
                    talk.identity() + " cannot sign in: " + login.file().getFileName()
                            + " has no request to the portal that carries a cookie or a token.",
                    "identities." + talk.identity()
                            + ".login: {kind: har, file: a recording saved with its sensitive content}");
        }
        return Granted.given(talk, session.lines());
    }

    private static void stored(Conversation talk, String name, String value) {
        talk.take(name, value);
        if (talk.taken().containsKey(Granted.TOKEN)) {
            return;
        }
        Optional<String> inside = JsonBody.parse(value)
                .filter(Json.Obj.class::isInstance)
                .flatMap(json -> TOKENS.stream()
                        .flatMap(path -> JsonPaths.text(json, path).stream())
                        .findFirst());
        if (inside.isPresent()) {
            talk.take(Granted.TOKEN, inside.get());
        } else if (value.replace("\"", "").matches(JWT)) {
            talk.take(Granted.TOKEN, value.replace("\"", ""));
        }
    }

    private static Optional<Cookie> cookie(Json json) {
        String domain = text(json, "domain");
        if (domain.isEmpty() || text(json, "name").isEmpty()) {
            return Optional.empty();
        }
        boolean inner = domain.startsWith(".");
        Optional<Instant> expires = json.get("expires")
                .filter(Json.Num.class::isInstance)
                .map(number -> ((Json.Num) number).value().longValue())
                .filter(seconds -> seconds > 0)
                .map(Instant::ofEpochSecond);
        return Optional.of(new Cookie(
                text(json, "name"),
                text(json, "value"),
                inner ? domain.substring(1) : domain,
                !inner,
                text(json, "path").isEmpty() ? "/" : text(json, "path"),
                json.get("secure").equals(Optional.of(new Json.Bool(true))),
                json.get("httpOnly").equals(Optional.of(new Json.Bool(true))),
                Optional.of(text(json, "sameSite").toLowerCase(java.util.Locale.ROOT))
                        .filter(site -> !site.isEmpty()),
                expires));
    }

    private static List<Json> list(Json json, String name) {
        return json.get(name)
                .filter(Json.Arr.class::isInstance)
                .map(arr -> ((Json.Arr) arr).items())
                .orElse(new ArrayList<>());
    }

    private static String text(Json json, String name) {
        return json.get(name).flatMap(Json::text).orElse("");
    }

    private static String read(Conversation talk, Path file) throws ProbeException {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw unreadable(talk, file, "cannot be read");
        }
    }

    private static ProbeException.SignIn unreadable(Conversation talk, Path file, String why) {
        return new ProbeException.SignIn(
                "sign-in-refused",
                talk.identity() + " cannot sign in: the file " + file + " " + why + ".",
                "identities." + talk.identity()
                        + ".login.file: the path of the recording, relative to the portal file");
    }
}
