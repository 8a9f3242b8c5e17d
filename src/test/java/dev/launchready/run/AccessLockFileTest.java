package dev.launchready.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.launchready.model.AccessLock;
import dev.launchready.model.AccessLock.Line;
import dev.launchready.model.AccessLock.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessLockFileTest {
    private static final String HEADER = "# launch-ready access.lock 1\n";

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsReadBackAndWrittenTheSame() throws IOException {
        Path file = folder.resolve("access.lock");
        List<Line> lines = List.of(
                line("GET", "/a | b/{x}", "client", "own", "ALLOWED"),
                line("POST", "/graphql (query invoice)", "client", "client", "REFUSED"),
                line("GET", "/me", "nobody", "", "UNKNOWN"));
        AccessLockFile.write(lines, file);
        String once = Files.readString(file);

        AccessLock read = AccessLockFile.read(file, "access.lock");
        AccessLockFile.write(read.lines(), file);

        assertThat(read.lines())
                .extracting(Line::place)
                .containsExactlyElementsOf(lines.stream().map(Line::place).toList());
        assertThat(read.lines()).extracting(Line::at).containsExactly(3, 4, 5);
        assertThat(Files.readString(file)).isEqualTo(once);
        assertThat(once).isEqualTo(HEADER + """
                # Who reaches what. Renewed by: launch-ready scan --write-access access.lock
                GET /a | b/{x} | client on own | ALLOWED
                POST /graphql (query invoice) | client on client | REFUSED
                GET /me | nobody | UNKNOWN
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "GET /a | client | ALOWED;                       access.lock:2: 'ALOWED' is no word of an access lock; did you mean 'ALLOWED'?",
                "GET /a | client | refused;                      did you mean 'REFUSED'?",
                "GET /a | client;                                access.lock:2: a line reads METHOD ROUTE | ROLE | ALLOWED",
                "<<<<<<< HEAD;                                   access.lock:2: a merge conflict was left in the file",
                "GET /a | x | ALLOWED\\nGET /a | x | REFUSED;    access.lock:3: the same as line 2 is said here once more",
            })
    void aFaultIsToldWithFileAndLineAndWhatWouldMendIt(String body, String says) throws IOException {
        Path file = Files.writeString(folder.resolve("access.lock"), HEADER + body.replace("\\n", "\n") + "\n");

        assertThatThrownBy(() -> AccessLockFile.read(file, "access.lock"))
                .isInstanceOf(UnreadableRunException.class)
                .hasMessageContaining(says);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "GET /a | client | ALLOWED;             access.lock:1: the first line of an access lock is '# launch-ready access.lock 1'",
                "'';                                    access.lock:1: the first line",
                "# launch-ready access.lock 2;          access.lock:1: this access lock has format 2, and this launch-ready reads format 1",
            })
    void anotherFormatIsRefused(String text, String says) throws IOException {
        Path file = Files.writeString(folder.resolve("access.lock"), text);

        assertThatThrownBy(() -> AccessLockFile.read(file, "access.lock")).hasMessageContaining(says);
    }

    @Test
    void everyFaultOfAFileIsToldAtOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("access.lock"), HEADER + "nonsense\n\n# a word\nGET /a | b | C\n");

        assertThatThrownBy(() -> AccessLockFile.read(file, "access.lock"))
                .hasMessageContaining("access.lock:2:")
                .hasMessageContaining("access.lock:5:");
    }

    @Test
    void whatIsNoTextOrNoFileIsSaidToBeSo() throws IOException {
        Path file = Files.write(folder.resolve("access.lock"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

        assertThatThrownBy(() -> AccessLockFile.read(file, "access.lock")).hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> AccessLockFile.read(folder.resolve("none"), "none"))
                .hasMessageContaining("none: there is no such access lock; write it with --write-access none");
    }

    private static Line line(String method, String route, String role, String on, String seen) {
        Optional<String> whose = on.isEmpty() ? Optional.empty() : Optional.of(on);
        return new Line(new Place(method, route, role, whose), seen, false, 0);
    }
}
