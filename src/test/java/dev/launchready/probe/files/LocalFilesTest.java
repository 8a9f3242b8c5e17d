package dev.launchready.probe.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.launchready.portal.FileGlob;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.files.LeftOut.Why;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalFilesTest {
    private final LocalFiles files = new LocalFiles();

    @TempDir
    Path folder;

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private List<String> matching(String written) throws ProbeException {
        FileGlob glob = FileGlob.of(folder, written);
        return files.matching(glob.base(), glob.pattern()).files().stream()
                .map(FoundFile::name)
                .sorted()
                .toList();
    }

    @Test
    void the_largest_file_comes_first_and_history_is_told_apart() throws Exception {
        write("src/small", "x");
        write("large", "x".repeat(1000));
        write(".git/config", "x");
        Listing listing = files.under(folder);
        assertThat(listing.files()).extracting(FoundFile::name).containsExactly("large", "src/small");
        assertThat(listing.leftOut()).containsExactly(new LeftOut(".git", Why.HISTORY));
        assertThat(listing.bytes()).isEqualTo(1001);
        assertThat(files.under(folder.resolve("src/small")).files())
                .extracting(FoundFile::name)
                .containsExactly("small");
    }

    @Test
    void links_are_followed_nowhere_and_circles_end(@TempDir Path outside) throws Exception {
        Files.createSymbolicLink(folder.resolve("link"), Files.writeString(outside.resolve("x"), "x"));
        Files.createSymbolicLink(folder.resolve("loop"), folder);
        Listing listing = files.under(folder);
        assertThat(listing.files()).isEmpty();
        assertThat(listing.count(Why.LINK)).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "logs/*.log | app.log app.log.1 app.log.2.gz app-2026-11-01.log app.log-20261101.gz",
                "logs/app.log | app.log app.log.1 app.log.2.gz app-2026-11-01.log app.log-20261101.gz",
                "logs | access.txt app-2026-11-01.log app.log app.log-20261101.gz app.log.1 app.log.2.gz deep/worker.log",
                "logs/ | access.txt app-2026-11-01.log app.log app.log-20261101.gz app.log.1 app.log.2.gz deep/worker.log",
                "logs/*.txt | access.txt",
                "**/worker.log | logs/deep/worker.log",
                "logs/**/*.log | app-2026-11-01.log app.log app.log-20261101.gz app.log.1 app.log.2.gz deep/worker.log",
                "logs/*.json | ''"
            })
    void a_pattern_means_logs_and_what_they_were_rotated_to(String pattern, String expected) throws Exception {
        for (String name : List.of(
                "app.log", "app.log.1", "app.log.2.gz", "app-2026-11-01.log", "app.log-20261101.gz", "access.txt")) {
            write("logs/" + name, "x");
        }
        write("logs/deep/worker.log", "x");
        assertThat(matching(pattern.strip()))
                .containsExactlyInAnyOrder(
                        expected.isBlank() || expected.equals("''")
                                ? new String[0]
                                : expected.strip().split(" "));
    }

    @Test
    void a_link_to_a_log_is_that_log_and_counts_once() throws Exception {
        Path real = write("logs/app-1.log", "x");
        Files.createSymbolicLink(folder.resolve("logs/current.log"), real);
        assertThat(matching("logs/*.log")).hasSize(1);
    }

    @Test
    void what_is_not_there_or_no_pattern_is_said() {
        assertThatThrownBy(() -> matching("nowhere/*.log"))
                .isInstanceOf(ProbeException.Unreadable.class)
                .hasMessageContaining("nowhere");
        assertThatThrownBy(() -> matching("[x"))
                .isInstanceOf(ProbeException.Unreadable.class)
                .hasMessageContaining("no pattern");
    }

    @Test
    void a_small_file_is_read_up_to_a_bound() throws Exception {
        Path file = write("a", "abcdef");
        assertThat(files.read(file, 3))
                .hasValueSatisfying(bytes -> assertThat(bytes).hasSize(3));
        assertThat(files.read(folder.resolve("none"), 3)).isEmpty();
    }
}
