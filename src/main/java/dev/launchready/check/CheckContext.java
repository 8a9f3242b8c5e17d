package dev.launchready.check;

import dev.launchready.detect.FingerprintKey;
import dev.launchready.detect.SecretSearch;
import dev.launchready.portal.Portal;
import dev.launchready.probe.dns.DnsProbe;
import dev.launchready.probe.http.HttpProbe;
import dev.launchready.probe.tls.TlsProbe;
import dev.launchready.session.LiveSessions;
import dev.launchready.session.Sessions;
import java.time.Clock;

/** All that {@code observe} may use. */
public record CheckContext(
        Portal portal,
        Params params,
        HttpProbe http,
        DnsProbe dns,
        TlsProbe tls,
        Clock clock,
        Memo memo,
        Sessions sessions,
        SecretSearch secrets) {

    /** A context with sessions and a search for secrets of its own, that no other check shares. */
    public CheckContext(
            Portal portal, Params params, HttpProbe http, DnsProbe dns, TlsProbe tls, Clock clock, Memo memo) {
        this(
                portal,
                params,
                http,
                dns,
                tls,
                clock,
                memo,
                new LiveSessions(portal, http, clock),
                SecretSearch.builtIn(FingerprintKey.of(
                        portal.address().fingerprintKey(), portal.url().host())));
    }
}
