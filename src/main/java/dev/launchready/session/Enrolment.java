package dev.launchready.session;

import dev.launchready.model.Json;
import dev.launchready.portal.Flows.Flow;
import dev.launchready.portal.Identity;
import dev.launchready.portal.Identity.Expectation;
import dev.launchready.portal.Login;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How a throw-away account signs up and in: after the pattern of an identity of the file. */
final class Enrolment {
    /** What such an account is called where identities are named. */
    static final String NAME = "newcomer";

    private static final List<String> PASSWORDS = List.of("pass", "pwd");

    private final Portal portal;

    Enrolment(Portal portal) {
        this.portal = portal;
    }

    /** The identity whose recipe fits requests to that address: one that signs in at the same origin before others. */
    Optional<Identity> model(Request request) {
        String origin = portal.resolve(request.target()).origin();
        List<Identity> able = portal.identities().values().stream()
                .filter(each -> FlowCalls.user(each.login()).isPresent()
                        && FlowCalls.password(each.login()).isPresent())
                .toList();
        return request.as()
                .flatMap(name ->
                        able.stream().filter(each -> each.name().equals(name)).findFirst())
                .or(() -> able.stream()
                        .filter(each -> FlowCalls.template(each.login())
                                .map(login ->
                                        portal.resolve(login.target()).origin().equals(origin))
                                .orElse(false))
                        .findFirst())
                .or(() -> able.stream().findFirst());
    }

    /** That person as an identity of the file would stand there, what proves its sign-in most telling first; empty where no recipe fits. */
    List<Identity> identities(Flow flow, Identity model, Applicant who) {
        Optional<Login> login = Recast.of(model.login(), who);
        return login.stream()
                .flatMap(each -> expectations(flow, model, who).stream()
                        .map(shown -> new Identity(NAME, model.role(), Optional.empty(), each, shown, Map.of())))
                .toList();
    }

    /** What the file expects of the model, of this person; the marker in its place where it is the model's own name; or nothing. */
    private static List<Optional<Expectation>> expectations(Flow flow, Identity model, Applicant who) {
        Optional<Expectation> expected = flow.signedInWhen().or(model::signedInWhen);
        if (expected.isEmpty()) {
            return List.of(Optional.empty());
        }
        Expectation one = expected.get();
        if (one.contains().isEmpty()) {
            return List.of(expected);
        }
        String user = FlowCalls.user(model.login()).orElse("");
        String text = Filling.fill(one.contains().get(), who.values()).replace(user, who.user());
        boolean theirs = text.contains(who.user()) || text.contains(who.mail()) || text.contains(who.marker());
        String told = theirs ? text : who.marker();
        Optional<Expectation> telling = Optional.of(new Expectation(one.request(), one.status(), Optional.of(told)));
        // a portal may show another spelling than the one that somebody signed up with
        return List.of(telling, Optional.empty());
    }

    /** The sign-up with the applicant's own password, where the file wrote one out. */
    static Request withPassword(Request request) {
        return new Request(
                request.method(),
                request.target(),
                request.as(),
                request.headers(),
                request.encoding(),
                request.body().map(Enrolment::withPassword));
    }

    private static Json withPassword(Json json) {
        if (!(json instanceof Json.Obj obj)) {
            return json;
        }
        Map<String, Json> members = new LinkedHashMap<>();
        obj.members().forEach((name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            boolean written = value instanceof Json.Str str
                    && !Filling.open(str.value())
                    && PASSWORDS.stream().anyMatch(lower::contains);
            members.put(name, written ? new Json.Str("{password}") : withPassword(value));
        });
        return new Json.Obj(members);
    }
}
