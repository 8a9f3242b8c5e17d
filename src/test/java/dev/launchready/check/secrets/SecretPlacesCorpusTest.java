package dev.launchready.check.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.check.Check;
import dev.launchready.check.DialectRun;
import dev.launchready.check.DialectServer;
import dev.launchready.check.Judgement;
import dev.launchready.check.Raised;
import dev.launchready.check.secrets.FrontEnds.Edition;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The checks of secrets hold in portals of other habits than the demo's. */
class SecretPlacesCorpusTest {
    static List<Edition> editions() {
        return FrontEnds.all();
    }

    @ParameterizedTest
    @MethodSource("editions")
    void eachEditionGetsWhatItDeserves(Edition edition) throws Exception {
        try (DialectServer server = new DialectServer(edition.site().get());
                DialectRun run = new DialectRun(DialectRun.portal(server.port(), true))) {
            for (Check<?> check :
                    List.<Check<?>>of(new BundlesCheck(), new SourceMapsCheck(), new ExposedFilesCheck())) {
                Judgement judgement = run.judge(check);
                Set<String> expected = edition.expected().getOrDefault(check.id(), Set.of());
                assertThat(codes(judgement)).as(check.id() + " " + judgement).isEqualTo(new TreeSet<>(expected));
                assertThat(judgement).as(check.id()).isNotInstanceOf(Judgement.Blocked.class);
            }
        }
    }

    private static Set<String> codes(Judgement judgement) {
        List<Raised> raised = judgement instanceof Judgement.Failed failed
                ? failed.raised()
                : judgement instanceof Judgement.Warned warned ? warned.raised() : List.of();
        return raised.stream().map(each -> each.reason().code()).collect(Collectors.toCollection(TreeSet::new));
    }
}
