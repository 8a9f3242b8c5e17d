package dev.launchready.session;

import dev.launchready.portal.Identity;
import dev.launchready.portal.Login;
import dev.launchready.portal.Portal;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpProbe;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Follows an identity's login recipe and makes a session of what comes back; proves nothing yet. */
final class SignIn {
    private final Portal portal;
    private final HttpProbe http;
    private final Clock clock;

    SignIn(Portal portal, HttpProbe http, Clock clock) {
        this.portal = portal;
        this.http = http;
        this.clock = clock;
    }

    /**
     * A session that may be one.
     *
     * @param answer the portal's answer to the sign-in, where it was asked
     */
    record Attempt(Session session, Optional<HttpAnswer> answer) {}

    /** @throws ProbeException.SignIn when the portal refuses, or the recipe cannot be followed */
    Attempt attempt(Identity identity) throws ProbeException, InterruptedException {
        return attempt(identity, CookieJar.EMPTY);
    }

    /** @param held the cookies that the browser holds before the sign-in */
    Attempt attempt(Identity identity, CookieJar held) throws ProbeException, InterruptedException {
        Conversation talk = talk(identity);
        held.cookies().forEach(talk::put);
        return made(identity, talk, granted(talk, identity.login()));
    }

    /** What the refresh token of that session gives; empty when there is none, or when it gives nothing. */
    Optional<Session> refreshed(Identity identity, Session before) throws ProbeException, InterruptedException {
        String token = before.taken().get(TokenRecipes.REFRESH);
        if (token == null) {
            return Optional.empty();
        }
        Optional<Session> known = by(TokenRecipes::refresh, identity, token);
        return known.isPresent() ? known : by(RefreshRoutes::refresh, identity, token);
    }

    /** One way to use a refresh token. */
    private interface Refreshing {
        Optional<Granted> refresh(Conversation talk, Login login, String token)
                throws ProbeException, InterruptedException;
    }

    private Optional<Session> by(Refreshing way, Identity identity, String token)
            throws ProbeException, InterruptedException {
        Conversation talk = talk(identity);
        try {
            Optional<Granted> granted = way.refresh(talk, identity.login(), token);
            return granted.isEmpty()
                    ? Optional.empty()
                    : Optional.of(made(identity, talk, granted.get()).session());
        } catch (ProbeException.SignIn e) {
            return Optional.empty();
        }
    }

    private Conversation talk(Identity identity) {
        return new Conversation(
                portal, http, clock, identity.name(), identity.login().common().headers());
    }

    private Attempt made(Identity identity, Conversation talk, Granted granted) throws ProbeException {
        Login.Common common = identity.login().common();
        Map<String, List<String>> sendAs = common.sendAs().isEmpty() ? granted.lines() : common.sendAs();
        Map<String, List<Credential>> lines = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> entry : sendAs.entrySet()) {
            List<Credential> parts = parts(talk, entry.getValue());
            Set<String> origins =
                    entry.getKey().equals(Granted.OWN_ORIGIN) ? ownOrigins(portal) : Set.of(entry.getKey());
            for (String origin : origins) {
                lines.computeIfAbsent(origin, each -> new ArrayList<>()).addAll(parts);
            }
        }
        Session session = new Session(identity.name(), lines, talk.jar(), talk.taken(), clock);
        return new Attempt(session, granted.answer());
    }

    /** The origins that are the portal's own: where a person starts, and its API. */
    static Set<String> ownOrigins(Portal portal) {
        Set<String> origins = new LinkedHashSet<>();
        origins.add(portal.url().origin());
        origins.add(portal.api().origin());
        return origins;
    }

    private Granted granted(Conversation talk, Login login) throws ProbeException, InterruptedException {
        if (login instanceof Login.JsonLogin json) {
            return PasswordRecipes.json(talk, json);
        }
        if (login instanceof Login.FormLogin form) {
            return PasswordRecipes.form(talk, form);
        }
        if (login instanceof Login.StepsLogin steps) {
            return PasswordRecipes.steps(talk, steps);
        }
        if (login instanceof Login.OAuth2Login oauth2) {
            return TokenRecipes.oauth2(talk, oauth2);
        }
        if (login instanceof Login.SupabaseLogin supabase) {
            return TokenRecipes.supabase(talk, supabase);
        }
        if (login instanceof Login.FirebaseLogin firebase) {
            return TokenRecipes.firebase(talk, firebase);
        }
        if (login instanceof Login.StorageStateLogin state) {
            return RecordedRecipes.storageState(talk, state);
        }
        if (login instanceof Login.HarLogin har) {
            return RecordedRecipes.har(talk, har);
        }
        return unasked(talk, login);
    }

    /** The recipes for which nobody has to be asked. */
    private static Granted unasked(Conversation talk, Login login) {
        if (login instanceof Login.BasicLogin basic) {
            talk.take(Granted.BASIC, TokenRecipes.base64(basic.user() + ":" + basic.password()));
            return Granted.given(talk, Map.of(Granted.OWN_ORIGIN, List.of("Authorization: Basic {basic}")));
        }
        if (login instanceof Login.BearerLogin bearer) {
            talk.take(Granted.TOKEN, bearer.token());
            return Granted.bearer(talk);
        }
        return Granted.given(talk, Map.of());
    }

    private static List<Credential> parts(Conversation talk, List<String> lines) throws ProbeException {
        Map<String, String> values = new LinkedHashMap<>(talk.taken());
        talk.jar().cookies().forEach(cookie -> values.put("cookie:" + cookie.name(), cookie.value()));
        List<Credential> parts = new ArrayList<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            String value =
                    colon < 0 ? "" : Filling.fill(line.substring(colon + 1).strip(), values);
            if (colon <= 0 || Filling.open(value)) {
                throw new ProbeException.SignIn(
                        "sign-in-refused",
                        talk.identity() + " cannot sign in: the sign-in gave nothing to fill the send-as line '"
                                + (colon <= 0 ? "without a colon" : line.substring(0, colon)) + "' with.",
                        "identities." + talk.identity() + ".login.send-as: \"Authorization: Bearer {token}\"");
            }
            String name = line.substring(0, colon).strip();
            if (name.equalsIgnoreCase("cookie")) {
                parts.addAll(cookies(value));
            } else {
                parts.add(Credential.header(name, value));
            }
        }
        return parts;
    }

    private static List<Credential> cookies(String value) {
        List<Credential> cookies = new ArrayList<>();
        for (String pair : value.split(";", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                cookies.add(new Credential(
                        Credential.Kind.COOKIE,
                        pair.substring(0, equals).strip(),
                        pair.substring(equals + 1).strip(),
                        Optional.empty()));
            }
        }
        return cookies;
    }
}
