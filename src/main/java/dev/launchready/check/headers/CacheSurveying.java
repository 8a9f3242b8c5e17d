package dev.launchready.check.headers;

import dev.launchready.check.CheckContext;
import dev.launchready.check.headers.CacheSurvey.Afterwards;
import dev.launchready.check.headers.CacheSurvey.PrivateRead;
import dev.launchready.check.headers.HeaderSurvey.Seen;
import dev.launchready.check.headers.PrivateAnswers.PrivateAnswer;
import dev.launchready.model.Url;
import dev.launchready.portal.Portal;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Reads private routes as an identity, and then as nobody, who must not get what a cache has kept. */
final class CacheSurveying {
    private static final int REQUESTS_A_ROUTE = 3;

    private CacheSurveying() {}

    static int requests(Portal portal) {
        return HeaderSurveying.MOST_REQUESTS + PrivateAnswers.routes(portal).size() * REQUESTS_A_ROUTE;
    }

    static CacheSurvey observe(CheckContext context) throws ProbeException, InterruptedException {
        HeaderSurvey open = context.memo().get(HeaderSurveying.SHARED);
        PrivateAnswers answers = context.memo().get(PrivateAnswers.KEY);
        List<PrivateRead> reads = new ArrayList<>();
        for (PrivateAnswer each : answers.all()) {
            Seen seen = SeenReader.of(SeenReader.read(each.answer(), Optional.empty(), false), each.route());
            Url url = each.answer().call().url();
            reads.add(new PrivateRead(seen, each.byAuthorization(), afterwards(context, url, each.answer())));
        }
        List<Seen> ofNobody = open.answers().stream()
                .filter(seen -> seen.viewer().equals(HttpCall.NOBODY))
                .toList();
        return new CacheSurvey(ofNobody, reads, answers.unseen(), open.file());
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
