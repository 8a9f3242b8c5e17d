package dev.launchready.check;

import dev.launchready.portal.Portal;
import dev.launchready.probe.dns.DnsProbe;
import dev.launchready.probe.http.HttpProbe;
import dev.launchready.probe.tls.TlsProbe;
import java.time.Clock;

/** All that {@code observe} may use. */
public record CheckContext(
        Portal portal, Params params, HttpProbe http, DnsProbe dns, TlsProbe tls, Clock clock, Memo memo) {}
