package dev.launchready.check;

import dev.launchready.model.Stage;
import dev.launchready.portal.Portal;
import dev.launchready.session.Learning;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * How a check may run beside others.
 *
 * @param claims all taken at once, and held through the cool-down
 * @param requests how many it will send on a portal that is sound, redirects included
 * @param shared how many are sent once for all checks that share an observation, by its name
 * @param timeout after which it is BLOCKED
 * @param coolDown how long its claims are held after it has ended
 */
public record Footprint(
        Stage stage,
        Set<Claim> claims,
        int requests,
        Map<String, Integer> shared,
        Duration timeout,
        Duration coolDown) {
    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(60);
    /** Some gigabytes of logs. */
    private static final Duration SOURCE_TIMEOUT = Duration.ofMinutes(5);

    /** Ten a second for the whole host, of which a check among its neighbours has a fifth. */
    private static final long MILLIS_FOR_ONE = 500;

    public Footprint {
        claims = Set.copyOf(claims);
        shared = Map.copyOf(shared);
    }

    public Footprint(Stage stage, Set<Claim> claims, int requests, Duration timeout, Duration coolDown) {
        this(stage, claims, requests, Map.of(), timeout, coolDown);
    }

    /** A well-behaved reader of the target, in stage NORMAL. */
    public static Footprint reading(int requests) {
        return new Footprint(Stage.NORMAL, Set.of(Claim.shared(Claim.TARGET)), requests, USUAL_TIMEOUT, Duration.ZERO);
    }

    /** A reader of files that sends nothing. */
    public static Footprint ofSource() {
        return new Footprint(Stage.NORMAL, Set.of(Claim.shared("source")), 0, SOURCE_TIMEOUT, Duration.ZERO);
    }

    /** With an observation that others ask for as well. */
    public Footprint sharing(String observation, int itsRequests) {
        Map<String, Integer> all = new HashMap<>(shared);
        all.put(observation, itsRequests);
        return new Footprint(stage, claims, requests, all, timeout, coolDown);
    }

    /** With what each identity owns, on which most checks of access rest. */
    public Footprint knowingOwners(Portal portal) {
        return sharing("who-owns-what", Learning.requests(portal));
    }

    public Footprint within(Duration newTimeout) {
        return new Footprint(stage, claims, requests, shared, newTimeout, coolDown);
    }

    /** Within that time, or where a portal has many routes within what so many requests take at a polite pace. */
    public Footprint atLeast(Duration least) {
        long all = requests
                + shared.values().stream().mapToLong(Integer::longValue).sum();
        Duration paced = Duration.ofMillis(all * MILLIS_FOR_ONE);
        return within(paced.compareTo(least) > 0 ? paced : least);
    }

    public Footprint in(Stage newStage) {
        return new Footprint(newStage, claims, requests, shared, timeout, coolDown);
    }
}
