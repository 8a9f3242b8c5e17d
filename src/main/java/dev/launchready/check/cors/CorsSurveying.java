package dev.launchready.check.cors;

import dev.launchready.check.CheckContext;
import dev.launchready.check.Footprint;
import dev.launchready.check.Memo;
import dev.launchready.check.cors.CorsSurvey.Carried;
import dev.launchready.check.cors.CorsSurvey.Holds;
import dev.launchready.check.cors.CorsSurvey.RoutePolicy;
import dev.launchready.check.cors.CorsTargets.Target;
import dev.launchready.check.cors.ForeignOrigin.Kind;
import dev.launchready.check.face.Page;
import dev.launchready.check.face.PublicFace;
import dev.launchready.check.face.SignInAddress;
import dev.launchready.model.Url;
import dev.launchready.portal.Portal;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.session.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Asks the portal as pages of other sites would; seen once for the whole family. */
final class CorsSurveying implements Memo.Shared<CorsSurvey> {
    static final CorsSurveying SHARED = new CorsSurveying();

    /** How many addresses are read; more of them hardly ever have a policy of their own. */
    static final int MOST_READ = 40;
    /** How many of those meet every lookalike of the portal's origin. */
    static final int MOST_IN_DEPTH = 6;
    /** How many of those that say anything about origins at all. */
    static final int MOST_TALKING = 12;
    /** How many private routes are read with a session as well. */
    static final int MOST_SIGNED_IN = 24;
    /** How many changing routes get a preflight. */
    static final int MOST_WRITING = 6;

    private static final int PATIENCE = 2;

    private static final Duration TIMEOUT = Duration.ofMinutes(3);
    private static final int COARSE = 4;
    private static final int PREFLIGHTS = 2;

    private CorsSurveying() {}

    static Footprint footprint(Portal portal) {
        return Footprint.reading(0)
                .sharing("cors-survey", requests(portal))
                .sharing(PublicFace.NAME, PublicFace.USUAL_REQUESTS)
                .within(TIMEOUT);
    }

    /** How many requests the survey of this portal sends at most. */
    private static int requests(Portal portal) {
        int read = Math.min(
                MOST_READ, CorsTargets.readable(portal, List.of(), MOST_READ).size() + 2);
        int writing = CorsTargets.writing(portal, MOST_WRITING).size();
        int lookalikes = ForeignOrigins.lookalikes(portal.url(), "t").size();
        int inDepth = Math.min(read, MOST_TALKING) + MOST_SIGNED_IN;
        return (read + MOST_SIGNED_IN) * (COARSE + PREFLIGHTS) + inDepth * lookalikes + writing * PREFLIGHTS;
    }

    @Override
    public String name() {
        return "cors-survey";
    }

    /** Names that nobody else has, the same for the whole survey. */
    private record Tokens(String first, String second) {}

    /** Who asks, and how a request becomes theirs. */
    private record Viewer(String name, UnaryOperator<HttpCall> signing) {
        static final Viewer NOBODY = new Viewer(HttpCall.NOBODY, UnaryOperator.identity());
    }

    @Override
    public CorsSurvey observe(CheckContext context) throws ProbeException, InterruptedException {
        Portal portal = context.portal();
        Tokens tokens = new Tokens(token(), token());
        List<Target> targets = CorsTargets.readable(portal, pages(context), MOST_READ);
        Silence silence = new Silence();
        List<RoutePolicy> routes = new ArrayList<>(read(context, Viewer.NOBODY, targets, tokens, silence));
        List<Target> guarded =
                targets.stream().filter(Target::guarded).limit(MOST_SIGNED_IN).toList();
        Somebody somebody = guarded.isEmpty() ? Somebody.NOT_NEEDED : Somebody.of(context);
        Set<Carried> carried = new LinkedHashSet<>();
        if (somebody.session().isPresent()) {
            Session session = somebody.session().get();
            Viewer viewer = new Viewer(session.identity(), session::sign);
            List<RoutePolicy> signedIn = read(context, viewer, guarded, tokens, silence);
            signedIn.forEach(policy -> routes.add(policy.held(routes)));
            guarded.forEach(target -> carried.addAll(Somebody.carried(session, target.url())));
        }
        for (Target target : CorsTargets.writing(portal, MOST_WRITING)) {
            if (!silence.on(target)) {
                RoutePolicy policy =
                        policy(Viewer.NOBODY, target, Holds.GUARDED, List.of(), preflights(context, target, tokens));
                silence.learn(policy);
                routes.add(policy);
            }
        }
        return new CorsSurvey(
                trusted(portal),
                routes,
                carried,
                somebody.unseen(),
                portal.lines().file());
    }

    private static List<RoutePolicy> read(
            CheckContext context, Viewer viewer, List<Target> targets, Tokens tokens, Silence silence)
            throws InterruptedException {
        List<RoutePolicy> policies = new ArrayList<>();
        int depth = 0;
        for (Target target : targets) {
            if (!silence.on(target)) {
                RoutePolicy policy = reading(context, viewer, target, tokens, depth);
                depth += policy.answers().size() > COARSE ? 1 : 0;
                silence.learn(policy);
                policies.add(policy);
            }
        }
        return policies;
    }

    /** Where a visitor begins; a portal without a front page shows itself as such when it is asked. */
    private static List<Url> pages(CheckContext context) throws InterruptedException {
        try {
            PublicFace face = context.memo().get(PublicFace.KEY);
            return Stream.concat(Stream.of(face.front()), face.signIn().stream())
                    .map(Page::url)
                    .filter(url -> context.portal().hosts().contains(url.host()))
                    .toList();
        } catch (ProbeException e) {
            return List.of();
        }
    }

    /** So many routes of a host without a proper answer, and the rest of them are left in peace: what was not seen is told. */
    private static final class Silence {
        private final Map<String, Integer> silent = new HashMap<>();

        boolean on(Target target) {
            return silent.getOrDefault(target.url().host(), 0) >= PATIENCE;
        }

        void learn(RoutePolicy policy) {
            boolean heldBack = Stream.concat(policy.answers().stream(), policy.preflights().stream())
                    .anyMatch(answer -> !answer.answered());
            silent.merge(policy.host(), heldBack ? 1 : 0, Integer::sum);
        }
    }

    /** The portal's own origin, then every other that the portal file calls its own. */
    static List<String> trusted(Portal portal) {
        Set<String> origins = new LinkedHashSet<>();
        origins.add(portal.url().origin());
        origins.add(portal.api().origin());
        portal.address()
                .hosts()
                .forEach(host ->
                        origins.add(host.contains("://") ? host : portal.url().scheme() + "://" + host));
        return List.copyOf(origins);
    }

    private static RoutePolicy reading(CheckContext context, Viewer viewer, Target target, Tokens tokens, int depth)
            throws InterruptedException {
        Asking asking = new Asking(context, plain(target, viewer));
        Optional<HttpAnswer> control = asking.own();
        asking.all(ForeignOrigins.coarse(tokens.first(), tokens.second()));
        boolean inDepth = depth < MOST_IN_DEPTH || (depth < MOST_TALKING && talks(asking.answers()));
        if (inDepth && asking.answers().stream().noneMatch(CorsSurveying::everybody)) {
            asking.all(ForeignOrigins.lookalikes(context.portal().url(), tokens.first()));
        }
        Holds holds = control.map(raw -> holds(target, raw)).orElse(Holds.OPEN);
        List<CorsAnswer> preflights = asking.heldBack() ? List.of() : preflights(context, target, tokens);
        return policy(viewer, target, holds, asking.answers(), preflights);
    }

    /** Whether the route has anything to say about origins: then a pattern may lie behind it. */
    private static boolean talks(List<CorsAnswer> answers) {
        return answers.stream().anyMatch(answer -> !answer.allowOrigin().isEmpty() || answer.variesByOrigin());
    }

    private static boolean everybody(CorsAnswer answer) {
        return answer.kind() == Kind.RANDOM && answer.namesOrigin();
    }

    private static List<CorsAnswer> preflights(CheckContext context, Target target, Tokens tokens)
            throws InterruptedException {
        Asking asking = new Asking(context, preflight(target));
        asking.own();
        asking.all(
                List.of(ForeignOrigins.coarse(tokens.first(), tokens.second()).get(0)));
        return asking.answers();
    }

    private static HttpCall plain(Target target, Viewer viewer) {
        return viewer.signing().apply(HttpCall.get(target.url()).with("Accept", "*/*"));
    }

    private static HttpCall preflight(Target target) {
        return HttpCall.of("OPTIONS", target.url())
                .with("Access-Control-Request-Method", target.method())
                .with("Access-Control-Request-Headers", "authorization,content-type");
    }

    private static RoutePolicy policy(
            Viewer viewer, Target target, Holds holds, List<CorsAnswer> answers, List<CorsAnswer> preflights) {
        Url url = target.url();
        return new RoutePolicy(
                target.method(),
                target.route(),
                url.host(),
                url.origin(),
                target.line(),
                target.listed(),
                viewer.name(),
                holds,
                answers,
                preflights);
    }

    private static Holds holds(Target target, HttpAnswer raw) {
        if (target.guarded() || asksWhoOneIs(raw)) {
            return Holds.GUARDED;
        }
        String type = raw.mediaType();
        boolean asset = type.contains("javascript")
                || type.equals("text/css")
                || type.startsWith("image/")
                || type.startsWith("font/");
        return asset ? Holds.STATIC : Holds.OPEN;
    }

    /** In contrast to a page that has moved, and to one that is forbidden to everybody, such as a folder without an index. */
    private static boolean asksWhoOneIs(HttpAnswer raw) {
        return raw.status() == 401
                || raw.location().filter(SignInAddress::likely).isPresent();
    }

    private static String token() {
        byte[] bytes = new byte[5];
        ThreadLocalRandom.current().nextBytes(bytes);
        return "t" + HexFormat.of().formatHex(bytes);
    }
}
