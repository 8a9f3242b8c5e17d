package dev.launchready.check.headers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.check.Check;
import dev.launchready.check.DialectRun;
import dev.launchready.check.DialectServer;
import dev.launchready.check.Judgement;
import dev.launchready.check.Raised;
import dev.launchready.check.headers.HeaderDialects.Dialect;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every check of the family on every portal of the corpus. */
class HeaderCorpusTest {
    private static final List<Check<?>> CHECKS =
            List.of(new SecurityCheck(), new PrivateCacheCheck(), new DisclosureCheck());

    static Stream<Dialect> dialects() {
        return HeaderCorpus.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dialects")
    void saysOfEachPortalWhatIsTrueOfIt(Dialect dialect) throws Exception {
        try (DialectServer server = new DialectServer(dialect.portal());
                DialectRun run = new DialectRun(DialectRun.portal(server.port(), true))) {
            for (Check<?> check : CHECKS) {
                assertThat(told(run.judge(check)))
                        .as(check.id() + " on " + dialect)
                        .isEqualTo(dialect.expected().get(check.id()));
            }
        }
    }

    private static String told(Judgement judgement) {
        if (judgement instanceof Judgement.Failed failed) {
            return codes(failed.raised());
        }
        if (judgement instanceof Judgement.Warned warned) {
            return codes(warned.raised());
        }
        if (judgement instanceof Judgement.Blocked blocked) {
            return "BLOCKED " + blocked.unproven().get(0).reason().code();
        }
        return judgement instanceof Judgement.Passed ? HeaderDialects.PASS : "NOT_APPLICABLE";
    }

    private static String codes(List<Raised> raised) {
        return raised.stream().map(each -> each.reason().code()).sorted().collect(Collectors.joining(" "));
    }
}
