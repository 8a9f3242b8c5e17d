package dev.launchready.check.authz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.launchready.check.Params;
import dev.launchready.check.Told;
import dev.launchready.check.authz.FilesCheck.File;
import dev.launchready.check.authz.FilesCheck.Seen;
import dev.launchready.check.authz.FilesCheck.Sight;
import dev.launchready.check.authz.FilesCheck.Signed;
import dev.launchready.check.authz.FilesCheck.State;
import dev.launchready.check.authz.FilesCheck.Try;
import dev.launchready.check.authz.FilesCheck.Way;
import dev.launchready.model.Evidence.HttpExchange;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The judge of authz.files")
class FilesJudgeTest {
    private static final HttpExchange EXCHANGE = new HttpExchange(
            "bob",
            "GET",
            "https://desk.example/uploads/7.pdf",
            List.of(),
            200,
            List.of(),
            2,
            "{}",
            Duration.ZERO,
            "curl");
    private static final Optional<Signed> UNSIGNED = Optional.empty();
    private static final Optional<Signed> SIGNED = Optional.of(new Signed("aws", Optional.of(1L), false));

    static Stream<Arguments> cases() {
        return Stream.of(
                arguments("nothing found", new Seen(List.of(), 4), "NOT_APPLICABLE no-files"),
                arguments("refused", plain(nobody(Sight.REFUSED), bob(Sight.REFUSED)), "PASS owner-fetches"),
                arguments("the same bytes", plain(nobody(Sight.REFUSED), bob(Sight.SAME)), "FAIL other-fetches"),
                arguments("its owner's word", plain(nobody(Sight.REFUSED), bob(Sight.MARKED)), "FAIL other-fetches"),
                arguments("open to all", plain(nobody(Sight.SAME), bob(Sight.SAME)), "FAIL anyone-fetches"),
                arguments("never twice alike", plain(nobody(Sight.REFUSED), bob(Sight.ALIKE)), "WARN looks-open"),
                arguments("a wall", plain(nobody(Sight.REFUSED), bob(Sight.UNCLEAR)), "BLOCKED cannot-tell"),
                arguments(
                        "named to all",
                        plain(new Try("nobody", "nobody", Way.AS_IT_IS, Sight.SAME, false, 200, EXCHANGE)),
                        "PASS owner-fetches"),
                arguments(
                        "a picture",
                        seen(file(true, State.LOOKED, UNSIGNED, true, true, bob(Sight.SAME))),
                        "WARN picture-open"),
                arguments(
                        "nobody to refuse",
                        seen(file(false, State.LOOKED, UNSIGNED, true, false)),
                        "BLOCKED no-strangers"),
                arguments(
                        "gone",
                        seen(file(false, State.REFUSED_TO_OWNER, UNSIGNED, true, true)),
                        "BLOCKED owner-refused"),
                arguments("elsewhere", seen(file(false, State.ELSEWHERE, SIGNED, true, true)), "BLOCKED other-host"),
                arguments("by design", signed(true), "PASS owner-fetches"),
                arguments("no consent", signed(false), "BLOCKED tampering-not-allowed"),
                arguments(
                        "signature left out", signed(true, by(Way.UNSIGNED, Sight.SAME)), "FAIL signature-not-checked"),
                arguments(
                        "signature changed, and so all else",
                        signed(
                                true,
                                by(Way.ALTERED, Sight.SAME),
                                by(Way.LATER, Sight.SAME),
                                by(Way.BORROWED, Sight.SAME)),
                        "FAIL signature-not-checked"),
                arguments("later end", signed(true, by(Way.LATER, Sight.SAME)), "FAIL end-not-signed"),
                arguments("another's signature", signed(true, by(Way.BORROWED, Sight.MARKED)), "FAIL signature-moves"),
                arguments("after its end", signed(true, by(Way.ENDED, Sight.SAME)), "FAIL outlives-its-end"),
                arguments("refused after its end", signed(true, by(Way.ENDED, Sight.REFUSED)), "PASS owner-fetches"),
                arguments("before its end", signed(true, by(Way.ENDED, Sight.EARLY)), "BLOCKED clock-behind"),
                arguments("for a day", lasting(Optional.of(24L), false), "PASS owner-fetches"),
                arguments("for more than a day", lasting(Optional.of(25L), false), "WARN long-lived"),
                arguments("for ever", lasting(Optional.empty(), true), "WARN never-ends"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("cases")
    void tells(String name, Seen seen, String expected) {
        assertThat(Told.of(new FilesCheck().judge(seen, new Params(Map.of("max-hours", 24)))))
                .isEqualTo(expected);
    }

    private static Try nobody(Sight sight) {
        return new Try("nobody", "nobody", Way.AS_IT_IS, sight, true, 200, EXCHANGE);
    }

    private static Try bob(Sight sight) {
        return new Try("bob", "client>client", Way.AS_IT_IS, sight, true, 200, EXCHANGE);
    }

    private static Try by(Way way, Sight sight) {
        return new Try("nobody", "nobody", way, sight, true, 200, EXCHANGE);
    }

    private static Seen plain(Try... tries) {
        return seen(file(false, State.LOOKED, UNSIGNED, true, true, tries));
    }

    private static Seen signed(boolean tampering, Try... more) {
        Try[] tries =
                Stream.concat(Stream.of(nobody(Sight.SAME)), Stream.of(more)).toArray(Try[]::new);
        return seen(file(false, State.LOOKED, SIGNED, tampering, true, tries));
    }

    private static Seen lasting(Optional<Long> hours, boolean endless) {
        Optional<Signed> signed = Optional.of(new Signed("aws", hours, endless));
        return seen(file(false, State.LOOKED, signed, true, true, nobody(Sight.SAME)));
    }

    private static Seen seen(File... files) {
        return new Seen(List.of(files), 0);
    }

    private static File file(
            boolean picture, State state, Optional<Signed> signed, boolean tampering, boolean strangers, Try... tries) {
        return new File(
                "/uploads/{file}.pdf",
                "desk.example",
                "GET /api/papers",
                "papers.*.url",
                picture,
                "alice",
                state,
                "404",
                signed,
                tampering,
                strangers,
                List.of(tries));
    }
}
