package dev.launchready.check.headers;

import dev.launchready.check.CheckContext;
import dev.launchready.check.face.RouteAddress;
import dev.launchready.check.headers.CacheSurvey.Afterwards;
import dev.launchready.check.headers.CacheSurvey.PrivateRead;
import dev.launchready.model.Url;
import dev.launchready.portal.Identity;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Routes.Route;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.session.Session;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Reads private routes as an identity, and then as nobody, who must not get what a cache has kept. */
final class CacheSurveying {
    /** A cache's rules hardly ever differ between more routes than these. */
    private static final int MOST_READ = 8;

    private static final int REQUESTS_A_ROUTE = 3;

    private CacheSurveying() {}

    static int requests(Portal portal) {
        return HeaderSurveying.MOST_REQUESTS + routes(portal).size() * REQUESTS_A_ROUTE;
    }

    static CacheSurvey observe(CheckContext context) throws ProbeException, InterruptedException {
        HeaderSurvey open = context.memo().get(HeaderSurveying.SHARED);
        List<PrivateRead> reads = new ArrayList<>();
        String why = "no test account is known";
        for (Identity identity : context.sessions().identities()) {
            try {
                reads.addAll(reads(context, identity));
                why = "no private route answered the signed-in identity";
                break;
            } catch (ProbeException.SignIn e) {
                why = String.valueOf(e.getMessage());
            }
        }
        Optional<String> unseen = reads.isEmpty() ? Optional.of(why) : Optional.empty();
        return new CacheSurvey(open.answers(), reads, unseen, open.file());
    }

    private static List<PrivateRead> reads(CheckContext context, Identity identity)
            throws ProbeException, InterruptedException {
        Session session = context.sessions().of(identity.name());
        Map<Url, Route> addresses = new LinkedHashMap<>();
        for (Route route : routes(context.portal())) {
            RouteAddress.of(context.portal(), route, identity).ifPresent(url -> addresses.putIfAbsent(url, route));
        }
        context.sessions().proof(identity.name()).ifPresent(proof -> {
            if (proof.request().method().equals("GET")) {
                addresses.putIfAbsent(
                        context.portal().resolve(proof.request().target()), RouteAddress.asked(proof.request()));
            }
        });
        List<PrivateRead> reads = new ArrayList<>();
        for (Map.Entry<Url, Route> each : addresses.entrySet()) {
            read(context, session, each.getKey(), each.getValue()).ifPresent(reads::add);
        }
        return reads;
    }

    private static List<Route> routes(Portal portal) {
        return portal.routes().all().stream()
                .filter(route -> route.isPrivate() && route.method().equals("GET") && route.safe())
                .limit(MOST_READ)
                .toList();
    }

    private static Optional<PrivateRead> read(CheckContext context, Session session, Url url, Route route)
            throws InterruptedException {
        Optional<HttpAnswer> own = get(context, session.sign(HttpCall.get(url)));
        if (own.isEmpty() || own.get().status() / 100 != 2) {
            return Optional.empty();
        }
        boolean byAuthorization =
                session.credentials(url).stream().anyMatch(part -> part.name().equalsIgnoreCase("authorization"));
        return Optional.of(new PrivateRead(
                SeenReader.of(SeenReader.read(own.get(), Optional.empty(), false), route),
                byAuthorization,
                afterwards(context, url, own.get())));
    }

    private static Afterwards afterwards(CheckContext context, Url url, HttpAnswer own) throws InterruptedException {
        Optional<HttpAnswer> same = get(context, HttpCall.get(url));
        if (same.isEmpty()) {
            return Afterwards.NOT_SEEN;
        }
        if (!alike(same.get(), own)) {
            return Afterwards.OTHER;
        }
        String word = Long.toString(ThreadLocalRandom.current().nextLong(1L << 50), Character.MAX_RADIX);
        Url fresh = url.at(url.target() + (url.query().isPresent() ? "&" : "?") + "lr=" + word);
        return get(context, HttpCall.get(fresh))
                .map(control -> alike(control, own) ? Afterwards.OPEN_TO_ALL : Afterwards.FROM_CACHE)
                .orElse(Afterwards.NOT_SEEN);
    }

    private static boolean alike(HttpAnswer one, HttpAnswer other) {
        return one.status() == other.status() && Arrays.equals(one.body(), other.body());
    }

    private static Optional<HttpAnswer> get(CheckContext context, HttpCall call) throws InterruptedException {
        try {
            return Optional.of(context.http().send(call));
        } catch (ProbeException e) {
            return Optional.empty();
        }
    }
}
