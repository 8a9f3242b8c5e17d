package dev.launchready.check.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.check.Params;
import dev.launchready.check.Told;
import dev.launchready.check.auth.CookieFlagsCheck.Flags;
import dev.launchready.check.auth.CookieFlagsCheck.Seen;
import dev.launchready.check.auth.CookieFlagsCheck.SessionCookie;
import dev.launchready.check.auth.Door.Carrier;
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

@DisplayName("auth.cookie-flags")
class CookieFlagsCheckTest {

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource
    void tells_at_every_door(Door door, Set<Wrong> wrong, String expected) throws Exception {
        assertThat(GateRun.told("auth.cookie-flags", door, wrong)).isEqualTo(expected);
    }

    static Stream<Arguments> tells_at_every_door() {
        return Door.all().stream()
                .flatMap(door -> door.carrier().cookie()
                        ? Stream.of(
                                Arguments.of(door, Set.of(), "PASS"),
                                Arguments.of(door, Set.of(Wrong.NO_SECURE), "WARN no-secure-on-loopback"),
                                Arguments.of(door, Set.of(Wrong.NO_HTTP_ONLY), "FAIL readable-by-script"),
                                Arguments.of(door, Set.of(Wrong.SAME_SITE_NONE), "WARN same-site-none"),
                                Arguments.of(door, Set.of(Wrong.SAME_SITE_MISSING), "WARN same-site-missing"),
                                Arguments.of(door, Set.of(Wrong.BROKEN_PREFIX), "FAIL prefix-broken"))
                        : Stream.of(Arguments.of(door, Set.of(), "NOT_APPLICABLE")));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource
    void judges(String name, Flags flags, String expected) {
        Seen seen = new Seen(
                List.of(new SessionCookie("alice", name, Optional.of(flags))),
                List.of(),
                "portal.harbor.example",
                false,
                false);
        assertThat(Told.of(new CookieFlagsCheck().judge(seen, new Params(Map.of()))))
                .isEqualTo(expected);
    }

    static Stream<Arguments> judges() {
        Optional<String> lax = Optional.of("lax");
        Optional<String> wide = Optional.of("harbor.example");
        return Stream.of(
                Arguments.of("sid", flags(Optional.empty(), 1, "/", true, lax), "PASS learnt"),
                Arguments.of("sid", flags(Optional.empty(), 1, "/", false, lax), "FAIL no-secure"),
                Arguments.of("sid", flags(wide, 1, "/", true, lax), "WARN domain-too-wide"),
                Arguments.of("sid", flags(wide, 2, "/", true, lax), "PASS learnt"),
                Arguments.of(
                        "sid",
                        flags(Optional.empty(), 1, "/", true, Optional.of("sometimes")),
                        "WARN same-site-missing"),
                Arguments.of("__Host-sid", flags(Optional.empty(), 1, "/", true, lax), "PASS learnt"),
                Arguments.of("__Host-sid", flags(Optional.empty(), 1, "/app", true, lax), "FAIL prefix-broken"),
                Arguments.of("__host-sid", flags(wide, 2, "/", true, lax), "FAIL prefix-broken"),
                Arguments.of("__Secure-sid", flags(Optional.empty(), 1, "/app", true, lax), "PASS learnt"),
                Arguments.of(
                        "__Secure-sid", flags(Optional.empty(), 1, "/", false, lax), "FAIL no-secure prefix-broken"));
    }

    @Test
    void a_cookie_given_ready_made_blocks() {
        Seen seen = new Seen(
                List.of(new SessionCookie("alice", "sid", Optional.empty())), List.of(), "h.example", false, false);
        assertThat(Told.of(new CookieFlagsCheck().judge(seen, new Params(Map.of()))))
                .isEqualTo("BLOCKED attributes-unknown");
    }

    private static Flags flags(
            Optional<String> domain, int sharers, String path, boolean secure, Optional<String> sameSite) {
        return new Flags(domain, sharers, path, secure, true, sameSite);
    }

    @Test
    void two_cookies_are_one_session() throws Exception {
        Door door = Door.all().stream()
                .filter(each -> each.carrier() == Carrier.TWO_COOKIES)
                .findFirst()
                .orElseThrow();
        assertThat(GateRun.told("auth.cookie-flags", door, Set.of(Wrong.NO_HTTP_ONLY)))
                .startsWith("FAIL");
    }
}
