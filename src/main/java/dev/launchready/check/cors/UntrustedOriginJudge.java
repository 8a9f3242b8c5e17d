package dev.launchready.check.cors;

import static dev.launchready.check.cors.UntrustedOriginReasons.DEVELOPMENT_WITH;
import static dev.launchready.check.cors.UntrustedOriginReasons.DOWNGRADED_WITH;
import static dev.launchready.check.cors.UntrustedOriginReasons.HELD_BACK;
import static dev.launchready.check.cors.UntrustedOriginReasons.LOOKALIKE_OPEN;
import static dev.launchready.check.cors.UntrustedOriginReasons.LOOKALIKE_WITH;
import static dev.launchready.check.cors.UntrustedOriginReasons.LOOKALIKE_WITHOUT;
import static dev.launchready.check.cors.UntrustedOriginReasons.NO_ANSWER;
import static dev.launchready.check.cors.UntrustedOriginReasons.NULL_OPEN;
import static dev.launchready.check.cors.UntrustedOriginReasons.NULL_WITH;
import static dev.launchready.check.cors.UntrustedOriginReasons.NULL_WITHOUT;
import static dev.launchready.check.cors.UntrustedOriginReasons.ODD_WITH;
import static dev.launchready.check.cors.UntrustedOriginReasons.ONLY_ERRORS;
import static dev.launchready.check.cors.UntrustedOriginReasons.ONLY_REFUSALS;
import static dev.launchready.check.cors.UntrustedOriginReasons.OTHER_SITE_WITH;
import static dev.launchready.check.cors.UntrustedOriginReasons.PREFLIGHT_WITH;
import static dev.launchready.check.cors.UntrustedOriginReasons.REFLECTED_OPEN;
import static dev.launchready.check.cors.UntrustedOriginReasons.REFLECTED_WITH;
import static dev.launchready.check.cors.UntrustedOriginReasons.REFLECTED_WITHOUT;
import static dev.launchready.check.cors.UntrustedOriginReasons.SUBDOMAIN_WITH;
import static dev.launchready.check.cors.UntrustedOriginReasons.UNSTEADY;

import dev.launchready.check.Judgement;
import dev.launchready.check.Raised;
import dev.launchready.check.Tally;
import dev.launchready.check.cors.CorsSurvey.Holds;
import dev.launchready.check.cors.CorsSurvey.RoutePolicy;
import dev.launchready.check.cors.ForeignOrigin.Kind;
import dev.launchready.model.Evidence;
import dev.launchready.model.Proof;
import dev.launchready.model.Reason;
import dev.launchready.model.Where;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** From the survey to a verdict: which foreign origins get in, what they can read there, and whether the portal was seen alive. */
final class UntrustedOriginJudge {
    private static final int EVIDENCE_SHOWN = 4;
    private static final Set<Kind> LOOKALIKES =
            Set.of(Kind.PREFIX, Kind.SUFFIX, Kind.UNESCAPED_DOT, Kind.SHARED_HOSTING);

    private final CorsSurvey survey;
    private final Tally tally = new Tally();
    private final Map<String, List<Hole>> holes = new LinkedHashMap<>();

    private UntrustedOriginJudge(CorsSurvey survey) {
        this.survey = survey;
    }

    /** One route that lets one origin in. */
    private record Hole(Reason reason, RoutePolicy policy, CorsAnswer answer) {}

    static Judgement judge(CorsSurvey survey) {
        UntrustedOriginJudge judge = new UntrustedOriginJudge(survey);
        survey.routes().forEach(judge::look);
        judge.holes.values().forEach(judge::raise);
        judge.controls();
        return judge.tally.conclude();
    }

    private void look(RoutePolicy policy) {
        Stream.concat(
                        policy.answers().stream(),
                        policy.preflights().stream().limit(policy.answers().isEmpty() ? 2 : 0))
                .filter(answer -> !answer.answered())
                .findFirst()
                .ifPresent(answer -> unanswered(policy, answer));
        plain(policy).forEach(hole -> note(hole));
        if (policy.answers().isEmpty()) {
            policy.preflight(Kind.RANDOM)
                    .filter(answer -> answer.success() && answer.sharesCredentials())
                    .filter(answer -> answer.allowsMethod(policy.method()))
                    .filter(answer -> !reflectedOn(policy.host()))
                    .ifPresent(answer -> note(new Hole(PREFLIGHT_WITH, policy, answer)));
        }
    }

    private boolean reflectedOn(String host) {
        return Stream.of(REFLECTED_WITH, REFLECTED_OPEN).anyMatch(reason -> holes.containsKey(key(reason, host)));
    }

    private void unanswered(RoutePolicy policy, CorsAnswer answer) {
        Map<String, String> facts = Map.of(
                "route", policy.toString(),
                "host", policy.host(),
                "origin", answer.origin(),
                "seen", answer.failure().orElse("status " + answer.status()));
        tally.unproven(answer.kind() == Kind.OWN ? NO_ANSWER : HELD_BACK, facts);
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

    private void note(Hole hole) {
        holes.computeIfAbsent(key(hole.reason(), hole.policy().host()), any -> new ArrayList<>())
                .add(hole);
    }

    private static String key(Reason reason, String host) {
        return reason.code() + " " + host;
    }

    private void raise(List<Hole> same) {
        Hole first = same.get(0);
        boolean lookalike = LOOKALIKES.contains(first.answer().kind());
        boolean oddBesides = first.reason().equals(ODD_WITH)
                && holes.containsKey(key(LOOKALIKE_WITH, first.policy().host()));
        if (oddBesides) {
            return;
        }
        Where where = Where.host(first.policy().host());
        Optional<Integer> line =
                same.stream().flatMap(hole -> hole.policy().line().stream()).findFirst();
        Where placed = survey.file().isPresent() && line.isPresent()
                ? where.in(survey.file().get(), line.get())
                : where;
        Set<String> routes = new LinkedHashSet<>();
        same.forEach(hole -> routes.add(hole.policy().toString()));
        Set<String> origins = new LinkedHashSet<>();
        same.stream()
                .limit(lookalike ? same.size() : 1)
                .forEach(hole -> origins.add(hole.answer().origin()));
        tally.raise(Raised.of(first.reason(), placed, Proof.CONFIRMED)
                .fact("host", first.policy().host())
                .fact("routes", Listing.of(routes))
                .fact("count", routes.size())
                .fact("origin", Listing.of(origins))
                .fact("allowed", String.join(", ", first.answer().allowOrigin()))
                .fact("trusted", survey.trusted().get(0))
                .fact("method", first.policy().method())
                .showing(evidence(same)));
    }

    private static List<Evidence> evidence(List<Hole> same) {
        Stream<CorsAnswer> control = same.get(0).policy().answer(Kind.OWN).stream();
        return Stream.concat(same.stream().map(Hole::answer), control)
                .flatMap(answer -> answer.evidence().stream())
                .limit(EVIDENCE_SHOWN)
                .map(Evidence.class::cast)
                .toList();
    }

    private void controls() {
        Map<String, Optional<RoutePolicy>> servers = new LinkedHashMap<>();
        List<RoutePolicy> read = survey.routes().stream()
                .filter(each -> !each.answers().isEmpty())
                .toList();
        read.forEach(policy -> servers.merge(
                policy.origin(),
                Optional.of(policy).filter(RoutePolicy::alive),
                (one, other) -> one.isPresent() ? one : other));
        servers.forEach((origin, alive) -> alive.ifPresentOrElse(
                policy -> tally.control("answered", seen(policy)),
                () -> tally.unproven(ONLY_ERRORS, Map.of("host", origin))));
        boolean content = read.stream()
                .flatMap(policy -> policy.answer(Kind.OWN).stream())
                .anyMatch(own -> own.answered() && own.status() < 400);
        if (!content) {
            tally.unproven(ONLY_REFUSALS, Map.of("host", survey.trusted().get(0)));
        }
        tally.fact("routes", survey.routes().size());
        tally.fact(
                "answers",
                read.stream().mapToInt(policy -> policy.answers().size()).sum());
    }

    private static Map<String, String> seen(RoutePolicy policy) {
        int status = policy.answer(Kind.OWN).map(CorsAnswer::status).orElse(0);
        return Map.of("route", policy.toString(), "host", policy.host(), "status", Integer.toString(status));
    }
}
