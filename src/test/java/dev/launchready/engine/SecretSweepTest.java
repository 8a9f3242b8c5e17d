package dev.launchready.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.detect.FingerprintKey;
import dev.launchready.detect.RuleSet;
import dev.launchready.detect.SecretHit;
import dev.launchready.detect.SecretScanner;
import dev.launchready.detect.SecretTally;
import dev.launchready.probe.files.FoundFile;
import dev.launchready.probe.files.LocalFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretSweepTest {
    private static final SecretScanner SCANNER = SecretScanner.of(RuleSet.builtIn(), FingerprintKey.of("test"));
    private static final String ALNUM = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    @TempDir
    Path folder;

    private static String key(long seed) {
        Random random = new Random(seed);
        StringBuilder key = new StringBuilder("sk_live_");
        random.ints(60, 0, ALNUM.length()).forEach(at -> key.append(ALNUM.charAt(at)));
        return key.toString();
    }

    private List<String> swept(int threads) throws Exception {
        SecretTally tally = new SecretTally(10);
        LocalFiles files = new LocalFiles();
        SecretSweep.Swept swept = new SecretSweep(files, SCANNER, threads)
                .over(files.under(folder).files(), "p/", tally);
        assertThat(swept.files()).isEqualTo(40);
        return tally.secrets().stream()
                .flatMap(each -> each.hits().stream()
                        .map(hit -> hit.spot().source().name() + ":"
                                + hit.spot().line() + " " + hit.ref().fingerprint() + " " + each.count()))
                .toList();
    }

    @Test
    void as_many_threads_as_there_are_tell_the_same_in_the_same_order() throws Exception {
        for (int at = 0; at < 40; at++) {
            Files.writeString(folder.resolve("f" + at), "first\nk=" + key(at % 7) + "\n");
        }
        List<String> alone = swept(1);
        assertThat(alone).hasSize(40).allMatch(line -> line.startsWith("p/f"));
        assertThat(swept(4)).isEqualTo(alone);
    }

    @Test
    void of_a_value_that_is_everywhere_the_first_places_are_kept_and_all_are_counted() throws Exception {
        for (int at = 10; at < 50; at++) {
            Files.writeString(folder.resolve("f" + at), key(1));
        }
        SecretTally tally = new SecretTally(3);
        LocalFiles files = new LocalFiles();
        new SecretSweep(files, SCANNER, 4).over(files.under(folder).files(), "", tally);
        assertThat(tally.secrets()).singleElement().satisfies(each -> {
            assertThat(each.count()).isEqualTo(40);
            assertThat(each.hits())
                    .extracting(hit -> hit.spot().source().name())
                    .containsExactly("f10", "f11", "f12");
        });
    }

    @Test
    void a_file_that_cannot_be_opened_is_told_and_stops_nothing() throws Exception {
        Files.writeString(folder.resolve("good"), key(1));
        List<SecretHit> hits = new ArrayList<>();
        LocalFiles files = new LocalFiles();
        List<FoundFile> found = List.of(
                new FoundFile(folder.resolve("gone"), "gone", 1),
                files.under(folder).files().get(0));
        SecretSweep.Swept swept = new SecretSweep(files, SCANNER, 1).over(found, "", hits::add);
        assertThat(swept.unreadable()).containsExactly("gone cannot be read.");
        assertThat(hits).hasSize(1);
    }
}
