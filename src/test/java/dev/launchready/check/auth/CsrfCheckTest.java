package dev.launchready.check.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.check.Params;
import dev.launchready.check.Told;
import dev.launchready.check.auth.CsrfCheck.Effect;
import dev.launchready.check.auth.CsrfCheck.Forged;
import dev.launchready.check.auth.CsrfCheck.Seen;
import dev.launchready.check.auth.CsrfCheck.Shield;
import dev.launchready.check.auth.CsrfCheck.Tried;
import dev.launchready.model.Evidence.HttpExchange;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("auth.csrf")
class CsrfCheckTest {

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource
    void tells_at_every_door(Door door, Set<Wrong> wrong, String expected) throws Exception {
        assertThat(GateRun.told("auth.csrf", door, wrong)).isEqualTo(expected);
    }

    static Stream<Arguments> tells_at_every_door() {
        return Door.all().stream()
                .flatMap(door -> door.carrier().cookie()
                        ? Stream.of(
                                Arguments.of(door, Set.of(), "NOT_APPLICABLE"),
                                Arguments.of(door, Set.of(Wrong.FORGEABLE), "NOT_APPLICABLE"),
                                Arguments.of(door, Set.of(Wrong.SAME_SITE_NONE), "PASS"),
                                Arguments.of(door, Set.of(Wrong.SAME_SITE_MISSING), "PASS"),
                                Arguments.of(
                                        door, Set.of(Wrong.SAME_SITE_NONE, Wrong.FORGEABLE), "FAIL cross-site-write"),
                                Arguments.of(
                                        door,
                                        Set.of(Wrong.SAME_SITE_MISSING, Wrong.FORGEABLE),
                                        "FAIL cross-site-write"))
                        : Stream.of(Arguments.of(door, Set.of(Wrong.FORGEABLE), "NOT_APPLICABLE")));
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}: {4}")
    @MethodSource
    void judges(Shield shield, boolean made, Effect effect, List<String> left, String expected) {
        Forged forged = new Forged("as a form", effect, exchange());
        Tried tried = new Tried("note", "alice", "POST /api/notes", made, List.of(forged), left);
        assertThat(told(shield, List.of(tried))).isEqualTo(expected);
    }

    static Stream<Arguments> judges() {
        List<String> none = List.of();
        return Stream.of(
                Arguments.of(Shield.NONE, true, Effect.NONE, none, "PASS made"),
                Arguments.of(Shield.NONE, true, Effect.WRITTEN, none, "FAIL cross-site-write"),
                Arguments.of(Shield.NONE, true, Effect.HELD_BACK, none, "BLOCKED held-back"),
                Arguments.of(Shield.NONE, false, Effect.NONE, none, "BLOCKED control-failed"),
                Arguments.of(Shield.NONE, true, Effect.NONE, List.of("DELETE /api/notes/1"), "WARN left-behind"),
                Arguments.of(Shield.NO_COOKIE, true, Effect.NONE, none, "NOT_APPLICABLE no-cookie"),
                Arguments.of(Shield.SAME_SITE, true, Effect.NONE, none, "NOT_APPLICABLE same-site"));
    }

    @ParameterizedTest
    @MethodSource
    void without_anything_to_create_it_cannot_tell(List<Tried> tried, String expected) {
        assertThat(told(Shield.NONE, tried)).isEqualTo(expected);
    }

    static Stream<Arguments> without_anything_to_create_it_cannot_tell() {
        return Stream.of(Arguments.of(List.of(), "BLOCKED nothing-to-create"));
    }

    private static String told(Shield shield, List<Tried> tried) {
        Seen seen =
                new Seen(shield, "the cookie sid", tried, "portal.harbor.example", "launch-ready.yml", Optional.of(12));
        return Told.of(new CsrfCheck().judge(seen, new Params(Map.of())));
    }

    private static HttpExchange exchange() {
        return new HttpExchange(
                "alice", "POST", "http://h.example/", List.of(), 201, List.of(), 2, "{}", Duration.ofMillis(3), "curl");
    }
}
