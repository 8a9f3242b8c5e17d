package dev.launchready.portal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvFileTest {
    @TempDir
    private Path folder;

    private Map<String, String> read(String text) throws Exception {
        return EnvFile.read(Files.writeString(folder.resolve(".env"), text));
    }

    @Test
    void readsPlainAndQuotedValues() throws Exception {
        assertThat(read("""
                        # accounts
                        ALICE=alice@harbor.example
                        export BOB = bob # the second
                        SINGLE='a "b" \\n # c'
                        DOUBLE="a \\"b\\" \\n c"   # end
                        HASH=pass#word
                        EMPTY=
                        EQUALS=a=b=c
                        ALICE=again
                        """))
                .containsExactly(
                        Map.entry("ALICE", "again"),
                        Map.entry("BOB", "bob"),
                        Map.entry("SINGLE", "a \"b\" \\n # c"),
                        Map.entry("DOUBLE", "a \"b\" \n c"),
                        Map.entry("HASH", "pass#word"),
                        Map.entry("EMPTY", ""),
                        Map.entry("EQUALS", "a=b=c"));
    }

    @Test
    void namesEveryBadLineButNoValue() {
        assertThatExceptionOfType(PortalFileException.class)
                .isThrownBy(() -> read("A=1\njust words\nB=\"open-canary\\\"\n2C=x\n"))
                .withMessageContainingAll(
                        ".env:2:1: a line must be NAME=value",
                        ".env:3:1: the quote after B= is not closed",
                        ".env:4:1:")
                .withMessageNotContaining("canary");
    }

    @Test
    void aMissingFileIsSaidToBeMissing() {
        assertThatExceptionOfType(PortalFileException.class)
                .isThrownBy(() -> EnvFile.read(folder.resolve("none")))
                .withMessageContaining("there is no such file");
    }
}
