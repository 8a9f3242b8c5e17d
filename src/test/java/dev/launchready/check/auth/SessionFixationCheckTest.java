package dev.launchready.check.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.check.Params;
import dev.launchready.check.Told;
import dev.launchready.check.auth.Door.Carrier;
import dev.launchready.check.auth.SessionFixationCheck.Seen;
import dev.launchready.check.auth.SessionFixationCheck.Tried;
import dev.launchready.check.auth.SessionFixationCheck.Worth;
import dev.launchready.model.Proof;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("auth.session-fixation")
class SessionFixationCheckTest {

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource
    void tells_at_every_door(Door door, Set<Wrong> wrong, String expected) throws Exception {
        assertThat(GateRun.told("auth.session-fixation", door, wrong)).isEqualTo(expected);
    }

    static Stream<Arguments> tells_at_every_door() {
        return Door.all().stream().flatMap(door -> {
            if (!door.carrier().cookie()) {
                return Stream.of(Arguments.of(door, Set.of(), "NOT_APPLICABLE"));
            }
            boolean keeps = door.carrier() != Carrier.JWT_COOKIE;
            return Stream.of(
                    Arguments.of(door, Set.of(), "PASS"),
                    Arguments.of(door, Set.of(Wrong.ID_KEPT), keeps ? "FAIL session-id-kept" : "PASS"),
                    Arguments.of(door, Set.of(Wrong.ANY_ID), keeps ? "FAIL chosen-id-accepted" : "PASS"));
        });
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}")
    @MethodSource
    void judges(boolean readyMade, Worth kept, Worth chosen, String expected) {
        Tried tried = new Tried("alice", List.of("sid"), readyMade, kept, chosen, Proof.CONFIRMED, List.of());
        Seen seen = new Seen(Optional.of(tried), "portal.harbor.example", true);
        assertThat(Told.of(new SessionFixationCheck().judge(seen, new Params(Map.of()))))
                .isEqualTo(expected);
    }

    static Stream<Arguments> judges() {
        return Stream.of(
                Arguments.of(false, Worth.UNTRIED, Worth.NOTHING, "PASS nothing-before signs-in"),
                Arguments.of(false, Worth.NOTHING, Worth.NOTHING, "PASS signs-in tried-before"),
                Arguments.of(false, Worth.SIGNED_IN, Worth.UNTRIED, "FAIL session-id-kept"),
                Arguments.of(false, Worth.NOTHING, Worth.SIGNED_IN, "FAIL chosen-id-accepted"),
                Arguments.of(false, Worth.NOTHING, Worth.HELD_BACK, "BLOCKED held-back"),
                Arguments.of(true, Worth.UNTRIED, Worth.UNTRIED, "BLOCKED ready-made-session"));
    }
}
