package dev.launchready.check.cors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.check.Check;
import dev.launchready.check.DialectRun;
import dev.launchready.check.DialectServer;
import dev.launchready.check.Judgement;
import dev.launchready.check.Raised;
import dev.launchready.check.cors.CorsDialects.Dialect;
import dev.launchready.model.Outcome;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every check of the family on every portal of the corpus. */
class CorsCorpusTest {
    private static final List<Check<CorsSurvey>> CHECKS =
            List.of(new UntrustedOriginCheck(), new CredentialedWildcardCheck(), new TrustedOriginsCheck());

    static Stream<Arguments> cells() {
        return CorsDialects.all().stream().map(dialect -> Arguments.of(dialect));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cells")
    void saysOfEachPortalWhatIsTrueOfIt(Dialect dialect) throws Exception {
        try (DialectServer server = new DialectServer(dialect.portal());
                DialectRun run = new DialectRun(DialectRun.portal(server.port(), dialect.ownApi()))) {
            for (Check<CorsSurvey> check : CHECKS) {
                assertThat(told(run.judge(check)))
                        .as(check.id() + " on " + dialect)
                        .isEqualTo(dialect.expected().get(check.id()));
            }
        }
    }

    /** The outcome where nothing is wrong, else the reason that decides; several that decide are told one after the other. */
    private static String told(Judgement judgement) {
        if (judgement instanceof Judgement.Failed failed) {
            return codes(failed.raised(), Outcome.FAIL);
        }
        if (judgement instanceof Judgement.Warned warned) {
            return codes(warned.raised(), Outcome.WARN);
        }
        if (judgement instanceof Judgement.Blocked blocked) {
            return blocked.unproven().get(0).reason().code();
        }
        return judgement instanceof Judgement.Passed ? CorsDialects.PASS : CorsDialects.NONE;
    }

    private static String codes(List<Raised> raised, Outcome outcome) {
        List<String> codes = raised.stream()
                .filter(each -> each.reason().outcome() == outcome)
                .map(each -> each.reason().code())
                .distinct()
                .toList();
        List<String> telling =
                codes.stream().filter(code -> !code.endsWith("-open")).toList();
        return String.join(" ", telling.isEmpty() ? codes : telling);
    }
}
