package dev.launchready.check;

import dev.launchready.portal.Portal;
import dev.launchready.probe.dns.DnsProbe;
import dev.launchready.probe.files.FilesProbe;
import dev.launchready.probe.files.LocalFiles;
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
        FilesProbe files) {

    /** A context with sessions of its own, that no other check shares. */
    public CheckContext(
            Portal portal, Params params, HttpProbe http, DnsProbe dns, TlsProbe tls, Clock clock, Memo memo) {
        this(portal, params, http, dns, tls, clock, memo, new LiveSessions(portal, http, clock), new LocalFiles());
    }
}
