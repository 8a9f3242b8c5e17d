package dev.launchready.check.cors;

import dev.launchready.check.cors.ForeignOrigin.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a portal answers pages of other sites: each route as each viewer sees it.
 *
 * @param trusted the origins that the portal file names, the portal's own first
 * @param carried how the session of the identity that looked travels; empty where nobody signed in
 * @param unseen why no private route was seen with a session; absent where one was, or where none is known
 * @param file the portal file as the person named it
 */
public record CorsSurvey(
        List<String> trusted,
        List<RoutePolicy> routes,
        Set<Carried> carried,
        Optional<String> unseen,
        Optional<String> file) {
    public CorsSurvey {
        trusted = List.copyOf(trusted);
        routes = List.copyOf(routes);
        carried = Set.copyOf(carried);
    }

    /** Whether the route lies beside the portal's own pages, so that no policy is needed for them. */
    boolean beside(RoutePolicy policy) {
        return policy.origin().equals(trusted.get(0));
    }

    /** How a session travels. */
    public enum Carried {
        COOKIE,
        AUTHORIZATION,
        /** A header of the portal's own. */
        OTHER_HEADER
    }

    /** What an answer of a route holds, as far as it could be seen. */
    public enum Holds {
        /** The identity got it, and a visitor who has not signed in does not. */
        PRIVATE,
        /** A visitor who has not signed in is turned away, or the portal file calls it private. */
        GUARDED,
        /** Anybody gets it without signing in. */
        OPEN,
        /** A script, a style, a picture or a font. */
        STATIC
    }

    /**
     * One route as one viewer sees it.
     *
     * @param route the template, or the path where there is none
     * @param listed the portal file or an import names it, so that a refusal is an answer of the portal
     * @param viewer the identity's name, or {@code nobody}
     * @param line of the portal file, where the route is named there
     * @param answers to plain requests, the portal's own origin first; empty for routes that change something
     * @param preflights answers to {@code OPTIONS}
     */
    public record RoutePolicy(
            String method,
            String route,
            String host,
            String origin,
            Optional<Integer> line,
            boolean listed,
            String viewer,
            Holds holds,
            List<CorsAnswer> answers,
            List<CorsAnswer> preflights) {
        public RoutePolicy {
            answers = List.copyOf(answers);
            preflights = List.copyOf(preflights);
        }

        public Optional<CorsAnswer> answer(Kind kind) {
            return of(kind).findFirst();
        }

        public Stream<CorsAnswer> of(Kind kind) {
            return answers.stream().filter(answer -> answer.kind() == kind);
        }

        public Optional<CorsAnswer> preflight(Kind kind) {
            return preflights.stream().filter(answer -> answer.kind() == kind).findFirst();
        }

        /** The same, knowing what others got on this route: what they are refused is this viewer's own. */
        RoutePolicy held(List<RoutePolicy> others) {
            boolean got = answer(Kind.OWN).filter(CorsAnswer::success).isPresent();
            boolean refused = others.stream()
                    .filter(other ->
                            other.route().equals(route) && !other.viewer().equals(viewer))
                    .flatMap(other -> other.answer(Kind.OWN).stream())
                    .allMatch(own -> own.answered() && !own.success());
            Holds seen = got && refused ? Holds.PRIVATE : holds;
            return new RoutePolicy(method, route, host, origin, line, listed, viewer, seen, answers, preflights);
        }

        /** Whether the portal's own origin got something that only a living portal gives. */
        public boolean alive() {
            return answer(Kind.OWN).filter(CorsAnswer::answered).stream()
                    .anyMatch(own -> own.status() < 400 || (listed && (own.status() == 401 || own.status() == 403)));
        }

        @Override
        public String toString() {
            return method + " " + route;
        }
    }
}
