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
import dev.launchready.model.Evidence.HttpExchange;
import dev.launchready.model.Proof;
import dev.launchready.model.Reason;
import dev.launchready.model.Url;
import dev.launchready.model.Where;
import dev.launchready.portal.Portal;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Browsers are told to come by https alone, for long enough, and in a way that breaks no host. */
public final class HstsCheck implements Check<HstsCheck.Seen> {
    static final Reason MISSING = Reason.fails("missing");
    static final Reason MISSING_ON_FURTHER_HOST = Reason.warns("missing-on-further-host");
    static final Reason MISSING_ON_REFUSAL = Reason.warns("missing-on-refusal");
    static final Reason IGNORED = Reason.fails("ignored");
    static final Reason SWITCHED_OFF = Reason.fails("switched-off");
    static final Reason SHORT = Reason.fails("short");
    static final Reason BREAKS_SUBDOMAIN = Reason.fails("breaks-subdomain");
    static final Reason LINES_DIFFER = Reason.warns("lines-differ");
    static final Reason WITHOUT_SUBDOMAINS = Reason.warns("without-subdomains");
    static final Reason PRELOAD_UNFIT = Reason.warns("preload-unfit");
    static final Reason NOT_SEEN = Reason.blocks("not-seen");
    static final Reason NO_NAMES = Reason.notApplicable("no-names");

    /** @param hosts those with a name: browsers note nothing for an address (RFC 6797 section 8.1.1) */
    public record Seen(List<Host> hosts) {
        public Seen {
            hosts = List.copyOf(hosts);
        }
    }

    /**
     * What one host said by https, on its front door, before any redirect.
     *
     * @param own the portal's or its API's host
     * @param lines every {@code Strict-Transport-Security} line of the answer
     * @param plainOnly it answers by http, and nobody is there by https
     */
    public record Host(
            String name,
            boolean own,
            Url secure,
            int status,
            List<String> lines,
            Optional<Failure> failure,
            boolean plainOnly,
            List<HttpExchange> evidence) {
        public Host {
            lines = List.copyOf(lines);
            evidence = List.copyOf(evidence);
        }

        boolean below(Host other) {
            return name.endsWith("." + other.name);
        }
    }

    @Override
    public String id() {
        return "transport.hsts";
    }

    @Override
    public Set<Reason> reasons() {
        return Set.of(
                MISSING,
                MISSING_ON_FURTHER_HOST,
                MISSING_ON_REFUSAL,
                IGNORED,
                SWITCHED_OFF,
                SHORT,
                BREAKS_SUBDOMAIN,
                LINES_DIFFER,
                WITHOUT_SUBDOMAINS,
                PRELOAD_UNFIT,
                NOT_SEEN,
                NO_NAMES);
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
        List<Host> hosts = new ArrayList<>();
        for (NamedHost host : NamedHost.of(context.portal())) {
            if (!host.address() && !host.loopback()) {
                hosts.add(look(context, host));
            }
        }
        return new Seen(hosts);
    }

    private static Host look(CheckContext context, NamedHost host) throws InterruptedException {
        boolean own = host.kind() != NamedHost.Kind.FURTHER;
        boolean portal = host.kind() == NamedHost.Kind.PORTAL;
        Url door = portal ? host.secure().at(context.portal().url().target()) : host.secure();
        try {
            HttpAnswer answer = context.http().send(HttpCall.get(door));
            List<String> lines = answer.headers("strict-transport-security");
            List<HttpExchange> evidence = List.of(answer.evidence());
            return new Host(host.name(), own, door, answer.status(), lines, Optional.empty(), false, evidence);
        } catch (ProbeException e) {
            Failure failure = Failure.of(e);
            boolean plainOnly = failure.nobodyThere()
                    && !Trail.walk(context.http(), HttpCall.get(host.plain()), 0)
                            .hops()
                            .isEmpty();
            return new Host(host.name(), own, door, 0, List.of(), Optional.of(failure), plainOnly, List.of());
        }
    }

    @Override
    public Judgement judge(Seen seen, Params params) {
        if (seen.hosts().isEmpty()) {
            return Tally.notApplicable(NO_NAMES);
        }
        Tally tally = new Tally().fact("hosts", seen.hosts().size());
        HstsJudge judge = new HstsJudge(seen.hosts(), params, tally);
        seen.hosts().forEach(judge::judge);
        return tally.conclude();
    }

    static Raised raised(Reason reason, Host host) {
        return Raised.of(reason, Where.host(host.name()), Proof.CONFIRMED)
                .fact("host", host.name())
                .fact("url", host.secure())
                .fact("status", host.status())
                .fact("line", String.join(" | ", host.lines()))
                .showing(host.evidence())
                .locatedBy(host.secure().authority());
    }

    static Map<String, String> unseen(Host host) {
        String problem = host.failure().map(Failure::says).orElse("It answers " + host.status() + ".");
        return Map.of("host", host.name(), "problem", problem);
    }
}
