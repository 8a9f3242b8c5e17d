package dev.launchready.check.transport;

import dev.launchready.check.Check;
import dev.launchready.check.CheckContext;
import dev.launchready.check.Footprint;
import dev.launchready.check.Judgement;
import dev.launchready.check.Params;
import dev.launchready.check.Raised;
import dev.launchready.check.Tally;
import dev.launchready.check.face.NamedHost;
import dev.launchready.model.Proof;
import dev.launchready.model.Reason;
import dev.launchready.model.Url;
import dev.launchready.model.Where;
import dev.launchready.portal.Portal;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpProbe.End;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** However a visitor writes the address (scheme, host, slash, case), it lands on one URL, soon, with path and query kept. */
public final class CanonicalHostCheck implements Check<CanonicalHostCheck.Seen> {
    static final Reason SECOND_SITE = Reason.fails("second-site");
    static final Reason NEVER_LANDS = Reason.fails("never-lands");
    static final Reason LINK_LOST = Reason.warns("link-lost");
    static final Reason LONG_WAY = Reason.warns("long-way");
    static final Reason SECOND_SPELLING = Reason.warns("second-spelling");
    static final Reason NOT_SEEN = Reason.blocks("not-seen");
    static final Reason UNDER_DEVELOPMENT = Reason.notApplicable("under-development");

    /** How an address differs from the canonical one. */
    enum Spelling {
        SCHEME_OR_HOST,
        SLASH,
        CASE
    }

    /** How what was found there compares with the canonical page. */
    enum Found {
        /** The canonical address itself, by redirect. */
        CANONICAL,
        /** The same page under an address of its own. */
        SAME_PAGE,
        /** The same page, whose {@code <link rel=canonical>} names the canonical address. */
        SAME_PAGE_DECLARED,
        /** Another service, or a refusal: nothing that could be taken for the portal. */
        OTHER,
        /** Nothing could be compared. */
        NOTHING
    }

    /** @param canonical where the portal's own address lands */
    public record Seen(Optional<Url> canonical, List<Variant> variants) {
        public Seen {
            variants = List.copyOf(variants);
        }
    }

    /**
     * One way to write an address of the portal.
     *
     * @param wanted the canonical spelling of the same address
     */
    public record Variant(Spelling spelling, Url wanted, Trail trail, Found found) {}

    @Override
    public String id() {
        return "transport.canonical-host";
    }

    @Override
    public Set<Reason> reasons() {
        return Set.of(SECOND_SITE, NEVER_LANDS, LINK_LOST, LONG_WAY, SECOND_SPELLING, NOT_SEEN, UNDER_DEVELOPMENT);
    }

    @Override
    public Class<Seen> observed() {
        return Seen.class;
    }

    @Override
    public Footprint footprint(Portal portal, Params params) {
        int variants = NamedHost.of(portal).size() * 4 + 3;
        return Footprint.reading(variants * (1 + params.integer("max-hops")));
    }

    @Override
    public Seen observe(CheckContext context) throws ProbeException, InterruptedException {
        if (NamedHost.of(context.portal()).get(0).underDevelopment()) {
            return new Seen(Optional.empty(), List.of());
        }
        return new VariantProbe(context).look();
    }

    @Override
    public Judgement judge(Seen seen, Params params) {
        if (seen.canonical().isEmpty()) {
            return Tally.notApplicable(UNDER_DEVELOPMENT);
        }
        Url canonical = seen.canonical().get();
        Tally tally = new Tally().fact("variants", seen.variants().size()).fact("canonical", canonical.origin());
        Map<String, Map<Reason, Raised>> byHost = new LinkedHashMap<>();
        for (Variant variant : seen.variants()) {
            Map<Reason, Raised> faults =
                    byHost.computeIfAbsent(variant.trail().start().host(), any -> new LinkedHashMap<>());
            judge(variant, params, tally).ifPresent(reason -> faults.putIfAbsent(reason, raised(reason, variant)));
        }
        byHost.values().forEach(faults -> faults.values().forEach(tally::raise));
        if (tally.empty()) {
            tally.control("one-address", Map.of("canonical", canonical.origin()));
        }
        return tally.conclude();
    }

    private static Optional<Reason> judge(Variant variant, Params params, Tally tally) {
        Trail trail = variant.trail();
        if (trail.failure().isPresent()) {
            judgeFailure(trail, tally);
            return Optional.empty();
        }
        if (trail.inTrouble()) {
            String problem = "It answers " + trail.last().status() + ".";
            tally.unproven(NOT_SEEN, Map.of("url", trail.start().toString(), "problem", problem));
            return Optional.empty();
        }
        if (trail.end() == End.LOOP || trail.end() == End.TOO_MANY) {
            return Optional.of(NEVER_LANDS);
        }
        return switch (variant.found()) {
            case SAME_PAGE ->
                Optional.of(variant.spelling() == Spelling.SCHEME_OR_HOST ? SECOND_SITE : SECOND_SPELLING);
            case SAME_PAGE_DECLARED ->
                variant.spelling() == Spelling.SCHEME_OR_HOST
                        ? Optional.of(SECOND_SITE)
                        : confirmed("declares", variant, tally);
            case OTHER -> confirmed("other-service", variant, tally);
            case NOTHING -> confirmed("refuses", variant, tally);
            case CANONICAL -> judgeWay(variant, params, tally);
        };
    }

    /** A door that nobody opens leads nobody astray; whether it should be open is for other checks. */
    private static void judgeFailure(Trail trail, Tally tally) {
        Trail.Failure failure = trail.failure().orElseThrow();
        Map<String, String> facts = Map.of("url", trail.start().toString(), "problem", failure.says());
        if (trail.hops().isEmpty() && failure.nobodyThere()) {
            tally.control("closed", facts);
        } else {
            tally.unproven(NOT_SEEN, facts);
        }
    }

    private static Optional<Reason> judgeWay(Variant variant, Params params, Tally tally) {
        Trail trail = variant.trail();
        if (!LinkKept.keeps(trail.start(), trail.destination())) {
            return Optional.of(LINK_LOST);
        }
        if (trail.hops().size() - 1 > params.integer("most-redirects")) {
            return Optional.of(LONG_WAY);
        }
        return confirmed("lands", variant, tally);
    }

    private static Optional<Reason> confirmed(String control, Variant variant, Tally tally) {
        Trail trail = variant.trail();
        tally.control(
                control,
                Map.of(
                        "url", trail.start().toString(),
                        "landed", trail.destination().toString(),
                        "status", String.valueOf(trail.last().status())));
        return Optional.empty();
    }

    private static Raised raised(Reason reason, Variant variant) {
        Trail trail = variant.trail();
        return Raised.of(reason, Where.host(trail.start().host()), Proof.CONFIRMED)
                .fact("url", trail.start())
                .fact("host", trail.start().authority())
                .fact("wanted", variant.wanted())
                .fact("canonical", variant.wanted().origin())
                .fact("landed", trail.destination())
                .fact("hops", trail.hops().size() - 1)
                .fact("way", trail.way())
                .showing(trail.evidence())
                .locatedBy(trail.start().host() + " " + variant.spelling());
    }
}
