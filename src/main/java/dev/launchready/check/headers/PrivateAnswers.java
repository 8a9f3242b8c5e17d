package dev.launchready.check.headers;

import dev.launchready.check.CheckContext;
import dev.launchready.check.Memo;
import dev.launchready.check.face.RouteAddress;
import dev.launchready.model.Url;
import dev.launchready.portal.Identity;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Routes.Route;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.session.Session;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the first identity that can sign in gets from private routes, raw: it lives inside {@code observe} alone.
 *
 * @param unseen why there is nothing; absent where there is something
 */
record PrivateAnswers(List<PrivateAnswer> all, Optional<String> unseen) {
    static final Memo.Shared<PrivateAnswers> KEY = new Reading();

    /** The rules for headers and caches hardly ever differ between more routes than these. */
    static final int MOST_READ = 30;

    PrivateAnswers {
        all = List.copyOf(all);
    }

    /** @param byAuthorization the session travels in {@code Authorization} */
    record PrivateAnswer(Route route, HttpAnswer answer, boolean byAuthorization) {}

    static List<Route> routes(Portal portal) {
        return portal.routes().all().stream()
                .filter(route -> route.isPrivate() && route.method().equals("GET") && route.safe())
                .limit(MOST_READ)
                .toList();
    }

    private record Reading() implements Memo.Shared<PrivateAnswers> {
        @Override
        public String name() {
            return "private-answers";
        }

        @Override
        public PrivateAnswers observe(CheckContext context) throws ProbeException, InterruptedException {
            String why = "no test account is known";
            for (Identity identity : context.sessions().identities()) {
                try {
                    List<PrivateAnswer> all = read(context, identity);
                    why = "no private route answered the signed-in identity";
                    return new PrivateAnswers(all, all.isEmpty() ? Optional.of(why) : Optional.empty());
                } catch (ProbeException.SignIn e) {
                    why = String.valueOf(e.getMessage());
                }
            }
            return new PrivateAnswers(List.of(), Optional.of(why));
        }

        private static List<PrivateAnswer> read(CheckContext context, Identity identity)
                throws ProbeException, InterruptedException {
            Session session = context.sessions().of(identity.name());
            Map<Url, Route> addresses = new LinkedHashMap<>();
            for (Route route : routes(context.portal())) {
                RouteAddress.of(context.portal(), route, identity).ifPresent(url -> addresses.putIfAbsent(url, route));
            }
            context.sessions().proof(identity.name()).ifPresent(proof -> {
                if (proof.request().method().equals("GET")) {
                    Url url = context.portal().resolve(proof.request().target());
                    addresses.putIfAbsent(url, RouteAddress.asked(proof.request()));
                }
            });
            List<PrivateAnswer> answers = new ArrayList<>();
            for (Map.Entry<Url, Route> each : addresses.entrySet()) {
                answer(context, session, each.getKey(), each.getValue()).ifPresent(answers::add);
            }
            return answers;
        }

        private static Optional<PrivateAnswer> answer(CheckContext context, Session session, Url url, Route route)
                throws InterruptedException {
            boolean byAuthorization = session.credentials(url).stream()
                    .anyMatch(part -> part.name().equalsIgnoreCase("authorization"));
            try {
                HttpAnswer answer = context.http().send(session.sign(HttpCall.get(url)));
                return answer.status() / 100 == 2
                        ? Optional.of(new PrivateAnswer(route, answer, byAuthorization))
                        : Optional.empty();
            } catch (ProbeException e) {
                return Optional.empty();
            }
        }
    }
}
