package dev.launchready.session;

import dev.launchready.portal.Identity;
import dev.launchready.portal.Identity.Expectation;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Request;
import dev.launchready.portal.Routes.Route;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Proves that an identity is signed in, on both sides: the sign is there as the identity, and not there as nobody. */
final class Prover {
    private static final int MOST_CANDIDATES = 8;
    private static final int MOST_OF_ITS_OWN = 4;
    private static final Pattern SELF =
            Pattern.compile("(^|/)(me|self|whoami|profile|account|user|session|current[-_]?user|userinfo)/?$");

    private final Portal portal;
    private final Reading reading;
    private final Session nobody;

    Prover(Portal portal, Reading reading, Session nobody) {
        this.portal = portal;
        this.reading = reading;
        this.nobody = nobody;
    }

    /** A session that is proved to be one. */
    record Proved(Session session, Sign sign, SignedInProof proof) {}

    /** @throws ProbeException.SignIn when it is not signed in, or when that cannot be told */
    Proved prove(Identity identity, SignIn.Attempt attempt) throws ProbeException, InterruptedException {
        if (identity.signedInWhen().isPresent()) {
            return given(identity, attempt, new Sign(identity.signedInWhen().get()));
        }
        return learnt(identity, attempt);
    }

    /** As {@link #prove}, when what is expected is a random text of that account's own: nobody can have been shown it. */
    Proved proveRandom(Identity identity, SignIn.Attempt attempt) throws ProbeException, InterruptedException {
        if (identity.signedInWhen().flatMap(Expectation::contains).isEmpty()) {
            return prove(identity, attempt);
        }
        Sign sign = new Sign(identity.signedInWhen().get());
        Sign.Look present = present(identity, attempt, sign);
        return new Proved(
                attempt.session(),
                sign,
                new SignedInProof(
                        sign.expectation().request(),
                        false,
                        "a random text of " + identity.name() + "'s own is shown",
                        List.of(present.answer().evidence())));
    }

    private Sign.Look present(Identity identity, SignIn.Attempt attempt, Sign sign)
            throws ProbeException, InterruptedException {
        Sign.Look present = sign.look(reading, attempt.session());
        if (!present.holds()) {
            throw new ProbeException.SignIn(
                    "sign-in-refused",
                    identity.name() + " is not signed in: " + after(attempt) + Words.of(present.answer())
                            + ", which is not what signed-in-when says.",
                    "identities." + identity.name()
                            + ".login: the right user and password, or a signed-in-when that fits");
        }
        return present;
    }

    private Proved given(Identity identity, SignIn.Attempt attempt, Sign sign)
            throws ProbeException, InterruptedException {
        Sign.Look present = present(identity, attempt, sign);
        Sign.Look absent = sign.look(reading, nobody);
        if (absent.holds()) {
            throw new ProbeException.SignIn(
                    "sign-in-unproven",
                    "Whether " + identity.name() + " is signed in cannot be told: " + Words.request(absent.answer())
                            + " shows the sign of signed-in-when to nobody as well.",
                    "identities." + identity.name()
                            + ".signed-in-when: {request: GET /api/me, contains: the identity's own e-mail address}");
        }
        return new Proved(
                attempt.session(),
                sign,
                new SignedInProof(
                        sign.expectation().request(),
                        false,
                        "signed-in-when holds as " + identity.name() + " and fails as nobody",
                        List.of(present.answer().evidence(), absent.answer().evidence())));
    }

    private Proved learnt(Identity identity, SignIn.Attempt attempt) throws ProbeException, InterruptedException {
        Set<String> own = new LinkedHashSet<>(OwnWords.of(identity, attempt));
        List<Proved> weaker = new ArrayList<>();
        Optional<HttpAnswer> refusedTo = Optional.empty();
        for (Request request : candidates(identity, attempt.session())) {
            HttpAnswer present = landed(attempt.session(), request);
            if (present.status() >= 300) {
                refusedTo = refusedTo.isPresent() ? refusedTo : Optional.of(present);
                continue;
            }
            HttpAnswer absent = landed(nobody, request);
            Optional<String> word = own.stream()
                    .filter(text -> Sign.shows(present, text) && !Sign.shows(absent, text))
                    .findFirst();
            if (word.isPresent()) {
                return proved(
                        attempt, expecting(request, present, word), "one of its own names is shown", present, absent);
            }
            if (absent.status() >= 300 && absent.status() < 500 && absent.status() != 429) {
                String sign = present.status() + " as " + identity.name() + ", " + absent.status() + " as nobody";
                weaker.add(proved(attempt, expecting(request, present, Optional.empty()), sign, present, absent));
            } else if (absent.status() < 300) {
                ownText(attempt.session(), request, present, absent)
                        .ifPresent(text -> weaker.add(proved(
                                attempt,
                                expecting(request, present, Optional.of(text)),
                                "a text is shown that nobody gets",
                                present,
                                absent)));
            }
        }
        if (!weaker.isEmpty()) {
            return weaker.get(0);
        }
        throw unproven(identity, attempt, refusedTo);
    }

    private HttpAnswer landed(Session session, Request request) throws ProbeException, InterruptedException {
        return reading.landing(session, reading.as(session, reading.call(request)));
    }

    /** A stable piece of the identity's answer that nobody's has not. */
    private Optional<String> ownText(Session session, Request request, HttpAnswer present, HttpAnswer absent)
            throws ProbeException, InterruptedException {
        Set<String> texts = Likeness.texts(present);
        texts.removeAll(Likeness.texts(absent));
        if (texts.isEmpty()) {
            return Optional.empty();
        }
        HttpAnswer again = landed(session, request);
        HttpAnswer absentAgain = landed(nobody, request);
        return texts.stream()
                .filter(text -> Sign.shows(again, text) && !Sign.shows(absentAgain, text))
                .max(Comparator.comparingInt(String::length));
    }

    private static Expectation expecting(Request request, HttpAnswer present, Optional<String> contains) {
        return new Expectation(request, Optional.of(present.status()), contains);
    }

    private static Proved proved(
            SignIn.Attempt attempt, Expectation expectation, String sign, HttpAnswer present, HttpAnswer absent) {
        return new Proved(
                attempt.session(),
                new Sign(expectation),
                new SignedInProof(expectation.request(), true, sign, List.of(present.evidence(), absent.evidence())));
    }

    /** Private routes that need no id, those about oneself first; without any, the front page and where the sign-in led. */
    private List<Request> candidates(Identity identity, Session session) {
        List<Request> routes = portal.routes().all().stream()
                .filter(route -> readable(route, identity))
                .sorted(Comparator.comparing((Route route) ->
                        !SELF.matcher(route.template().toLowerCase(Locale.ROOT)).find()))
                .map(RouteCalls::request)
                .limit(MOST_CANDIDATES)
                .toList();
        List<Request> all = new ArrayList<>(routes);
        String landed = session.taken().get("landed");
        if (landed != null) {
            all.add(Request.parse("GET " + portal.url().at(landed)));
        }
        all.addAll(ofItsOwn(identity));
        if (all.isEmpty()) {
            all.add(Request.parse("GET " + portal.url()));
        }
        return all;
    }

    /** The objects that the file gives to the identity, by the routes that read them. */
    private List<Request> ofItsOwn(Identity identity) {
        RouteCalls calls = new RouteCalls(portal);
        return portal.routes().all().stream()
                .filter(route -> route.isPrivate() && RouteCalls.mayCall(route, identity) && RouteCalls.reads(route))
                .filter(route ->
                        route.method().equals("GET") && route.operation().isEmpty())
                .flatMap(route -> Gathering.given(identity).stream()
                        .filter(object -> Slots.subject(route)
                                .filter(object.type()::equals)
                                .isPresent())
                        .limit(1)
                        .flatMap(object -> calls.about(route, object.ids()).stream()))
                .map(call -> Request.parse("GET " + call.url()))
                .limit(MOST_OF_ITS_OWN)
                .toList();
    }

    private static boolean readable(Route route, Identity identity) {
        return route.isPrivate() && RouteCalls.mayCall(route, identity) && RouteCalls.plainRead(route);
    }

    private static ProbeException.SignIn unproven(
            Identity identity, SignIn.Attempt attempt, Optional<HttpAnswer> refusedTo) {
        String add = "identities." + identity.name()
                + ".signed-in-when: {request: GET /api/me, contains: the identity's own e-mail address}";
        if (refusedTo.isPresent()) {
            return new ProbeException.SignIn(
                    "sign-in-refused",
                    identity.name() + " is not signed in: " + after(attempt) + Words.of(refusedTo.get())
                            + ", and no private route answered.",
                    add);
        }
        return new ProbeException.SignIn(
                "sign-in-unproven",
                "Whether " + identity.name()
                        + " is signed in cannot be proved: no route shows it anything that nobody gets.",
                add);
    }

    private static String after(SignIn.Attempt attempt) {
        return attempt.answer().map(answer -> Words.of(answer) + "; then ").orElse("");
    }
}
