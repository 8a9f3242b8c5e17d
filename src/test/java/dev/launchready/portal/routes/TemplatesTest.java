package dev.launchready.portal.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatesTest {
    private static final List<String> COLLECTIONS =
            List.of("invoices", "projects", "tasks", "orders", "companies", "boxes", "people", "audit-entries");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "17",
                "0",
                "inv_1001",
                "cus_NffrFeUfNV2Hib",
                "ord_2026x1",
                "INV-2026-0001",
                "3F2504E0-4F89-41D3-9A0C-0305E82C3301",
                "507f1f77bcf86cd799439011",
                "V1StGXR8Z5jdHi6B",
                "2026-11-02",
                "a@b.example"
            })
    void anIdIsTold(String segment) {
        assertThat(Ids.id(segment)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "me",
                "v1",
                "v2.1",
                "invoices",
                "sign-in",
                "password-reset",
                "two-factor",
                "oauth2",
                "",
                "{id}",
                "graphql",
                "collection123",
                "getInvoice",
                "index.php",
                "_next",
                "café"
            })
    void aPlaceIsNoId(String segment) {
        assertThat(Ids.id(segment)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "invoices,invoice",
        "companies,company",
        "boxes,box",
        "addresses,address",
        "status,status",
        "bus,bus",
        "branches,branch",
        "people,people"
    })
    void aPlaceholderIsOneOfWhatStandsBeforeIt(String plural, String singular) {
        assertThat(Template.singular(plural)).isEqualTo(singular);
    }

    @Test
    void aConcretePathOfATemplateAlwaysLeadsBackToIt() {
        Random random = new Random(42);
        for (int round = 0; round < 3_000; round++) {
            List<String> template = new ArrayList<>(List.of(""));
            List<String> concrete = new ArrayList<>(List.of(""));
            Set<String> taken = new TreeSet<>();
            int depth = 1 + random.nextInt(4);
            for (int level = 0; level < depth; level++) {
                String collection = COLLECTIONS.get(random.nextInt(COLLECTIONS.size()));
                template.add(collection);
                concrete.add(collection);
                if (random.nextBoolean()) {
                    template.add("{" + Template.name(collection, taken) + "}");
                    concrete.add(id(random));
                }
            }
            Templates templates = new Templates(List.of(), List.of());

            Templates.Fit inferred = templates.of(String.join("/", concrete));

            assertThat(inferred.template()).as(String.join("/", concrete)).isEqualTo(String.join("/", template));
            assertThat(Template.fit(
                            Template.segments(inferred.template()), Template.segments(String.join("/", concrete))))
                    .contains(inferred.values());
        }
    }

    @Test
    void aKnownTemplateWinsAndTheOneWithFewestPlaceholdersFirst() {
        Templates templates =
                new Templates(List.of("/a/{x}/{y}", "/a/{x}/notes", "/a/fixed", "/files/{name}.pdf"), List.of());

        assertThat(templates.of("/a/word/other"))
                .isEqualTo(new Templates.Fit("/a/{x}/{y}", Map.of("x", "word", "y", "other")));
        assertThat(templates.of("/a/word/notes")).isEqualTo(new Templates.Fit("/a/{x}/notes", Map.of("x", "word")));
        assertThat(templates.of("/a/fixed")).isEqualTo(new Templates.Fit("/a/fixed", Map.of()));
        assertThat(templates.of("/files/one.pdf"))
                .isEqualTo(new Templates.Fit("/files/{name}.pdf", Map.of("name", "one")));
        assertThat(templates.of("/a/me/notes").template()).isEqualTo("/a/me/notes");
        assertThat(templates.of("https://h.example/a/17").template()).isEqualTo("https://h.example/a/{a}");
    }

    private static String id(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> Integer.toString(random.nextInt(1_000_000));
            case 1 -> new UUID(random.nextLong(), random.nextLong()).toString();
            case 2 -> "inv_" + (1000 + random.nextInt(9000));
            case 3 -> "%024x".formatted(random.nextLong() & Long.MAX_VALUE);
            default -> "2026-11-" + (10 + random.nextInt(20));
        };
    }
}
