package dev.launchready.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.Golden;
import dev.launchready.catalog.Catalog;
import dev.launchready.catalog.CatalogReader;
import dev.launchready.catalog.CheckCard;
import dev.launchready.catalog.CheckFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages under {@code docs/checks} say what the cards say; {@code -Dupdate.golden=true} writes them anew. */
class CheckPageTest {
    private static final Path HOME = Path.of(System.getProperty("launchready.home", "."));
    private static final Path PAGES = HOME.resolve("docs/checks");

    private static Catalog catalog() throws Exception {
        return CatalogReader.read(CheckFolder.at(HOME.resolve("checks")));
    }

    @Test
    void everyCardHasItsPage() throws Exception {
        Catalog catalog = catalog();
        CheckPage pages = new CheckPage(catalog);
        for (CheckCard card : catalog.cards().values()) {
            Golden.assertSame(PAGES.resolve(CheckPage.path(card)), pages.page(card));
        }
        Golden.assertSame(PAGES.resolve("README.md"), pages.index());
    }

    @Test
    void theListOfChecksThatIsBuiltInSaysWhatTheCardsSay() throws Exception {
        Golden.assertSame(HOME.resolve("src/main/resources/list-of-checks.txt"), CheckList.of(catalog()));
        assertThat(CheckList.bundled()).isEqualTo(CheckList.of(CatalogReader.read(CheckFolder.bundled())));
    }

    @Test
    void noPageIsLeftWithoutItsCard() throws Exception {
        Set<String> expected =
                catalog().cards().values().stream().map(CheckPage::path).collect(Collectors.toSet());
        assertThat(expected).isNotEmpty();
        assertThat(pages()).isEqualTo(expected);
    }

    @Test
    void thePageOfACheckHoldsAllThatItsCardSays() throws Exception {
        Catalog catalog = catalog();
        CheckCard card = catalog.card("cors.untrusted-origin").orElseThrow();
        String page = new CheckPage(catalog).page(card);
        assertThat(page).contains(card.id(), "## When it passes", "## What it can find");
        assertThat(card.reasons().keySet()).allSatisfy(code -> assertThat(page).contains("`" + code + "`"));
    }

    private static Set<String> pages() throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            return files.filter(file -> Files.isRegularFile(file) && !file.endsWith("README.md"))
                    .map(file -> PAGES.relativize(file).toString().replace('\\', '/'))
                    .collect(Collectors.toSet());
        }
    }
}
