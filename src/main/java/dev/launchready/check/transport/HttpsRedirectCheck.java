package dev.launchready.check.transport;

import dev.launchready.check.Check;
import dev.launchready.check.CheckContext;
import dev.launchready.check.Footprint;
import dev.launchready.check.Judgement;
import dev.launchready.check.Params;
import dev.launchready.check.Raised;
import dev.launchready.check.Tally;
import dev.launchready.check.face.NamedHost;
import dev.launchready.check.transport.PlainDoor.Errand;
import dev.launchready.check.transport.PlainDoor.Knock;
import dev.launchready.check.transport.PlainDoor.Twin;
import dev.launchready.check.transport.Trail.Failure;
import dev.launchready.check.transport.Trail.Hop;
import dev.launchready.model.Proof;
import dev.launchready.model.Reason;
import dev.launchready.model.Url;
import dev.launchready.model.Where;
import dev.launchready.portal.Portal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code http://} leads to {@code https://} at once, on every host, and nothing is served in clear. */
public final class HttpsRedirectCheck implements Check<HttpsRedirectCheck.Seen> {
    static final Reason SIGN_IN_IN_CLEAR = Reason.fails("sign-in-in-clear");
    static final Reason PASSWORD_ASKED_IN_CLEAR = Reason.fails("password-asked-in-clear");
    static final Reason COOKIE_IN_CLEAR = Reason.fails("cookie-in-clear");
    static final Reason PAGE_IN_CLEAR = Reason.fails("page-in-clear");
    static final Reason ANSWERED_IN_CLEAR = Reason.fails("answered-in-clear");
    static final Reason REFRESH_ONLY = Reason.fails("refresh-only");
    static final Reason NEVER_SECURE = Reason.fails("never-secure");
    static final Reason DETOUR_IN_CLEAR = Reason.fails("detour-in-clear");
    static final Reason OTHER_HOST_FIRST = Reason.warns("other-host-first");
    static final Reason TEMPORARY = Reason.warns("temporary");
    static final Reason LINK_LOST = Reason.warns("link-lost");
    static final Reason INDISTINCT = Reason.blocks("indistinct");
    static final Reason IN_TROUBLE = Reason.blocks("in-trouble");
    static final Reason NOT_SEEN = Reason.blocks("not-seen");
    static final Reason NO_DOOR_ANSWERS = Reason.blocks("no-door-answers");
    static final Reason UNDER_DEVELOPMENT = Reason.notApplicable("under-development");

    private static final Map<ClearContent, Reason> SERVED = new EnumMap<>(Map.of(
            ClearContent.SIGN_IN, SIGN_IN_IN_CLEAR,
            ClearContent.BASIC, PASSWORD_ASKED_IN_CLEAR,
            ClearContent.COOKIE, COOKIE_IN_CLEAR,
            ClearContent.REFRESH, REFRESH_ONLY,
            ClearContent.PAGE, PAGE_IN_CLEAR));

    /** A service that understood the request says these; 403 and 404 may as well come from a wall or an empty server. */
    private static final Set<Integer> REFUSALS_OF_A_SERVICE = Set.of(400, 401, 405, 406, 415, 422);

    /** @param doors one for each named host; none for a portal under development */
    public record Seen(List<PlainDoor> doors) {
        public Seen {
            doors = List.copyOf(doors);
        }
    }

    @Override
    public String id() {
        return "transport.https-redirect";
    }

    @Override
    public Set<Reason> reasons() {
        return Set.of(
                SIGN_IN_IN_CLEAR,
                PASSWORD_ASKED_IN_CLEAR,
                COOKIE_IN_CLEAR,
                PAGE_IN_CLEAR,
                ANSWERED_IN_CLEAR,
                REFRESH_ONLY,
                NEVER_SECURE,
                DETOUR_IN_CLEAR,
                OTHER_HOST_FIRST,
                TEMPORARY,
                LINK_LOST,
                INDISTINCT,
                IN_TROUBLE,
                NOT_SEEN,
                NO_DOOR_ANSWERS,
                UNDER_DEVELOPMENT);
    }

    @Override
    public Class<Seen> observed() {
        return Seen.class;
    }

    @Override
    public Footprint footprint(Portal portal, Params params) {
        int knocks = Errand.values().length;
        return Footprint.reading(NamedHost.of(portal).size() * knocks * (1 + params.integer("max-hops")));
    }

    @Override
    public Seen observe(CheckContext context) throws InterruptedException {
        PlainDoorProbe probe = new PlainDoorProbe(context);
        List<PlainDoor> doors = new ArrayList<>();
        for (NamedHost host : NamedHost.of(context.portal())) {
            if (!host.underDevelopment()) {
                doors.add(probe.knockAt(host));
            }
        }
        return new Seen(doors);
    }

    @Override
    public Judgement judge(Seen seen, Params params) {
        if (seen.doors().isEmpty()) {
            return Tally.notApplicable(UNDER_DEVELOPMENT);
        }
        Tally tally = new Tally().fact("hosts", seen.doors().size());
        seen.doors().forEach(door -> judge(door, tally));
        return tally.conclude();
    }

    private static void judge(PlainDoor door, Tally tally) {
        Map<Reason, Raised> faults = new LinkedHashMap<>();
        door.knocks().stream()
                .flatMap(knock -> faults(door, knock).stream())
                .forEach(raised -> faults.putIfAbsent(raised.reason(), raised));
        faults.values().forEach(tally::raise);
        Optional<Knock> inTrouble = door.first(knock -> knock.content() == ClearContent.TROUBLE);
        inTrouble.ifPresent(knock -> tally.unproven(IN_TROUBLE, answerOf(knock)));
        Optional<Knock> unseen = door.first(Knock::unseen);
        unseen.ifPresent(knock -> tally.unproven(NOT_SEEN, problemOf(door, knock)));
        if (faults.isEmpty() && inTrouble.isEmpty() && unseen.isEmpty()) {
            confirm(door, tally);
        }
    }

    /** What speaks for a door at which no fault was found; a refusal that https gives as well speaks for nothing. */
    private static void confirm(PlainDoor door, Tally tally) {
        Optional<Knock> redirected = door.first(Knock::sentOn);
        Optional<Knock> refused = door.first(knock -> !knock.shut() && knock.twin() != Twin.SAME);
        Optional<Knock> refusedAlike = door.first(knock -> knock.twin() == Twin.SAME);
        if (redirected.isPresent()) {
            tally.control("redirects", answerOf(redirected.get()));
        } else if (refused.isPresent()) {
            tally.control("refuses", answerOf(refused.get()));
        } else if (refusedAlike.isPresent()) {
            tally.unproven(INDISTINCT, answerOf(refusedAlike.get()));
        } else if (door.secureFailure().filter(Failure::nobodyThere).isPresent()) {
            tally.unproven(NO_DOOR_ANSWERS, Map.of("host", door.host()));
        } else {
            tally.control("closed", Map.of("plain", door.plain().origin()));
        }
    }

    private static List<Raised> faults(PlainDoor door, Knock knock) {
        if (knock.shut()) {
            return List.of();
        }
        if (knock.sentOn()) {
            return faultsOfTheWay(door, knock);
        }
        boolean likeHttps = knock.content() == ClearContent.REFUSAL
                && knock.twin() == Twin.SAME
                && REFUSALS_OF_A_SERVICE.contains(knock.trail().first().status());
        Reason served = likeHttps ? ANSWERED_IN_CLEAR : SERVED.get(contentOf(knock));
        return served == null ? List.of() : List.of(raised(served, door, knock));
    }

    /** Whatever a sign-in page holds, a script in it will ask for the password. */
    private static ClearContent contentOf(Knock knock) {
        boolean content = knock.content() == ClearContent.PAGE || knock.content() == ClearContent.COOKIE;
        return content && knock.errand() == Errand.SIGN_IN_PAGE ? ClearContent.SIGN_IN : knock.content();
    }

    private static List<Raised> faultsOfTheWay(PlainDoor door, Knock knock) {
        Trail trail = knock.trail();
        List<Url> ways =
                trail.hops().stream().flatMap(hop -> hop.location().stream()).toList();
        Url first = ways.get(0);
        boolean clearAgain = ways.stream().skip(1).anyMatch(url -> !url.secure());
        if (!trail.destination().secure() || (first.secure() && clearAgain)) {
            return List.of(raised(NEVER_SECURE, door, knock));
        }
        List<Raised> faults = new ArrayList<>();
        if (!first.secure()) {
            faults.add(raised(DETOUR_IN_CLEAR, door, knock));
        } else if (!first.host().equals(door.plain().host())) {
            faults.add(raised(OTHER_HOST_FIRST, door, knock));
        }
        if (!trail.first().permanent()) {
            faults.add(raised(TEMPORARY, door, knock));
        }
        if (knock.errand() == Errand.DEEP_LINK && !LinkKept.keeps(trail.start(), trail.destination())) {
            faults.add(raised(LINK_LOST, door, knock));
        }
        return faults;
    }

    private static Raised raised(Reason reason, PlainDoor door, Knock knock) {
        Hop first = knock.trail().first();
        return Raised.of(reason, Where.host(door.host()), Proof.CONFIRMED)
                .fact("url", first.url())
                .fact("plain", door.plain().origin())
                .fact("host", door.host())
                .fact("status", first.status())
                .fact("target", first.location().map(Url::toString).orElse(""))
                .fact("way", knock.trail().way())
                .showing(knock.trail().evidence())
                .locatedBy(door.plain().authority());
    }

    private static Map<String, String> answerOf(Knock knock) {
        Hop first = knock.trail().first();
        String target = first.location().map(Url::toString).orElse("");
        return Map.of("url", first.url().toString(), "status", String.valueOf(first.status()), "target", target);
    }

    private static Map<String, String> problemOf(PlainDoor door, Knock knock) {
        String says = knock.trail().failure().map(Failure::says).orElse("");
        return Map.of("plain", door.plain().origin(), "problem", says);
    }
}
