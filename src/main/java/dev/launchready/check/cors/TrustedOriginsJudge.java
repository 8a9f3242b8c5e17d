package dev.launchready.check.cors;

import dev.launchready.check.Judgement;
import dev.launchready.check.Tally;
import dev.launchready.check.cors.CorsSurvey.Carried;
import dev.launchready.check.cors.CorsSurvey.Holds;
import dev.launchready.check.cors.CorsSurvey.RoutePolicy;
import dev.launchready.check.cors.ForeignOrigin.Kind;
import dev.launchready.model.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** From the survey to a verdict: whether a browser lets the portal's own pages call an API on another origin. */
final class TrustedOriginsJudge {
    static final Reason OWN_REFUSED = Reason.fails("own-origin-refused");
    static final Reason CREDENTIALS_REFUSED = Reason.fails("credentials-refused");
    static final Reason PREFLIGHT_REFUSED = Reason.fails("preflight-refused");
    static final Reason METHOD_REFUSED = Reason.fails("method-refused");
    static final Reason HEADER_REFUSED = Reason.fails("header-refused");
    static final Reason VARY_MISSING = Reason.warns("vary-missing");
    static final Reason API_WITHOUT_CORS = Reason.warns("api-without-cors");
    static final Reason SAME_ORIGIN = Reason.notApplicable("same-origin");
    static final Reason NOTHING_READ = Reason.blocks("nothing-read");

    static final Set<Reason> REASONS = Set.of(
            OWN_REFUSED,
            CREDENTIALS_REFUSED,
            PREFLIGHT_REFUSED,
            METHOD_REFUSED,
            HEADER_REFUSED,
            VARY_MISSING,
            API_WITHOUT_CORS,
            SAME_ORIGIN,
            NOTHING_READ,
            Aliveness.NO_ANSWER,
            Aliveness.HELD_BACK,
            Aliveness.ONLY_ERRORS,
            Aliveness.ONLY_REFUSALS);

    private final CorsSurvey survey;
    private final Gathered found;
    private final Tally tally = new Tally();

    private TrustedOriginsJudge(CorsSurvey survey) {
        this.survey = survey;
        this.found = new Gathered(survey);
    }

    static Judgement judge(CorsSurvey survey) {
        return new TrustedOriginsJudge(survey).judge();
    }

    private Judgement judge() {
        List<RoutePolicy> apart = survey.routes().stream()
                .filter(policy -> !survey.beside(policy))
                .toList();
        if (apart.isEmpty()) {
            return Tally.notApplicable(SAME_ORIGIN);
        }
        List<RoutePolicy> read = apart.stream()
                .filter(policy ->
                        policy.answer(Kind.OWN).filter(CorsAnswer::success).isPresent())
                .filter(policy -> policy.holds() != Holds.STATIC)
                .toList();
        Aliveness.judge(survey, tally);
        Optional<RoutePolicy> named =
                read.stream().filter(policy -> lets(own(policy))).findFirst();
        Optional<RoutePolicy> accepted = apart.stream()
                .filter(policy -> policy.preflight(Kind.OWN)
                        .filter(TrustedOriginsJudge::lets)
                        .isPresent())
                .findFirst();
        if (read.isEmpty()) {
            tally.unproven(NOTHING_READ, Map.of("host", apart.get(0).origin()));
        } else if (named.isEmpty() && accepted.isEmpty()) {
            found.add(API_WITHOUT_CORS, read.get(0), own(read.get(0)), "no Access-Control-Allow-Origin");
        } else {
            read.forEach(this::plain);
            apart.forEach(this::preflight);
        }
        named.ifPresent(policy -> tally.control(
                "allowed",
                Map.of(
                        "route",
                        policy.toString(),
                        "host",
                        policy.host(),
                        "trusted",
                        survey.trusted().get(0))));
        found.raised().forEach(tally::raise);
        return tally.conclude();
    }

    private static CorsAnswer own(RoutePolicy policy) {
        return policy.answer(Kind.OWN).orElseThrow();
    }

    private static boolean lets(CorsAnswer answer) {
        return answer.namesOrigin() || answer.wildcard();
    }

    private void plain(RoutePolicy policy) {
        CorsAnswer own = own(policy);
        if (!lets(own)) {
            found.add(OWN_REFUSED, policy, own, said(own));
            return;
        }
        boolean byCookieAlone = survey.carried().equals(Set.of(Carried.COOKIE));
        if (byCookieAlone && policy.holds() == Holds.PRIVATE && !own.sharesCredentials()) {
            found.add(CREDENTIALS_REFUSED, policy, own, said(own));
        }
        boolean varies = policy.answer(Kind.RANDOM)
                .filter(CorsAnswer::answered)
                .filter(random -> !random.allowOrigin().equals(own.allowOrigin()))
                .isPresent();
        if (own.namesOrigin() && varies && !own.variesByOrigin()) {
            found.add(VARY_MISSING, policy, own, said(own));
        }
    }

    /** Only where the portal's pages cannot do without one: for changes, and for sessions that travel in a header. */
    private void preflight(RoutePolicy policy) {
        boolean changes = policy.answers().isEmpty();
        boolean header = survey.carried().stream().anyMatch(carried -> carried != Carried.COOKIE);
        boolean wanted = changes || (header && policy.holds() == Holds.PRIVATE);
        Optional<CorsAnswer> answer = policy.preflight(Kind.OWN).filter(CorsAnswer::answered);
        if (!wanted || answer.isEmpty()) {
            return;
        }
        CorsAnswer own = answer.get();
        if (!own.success() || !lets(own)) {
            found.add(PREFLIGHT_REFUSED, policy, own, "status " + own.status() + ", " + said(own));
        } else if (!own.allowsMethod(policy.method())) {
            found.add(METHOD_REFUSED, policy, own, String.join(", ", own.allowMethods()));
        } else if (needed(changes).anyMatch(name -> !own.allowsHeader(name))) {
            found.add(HEADER_REFUSED, policy, own, String.join(", ", own.allowHeaders()));
        }
    }

    private Stream<String> needed(boolean changes) {
        boolean authorization = survey.carried().contains(Carried.AUTHORIZATION);
        return Stream.concat(
                changes ? Stream.of("content-type") : Stream.empty(),
                authorization ? Stream.of("authorization") : Stream.empty());
    }

    private static String said(CorsAnswer answer) {
        return answer.allowOrigin().isEmpty()
                ? "no Access-Control-Allow-Origin"
                : "Access-Control-Allow-Origin: " + String.join(", ", answer.allowOrigin());
    }
}
