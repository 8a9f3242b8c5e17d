package dev.launchready.session;

import dev.launchready.model.TrafficClass;
import dev.launchready.portal.Portal;
import dev.launchready.probe.Redaction;
import dev.launchready.probe.http.ExchangeListener;
import dev.launchready.probe.http.HttpSettings;
import dev.launchready.probe.http.OkHttpProbe;
import dev.launchready.probe.http.Rates;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The real port to the web for tests on loopback, with the consent that the portal file gives. */
public final class Web {
    private Web() {}

    /** @param listeners told of every exchange */
    public static OkHttpProbe probe(Portal portal, ExchangeListener... listeners) {
        return probe(portal, Clock.systemUTC(), listeners);
    }

    /** @param clock by which requests are held */
    public static OkHttpProbe probe(Portal portal, Clock clock, ExchangeListener... listeners) {
        Set<TrafficClass> allowed = Arrays.stream(TrafficClass.values())
                .filter(each -> portal.consent().covers(each, LocalDate.of(2026, 11, 21)))
                .collect(Collectors.toSet());
        HttpSettings settings = HttpSettings.of(portal.hosts())
                .with(new HttpSettings.Scope(portal.hosts(), Set.of(), allowed))
                .with(new Redaction(portal.secrets()))
                .with(Rates.LOCAL);
        return new OkHttpProbe(settings, clock, List.of(listeners));
    }
}
