package dev.launchready.probe.http;

import dev.launchready.model.TrafficClass;
import dev.launchready.model.Url;
import dev.launchready.probe.NameLookup;
import dev.launchready.probe.Redaction;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that the adapter needs to know of a portal, in plain values.
 *
 * @param rates for each host by itself
 * @param redaction knows every credential; may learn more during the run
 */
public record HttpSettings(
        Scope scope, Doorway doorway, Reach reach, Rates rates, Limits limits, Redaction redaction, String agent) {
    /**
     * Where requests may go, and of what kind.
     *
     * @param hosts that the person named, backends included
     * @param loginHosts allowed for {@link HttpCall.Purpose#LOGIN} alone
     * @param traffic the classes that need no consent or have it
     */
    public record Scope(Set<String> hosts, Set<String> loginHosts, Set<TrafficClass> traffic) {
        public Scope {
            hosts = lower(hosts);
            loginHosts = lower(loginHosts);
            traffic = Set.copyOf(traffic);
        }

        /** Lower case, and an IPv6 address without the brackets that it wears in a URL. */
        private static String canonical(String host) {
            String name = host.toLowerCase(Locale.ROOT);
            return name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
        }

        private static Set<String> lower(Set<String> names) {
            return names.stream().map(Scope::canonical).collect(Collectors.toUnmodifiableSet());
        }
    }

    /**
     * Headers that open the portal to anybody at all, as in front of a staging place.
     *
     * @param origins as {@link Url#origin()} writes them; the headers go nowhere else
     * @param headers name to value; the values are secrets
     */
    public record Doorway(Set<String> origins, Map<String, String> headers) {
        public static final Doorway NONE = new Doorway(Set.of(), Map.of());

        public Doorway {
            origins = Set.copyOf(origins);
            headers = Map.copyOf(headers);
        }

        @Override
        public String toString() {
            return "Doorway" + headers.keySet();
        }
    }

    /**
     * How hosts are reached and trusted.
     *
     * @param trust files with further roots (PEM)
     * @param resolve host to fixed address
     */
    public record Reach(List<Path> trust, Map<String, String> resolve, NameLookup lookup) {
        public static final Reach SYSTEM = new Reach(List.of(), Map.of(), NameLookup.SYSTEM);

        public Reach {
            trust = List.copyOf(trust);
            resolve = Map.copyOf(resolve);
        }
    }

    /** Polite defaults for these hosts, with no consent but for what needs none. */
    public static HttpSettings of(Set<String> hosts) {
        return new HttpSettings(
                new Scope(hosts, Set.of(), EnumSet.of(TrafficClass.PASSIVE, TrafficClass.OWN_ACCOUNTS)),
                Doorway.NONE,
                Reach.SYSTEM,
                Rates.POLITE,
                Limits.DEFAULT,
                new Redaction(),
                agent("dev"));
    }

    /** The name under which the scan shows itself in access logs. */
    public static String agent(String version) {
        return "launch-ready/" + version + " (+launch readiness scan)";
    }

    public HttpSettings with(Scope newScope) {
        return new HttpSettings(newScope, doorway, reach, rates, limits, redaction, agent);
    }

    public HttpSettings with(Doorway newDoorway) {
        return new HttpSettings(scope, newDoorway, reach, rates, limits, redaction, agent);
    }

    public HttpSettings with(Reach newReach) {
        return new HttpSettings(scope, doorway, newReach, rates, limits, redaction, agent);
    }

    public HttpSettings with(Rates newRates) {
        return new HttpSettings(scope, doorway, reach, newRates, limits, redaction, agent);
    }

    public HttpSettings with(Limits newLimits) {
        return new HttpSettings(scope, doorway, reach, rates, newLimits, redaction, agent);
    }

    public HttpSettings with(Redaction newRedaction) {
        return new HttpSettings(scope, doorway, reach, rates, limits, newRedaction, agent);
    }

    public HttpSettings withAgent(String newAgent) {
        return new HttpSettings(scope, doorway, reach, rates, limits, redaction, newAgent);
    }
}
