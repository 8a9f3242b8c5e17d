package dev.launchready.check.secrets;

import dev.launchready.check.AnswerPlace;
import dev.launchready.check.CheckContext;
import dev.launchready.check.secrets.ResponsesCheck.Reach;
import dev.launchready.portal.Flows.Flow;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Request;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.probe.http.HttpCall.Purpose;
import dev.launchready.session.Pairs;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who is shown a secret, which tells whose it is: a value that strangers are shown alike is the portal's own, and one that a single reader is
 * shown may be that reader's.
 */
final class Reaches {
    /** Answers that are asked for again, to see whether their values are made anew for each visit. */
    private static final int MOST_ASKED_AGAIN = 40;

    private static final int ERROR = 400;
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final CheckContext context;
    private final Portal portal;
    private final Pairs pairs;
    private final Map<String, Set<String>> answered = new HashMap<>();
    private final Set<String> handsOut;
    private final Map<HttpAnswer, Set<String>> again = new HashMap<>();

    Reaches(CheckContext context, List<HttpAnswer> answers, AnswerPlace.Finder places) {
        this.context = context;
        this.portal = context.portal();
        this.pairs = new Pairs(portal);
        answers.stream()
                .filter(answer -> answer.status() / 100 == 2)
                .forEach(answer -> answered.computeIfAbsent(key(places.of(answer)), unseen -> new java.util.HashSet<>())
                        .add(answer.call().sender()));
        this.handsOut = Stream.concat(
                        portal.flows().named().values().stream()
                                .flatMap(Collection::stream)
                                .map(Flow::request),
                        portal.flows().create().values().stream().map(creation -> creation.request()))
                .map(this::door)
                .collect(Collectors.toUnmodifiableSet());
    }

    private String door(Request request) {
        return request.method() + " " + portal.resolve(request.target()).path();
    }

    private static String key(AnswerPlace place) {
        return place.method() + " " + place.host() + " " + place.template();
    }

    /** Those of one secret's showings that are worth telling: none where it was made for whoever was shown it. */
    List<ShownSecret> toldOf(List<ShownSecret> shown) throws InterruptedException {
        if (!shown.get(0).madeForReaders()) {
            return shown;
        }
        if (shown.stream().anyMatch(this::handedOut)) {
            return List.of(); // a session's: whether others are shown it is told by the check of excess data
        }
        List<ShownSecret> standing = new ArrayList<>();
        for (ShownSecret each : shown) {
            if (!each.endsSoon(context.clock().instant()) && (!each.nobodys() || lasts(each))) {
                standing.add(each.doubted());
            }
        }
        boolean shared = standing.stream().anyMatch(ShownSecret::nobodys) || strangers(standing);
        return shared ? standing : List.of();
    }

    /** What a sign-in, another flow or a cookie gives is for whoever gets it. */
    private boolean handedOut(ShownSecret shown) {
        HttpCall call = shown.answer().call();
        return shown.inCookie()
                || call.purpose() == Purpose.LOGIN
                || handsOut.contains(call.method() + " " + call.url().path());
    }

    /** Whether the same request is answered with the same value again. */
    private boolean lasts(ShownSecret shown) throws InterruptedException {
        HttpAnswer first = shown.answer();
        if (!SAFE.contains(first.call().method())) {
            return false;
        }
        if (!again.containsKey(first)) {
            if (again.size() >= MOST_ASKED_AGAIN) {
                return true;
            }
            again.put(first, valuesOf(first.call()));
        }
        return again.getOrDefault(first, Set.of()).contains(shown.hit().ref().fingerprint());
    }

    private Set<String> valuesOf(HttpCall call) throws InterruptedException {
        Harvest harvest = new Harvest(context.secrets());
        try {
            HttpAnswer answer = context.http().send(call);
            String head = answer.headers().stream()
                    .map(header -> header.name() + ": " + header.value())
                    .collect(Collectors.joining("\n"));
            harvest.look(head.getBytes(java.nio.charset.StandardCharsets.UTF_8), "headers", sighting -> sighting);
            harvest.look(answer.body(), "body", sighting -> sighting);
        } catch (ProbeException e) {
            return Set.of(); // what does not come again is not told
        }
        return harvest.found().stream().map(found -> found.ref().fingerprint()).collect(Collectors.toUnmodifiableSet());
    }

    Reach of(List<ShownSecret> shown) {
        boolean many = shown.stream()
                .anyMatch(each -> each.nobodys()
                        || each.answer().status() >= ERROR
                        || !portal.identities().containsKey(each.reader()));
        if (many || strangers(shown)) {
            return Reach.MANY;
        }
        if (shown.stream().allMatch(each -> pairs.staff(each.reader()))) {
            return Reach.STAFF;
        }
        return othersAreNotShown(shown) ? Reach.ONE_SIDE : Reach.MANY;
    }

    private boolean strangers(List<ShownSecret> shown) {
        Set<String> readers = shown.stream().map(ShownSecret::reader).collect(Collectors.toSet());
        return readers.stream().anyMatch(one -> readers.stream().anyMatch(other -> pairs.strangers(one, other)));
    }

    /** Whether somebody who is no colleague was answered at the same place, without it. */
    private boolean othersAreNotShown(List<ShownSecret> shown) {
        return shown.stream()
                .allMatch(each -> answered.getOrDefault(key(each.place()), Set.of()).stream()
                        .anyMatch(other -> pairs.strangers(each.reader(), other)));
    }
}
