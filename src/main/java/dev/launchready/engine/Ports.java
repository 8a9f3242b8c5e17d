package dev.launchready.engine;

import dev.launchready.check.CheckContext;
import dev.launchready.check.Memo;
import dev.launchready.check.Notebook;
import dev.launchready.check.Params;
import dev.launchready.detect.FingerprintKey;
import dev.launchready.detect.SecretSearch;
import dev.launchready.portal.Portal;
import dev.launchready.probe.dns.DnsProbe;
import dev.launchready.probe.files.FilesProbe;
import dev.launchready.probe.files.LocalFiles;
import dev.launchready.probe.git.GitProbe;
import dev.launchready.probe.git.JGitProbe;
import dev.launchready.probe.http.HttpProbe;
import dev.launchready.probe.http.RunAnswers;
import dev.launchready.probe.tls.TlsProbe;
import dev.launchready.session.LiveSessions;
import dev.launchready.session.Sessions;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The ports to the outside that all checks of a run share.
 *
 * @param answers what came through {@code http} so far
 * @param notes what an older run left for this one
 */
public record Ports(
        Portal portal,
        HttpProbe http,
        DnsProbe dns,
        TlsProbe tls,
        Clock clock,
        Sessions sessions,
        RunAnswers answers,
        SecretSearch secrets,
        Notebook notes) {
    private static final FilesProbe FILES = new LocalFiles();
    private static final GitProbe GIT = JGitProbe.onAllProcessors();

    /** Ports whose sessions sign in over {@code http}, and which keep no answers. */
    public Ports(Portal portal, HttpProbe http, DnsProbe dns, TlsProbe tls, Clock clock) {
        this(portal, http, dns, tls, clock, new LiveSessions(portal, http, clock), RunAnswers.NONE);
    }

    /** Ports whose search for secrets goes by the rules of this program. */
    public Ports(
            Portal portal,
            HttpProbe http,
            DnsProbe dns,
            TlsProbe tls,
            Clock clock,
            Sessions sessions,
            RunAnswers answers) {
        this(
                portal,
                http,
                dns,
                tls,
                clock,
                sessions,
                answers,
                SecretSearch.builtIn(FingerprintKey.of(
                        portal.address().fingerprintKey(), portal.url().host())),
                Notebook.NONE);
    }

    /** A context for one check that counts what it sends. */
    CheckContext context(Params params, Memo memo, AtomicInteger requests) {
        HttpProbe countedHttp = call -> {
            requests.incrementAndGet();
            return http.send(call);
        };
        DnsProbe countedDns = (name, type) -> {
            requests.incrementAndGet();
            return dns.ask(name, type);
        };
        TlsProbe countedTls = (host, port) -> {
            requests.incrementAndGet();
            return tls.handshake(host, port);
        };
        return new CheckContext(
                portal,
                params,
                countedHttp,
                countedDns,
                countedTls,
                clock,
                memo,
                sessions,
                answers,
                FILES,
                secrets,
                GIT,
                notes);
    }
}
