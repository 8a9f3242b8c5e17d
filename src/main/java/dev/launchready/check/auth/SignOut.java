package dev.launchready.check.auth;

import dev.launchready.check.CheckContext;
import dev.launchready.check.auth.SessionEndsCheck.After;
import dev.launchready.check.auth.SessionEndsCheck.Answered;
import dev.launchready.check.auth.SessionEndsCheck.Ended;
import dev.launchready.check.auth.SessionEndsCheck.Refresh;
import dev.launchready.check.auth.SessionEndsCheck.Seen;
import dev.launchready.model.Evidence.HttpExchange;
import dev.launchready.portal.Flows.Flow;
import dev.launchready.portal.Request;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.session.Credential;
import dev.launchready.session.Failing;
import dev.launchready.session.FlowCalls;
import dev.launchready.session.FlowCalls.Prepared;
import dev.launchready.session.Session;
import dev.launchready.session.Sighting;
import dev.launchready.session.SignedInProof;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;

/** Signs out of sessions made for it, and tries what they were made of once more. */
final class SignOut {
    private final CheckContext context;
    private final FlowCalls flows;

    SignOut(CheckContext context) {
        this.context = context;
        this.flows = new FlowCalls(context.portal(), context.http());
    }

    Seen look() throws ProbeException, InterruptedException {
        List<Ended> ended = new ArrayList<>();
        for (Flow flow : context.portal().flows().named("logout")) {
            ended.add(ended(flow));
        }
        return new Seen(
                ended,
                context.portal().api().host(),
                context.portal().lines().file().orElse("the portal file"),
                context.portal().lines().line("flows.logout"));
    }

    private Ended ended(Flow flow) throws ProbeException, InterruptedException {
        String identity = flow.request().as().isPresent()
                ? flow.request().as().get()
                : context.sessions().able().get(0).identity();
        List<TokenPart> carriers = context.sessions().carriers(identity).stream()
                .map(TokenPart::of)
                .toList();
        Session session = context.sessions().fresh(identity);
        Prepared prepared =
                flows.asBrowser(session, flow.request(), values(identity, session), pages(identity, carriers));
        HttpAnswer answer = flows.send(prepared.session(), prepared.call());
        Session browser = prepared.session().after(answer);
        boolean cleared = cleared(carriers, browser);
        Sighting after = context.sessions().look(session);
        Answered answered = answered(answer, flows.landing(browser, answer), cleared && hasCookie(carriers));
        Refresh refresh = refreshed(session);
        // the portal still lets the identity in: what died, died of the sign-out
        context.sessions().renew(identity);
        return new Ended(
                identity,
                flow.request().toString(),
                carriers.stream().map(TokenPart::says).collect(Collectors.joining(", ")),
                answered,
                after.heldBack() ? After.HELD_BACK : after.shown() ? After.ALIVE : After.DEAD,
                cleared,
                !carriers.isEmpty()
                        && carriers.stream().anyMatch(part -> part.jwt().isPresent()),
                life(session, carriers),
                refresh,
                after.proof(),
                answer.status(),
                List.<HttpExchange>of(answer.evidence(), after.answer().evidence()));
    }

    private Map<String, String> values(String identity, Session session) {
        Map<String, String> values = new LinkedHashMap<>(flows.values(identity));
        values.putAll(session.taken());
        return values;
    }

    /** Where a browser finds the button: the page that proves the sign-in, the page where it led, and the front page. */
    private List<Request> pages(String identity, List<TokenPart> carriers) {
        if (!hasCookie(carriers)) {
            return List.of();
        }
        List<Request> pages = new ArrayList<>();
        context.sessions().proof(identity).map(SignedInProof::request).ifPresent(pages::add);
        pages.add(Request.parse("GET " + context.portal().url()));
        return pages;
    }

    private static boolean hasCookie(List<TokenPart> carriers) {
        return carriers.stream().anyMatch(part -> part.part().kind() == Credential.Kind.COOKIE);
    }

    /** Whether one of the cookies that are the session is gone from the browser, or another. */
    private boolean cleared(List<TokenPart> carriers, Session browser) {
        List<Credential> held = browser.cookies().stream()
                .map(cookie ->
                        new Credential(Credential.Kind.COOKIE, cookie.name(), cookie.value(), Optional.of(cookie)))
                .toList();
        return carriers.stream()
                .map(TokenPart::part)
                .filter(part -> part.kind() == Credential.Kind.COOKIE)
                .allMatch(part -> held.stream().noneMatch(part::sameSlot));
    }

    private static Answered answered(HttpAnswer answer, HttpAnswer landing, boolean tookBack) {
        if (tookBack) {
            return Answered.DONE;
        }
        if (answer.status() >= 400) {
            return Answered.REFUSED;
        }
        boolean page = answer.redirect() || answer.mediaType().contains("html");
        if (page) {
            boolean signIn =
                    !Jsoup.parse(landing.text()).select("input[type=password]").isEmpty();
            return signIn ? Answered.DONE : Answered.UNCLEAR;
        }
        return Failing.said(answer) ? Answered.REFUSED : Answered.DONE;
    }

    private Optional<Duration> life(Session session, List<TokenPart> carriers) {
        Instant now = context.clock().instant();
        return session.credentials(context.portal().api()).stream()
                .filter(part -> carriers.stream().anyMatch(each -> each.part().sameSlot(part)))
                .flatMap(part -> TokenPart.of(part).jwt().stream())
                .flatMap(jwt -> jwt.expires().stream())
                .map(end -> Duration.between(now, end))
                .min(Duration::compareTo);
    }

    /** A refresh token is withdrawn where that of a session that was not signed out is still good: else nobody knows how to use one. */
    private Refresh refreshed(Session session) throws ProbeException, InterruptedException {
        if (!session.taken().containsKey("refresh-token")) {
            return Refresh.NONE;
        }
        if (refreshes(session)) {
            return Refresh.GOOD;
        }
        return refreshes(context.sessions().fresh(session.identity())) ? Refresh.WITHDRAWN : Refresh.UNKNOWN;
    }

    private boolean refreshes(Session session) throws ProbeException, InterruptedException {
        Optional<Session> anew = context.sessions().refreshed(session);
        return anew.isPresent() && context.sessions().look(anew.get()).shown();
    }
}
