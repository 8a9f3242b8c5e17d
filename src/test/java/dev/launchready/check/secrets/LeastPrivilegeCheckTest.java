package dev.launchready.check.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeastPrivilegeCheckTest {
    private final LeastPrivilegeCheck check = new LeastPrivilegeCheck();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "The web server's role may read and write and drop nothing, passes",
        "Who has which Berechtigung, passes",
        "How we rotate keys, warns proof-silent"
    })
    void a_proof_speaks_of_rights(String text, String expected) throws Exception {
        SourcePortal portal = new SourcePortal(folder).write("access.md", text);
        String attest =
                "attest:\n  secrets.least-privilege: {by: Kim, on: " + LocalDate.now() + ", proof: access.md}\n";
        assertThat(SourcePortal.told(portal.judge(check, attest))).isEqualTo(expected);
    }
}
