package dev.launchready.check.dns;

import dev.launchready.check.Check;
import dev.launchready.check.CheckContext;
import dev.launchready.check.Footprint;
import dev.launchready.check.Judgement;
import dev.launchready.check.Params;
import dev.launchready.check.Raised;
import dev.launchready.check.Tally;
import dev.launchready.check.face.NamedHost;
import dev.launchready.model.Evidence.DnsAnswer;
import dev.launchready.model.Proof;
import dev.launchready.model.Reason;
import dev.launchready.model.Where;
import dev.launchready.portal.Portal;
import dev.launchready.probe.dns.DnsProbe.Code;
import dev.launchready.probe.dns.DnsProbe.DnsReply;
import dev.launchready.probe.dns.DnsProbe.RecordType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Every production host has an address, and it is said which. */
public final class HostsCheck implements Check<HostsCheck.Seen> {
    static final Reason NO_SUCH_NAME = Reason.fails("no-such-name");
    static final Reason NO_ADDRESS = Reason.fails("no-address");
    static final Reason ALIAS_LEADS_NOWHERE = Reason.fails("alias-leads-nowhere");
    static final Reason PRIVATE_ADDRESS = Reason.warns("private-address");
    static final Reason IPV6_ONLY = Reason.warns("ipv6-only");
    static final Reason NO_ANSWER = Reason.blocks("no-answer");
    static final Reason NO_NAMES = Reason.notApplicable("no-names");

    /** @param hosts those with a name; addresses and names of this machine are none of the DNS's business */
    public record Seen(List<Host> hosts) {
        public Seen {
            hosts = List.copyOf(hosts);
        }
    }

    /**
     * What the DNS says of one host.
     *
     * @param addresses of both kinds, in presentation form
     * @param aliases the names that CNAME records led through
     */
    public record Host(
            String name, Code v4, Code v6, List<String> addresses, List<String> aliases, List<DnsAnswer> evidence) {
        public Host {
            addresses = List.copyOf(addresses);
            aliases = List.copyOf(aliases);
            evidence = List.copyOf(evidence);
        }

        static Host of(DnsReply v4, DnsReply v6) {
            List<String> addresses =
                    Stream.concat(v4.records().stream(), v6.records().stream()).toList();
            List<String> aliases = v4.aliases().isEmpty() ? v6.aliases() : v4.aliases();
            return new Host(v4.name(), v4.code(), v6.code(), addresses, aliases, List.of(v4.evidence(), v6.evidence()));
        }

        boolean answered() {
            return answered(v4) && answered(v6);
        }

        private static boolean answered(Code code) {
            return code == Code.NOERROR || code == Code.NODATA || code == Code.NXDOMAIN;
        }
    }

    @Override
    public String id() {
        return "dns.hosts";
    }

    @Override
    public Set<Reason> reasons() {
        return Set.of(NO_SUCH_NAME, NO_ADDRESS, ALIAS_LEADS_NOWHERE, PRIVATE_ADDRESS, IPV6_ONLY, NO_ANSWER, NO_NAMES);
    }

    @Override
    public Class<Seen> observed() {
        return Seen.class;
    }

    @Override
    public Footprint footprint(Portal portal, Params params) {
        return Footprint.reading(2 * names(portal).size());
    }

    @Override
    public Seen observe(CheckContext context) throws InterruptedException {
        List<Host> hosts = new ArrayList<>();
        for (String name : names(context.portal())) {
            hosts.add(
                    Host.of(context.dns().ask(name, RecordType.A), context.dns().ask(name, RecordType.AAAA)));
        }
        return new Seen(hosts);
    }

    @Override
    public Judgement judge(Seen seen, Params params) {
        if (seen.hosts().isEmpty()) {
            return Tally.notApplicable(NO_NAMES);
        }
        Tally tally = new Tally().fact("hosts", seen.hosts().size());
        seen.hosts().forEach(host -> judge(host, tally));
        return tally.conclude();
    }

    private static void judge(Host host, Tally tally) {
        if (host.addresses().isEmpty()) {
            judgeWithoutAddress(host, tally);
            return;
        }
        String addresses = String.join(", ", host.addresses());
        if (host.addresses().stream().allMatch(PrivateAddress::is)) {
            tally.raise(raised(PRIVATE_ADDRESS, host).fact("addresses", addresses));
        } else if (host.v4() == Code.NODATA) {
            tally.raise(raised(IPV6_ONLY, host).fact("addresses", addresses));
        }
        String via = host.aliases().isEmpty() ? "" : " through " + String.join(", ", host.aliases());
        tally.control("resolves", Map.of("host", host.name(), "addresses", addresses, "via", via));
    }

    private static void judgeWithoutAddress(Host host, Tally tally) {
        if (!host.answered()) {
            tally.unproven(
                    NO_ANSWER, Map.of("host", host.name(), "code", worst(host).name()));
        } else if (!host.aliases().isEmpty()) {
            String last = host.aliases().get(host.aliases().size() - 1);
            tally.raise(raised(ALIAS_LEADS_NOWHERE, host).fact("alias", last));
        } else if (host.v4() == Code.NXDOMAIN) {
            tally.raise(raised(NO_SUCH_NAME, host));
        } else {
            tally.raise(raised(NO_ADDRESS, host));
        }
    }

    private static Code worst(Host host) {
        return Host.answered(host.v4()) ? host.v6() : host.v4();
    }

    private static Raised raised(Reason reason, Host host) {
        return Raised.of(reason, Where.host(host.name()), Proof.CONFIRMED)
                .fact("host", host.name())
                .showing(host.evidence())
                .locatedBy(host.name());
    }

    private static Set<String> names(Portal portal) {
        Set<String> names = new LinkedHashSet<>();
        NamedHost.of(portal).stream()
                .filter(host -> !host.address() && !host.loopback())
                .map(NamedHost::name)
                .forEach(names::add);
        portal.address().backends().stream()
                .map(backend -> backend.url().host())
                .filter(host -> !host.matches("[\\d.]+|\\[.*]|localhost"))
                .forEach(names::add);
        return names;
    }
}
