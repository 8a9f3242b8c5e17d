package dev.launchready.check.transport;

import dev.launchready.check.Check;
import dev.launchready.check.CheckContext;
import dev.launchready.check.Footprint;
import dev.launchready.check.Judgement;
import dev.launchready.check.Params;
import dev.launchready.check.Raised;
import dev.launchready.check.Tally;
import dev.launchready.check.face.NamedHost;
import dev.launchready.check.transport.Trail.Failure;
import dev.launchready.model.Proof;
import dev.launchready.model.Reason;
import dev.launchready.model.Url;
import dev.launchready.model.Where;
import dev.launchready.portal.Portal;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.probe.tls.TlsProbe.CertificateFacts;
import dev.launchready.probe.tls.TlsProbe.TlsFacts;
import dev.launchready.probe.tls.TlsProbe.TrustFault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every host shows a certificate that browsers accept, today and in three weeks; each fault by itself. */
public final class CertificateCheck implements Check<CertificateCheck.Seen> {
    static final Reason EXPIRED = Reason.fails("expired");
    static final Reason NOT_YET_VALID = Reason.fails("not-yet-valid");
    static final Reason OTHER_NAME = Reason.fails("other-name");
    static final Reason SELF_SIGNED = Reason.fails("self-signed");
    static final Reason UNKNOWN_ROOT = Reason.fails("unknown-root");
    static final Reason INCOMPLETE_CHAIN = Reason.fails("incomplete-chain");
    static final Reason NOT_TRUSTED = Reason.fails("not-trusted");
    static final Reason WEAK_KEY = Reason.fails("weak-key");
    static final Reason WEAK_SIGNATURE = Reason.fails("weak-signature");
    static final Reason NO_HANDSHAKE = Reason.fails("no-handshake");
    static final Reason NO_HTTPS = Reason.fails("no-https");
    static final Reason ENDS_SOON = Reason.warns("ends-soon");
    static final Reason NOT_SEEN = Reason.blocks("not-seen");
    static final Reason UNDER_DEVELOPMENT = Reason.notApplicable("under-development");

    private static final Map<TrustFault, Reason> TRUST = new EnumMap<>(Map.of(
            TrustFault.SELF_SIGNED, SELF_SIGNED,
            TrustFault.UNKNOWN_ROOT, UNKNOWN_ROOT,
            TrustFault.INCOMPLETE_CHAIN, INCOMPLETE_CHAIN,
            TrustFault.OTHER, NOT_TRUSTED));

    /** Automatic renewal begins when a third of the lifetime is left (Let's Encrypt's integration guide); later than that it has failed. */
    private static final int RENEWAL_SHARE = 3;

    /** @param at when it was seen */
    public record Seen(Instant at, List<Look> looks) {
        public Seen {
            looks = List.copyOf(looks);
        }
    }

    /**
     * One host's certificate.
     *
     * @param facts absent when no handshake came about
     * @param failure why not
     * @param plainAnswers whether the host answers by {@code http}; asked only when nobody is there by {@code https}
     */
    public record Look(Url secure, Optional<TlsFacts> facts, Optional<Failure> failure, boolean plainAnswers) {}

    @Override
    public String id() {
        return "transport.certificate";
    }

    @Override
    public Set<Reason> reasons() {
        return Set.of(
                EXPIRED,
                NOT_YET_VALID,
                OTHER_NAME,
                SELF_SIGNED,
                UNKNOWN_ROOT,
                INCOMPLETE_CHAIN,
                NOT_TRUSTED,
                WEAK_KEY,
                WEAK_SIGNATURE,
                NO_HANDSHAKE,
                NO_HTTPS,
                ENDS_SOON,
                NOT_SEEN,
                UNDER_DEVELOPMENT);
    }

    @Override
    public Class<Seen> observed() {
        return Seen.class;
    }

    @Override
    public Footprint footprint(Portal portal, Params params) {
        return Footprint.reading(2 * NamedHost.of(portal).size());
    }

    @Override
    public Seen observe(CheckContext context) throws InterruptedException {
        List<Look> looks = new ArrayList<>();
        for (NamedHost host : NamedHost.of(context.portal())) {
            if (!host.underDevelopment()) {
                looks.add(look(context, host));
            }
        }
        return new Seen(context.clock().instant(), looks);
    }

    private static Look look(CheckContext context, NamedHost host) throws InterruptedException {
        Url secure = host.secure();
        try {
            TlsFacts facts = context.tls().handshake(secure.host(), secure.port());
            return new Look(secure, Optional.of(facts), Optional.empty(), false);
        } catch (ProbeException e) {
            Failure failure = Failure.of(e);
            boolean plain = failure.nobodyThere() && plainAnswers(context, host);
            return new Look(secure, Optional.empty(), Optional.of(failure), plain);
        }
    }

    private static boolean plainAnswers(CheckContext context, NamedHost host) throws InterruptedException {
        return !Trail.walk(context.http(), HttpCall.get(host.plain()), 0).hops().isEmpty();
    }

    @Override
    public Judgement judge(Seen seen, Params params) {
        if (seen.looks().isEmpty()) {
            return Tally.notApplicable(UNDER_DEVELOPMENT);
        }
        Tally tally = new Tally().fact("hosts", seen.looks().size());
        for (Look look : seen.looks()) {
            look.facts()
                    .ifPresentOrElse(
                            facts -> judge(look.secure(), facts, seen.at(), params, tally),
                            () -> judgeWithout(look, tally));
        }
        return tally.conclude();
    }

    private static void judgeWithout(Look look, Tally tally) {
        String problem = look.failure().map(Failure::says).orElse("");
        boolean broken =
                look.failure().filter(failure -> failure.code().equals("tls")).isPresent();
        if (broken) {
            tally.raise(raised(NO_HANDSHAKE, look.secure()).fact("problem", problem));
        } else if (look.plainAnswers()) {
            tally.raise(raised(NO_HTTPS, look.secure()));
        } else {
            tally.unproven(NOT_SEEN, Map.of("host", look.secure().authority(), "problem", problem));
        }
    }

    private static void judge(Url secure, TlsFacts facts, Instant now, Params params, Tally tally) {
        if (facts.chain().isEmpty()) {
            tally.unproven(NOT_SEEN, Map.of("host", secure.authority(), "problem", "It sent no certificate."));
            return;
        }
        CertificateFacts leaf = facts.chain().get(0);
        Raised base =
                raised(EXPIRED, secure).fact("until", day(leaf.notAfter())).showing(facts.evidence());
        List<Raised> faults = new ArrayList<>();
        validity(leaf, now, params)
                .ifPresent(reason -> faults.add(
                        as(reason, base).fact("from", day(leaf.notBefore())).fact("days", days(now, leaf.notAfter()))));
        if (!facts.nameMatches()) {
            faults.add(as(OTHER_NAME, base).fact("names", String.join(", ", leaf.names())));
        }
        facts.trust()
                .map(TRUST::get)
                .ifPresent(reason -> faults.add(as(reason, base).fact("issuer", leaf.issuer())));
        CertificateStrength.weakKey(facts.chain())
                .ifPresent(weak -> faults.add(as(WEAK_KEY, base)
                        .fact("subject", weak.subject())
                        .fact("key", weak.keyAlgorithm() + " " + weak.keyBits())));
        CertificateStrength.weakSignature(facts.chain())
                .ifPresent(weak -> faults.add(
                        as(WEAK_SIGNATURE, base).fact("subject", weak.subject()).fact("signature", weak.signature())));
        faults.forEach(tally::raise);
        if (faults.isEmpty()) {
            tally.control(
                    "valid",
                    Map.of("host", secure.authority(), "until", day(leaf.notAfter()), "issuer", leaf.issuer()));
        }
    }

    private static Optional<Reason> validity(CertificateFacts leaf, Instant now, Params params) {
        if (now.isAfter(leaf.notAfter())) {
            return Optional.of(EXPIRED);
        }
        if (now.isBefore(leaf.notBefore())) {
            return Optional.of(NOT_YET_VALID);
        }
        Duration left = Duration.between(now, leaf.notAfter());
        Duration lifetime = Duration.between(leaf.notBefore(), leaf.notAfter());
        boolean soon = left.compareTo(Duration.ofDays(params.integer("min-days"))) < 0
                && left.compareTo(lifetime.dividedBy(RENEWAL_SHARE)) < 0;
        return soon ? Optional.of(ENDS_SOON) : Optional.empty();
    }

    private static Raised raised(Reason reason, Url secure) {
        return Raised.of(reason, Where.host(secure.host()), Proof.CONFIRMED)
                .fact("host", secure.authority())
                .locatedBy(secure.authority());
    }

    private static Raised as(Reason reason, Raised base) {
        return new Raised(
                reason, base.where(), base.facts(), base.proof(), base.evidence(), base.roles(), base.locator());
    }

    private static String day(Instant instant) {
        return instant.toString().substring(0, "2026-11-21".length());
    }

    private static long days(Instant now, Instant then) {
        return Math.max(0, Duration.between(now, then).toDays());
    }
}
