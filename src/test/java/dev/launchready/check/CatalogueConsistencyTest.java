package dev.launchready.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.catalog.Catalog;
import dev.launchready.catalog.CatalogReader;
import dev.launchready.catalog.CheckCard;
import dev.launchready.catalog.CheckCard.ReasonText;
import dev.launchready.catalog.CheckFolder;
import dev.launchready.engine.Needs;
import dev.launchready.model.Outcome;
import dev.launchready.model.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Class, card, test and registry line of a check belong together; none may be missing or say something else. */
class CatalogueConsistencyTest {
    private static Catalog catalog;

    @BeforeAll
    static void read() throws Exception {
        catalog = CatalogReader.read(CheckFolder.bundled());
    }

    static List<Check<?>> checks() {
        return CheckRegistry.all();
    }

    @Test
    void everyCardHasACheckAndEveryCheckACard() {
        List<String> registered = checks().stream().map(Check::id).sorted().toList();
        assertThat(registered).doesNotHaveDuplicates();
        assertThat(registered).containsExactlyElementsOf(catalog.cards().keySet());
    }

    @ParameterizedTest
    @MethodSource("checks")
    void classAndCardGiveTheSameReasonsWithTheSameOutcomes(Check<?> check) {
        Map<String, Outcome> ofClass =
                check.reasons().stream().collect(Collectors.toMap(Reason::code, Reason::outcome));
        Map<String, Outcome> ofCard = card(check).reasons().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().outcome()));
        assertThat(ofClass).isEqualTo(ofCard);
    }

    @ParameterizedTest
    @MethodSource("checks")
    void everyFindingHasAFixForAnyStack(Check<?> check) {
        card(check).reasons().forEach((code, reason) -> {
            if (reason.severity().isPresent()) {
                assertThat(reason.fix().get(ReasonText.ANY_STACK)).as(code).isNotEmpty();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("checks")
    void aCheckIsNamedTheSameEverywhere(Check<?> check) {
        String[] id = check.id().split("\\.", 2);
        String expected = Stream.of(id[1].split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining("", "", "Check"));
        assertThat(check.getClass().getSimpleName()).isEqualTo(expected);
        assertThat(check.getClass().getPackageName()).isEqualTo("dev.launchready.check." + id[0]);
        Path test = Path.of(System.getProperty("launchready.home", "."))
                .resolve("src/test/java/dev/launchready/check/" + id[0] + "/" + expected + "Test.java");
        assertThat(Files.exists(test)).as("a test at " + test).isTrue();
    }

    @Test
    void everyNeedHasWordsAndARule() {
        assertThat(catalog.needs().keySet())
                .containsExactlyInAnyOrderElementsOf(new Needs(LocalDate.of(2026, 11, 21)).ids());
    }

    private static CheckCard card(Check<?> check) {
        return catalog.card(check.id()).orElseThrow(() -> new AssertionError("no card for " + check.id()));
    }
}
