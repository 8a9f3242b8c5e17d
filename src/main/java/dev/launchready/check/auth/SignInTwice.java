package dev.launchready.check.auth;

import dev.launchready.check.CheckContext;
import dev.launchready.check.auth.SessionFixationCheck.Seen;
import dev.launchready.check.auth.SessionFixationCheck.Tried;
import dev.launchready.check.auth.SessionFixationCheck.Worth;
import dev.launchready.model.Evidence.HttpExchange;
import dev.launchready.model.Proof;
import dev.launchready.model.TrafficClass;
import dev.launchready.model.Url;
import dev.launchready.portal.Identity;
import dev.launchready.portal.Login;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Request;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.session.Cookie;
import dev.launchready.session.Credential;
import dev.launchready.session.Session;
import dev.launchready.session.Sighting;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Signs in with a browser that already holds cookies, and tries those cookies alone afterwards. */
final class SignInTwice {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

    /** Shorter values can be guessed: 64 bits are OWASP's least for a session id, 16 characters as hexadecimal digits. */
    private static final int LEAST_SECRET = 16;

    private final CheckContext context;
    private final List<HttpExchange> exchanges = new ArrayList<>();
    private Proof proof = Proof.STRONG;

    SignInTwice(CheckContext context) {
        this.context = context;
    }

    Seen look() throws ProbeException, InterruptedException {
        Portal portal = context.portal();
        LocalDate today = LocalDate.ofInstant(context.clock().instant(), ZoneOffset.UTC);
        boolean consented = portal.consent().covers(TrafficClass.ACTIVE, today);
        Optional<Tried> tried = Optional.empty();
        for (Session session : context.sessions().able()) {
            List<Credential> cookies = context.sessions().carriers(session.identity()).stream()
                    .filter(part -> part.kind() == Credential.Kind.COOKIE)
                    .toList();
            Identity identity = portal.identities().get(session.identity());
            boolean better = tried.isEmpty() || tried.get().readyMade();
            if (!cookies.isEmpty() && identity != null && better) {
                tried = Optional.of(tried(identity, cookies, consented));
            }
        }
        return new Seen(tried, portal.api().host(), consented);
    }

    private Tried tried(Identity identity, List<Credential> cookies, boolean consented)
            throws ProbeException, InterruptedException {
        boolean asks = identity.login() instanceof Login.JsonLogin
                || identity.login() instanceof Login.FormLogin
                || identity.login() instanceof Login.StepsLogin;
        List<String> names = cookies.stream().map(Credential::name).toList();
        if (!asks) {
            return new Tried(identity.name(), names, true, Worth.UNTRIED, Worth.UNTRIED, proof, List.of());
        }
        List<Cookie> given = given(identity);
        Worth kept = given.isEmpty() ? Worth.UNTRIED : worth(identity, given, names);
        List<Cookie> made = cookies.stream()
                .flatMap(part -> part.cookie().stream())
                .filter(cookie -> cookie.value().length() >= LEAST_SECRET)
                .map(cookie -> cookie.worth(madeUp(cookie.value())))
                .toList();
        boolean tries = consented && kept != Worth.SIGNED_IN && !made.isEmpty();
        Worth chosen = tries ? worth(identity, made, names) : Worth.UNTRIED;
        context.sessions().renew(identity.name());
        return new Tried(identity.name(), names, false, kept, chosen, proof, exchanges);
    }

    /** The cookies that a visitor gets before signing in, from the front page and the sign-in page. */
    private List<Cookie> given(Identity identity) throws ProbeException, InterruptedException {
        Set<Url> pages = new LinkedHashSet<>();
        pages.add(context.portal().url());
        if (identity.login() instanceof Login.FormLogin form) {
            Request page = form.page()
                    .orElseGet(() -> Request.parse("GET " + form.request().target()));
            pages.add(context.portal().resolve(page.target()));
        }
        Session visitor = context.sessions().nobody();
        for (Url page : pages) {
            HttpAnswer answer = context.http().send(visitor.sign(HttpCall.get(page)));
            visitor = visitor.after(answer);
        }
        return visitor.cookies();
    }

    /** What those cookies are worth once a browser that held them has signed in. */
    private Worth worth(Identity identity, List<Cookie> held, List<String> names)
            throws ProbeException, InterruptedException {
        Session after;
        try {
            after = context.sessions().fresh(identity.name(), held);
        } catch (ProbeException.SignIn e) {
            // whoever is not let in with a foreign session's cookie cannot have it fixed
            return Worth.NOTHING;
        }
        Sighting sighting = context.sessions().look(after.holding(known(after, held, names)));
        if (sighting.shown()) {
            proof = sighting.proof();
            exchanges.add(sighting.answer().evidence());
            return Worth.SIGNED_IN;
        }
        return sighting.heldBack() ? Worth.HELD_BACK : Worth.NOTHING;
    }

    /** The cookies from before, and those of the session that anybody could guess, such as a user's name. */
    private static List<Cookie> known(Session after, List<Cookie> held, List<String> names) {
        List<Cookie> known = new ArrayList<>(held);
        after.cookies().stream()
                .filter(cookie ->
                        names.contains(cookie.name()) && cookie.value().length() < LEAST_SECRET)
                .filter(cookie -> held.stream().noneMatch(each -> each.name().equals(cookie.name())))
                .forEach(known::add);
        return known;
    }

    /** A value of the same length and look that the portal never gave. */
    private static String madeUp(String value) {
        StringBuilder made = new StringBuilder(value.length());
        for (int at = 0; at < value.length(); at++) {
            char c = value.charAt(at);
            boolean plain = Character.isLetterOrDigit(c);
            made.append(plain ? LETTERS.charAt(ThreadLocalRandom.current().nextInt(LETTERS.length())) : c);
        }
        return made.toString();
    }
}
