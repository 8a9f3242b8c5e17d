package dev.launchready.check.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.launchready.check.Judgement;
import dev.launchready.check.Raised;
import dev.launchready.check.Tally;
import dev.launchready.detect.FingerprintKey;
import dev.launchready.detect.RuleSet;
import dev.launchready.detect.SecretSearch;
import dev.launchready.model.Secret;
import dev.launchready.model.Severity;
import dev.launchready.run.ObservationCodec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HarvestTest {
    private static final String LIVE = Keys.stripeLive(1);

    @Test
    void oneValueIsOneSecretWhereverItLies() {
        Harvest harvest = new Harvest(Keys.search(value -> {}));
        look(harvest, "a.js", "const key = \"" + LIVE + "\";");
        look(harvest, "b.js", "\n\nstripe(\"" + LIVE + "\", \"" + LIVE + "\")");

        assertThat(harvest.found()).singleElement().satisfies(secret -> {
            assertThat(secret.rule()).isEqualTo("stripe-live-secret-key");
            assertThat(secret.places()).isEqualTo(3);
            assertThat(secret.sightings()).extracting(Sighting::file).containsExactly("a.js", "b.js", "b.js");
            assertThat(secret.sightings()).extracting(Sighting::line).containsExactly(1L, 3L, 3L);
            assertThat(secret.rotate()).isNotEmpty();
        });
    }

    @Test
    void theValueIsToldToWhoeverBlotsItOutAndStandsInNothingThatIsSaved() {
        List<String> blotted = new ArrayList<>();
        Harvest harvest = new Harvest(Keys.search(blotted::add));
        look(harvest, "a.js", "const key = \"" + LIVE + "\";");

        record Saved(List<FoundSecret> found) {}
        assertThat(blotted).containsExactly(LIVE);
        assertThat(new ObservationCodec().write(new Saved(harvest.found()))).doesNotContain(LIVE.substring(5));
    }

    @Test
    void eachClassOfKeyHasItsReasonAndBothChecksGiveOneFingerprint() {
        assertThat(reasonOf("k=\"" + LIVE + "\"")).isEqualTo("live-secret");
        assertThat(reasonOf("k=\"" + Keys.stripeTest(2) + "\"")).isEqualTo("test-key");
        assertThat(reasonOf("k=\"" + Keys.googleBrowser(3) + "\"")).isEqualTo("public-key");
        assertThat(reasonOf("token: \"" + Keys.random(4, 20) + "\"")).isEqualTo("looks-like-a-secret");
        assertThat(fingerprint("one(\"" + LIVE + "\")")).isEqualTo(fingerprint("other: '" + LIVE + "'"));
    }

    @Test
    void aHintWarnsAtMostAndAKeyOfBrowsersIsNoFinding() {
        Judgement hint = judged("token: \"" + Keys.random(4, 20) + "\"");
        assertThat(hint).isInstanceOf(Judgement.Warned.class);
        assertThat(judged("k=\"" + Keys.stripePublishable(5) + "\"")).isInstanceOf(Judgement.Passed.class);
        assertThat(judged("k=\"" + LIVE + "\"")).isInstanceOf(Judgement.Failed.class);
    }

    @Test
    void theSeverityIsThatOfTheKind() {
        Secret secret = raised("k=\"" + LIVE + "\"").secret().orElseThrow();
        assertThat(secret.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(secret.kind()).isEqualTo("Stripe live secret key");
    }

    @Test
    void aSearchThatMissesWhatItMustFindIsNeverBelieved() {
        SecretSearch none =
                new SecretSearch(() -> RuleSet.of(List.of(), List.of()), FingerprintKey.of("test"), value -> {});
        assertThatThrownBy(none::scanner)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("failed its own test");
    }

    @Test
    void rulesOfAPersonsOwnAreSearchedForToo() {
        RuleSet own = RuleSet.read(Map.of("harbor", """
                issuers:
                  Harbor: {where: "Harbor, Settings"}
                rules:
                  - {id: harbor-key, issuer: Harbor, title: API key, keywords: [hrb_], pattern: 'hrb_[0-9a-f]{32}', severity: critical}
                """));
        Harvest harvest = new Harvest(new SecretSearch(() -> own, FingerprintKey.of("test"), value -> {}));
        look(harvest, "a.js", "x=\"hrb_" + Keys.hex(6, 32) + "\"");
        assertThat(harvest.found()).extracting(FoundSecret::kind).containsExactly("Harbor API key");
    }

    private static void look(Harvest harvest, String name, String text) {
        harvest.look(text.getBytes(StandardCharsets.UTF_8), name, sighting -> sighting);
    }

    private static Raised raised(String text) {
        return SecretReasons.raised(Keys.in(text).get(0));
    }

    private static String reasonOf(String text) {
        return raised(text).reason().code();
    }

    private static String fingerprint(String text) {
        return raised(text).secret().orElseThrow().fingerprint();
    }

    private static Judgement judged(String text) {
        Tally tally = new Tally().control("looked");
        SecretReasons.raise(tally, Keys.in(text));
        return tally.conclude();
    }
}
