package dev.launchready.check.authz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.launchready.check.Params;
import dev.launchready.check.Told;
import dev.launchready.check.authz.ParentChildCheck.Asked;
import dev.launchready.check.authz.ParentChildCheck.Astray;
import dev.launchready.check.authz.ParentChildCheck.Lack;
import dev.launchready.check.authz.ParentChildCheck.Seen;
import dev.launchready.check.authz.ParentChildCheck.Try;
import dev.launchready.check.authz.ParentChildCheck.Without;
import dev.launchready.model.Evidence.HttpExchange;
import dev.launchready.session.Glimpse;
import dev.launchready.session.Glimpse.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The judge of authz.parent-child")
class ParentChildJudgeTest {
    private static final HttpExchange EXCHANGE = new HttpExchange(
            "bob",
            "GET",
            "https://desk.example/api/binders/3/letters/5",
            List.of(),
            200,
            List.of(),
            2,
            "{}",
            Duration.ZERO,
            "curl");

    static Stream<Arguments> cases() {
        return Stream.of(
                arguments("refused", seen(tried(Kind.REFUSED)), "PASS owner-reads"),
                arguments("its own came", seen(tried(Kind.OWN_INSTEAD)), "PASS owner-reads"),
                arguments("shown", seen(tried(Kind.SHOWN)), "FAIL foreign-child"),
                arguments("the same values", seen(tried(Kind.ALIKE)), "FAIL foreign-child"),
                arguments("twice on one route", seen(tried(Kind.SHOWN), tried(Kind.SHOWN)), "FAIL foreign-child"),
                arguments("the same structure", seen(tried(Kind.RESEMBLES)), "WARN looks-readable"),
                arguments("broke", seen(tried(Kind.CRASHED)), "WARN breaks-on-mixed-ids"),
                arguments("a wall", seen(tried(Kind.UNCLEAR)), "BLOCKED cannot-tell"),
                arguments(
                        "in both lists",
                        seen(asked(Lack.NONE, attempt(Kind.SHOWN, true, true))),
                        "BLOCKED in-both-lists"),
                arguments(
                        "refused to a stranger of another realm",
                        seen(asked(Lack.NONE, attempt(Kind.REFUSED, false, false))),
                        "BLOCKED reader-locked-out"),
                arguments("nobody to refuse", seen(asked(Lack.STRANGER)), "BLOCKED no-strangers"),
                arguments("no parent of its own", seen(asked(Lack.PARENT)), "BLOCKED no-own-parent"),
                arguments("one parent for all", seen(asked(Lack.DIFFERENCE)), "NOT_APPLICABLE one-parent"),
                arguments("open to everybody", seen(special(true, Optional.empty())), "NOT_APPLICABLE all-open"),
                arguments("refused to its owner", seen(special(false, Optional.of("404"))), "BLOCKED owner-refused"),
                arguments(
                        "no object",
                        new Seen(List.of(), "f", List.of(new Without("GET", "/", "letter", "binder")), 1),
                        "BLOCKED no-object"),
                arguments("no such route", new Seen(List.of(), "f", List.of(), 0), "NOT_APPLICABLE no-nested-route"),
                arguments("under a foreign parent", seen(strayed(Kind.SHOWN, Kind.REFUSED)), "WARN parent-ignored"),
                arguments("and the parent shown", seen(strayed(Kind.SHOWN, Kind.SHOWN)), "FAIL foreign-parent-shown"),
                arguments("the parent alone", seen(strayed(Kind.RESEMBLES, Kind.SHOWN)), "FAIL foreign-parent-shown"),
                arguments("refused under it", seen(strayed(Kind.REFUSED, Kind.REFUSED)), "PASS owner-reads"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("cases")
    void tells(String name, Seen seen, String expected) {
        assertThat(Told.of(new ParentChildCheck().judge(seen, new Params(Map.of()))))
                .isEqualTo(expected);
    }

    private static Seen seen(Asked... asked) {
        return new Seen(List.of(asked), "launch-ready.yml", List.of(), 1);
    }

    private static Asked tried(Kind kind) {
        return asked(Lack.NONE, attempt(kind, false, true));
    }

    private static Try attempt(Kind kind, boolean listed, boolean welcome) {
        return new Try("bob", "client>client", listed, welcome, glimpse(kind), EXCHANGE);
    }

    private static Glimpse glimpse(Kind kind) {
        return new Glimpse(kind, "as " + kind, 200);
    }

    private static Asked asked(Lack lack, Try... tries) {
        return asked(false, Optional.empty(), List.of(tries), lack, Optional.empty());
    }

    private static Asked special(boolean open, Optional<String> trouble) {
        return asked(open, trouble, List.of(), Lack.NONE, Optional.empty());
    }

    private static Asked strayed(Kind own, Kind others) {
        Astray astray = new Astray("bob", "client>client", glimpse(own), Optional.of(glimpse(others)), EXCHANGE);
        return asked(
                false, Optional.empty(), List.of(attempt(Kind.REFUSED, false, true)), Lack.NONE, Optional.of(astray));
    }

    private static Asked asked(
            boolean open, Optional<String> trouble, List<Try> tries, Lack lack, Optional<Astray> astray) {
        return new Asked(
                "GET",
                "/api/binders/{binder}/letters/{letter}",
                "desk.example",
                Optional.of(3),
                "letter",
                "binder",
                "alice",
                open,
                trouble,
                List.of(EXCHANGE, EXCHANGE),
                tries,
                lack,
                astray);
    }
}
