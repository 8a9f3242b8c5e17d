package dev.launchready.engine;

import dev.launchready.check.Notebook;
import dev.launchready.detect.FingerprintKey;
import dev.launchready.detect.RuleSet;
import dev.launchready.detect.SecretSearch;
import dev.launchready.model.Scorecard.Traffic;
import dev.launchready.model.TrafficClass;
import dev.launchready.portal.Portal;
import dev.launchready.probe.AddressGuard;
import dev.launchready.probe.NameLookup;
import dev.launchready.probe.Redaction;
import dev.launchready.probe.TrustRoots;
import dev.launchready.probe.dns.DnsJavaProbe;
import dev.launchready.probe.dns.DnsNameLookup;
import dev.launchready.probe.http.HttpSettings;
import dev.launchready.probe.http.KeptAnswers;
import dev.launchready.probe.http.OkHttpProbe;
import dev.launchready.probe.http.Rates;
import dev.launchready.probe.http.TrafficMeter;
import dev.launchready.probe.tls.JsseTlsProbe;
import dev.launchready.session.LiveSessions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The ports of one run, set up as the portal file says. */
public final class Outside implements AutoCloseable {
    private final OkHttpProbe http;
    private final TrafficMeter meter = new TrafficMeter();
    private final Exercised exercised;
    private final Ports ports;

    /**
     * @param version under which the scan shows itself in access logs
     * @param rules for the search for secrets
     * @param notes what an older run left for this one
     * @throws IllegalArgumentException with a sentence for a person when a file of further roots is no good
     */
    public Outside(Portal portal, Clock clock, String version, Supplier<RuleSet> rules, Notebook notes) {
        Redaction redaction = new Redaction(portal.secrets());
        DnsJavaProbe dns = new DnsJavaProbe(portal.address().resolver(), DnsJavaProbe.PATIENCE);
        NameLookup lookup = portal.address().resolver().isPresent() ? new DnsNameLookup(dns) : NameLookup.SYSTEM;
        HttpSettings.Reach reach = new HttpSettings.Reach(
                portal.address().trust(), portal.address().resolve(), lookup);
        HttpSettings settings = HttpSettings.of(portal.hosts())
                .with(new HttpSettings.Scope(portal.hosts(), portal.loginHosts(), allowed(portal, clock)))
                .with(new HttpSettings.Doorway(
                        portal.ownOrigins(), portal.address().headers()))
                .with(reach)
                .with(loopback(portal) ? Rates.LOCAL : Rates.POLITE)
                .with(redaction)
                .withAgent(HttpSettings.agent(version));
        exercised = new Exercised(portal);
        KeptAnswers answers = new KeptAnswers();
        http = new OkHttpProbe(settings, clock, List.of(meter, exercised, answers));
        AddressGuard guard = new AddressGuard(portal.hosts(), portal.address().resolve(), lookup);
        JsseTlsProbe tls = new JsseTlsProbe(
                portal.hosts(), guard, TrustRoots.with(portal.address().trust()), JsseTlsProbe.PATIENCE);
        SecretSearch secrets = new SecretSearch(
                rules,
                FingerprintKey.of(
                        portal.address().fingerprintKey(), portal.url().host()),
                redaction::add);
        LiveSessions sessions = new LiveSessions(portal, http, clock, redaction::add);
        ports = new Ports(portal, http, dns, tls, clock, sessions, answers, secrets, notes);
    }

    /** The same, with the rules for secrets that come with this program, and without a past. */
    public Outside(Portal portal, Clock clock, String version) {
        this(portal, clock, version, RuleSet::builtIn, Notebook.NONE);
    }

    public Ports ports() {
        return ports;
    }

    /** What was sent so far. */
    public Traffic traffic() {
        return meter.traffic();
    }

    /** How many of the known private routes were called as a signed-in identity and let it in. */
    public int routesExercised() {
        return exercised.count();
    }

    private static Set<TrafficClass> allowed(Portal portal, Clock clock) {
        LocalDate today = LocalDate.now(clock);
        return Arrays.stream(TrafficClass.values())
                .filter(traffic -> portal.consent().covers(traffic, today))
                .collect(Collectors.toSet());
    }

    private static boolean loopback(Portal portal) {
        String address = portal.address()
                .resolve()
                .getOrDefault(portal.url().host(), portal.url().host());
        return address.equals("localhost")
                || address.startsWith("127.")
                || address.equals("::1")
                || address.equals("[::1]");
    }

    @Override
    public void close() {
        http.close();
    }
}
