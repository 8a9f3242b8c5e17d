package dev.launchready.check.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.check.Word;
import dev.launchready.model.Attestation;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RotationPlanCheckTest {
    private final RotationPlanCheck check = new RotationPlanCheck();

    @TempDir
    Path folder;

    private static String attest(LocalDate on, String proof) {
        return "attest:\n  secrets.rotation-plan: {by: Kim, on: " + on + ", days: 30" + proof + "}\n";
    }

    @ParameterizedTest
    @CsvSource({
        "', proof: docs/keys.md', How each key is rotated, passes",
        "', proof: docs/keys.md', Wie Schlüssel erneuert werden, passes",
        "', proof: docs/keys.md', Our favourite recipes, warns proof-silent",
        "', proof: docs/keys.md', ' ', fails proof-empty",
        "', proof: docs/gone.md', x, fails proof-missing",
        "', proof: docs', x, passes",
        "', proof: https://wiki.harbor.example/keys', x, passes",
        "'', x, warns without-proof"
    })
    void the_proof_is_looked_at_as_far_as_it_can_be(String proof, String text, String expected) throws Exception {
        SourcePortal portal = new SourcePortal(folder).write("docs/keys.md", text);
        assertThat(SourcePortal.told(portal.judge(check, attest(LocalDate.now(), proof))))
                .isEqualTo(expected);
    }

    @Test
    void a_picture_is_taken_as_it_is() throws Exception {
        SourcePortal portal =
                new SourcePortal(folder).write("plan.pdf", new byte[] {'%', 'P', 'D', 'F', (byte) 0xff, 0});
        assertThat(SourcePortal.told(portal.judge(check, attest(LocalDate.now(), ", proof: plan.pdf"))))
                .isEqualTo("passes");
    }

    @Test
    void who_vouches_and_until_when_stands_in_the_result() throws Exception {
        LocalDate today = LocalDate.now();
        Word word =
                new SourcePortal(folder).write("keys.md", "rotate").observe(check, attest(today, ", proof: keys.md"));
        assertThat(check.attestation(word)).contains(new Attestation("Kim", today, "keys.md", today.plusDays(30)));
    }

    @Test
    void a_word_that_has_run_out_is_none() throws Exception {
        SourcePortal portal = new SourcePortal(folder).write("keys.md", "rotate");
        String old = attest(LocalDate.now().minusDays(31), ", proof: keys.md");
        assertThat(SourcePortal.told(portal.judge(check, old))).isEqualTo("blocks no-word");
        assertThat(check.attestation(portal.observe(check, old))).isEmpty();
    }
}
