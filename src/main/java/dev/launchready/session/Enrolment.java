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

    /** The identity whose recipe fits: one that asks the same origin before others. */
    Optional<Identity> model(Flow flow) {
        String origin = portal.resolve(flow.request().target()).origin();
        List<Identity> able = portal.identities().values().stream()
                .filter(each -> FlowCalls.user(each.login()).isPresent()
                        && FlowCalls.password(each.login()).isPresent())
                .toList();
        return able.stream()
                .filter(each -> FlowCalls.template(each.login())
                        .map(request ->
                                portal.resolve(request.target()).origin().equals(origin))
                        .orElse(false))
                .findFirst()
                .or(() -> able.stream().findFirst());
    }

    /** That person as an identity of the file would stand there; empty where no recipe fits. */
    Optional<Identity> identity(Flow flow, Applicant who) {
        return model(flow).flatMap(model -> identity(flow, model, who));
    }

    private static Optional<Identity> identity(Flow flow, Identity model, Applicant who) {
        Optional<Login> login = Recast.of(model.login(), who);
        Optional<Expectation> shown =
                flow.signedInWhen().or(() -> model.signedInWhen()).flatMap(each -> expectation(each, model, who));
        return login.map(each -> new Identity(NAME, model.role(), Optional.empty(), each, shown, Map.of()));
    }

    /** What is expected of the model, of this person; empty where it is something of the model's own, such as its name. */
    private static Optional<Expectation> expectation(Expectation expected, Identity model, Applicant who) {
        if (expected.contains().isEmpty()) {
            return Optional.of(expected);
        }
        String user = FlowCalls.user(model.login()).orElse("");
        String text = Filling.fill(expected.contains().get(), who.values()).replace(user, who.user());
        boolean theirs = text.contains(who.user()) || text.contains(who.mail()) || text.contains(who.marker());
        return theirs
                ? Optional.of(new Expectation(expected.request(), expected.status(), Optional.of(text)))
                : Optional.empty();
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
