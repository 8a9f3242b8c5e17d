package dev.launchready.check.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.check.Params;
import dev.launchready.check.Told;
import dev.launchready.check.auth.Door.Carrier;
import dev.launchready.check.auth.ForgedTokenCheck.Forged;
import dev.launchready.check.auth.ForgedTokenCheck.Seen;
import dev.launchready.check.auth.ForgedTokenCheck.Taken;
import dev.launchready.check.auth.ForgedTokenCheck.Tried;
import dev.launchready.check.auth.ForgedTokenCheck.Way;
import dev.launchready.model.Evidence.HttpExchange;
import dev.launchready.model.Proof;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("auth.forged-token")
class ForgedTokenCheckTest {

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource
    void tells_at_every_door(Door door, Set<Wrong> wrong, String expected) throws Exception {
        assertThat(GateRun.told("auth.forged-token", door, wrong)).isEqualTo(expected);
    }

    static Stream<Arguments> tells_at_every_door() {
        return Door.all().stream().flatMap(door -> {
            List<Arguments> rows = new ArrayList<>();
            rows.add(Arguments.of(door, Set.of(), "PASS"));
            if (!door.carrier().jwt()) {
                rows.add(Arguments.of(door, Set.of(Wrong.BEGINNING_ENOUGH), "FAIL altered-token-accepted"));
            } else {
                rows.add(Arguments.of(door, Set.of(Wrong.UNSIGNED), "FAIL signature-not-checked"));
                rows.add(Arguments.of(door, Set.of(Wrong.STRIPPED), "FAIL signature-stripped"));
                rows.add(Arguments.of(door, Set.of(Wrong.NONE_ALGORITHM), "FAIL none-algorithm"));
                rows.add(Arguments.of(door, Set.of(Wrong.BLANK_SECRET), "FAIL blank-secret"));
                rows.add(Arguments.of(door, Set.of(Wrong.KID_PATH), "FAIL key-id-trick"));
                rows.add(
                        door.carrier() == Carrier.RS_BEARER
                                ? Arguments.of(door, Set.of(Wrong.KEY_CONFUSION), "FAIL key-confusion")
                                : Arguments.of(door, Set.of(Wrong.WEAK_SECRET), "FAIL weak-secret"));
            }
            if (door.carrier() == Carrier.TWO_COOKIES) {
                rows.add(Arguments.of(door, Set.of(Wrong.FOREIGN_SECRET), "FAIL foreign-secret-accepted"));
            }
            return rows.stream();
        });
    }

    @ParameterizedTest(name = "{0} {1}: {5}")
    @MethodSource
    void judges(Set<Way> accepted, Taken others, boolean weak, boolean guessable, boolean aliveAfter, String expected) {
        List<Forged> forged = Stream.of(Way.values())
                .map(way -> new Forged(
                        way,
                        "a variant",
                        accepted.contains(way) ? Taken.ACCEPTED : others,
                        Proof.CONFIRMED,
                        exchange()))
                .toList();
        Tried tried = new Tried(
                "alice", "the header Authorization", Optional.of("HS256"), weak, guessable, aliveAfter, forged);
        Seen seen = new Seen(List.of(tried), "portal.harbor.example");
        assertThat(Told.of(new ForgedTokenCheck().judge(seen, new Params(Map.of()))))
                .isEqualTo(expected);
    }

    static Stream<Arguments> judges() {
        Set<Way> none = Set.of();
        return Stream.of(
                Arguments.of(none, Taken.REFUSED, false, false, true, "PASS good-token"),
                Arguments.of(none, Taken.REFUSED, false, false, false, "BLOCKED good-token-refused"),
                Arguments.of(none, Taken.HELD_BACK, false, false, true, "BLOCKED held-back"),
                Arguments.of(none, Taken.REFUSED, true, false, true, "FAIL weak-secret"),
                Arguments.of(none, Taken.REFUSED, false, true, true, "FAIL guessable-token"),
                Arguments.of(Set.of(Way.values()), Taken.REFUSED, false, false, true, "FAIL garbage-accepted"),
                Arguments.of(
                        Set.of(Way.OTHER_SIGNATURE, Way.NONE),
                        Taken.REFUSED,
                        false,
                        false,
                        true,
                        "FAIL signature-not-checked"),
                Arguments.of(
                        Set.of(Way.STRIPPED, Way.NONE), Taken.REFUSED, false, false, true, "FAIL signature-stripped"),
                Arguments.of(Set.of(Way.NONE), Taken.REFUSED, false, false, true, "FAIL none-algorithm"),
                Arguments.of(Set.of(Way.BLANK, Way.KEY_ID), Taken.REFUSED, false, false, true, "FAIL blank-secret"),
                Arguments.of(
                        Set.of(Way.KEY_ID, Way.CONFUSED),
                        Taken.REFUSED,
                        false,
                        false,
                        true,
                        "FAIL key-confusion key-id-trick"),
                Arguments.of(Set.of(Way.ALTERED), Taken.REFUSED, false, false, true, "FAIL altered-token-accepted"),
                Arguments.of(Set.of(Way.FOREIGN), Taken.REFUSED, false, false, true, "FAIL foreign-secret-accepted"));
    }

    private static HttpExchange exchange() {
        return new HttpExchange(
                "alice", "GET", "http://h.example/", List.of(), 200, List.of(), 2, "{}", Duration.ofMillis(3), "curl");
    }

    @Test
    void names_and_numbers_are_guessed() {
        Set<String> words = Set.of("alice@north.example");
        assertThat(Guessing.easy("alice@north.example", words)).isTrue();
        assertThat(Guessing.easy("alice%40north.example", words)).isTrue();
        assertThat(Guessing.easy("YWxpY2VAbm9ydGguZXhhbXBsZQ==", words)).isTrue();
        assertThat(Guessing.easy("1017", words)).isTrue();
        assertThat(Guessing.easy("6d0f1c9b2a7e4f53", words)).isFalse();
    }

    @Test
    void an_altered_token_decodes_to_other_bytes() {
        String token = "eyJhbGciOiJIUzI1NiJ9";
        assertThat(java.util.Base64.getUrlDecoder().decode(Forger.altered(token)))
                .isNotEqualTo(java.util.Base64.getUrlDecoder().decode(token));
        assertThat(Forger.altered("a%2Fb%2Fc%2Fd")).doesNotContain("%x").doesNotContain("%2x");
    }
}
