package dev.launchready.check.cors;

import dev.launchready.check.cors.CorsSurvey.Carried;
import dev.launchready.check.cors.CorsSurvey.Holds;
import dev.launchready.check.cors.CorsSurvey.RoutePolicy;
import dev.launchready.check.cors.ForeignOrigin.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Surveys made by hand: a portal that is sound, and what is wrong with one of its routes. */
final class Surveys {
    static final String OWN = "https://portal.harbor.example";
    static final String RANDOM = "https://t1.example.org";
    static final String SECOND = "https://t2.example.net";

    private Surveys() {}

    static CorsSurvey of(RoutePolicy... routes) {
        return by(Set.of(Carried.AUTHORIZATION), routes);
    }

    static CorsSurvey by(Set<Carried> carried, RoutePolicy... routes) {
        return new CorsSurvey(
                List.of(OWN), List.of(routes), carried, Optional.empty(), Optional.of("launch-ready.yml"));
    }

    static CorsAnswer answer(Kind kind, String origin, int status, String allow, boolean credentials) {
        return new CorsAnswer(
                kind,
                origin,
                status,
                allow.isEmpty() ? List.of() : List.of(allow),
                credentials,
                List.of(),
                List.of(),
                List.of(),
                false,
                Optional.empty(),
                Optional.empty());
    }

    static CorsAnswer silent(Kind kind, String origin) {
        return new CorsAnswer(
                kind,
                origin,
                0,
                List.of(),
                false,
                List.of(),
                List.of(),
                List.of(),
                false,
                Optional.of("portal.harbor.example did not answer in time"),
                Optional.empty());
    }

    static CorsAnswer preflight(
            Kind kind, String origin, int status, String allow, boolean credentials, String methods, String headers) {
        return new CorsAnswer(
                kind,
                origin,
                status,
                allow.isEmpty() ? List.of() : List.of(allow),
                credentials,
                List.of(methods.split(",", -1)),
                List.of(headers.split(",", -1)),
                List.of("origin"),
                false,
                Optional.empty(),
                Optional.empty());
    }

    /** A route that names nobody but answers everybody. */
    static RoutePolicy sound(String route, Holds holds, int status) {
        return route(
                route,
                holds,
                List.of(
                        answer(Kind.OWN, OWN, status, "", false),
                        answer(Kind.RANDOM, RANDOM, status, "", false),
                        answer(Kind.SECOND_RANDOM, SECOND, status, "", false),
                        answer(Kind.NULL, "null", status, "", false)));
    }

    /** The sound route with other answers in the place of those of the same kind. */
    static RoutePolicy but(RoutePolicy policy, CorsAnswer... others) {
        List<CorsAnswer> answers = new ArrayList<>(policy.answers());
        for (CorsAnswer other : others) {
            answers.removeIf(each -> each.kind() == other.kind());
            answers.add(other);
        }
        answers.sort((a, b) -> a.kind().compareTo(b.kind()));
        return new RoutePolicy(
                policy.method(),
                policy.route(),
                policy.host(),
                policy.origin(),
                policy.line(),
                policy.listed(),
                policy.viewer(),
                policy.holds(),
                answers,
                policy.preflights());
    }

    /** A route of an API on a host of its own. */
    static RoutePolicy apart(String route, Holds holds, List<CorsAnswer> answers) {
        return new RoutePolicy(
                "GET",
                route,
                "api.harbor.example",
                "https://api.harbor.example",
                Optional.of(12),
                true,
                "nobody",
                holds,
                answers,
                List.of());
    }

    static RoutePolicy preflighted(String method, String route, CorsAnswer... preflights) {
        return new RoutePolicy(
                method,
                route,
                "api.harbor.example",
                "https://api.harbor.example",
                Optional.of(12),
                true,
                "nobody",
                Holds.GUARDED,
                List.of(),
                List.of(preflights));
    }

    private static RoutePolicy route(String route, Holds holds, List<CorsAnswer> answers) {
        return new RoutePolicy(
                "GET",
                route,
                "portal.harbor.example",
                OWN,
                Optional.of(41),
                holds == Holds.GUARDED,
                "nobody",
                holds,
                answers,
                List.of());
    }
}
