package dev.launchready.check.cors;

import static dev.launchready.check.cors.UntrustedOriginReasons.DEVELOPMENT_WITH;
import static dev.launchready.check.cors.UntrustedOriginReasons.DOWNGRADED_WITH;
import static dev.launchready.check.cors.UntrustedOriginReasons.LOOKALIKE_OPEN;
import static dev.launchready.check.cors.UntrustedOriginReasons.LOOKALIKE_WITH;
import static dev.launchready.check.cors.UntrustedOriginReasons.LOOKALIKE_WITHOUT;
import static dev.launchready.check.cors.UntrustedOriginReasons.NULL_OPEN;
import static dev.launchready.check.cors.UntrustedOriginReasons.NULL_WITH;
import static dev.launchready.check.cors.UntrustedOriginReasons.NULL_WITHOUT;
import static dev.launchready.check.cors.UntrustedOriginReasons.ODD_WITH;
import static dev.launchready.check.cors.UntrustedOriginReasons.OTHER_SITE_WITH;
import static dev.launchready.check.cors.UntrustedOriginReasons.PREFLIGHT_WITH;
import static dev.launchready.check.cors.UntrustedOriginReasons.PRIVATE_UNSEEN;
import static dev.launchready.check.cors.UntrustedOriginReasons.REFLECTED_OPEN;
import static dev.launchready.check.cors.UntrustedOriginReasons.REFLECTED_WITH;
import static dev.launchready.check.cors.UntrustedOriginReasons.REFLECTED_WITHOUT;
import static dev.launchready.check.cors.UntrustedOriginReasons.SUBDOMAIN_WITH;
import static dev.launchready.check.cors.UntrustedOriginReasons.UNSTEADY;

import dev.launchready.check.Judgement;
import dev.launchready.check.Tally;
import dev.launchready.check.cors.CorsSurvey.Holds;
import dev.launchready.check.cors.CorsSurvey.RoutePolicy;
import dev.launchready.check.cors.ForeignOrigin.Kind;
import dev.launchready.model.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From the survey to a verdict: which foreign origins get in, what they can read there, and whether the portal was seen alive. */
final class UntrustedOriginJudge {
    private static final Set<Kind> LOOKALIKES =
            Set.of(Kind.PREFIX, Kind.SUFFIX, Kind.UNESCAPED_DOT, Kind.SHARED_HOSTING);

    private final CorsSurvey survey;
    private final Tally tally = new Tally();
    private final Gathered holes;
    private final List<Hole> odd = new ArrayList<>();

    private UntrustedOriginJudge(CorsSurvey survey) {
        this.survey = survey;
        this.holes = new Gathered(survey);
    }

    /** One route that lets one origin in. */
    private record Hole(Reason reason, RoutePolicy policy, CorsAnswer answer) {}

    static Judgement judge(CorsSurvey survey) {
        UntrustedOriginJudge judge = new UntrustedOriginJudge(survey);
        survey.routes().forEach(judge::look);
        judge.survey.routes().stream().map(RoutePolicy::host).distinct().forEach(judge::odd);
        judge.holes.raised().forEach(judge.tally::raise);
        Aliveness.judge(survey, judge.tally);
        survey.unseen().ifPresent(why -> judge.tally.unproven(PRIVATE_UNSEEN, Map.of("seen", why)));
        return judge.tally.conclude();
    }

    /** Where a plain lookalike gets in, the one with an odd character tells nothing more. */
    private void odd(String host) {
        if (!holes.has(LOOKALIKE_WITH, host)) {
            odd.stream()
                    .filter(hole -> hole.policy().host().equals(host))
                    .forEach(hole -> holes.add(ODD_WITH, hole.policy(), hole.answer(), ""));
        }
    }

    private void look(RoutePolicy policy) {
        plain(policy).forEach(this::note);
        if (policy.answers().isEmpty()) {
            policy.preflight(Kind.RANDOM)
                    .filter(answer -> answer.success() && answer.sharesCredentials())
                    .filter(answer -> answer.allowsMethod(policy.method()))
                    .filter(answer -> !reflectedOn(policy.host()))
                    .ifPresent(answer -> note(new Hole(PREFLIGHT_WITH, policy, answer)));
        }
    }

    private void note(Hole hole) {
        if (hole.reason().equals(ODD_WITH)) {
            odd.add(hole);
        } else {
            holes.add(hole.reason(), hole.policy(), hole.answer(), "");
        }
    }

    private boolean reflectedOn(String host) {
        return holes.has(REFLECTED_WITH, host) || holes.has(REFLECTED_OPEN, host);
    }

    private List<Hole> plain(RoutePolicy policy) {
        Optional<CorsAnswer> random = policy.answer(Kind.RANDOM).filter(CorsAnswer::answered);
        Optional<CorsAnswer> second = policy.answer(Kind.SECOND_RANDOM).filter(CorsAnswer::answered);
        if (policy.holds() == Holds.STATIC || random.isEmpty() || second.isEmpty()) {
            return List.of();
        }
        if (random.get().namesOrigin() != second.get().namesOrigin()) {
            tally.unproven(UNSTEADY, Map.of("route", policy.toString(), "host", policy.host()));
            return List.of();
        }
        if (random.get().namesOrigin()) {
            CorsAnswer answer = random.get().allowCredentials() ? random.get() : second.get();
            return List.of(new Hole(
                    byWhatItHolds(policy, answer, REFLECTED_WITH, REFLECTED_OPEN, REFLECTED_WITHOUT), policy, answer));
        }
        List<Hole> found = new ArrayList<>();
        if (fixedOnOtherSite(random.get())) {
            found.add(new Hole(OTHER_SITE_WITH, policy, random.get()));
        }
        policy.answers().stream()
                .filter(CorsAnswer::namesOrigin)
                .flatMap(answer -> reason(policy, answer).stream().map(reason -> new Hole(reason, policy, answer)))
                .forEach(found::add);
        return found;
    }

    /** The header names a site of its own, whoever asks. */
    private boolean fixedOnOtherSite(CorsAnswer answer) {
        if (answer.allowOrigin().size() != 1 || !answer.allowCredentials()) {
            return false;
        }
        String named = answer.allowOrigin().get(0);
        String host = named.replaceFirst("^https?://", "").replaceFirst(":[0-9]+$", "");
        boolean site = named.startsWith("http");
        boolean ours = survey.trusted().stream()
                .map(origin -> origin.replaceFirst("^https?://", "").replaceFirst(":[0-9]+$", ""))
                .anyMatch(own -> own.equals(host)
                        || host.endsWith("." + ForeignOrigins.registrable(own))
                        || host.equals(ForeignOrigins.registrable(own)));
        return site && !ours;
    }

    private static Optional<Reason> reason(RoutePolicy policy, CorsAnswer answer) {
        boolean credentials = answer.allowCredentials();
        boolean guarded = policy.holds() != Holds.OPEN;
        if (LOOKALIKES.contains(answer.kind())) {
            return worthTelling(policy, answer, LOOKALIKE_WITH, LOOKALIKE_OPEN, LOOKALIKE_WITHOUT);
        }
        return switch (answer.kind()) {
            case NULL -> worthTelling(policy, answer, NULL_WITH, NULL_OPEN, NULL_WITHOUT);
            case ODD_CHARACTER -> credentials && guarded ? Optional.of(ODD_WITH) : Optional.empty();
            case DOWNGRADED -> credentials && guarded ? Optional.of(DOWNGRADED_WITH) : Optional.empty();
            case SUBDOMAIN -> credentials ? Optional.of(SUBDOMAIN_WITH) : Optional.empty();
            case DEVELOPMENT -> credentials ? Optional.of(DEVELOPMENT_WITH) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** What anybody can fetch without credentials from anywhere else tells a foreign page nothing new. */
    private static Optional<Reason> worthTelling(
            RoutePolicy policy, CorsAnswer answer, Reason with, Reason open, Reason without) {
        boolean telling = answer.allowCredentials() || policy.holds() != Holds.OPEN;
        return telling ? Optional.of(byWhatItHolds(policy, answer, with, open, without)) : Optional.empty();
    }

    private static Reason byWhatItHolds(
            RoutePolicy policy, CorsAnswer answer, Reason with, Reason open, Reason without) {
        if (!answer.allowCredentials()) {
            return without;
        }
        return policy.holds() == Holds.OPEN ? open : with;
    }
}
