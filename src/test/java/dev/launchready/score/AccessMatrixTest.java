package dev.launchready.score;

import static dev.launchready.model.Scorecard.AccessCell.ALLOWED;
import static dev.launchready.model.Scorecard.AccessCell.REFUSED;
import static dev.launchready.model.Scorecard.AccessCell.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.model.CardRef;
import dev.launchready.model.CheckResult;
import dev.launchready.model.Outcome;
import dev.launchready.model.Proof;
import dev.launchready.model.Provenance;
import dev.launchready.model.Scorecard.AccessCell;
import dev.launchready.model.Scorecard.AccessRow;
import dev.launchready.model.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessMatrixTest {

    @ParameterizedTest
    @CsvSource({
        "REFUSED REFUSED CONFIRMED, REFUSED ALLOWED STRONG,    REFUSED ALLOWED STRONG",
        "REFUSED ALLOWED STRONG,    REFUSED ALLOWED CONFIRMED, REFUSED ALLOWED CONFIRMED",
        "REFUSED UNKNOWN -,         REFUSED REFUSED STRONG,    REFUSED REFUSED STRONG",
        "REFUSED UNKNOWN HEURISTIC, REFUSED UNKNOWN -,         REFUSED UNKNOWN HEURISTIC",
        "ALLOWED REFUSED STRONG,    ALLOWED ALLOWED CONFIRMED, ALLOWED ALLOWED CONFIRMED",
        "ALLOWED ALLOWED CONFIRMED, REFUSED UNKNOWN -,         REFUSED ALLOWED CONFIRMED",
    })
    void of_two_answers_about_the_same_the_worst_counts(String one, String other, String merged) {
        assertThat(matrix(cell("bob", one), cell("bob", other))).containsExactly(cell("bob", merged));
        assertThat(matrix(cell("bob", other), cell("bob", one))).containsExactly(cell("bob", merged));
    }

    @Test
    void whose_object_was_asked_for_keeps_answers_apart() {
        AccessCell own = new AccessCell("bob", Optional.of("bob"), ALLOWED, ALLOWED, Optional.of(Proof.CONFIRMED));
        AccessCell foreign = new AccessCell("bob", Optional.of("alice"), REFUSED, REFUSED, Optional.of(Proof.STRONG));

        assertThat(matrix(own, foreign)).containsExactly(foreign, own);
    }

    @Test
    void rows_stand_by_route_and_method_and_nobody_comes_last() {
        List<AccessRow> rows = AccessMatrix.of(List.of(
                result(new AccessRow("PUT", "/b", List.of(cell("bob", "ALLOWED UNKNOWN -")))),
                result(new AccessRow("GET", "/b", List.of(cell("nobody", "REFUSED UNKNOWN -")))),
                result(new AccessRow("GET", "/a", List.of(cell("bob", "ALLOWED UNKNOWN -")))),
                result(new AccessRow("GET", "/b", List.of(cell("zoe", "ALLOWED UNKNOWN -"))))));

        assertThat(rows)
                .extracting(row -> row.method() + " " + row.route())
                .containsExactly("GET /a", "GET /b", "PUT /b");
        assertThat(rows.get(1).cells()).extracting(AccessCell::identity).containsExactly("zoe", "nobody");
    }

    @Test
    void tells_what_is_wrong_from_what_is_not_known() {
        assertThat(cell("bob", "REFUSED ALLOWED STRONG").wrong()).isTrue();
        assertThat(cell("bob", "ALLOWED REFUSED STRONG").wrong()).isTrue();
        assertThat(cell("bob", "REFUSED UNKNOWN -").wrong()).isFalse();
        assertThat(cell("bob", "REFUSED REFUSED STRONG").wrong()).isFalse();
        assertThat(cell("bob", "REFUSED " + UNKNOWN + " -").unknown()).isTrue();
    }

    private static List<AccessCell> matrix(AccessCell... cells) {
        List<CheckResult> results = List.of(cells).stream()
                .map(cell -> result(new AccessRow("GET", "/a", List.of(cell))))
                .toList();
        return AccessMatrix.of(results).get(0).cells();
    }

    /** @param words expected, seen and proof */
    private static AccessCell cell(String identity, String words) {
        String[] parts = words.split(" ", -1);
        Optional<Proof> proof = parts[2].equals("-") ? Optional.empty() : Optional.of(Proof.valueOf(parts[2]));
        return new AccessCell(identity, Optional.empty(), parts[0], parts[1], proof);
    }

    private static CheckResult result(AccessRow row) {
        CardRef card = new CardRef("authz.object-read", "title", Severity.CRITICAL, 1, Map.of());
        return new CheckResult(
                        card,
                        Outcome.PASS,
                        Provenance.MEASURED,
                        "summary",
                        List.of("control"),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        1,
                        1)
                .withAccess(List.of(row));
    }
}
