package dev.launchready.check.transport;

import static dev.launchready.check.transport.Trails.failing;
import static dev.launchready.check.transport.Trails.trail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.launchready.check.Params;
import dev.launchready.check.Told;
import dev.launchready.check.transport.LegacyUrlsCheck.Move;
import dev.launchready.check.transport.LegacyUrlsCheck.Seen;
import dev.launchready.model.Url;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("transport.legacy-urls")
class LegacyUrlsCheckTest {
    private static final String OLD = "https://p.example/client-login";
    private static final String NEW = "https://p.example/login";

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    void tells(String told, String expected, Trail trail) {
        assertThat(judge(new Move(Url.parse(OLD), Url.parse(NEW), trail))).isEqualTo(expected);
    }

    static Stream<Arguments> tells() {
        return Stream.of(
                arguments("moved", "PASS lands", trail(OLD + " 301 " + NEW + " 200")),
                arguments("moved with slash", "PASS lands", trail(OLD + " 308 " + NEW + "/ 200")),
                arguments(
                        "moved in two steps",
                        "PASS lands",
                        trail(OLD + " 301 https://p.example/signin 301 " + NEW + " 200")),
                arguments(
                        "moved, then asked to sign in",
                        "PASS lands",
                        trail(OLD + " 301 " + NEW + " 302 https://p.example/auth 200")),
                arguments("302", "WARN temporary", trail(OLD + " 302 " + NEW + " 200")),
                arguments(
                        "a 302 between", "WARN temporary", trail(OLD + " 301 https://p.example/x 302 " + NEW + " 200")),
                arguments("not found", "FAIL gone", trail(OLD + " 404")),
                arguments("served", "FAIL stays", trail(OLD + " 200")),
                arguments("front page", "FAIL elsewhere", trail(OLD + " 301 https://p.example/ 200")),
                arguments("front page not found", "FAIL elsewhere", trail(OLD + " 301 https://p.example/ 404")),
                arguments("right but dead", "FAIL dead", trail(OLD + " 301 " + NEW + " 404")),
                arguments("circle", "FAIL never-lands", trail(OLD + " 301 " + NEW + " 301 " + OLD)),
                arguments("broken", "BLOCKED not-seen", trail(OLD + " 301 " + NEW + " 500")),
                arguments("no answer", "BLOCKED not-seen", failing(OLD, "unreachable")));
    }

    @Test
    void a_query_counts_where_one_is_asked_for() {
        Trail without = trail(OLD + " 301 " + NEW + " 200");
        Url wanted = Url.parse(NEW + "?from=old");
        assertThat(judge(new Move(Url.parse(OLD), wanted, without))).isEqualTo("FAIL elsewhere");
        Trail with = trail(OLD + " 301 " + NEW + "?from=old 200");
        assertThat(judge(new Move(Url.parse(OLD), wanted, with))).isEqualTo("PASS lands");
    }

    @Test
    void nothing_listed_is_nothing_to_land() {
        assertThat(judge()).isEqualTo("NOT_APPLICABLE none-listed");
    }

    private static String judge(Move... moves) {
        return Told.of(new LegacyUrlsCheck().judge(new Seen(List.of(moves)), new Params(Map.of())));
    }
}
