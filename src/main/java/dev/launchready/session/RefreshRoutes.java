package dev.launchready.session;

import dev.launchready.model.Json;
import dev.launchready.portal.Login;
import dev.launchready.portal.Login.JsonLogin;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Routes.Access;
import dev.launchready.portal.Routes.Parameter;
import dev.launchready.portal.Routes.Route;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.probe.http.JsonBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The routes of the portal that may give new tokens for a refresh token: a body that has one, or a name that says so. */
final class RefreshRoutes {
    /** Names of the member that holds a refresh token: RFC 6749's first. */
    private static final List<String> MEMBERS = List.of("refresh_token", "refreshToken", "refresh");

    private static final Pattern NAMED = Pattern.compile("(?i)/(?:refresh|renew)(?:[-_]?tokens?)?/?$");
    private static final Pattern ABOUT_SIGN_IN =
            Pattern.compile("(?i)/(?:auth|oauth2?|tokens?|jwt|sessions?|log-?in|sign-?in|accounts?|users?)(?:/|$)");
    private static final Pattern ENDS = Pattern.compile("(?i)log-?(?:out|off)|sign-?(?:out|off)|revo|/end");
    private static final int MOST_TRIED = 6;
    /** Shorter texts are settings, such as after how long to refresh. */
    private static final int LEAST_TOKEN = 12;

    private RefreshRoutes() {}

    /** One way to ask: a route, and the member of the body that holds the token. */
    private record Way(Route route, String member) {}

    /** The first refresh token that an answer to a sign-in holds, beside its other tokens or deeper. */
    static Optional<String> token(Json answer) {
        return MEMBERS.stream()
                .flatMap(name -> JsonPaths.all(answer, "$.." + name).stream())
                .flatMap(found -> found.text().stream())
                .filter(text -> text.length() >= LEAST_TOKEN)
                .findFirst();
    }

    /** Asks each of them with that token until one gives a new one; empty where none does. */
    static Optional<Granted> refresh(Conversation talk, Login login, String token)
            throws ProbeException, InterruptedException {
        for (Way way : ways(talk.portal())) {
            Json body = new Json.Obj(Map.of(way.member(), new Json.Str(token)));
            HttpCall call = talk.call("POST", talk.portal().resolve(way.route().template()))
                    .with("Accept", "application/json")
                    .carrying(Bodies.encode(body, Bodies.JSON));
            HttpAnswer answer = talk.send(call);
            Optional<String> fresh = answer.status() < 300 ? granted(answer, login) : Optional.empty();
            if (fresh.isPresent()) {
                talk.take(Granted.TOKEN, fresh.get());
                JsonBody.parse(answer.text())
                        .flatMap(RefreshRoutes::token)
                        .ifPresent(next -> talk.take(TokenRecipes.REFRESH, next));
                return Optional.of(Granted.bearer(talk, answer));
            }
        }
        return Optional.empty();
    }

    /** Where the sign-in has its token, else under a usual name. */
    private static Optional<String> granted(HttpAnswer answer, Login login) {
        List<String> paths = new ArrayList<>();
        if (login instanceof JsonLogin json) {
            json.token().ifPresent(paths::add);
        }
        PasswordRecipes.TOKEN_NAMES.forEach(name -> paths.add("$.." + name));
        Optional<Json> body = JsonBody.parse(answer.text());
        return paths.stream()
                .flatMap(path -> body.flatMap(json -> JsonPaths.text(json, path)).stream())
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    private static List<Way> ways(Portal portal) {
        Set<String> own = SignIn.ownOrigins(portal);
        List<Way> told = new ArrayList<>();
        List<Way> named = new ArrayList<>();
        for (Route route : portal.routes().all()) {
            if (!route.method().equals("POST")
                    || route.access() == Access.IGNORED
                    || route.template().contains("{")
                    || !own.contains(origin(portal, route))) {
                continue;
            }
            Optional<String> member = member(route);
            if (member.isPresent()) {
                told.add(new Way(route, member.get()));
            } else if (named(route)) {
                MEMBERS.forEach(name -> named.add(new Way(route, name)));
            }
        }
        told.addAll(named);
        return told.stream().limit(MOST_TRIED).toList();
    }

    private static String origin(Portal portal, Route route) {
        return portal.resolve(route.template()).origin();
    }

    /** Signing out and revoking take a refresh token as well, and end what they are given. */
    private static Optional<String> member(Route route) {
        if (ENDS.matcher(route.template()).find()) {
            return Optional.empty();
        }
        return MEMBERS.stream()
                .filter(name -> route.parameters().stream().anyMatch(each -> holds(each, name)))
                .findFirst();
    }

    private static boolean holds(Parameter parameter, String name) {
        return parameter.in().equals("body") && parameter.name().equals(name);
    }

    private static boolean named(Route route) {
        boolean about = route.access() == Access.PUBLIC
                || ABOUT_SIGN_IN.matcher(route.template()).find();
        return about && NAMED.matcher(route.template()).find();
    }
}
