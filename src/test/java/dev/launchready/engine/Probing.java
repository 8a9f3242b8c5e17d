package dev.launchready.engine;

import dev.launchready.catalog.CheckCard;
import dev.launchready.catalog.CheckCard.ReasonText;
import dev.launchready.check.Check;
import dev.launchready.check.CheckContext;
import dev.launchready.check.Claim;
import dev.launchready.check.Footprint;
import dev.launchready.check.Judgement;
import dev.launchready.check.Params;
import dev.launchready.check.Tally;
import dev.launchready.model.Outcome;
import dev.launchready.model.Reason;
import dev.launchready.model.Severity;
import dev.launchready.model.Stage;
import dev.launchready.model.TrafficClass;
import dev.launchready.model.Url;
import dev.launchready.portal.Portal;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpProbe;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks made for tests of the engine: each does what it is told and passes. */
final class Probing {
    static final Url PORTAL = Url.parse("http://127.0.0.1:9/");

    private Probing() {}

    /** What a check made for a test does when it looks. */
    interface Work {
        void run(CheckContext context) throws ProbeException, InterruptedException;
    }

    record Seen(int nothing) {}

    static Task task(String id, Footprint footprint, Work work) {
        return new Task(check(id, footprint, work), card(id, 5), new Params(Map.of()), footprint);
    }

    static Footprint sharing(Stage stage) {
        return footprint(stage, Claim.shared(Claim.TARGET));
    }

    static Footprint footprint(Stage stage, Claim... claims) {
        return new Footprint(stage, Set.of(claims), 1, Duration.ofSeconds(20), Duration.ZERO);
    }

    static Check<Seen> check(String id, Footprint footprint, Work work) {
        return new Check<>() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public Set<Reason> reasons() {
                return Set.of();
            }

            @Override
            public Class<Seen> observed() {
                return Seen.class;
            }

            @Override
            public Footprint footprint(Portal portal, Params params) {
                return footprint;
            }

            @Override
            public Seen observe(CheckContext context) throws ProbeException, InterruptedException {
                work.run(context);
                return new Seen(0);
            }

            @Override
            public Judgement judge(Seen observation, Params params) {
                return new Tally().control("seen").conclude();
            }
        };
    }

    static CheckCard card(String id, int weight) {
        ReasonText reason = new ReasonText(
                Outcome.FAIL, Optional.of(Severity.HIGH), "says", "means", Map.of("any", List.of("fix")), 1, "", 0);
        return new CheckCard(
                id,
                "title",
                "why",
                "breaks",
                weight,
                Set.of(TrafficClass.PASSIVE),
                List.of(),
                Map.of(),
                "passed",
                Map.of("seen", "seen"),
                Map.of("bad", reason),
                Map.of());
    }

    static Ports ports() {
        Portal portal = Portal.at(PORTAL);
        HttpProbe nobody = call -> {
            throw new ProbeException.Unreachable("nobody listens", new java.io.IOException());
        };
        return new Ports(
                portal,
                nobody,
                (name, type) -> {
                    throw new IllegalStateException("no test asks the DNS");
                },
                (host, port) -> {
                    throw new IllegalStateException("no test shakes hands");
                },
                Clock.systemUTC());
    }
}
