package dev.launchready.check.transport;

import static dev.launchready.check.transport.HstsCheck.raised;

import dev.launchready.check.Params;
import dev.launchready.check.Raised;
import dev.launchready.check.Tally;
import dev.launchready.check.face.Trouble;
import dev.launchready.check.transport.HstsCheck.Host;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges the strict-transport line of each host in view of the others. */
final class HstsJudge {
    /** What the preload list asks for (hstspreload.org). */
    private static final long PRELOAD_SECONDS = 31_536_000;

    private static final int SECONDS_A_DAY = 86_400;

    private final List<Host> hosts;
    private final Params params;
    private final Tally tally;

    HstsJudge(List<Host> hosts, Params params, Tally tally) {
        this.hosts = hosts;
        this.params = params;
        this.tally = tally;
    }

    void judge(Host host) {
        if (host.plainOnly()) {
            tally.raise(raised(HstsCheck.MISSING, host));
        } else if (host.failure().isPresent() || Trouble.of(host.status())) {
            tally.unproven(HstsCheck.NOT_SEEN, HstsCheck.unseen(host));
        } else if (host.lines().isEmpty()) {
            judgeMissing(host);
        } else {
            judgeLines(host);
        }
    }

    /** Many servers add headers to good answers alone; whether there are such cannot be told from a refusal. */
    private void judgeMissing(Host host) {
        if (host.status() >= 400) {
            tally.raise(raised(HstsCheck.MISSING_ON_REFUSAL, host));
        } else {
            tally.raise(raised(host.own() ? HstsCheck.MISSING : HstsCheck.MISSING_ON_FURTHER_HOST, host));
        }
    }

    /** Browsers take the first line and no other (RFC 6797 section 8.1). */
    private void judgeLines(Host host) {
        StrictTransport line = StrictTransport.parse(host.lines().get(0));
        if (host.lines().stream().distinct().count() > 1) {
            tally.raise(raised(HstsCheck.LINES_DIFFER, host));
        }
        if (line.maxAge().isEmpty()) {
            tally.raise(raised(HstsCheck.IGNORED, host).fact("fault", line.fault()));
            return;
        }
        long seconds = line.maxAge().orElse(0L);
        long days = seconds / SECONDS_A_DAY;
        if (seconds == 0) {
            tally.raise(raised(HstsCheck.SWITCHED_OFF, host));
            return;
        }
        boolean lasting = seconds >= params.integer("min-seconds");
        if (!lasting) {
            String time = days > 0 ? days + " days" : seconds + " seconds";
            tally.raise(raised(HstsCheck.SHORT, host).fact("time", time));
        }
        judgeReach(host, line);
        if (lasting) {
            tally.control("sent", Map.of("host", host.name(), "days", Long.toString(days)));
        }
    }

    private void judgeReach(Host host, StrictTransport line) {
        Optional<Host> inClear = hosts.stream()
                .filter(other -> other.below(host) && other.plainOnly())
                .findFirst();
        List<String> below = hosts.stream()
                .filter(other -> other.below(host))
                .map(Host::name)
                .toList();
        if (line.subDomains() && inClear.isPresent()) {
            Raised breaks = raised(HstsCheck.BREAKS_SUBDOMAIN, host);
            tally.raise(breaks.fact("subdomain", inClear.get().name()));
        } else if (!line.subDomains() && !line.preload() && inClear.isEmpty() && !below.isEmpty()) {
            tally.raise(raised(HstsCheck.WITHOUT_SUBDOMAINS, host).fact("subdomains", String.join(", ", below)));
        }
        boolean fit = line.subDomains() && line.maxAge().orElse(0L) >= PRELOAD_SECONDS;
        if (line.preload() && !fit) {
            tally.raise(raised(HstsCheck.PRELOAD_UNFIT, host));
        }
    }
}
