package dev.launchready.cli;

import dev.launchready.engine.Ports;
import dev.launchready.model.Scorecard.Traffic;
import dev.launchready.model.TrafficClass;
import dev.launchready.model.Url;
import dev.launchready.portal.Portal;
import dev.launchready.probe.NameLookup;
import dev.launchready.probe.Redaction;
import dev.launchready.probe.dns.DnsJavaProbe;
import dev.launchready.probe.http.HttpSettings;
import dev.launchready.probe.http.OkHttpProbe;
import dev.launchready.probe.http.Rates;
import dev.launchready.probe.http.TrafficMeter;
import dev.launchready.probe.tls.JsseTlsProbe;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The ports of one run, set up as the portal file says. */
final class Outside implements AutoCloseable {
    private final OkHttpProbe http;
    private final TrafficMeter meter = new TrafficMeter();
    private final Redaction redaction;
    private final Ports ports;

    Outside(Portal portal, Clock clock) {
        redaction = new Redaction(portal.secrets());
        DnsJavaProbe dns = DnsJavaProbe.of(portal.address().resolver(), redaction);
        NameLookup lookup = portal.address().resolver().isPresent() ? dns.lookup() : NameLookup.SYSTEM;
        HttpSettings.Reach reach =
                new HttpSettings.Reach(portal.address().trust(), portal.address().resolve(), lookup);
        HttpSettings settings = HttpSettings.of(portal.hosts())
                .with(new HttpSettings.Scope(portal.hosts(), portal.loginHosts(), allowed(portal, clock)))
                .with(new HttpSettings.Doorway(origins(portal), portal.address().headers()))
                .with(reach)
                .with(rates(portal))
                .with(redaction)
                .withAgent(HttpSettings.agent(LaunchReady.Version.number()));
        http = new OkHttpProbe(settings, clock, List.of(meter));
        ports = new Ports(portal, http, dns, new JsseTlsProbe(reach, redaction), clock);
    }

    Ports ports() {
        return ports;
    }

    Redaction redaction() {
        return redaction;
    }

    Traffic traffic() {
        return meter.traffic();
    }

    private static Set<TrafficClass> allowed(Portal portal, Clock clock) {
        LocalDate today = LocalDate.now(clock);
        return Arrays.stream(TrafficClass.values())
                .filter(traffic -> portal.consent().covers(traffic, today))
                .collect(Collectors.toSet());
    }

    /** The portal's own origins: every named host by either scheme. */
    private static Set<String> origins(Portal portal) {
        Set<String> origins = portal.ownOrigins();
        return Set.copyOf(origins);
    }

    private static Rates rates(Portal portal) {
        Url url = portal.url();
        boolean local = portal.address().resolve().values().stream().anyMatch(Outside::loopback)
                || loopback(url.host());
        return local ? Rates.LOCAL : Rates.POLITE;
    }

    private static boolean loopback(String host) {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]") || host.equals("::1");
    }

    @Override
    public void close() {
        http.close();
    }
}
