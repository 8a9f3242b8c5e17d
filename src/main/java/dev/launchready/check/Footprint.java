package dev.launchready.check;

import dev.launchready.model.Stage;
import java.time.Duration;
import java.util.Set;

/**
 * How a check may run beside others.
 *
 * @param claims all taken at once, and held through the cool-down
 * @param requests how many it will send, redirects included
 * @param timeout after which it is BLOCKED
 * @param coolDown how long its claims are held after it has ended
 */
public record Footprint(Stage stage, Set<Claim> claims, int requests, Duration timeout, Duration coolDown) {
    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(60);
    /** Some gigabytes of logs. */
    private static final Duration SOURCE_TIMEOUT = Duration.ofMinutes(5);

    public Footprint {
        claims = Set.copyOf(claims);
    }

    /** A well-behaved reader of the target, in stage NORMAL. */
    public static Footprint reading(int requests) {
        return new Footprint(Stage.NORMAL, Set.of(Claim.shared(Claim.TARGET)), requests, USUAL_TIMEOUT, Duration.ZERO);
    }

    /** A reader of files that sends nothing. */
    public static Footprint ofSource() {
        return new Footprint(Stage.NORMAL, Set.of(Claim.shared("source")), 0, SOURCE_TIMEOUT, Duration.ZERO);
    }

    public Footprint within(Duration newTimeout) {
        return new Footprint(stage, claims, requests, newTimeout, coolDown);
    }

    public Footprint in(Stage newStage) {
        return new Footprint(newStage, claims, requests, timeout, coolDown);
    }
}
