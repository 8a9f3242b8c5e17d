package dev.launchready.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkerSearchTest {
    private static final MarkerSearch SEARCH =
            MarkerSearch.of(List.of("marker-alice-1", "bob@harbor.example", "Zoë & \"Co\" <x>", "a/b c"));

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void every_marker_is_met_at_its_place_and_nothing_else_is() {
        assertThat(SEARCH.in(bytes("x marker-alice-1, MARKER-ALICE-1, marker-alice-2 bob@harbor.example")))
                .containsExactly(new MarkerSearch.Met(0, 2), new MarkerSearch.Met(1, 49));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zoë & \"Co\" <x>",
                "<b>Zoë &amp; &quot;Co&quot; &lt;x&gt;</b>",
                "{\"n\": \"Zoë & \\\"Co\\\" <x>\"}",
                "?n=Zo%C3%AB+%26+%22Co%22+%3Cx%3E",
                "?n=Zo%C3%AB%20%26%20%22Co%22%20%3Cx%3E",
            })
    void a_marker_is_met_in_the_spelling_of_html_json_and_urls(String text) {
        assertThat(SEARCH.indexesIn(bytes(text))).containsExactly(2);
    }

    @Test
    void a_marker_at_the_very_end_is_met() {
        assertThat(SEARCH.indexesIn(bytes("a\\/b c"))).containsExactly(3);
        assertThat(SEARCH.indexesIn(bytes("a/b "))).isEmpty();
    }

    @Test
    void a_marker_that_chance_could_make_is_refused() {
        assertThatThrownBy(() -> MarkerSearch.of(List.of("abc"))).isInstanceOf(IllegalArgumentException.class);
    }
}
