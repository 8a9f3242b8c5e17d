package dev.launchready.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileScanTest {
    private final FileScan scan = new FileScan(SecretScanner.of(RuleSet.builtIn(), FingerprintKey.of("test")));
    private final List<SecretHit> hits = new ArrayList<>();

    @TempDir
    Path folder;

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void files_are_scanned_by_their_names_in_the_folder_and_history_is_not() throws IOException {
        write("src/a.env", "K=" + Samples.seeded(1).stripeLive());
        write(".git/config", "K=" + Samples.seeded(2).stripeLive());
        write("b.txt", "nothing");
        Looked looked = scan.scan(folder, hits::add);
        assertThat(hits).extracting(hit -> hit.spot().source().name()).containsExactly("src/a.env");
        assertThat(looked.whole()).isTrue();
    }

    @Test
    void links_are_followed_nowhere(@TempDir Path outside) throws IOException {
        Path secret = Files.writeString(outside.resolve("x"), Samples.seeded(1).stripeLive());
        Files.createSymbolicLink(folder.resolve("link"), secret);
        Files.createSymbolicLink(folder.resolve("loop"), folder);
        scan.scan(folder, hits::add);
        assertThat(hits).isEmpty();
    }

    @Test
    void the_largest_file_comes_first_and_a_single_file_is_a_unit_of_its_own() throws IOException {
        write("small", "x");
        write("large", "x".repeat(1000));
        assertThat(scan.units(folder).units()).extracting(FileScan.Unit::name).containsExactly("large", "small");
        assertThat(scan.units(folder.resolve("small")).units())
                .extracting(FileScan.Unit::name)
                .containsExactly("small");
    }

    @Test
    void in_binary_files_only_values_that_stand_for_themselves_are_found() throws IOException {
        String key = Samples.seeded(1).stripeLive();
        String named = Samples.seeded(2).fill("SESSION_SECRET={A40}");
        write("program.bin", "\0\1\2 " + named + "\0" + key + "\0");
        scan.scan(folder, hits::add);
        assertThat(hits).extracting(SecretHit::rule).containsExactly("stripe-live-secret-key");
    }
}
