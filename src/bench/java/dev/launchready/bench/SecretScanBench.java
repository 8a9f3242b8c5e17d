package dev.launchready.bench;

import dev.launchready.detect.FingerprintKey;
import dev.launchready.detect.RuleSet;
import dev.launchready.detect.ScanWorker;
import dev.launchready.detect.SecretHit;
import dev.launchready.detect.SecretScanner;
import dev.launchready.detect.Source;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How fast one thread scans a folder's files, read beforehand.
 *
 * <p>{@code java -cp target/classes:target/bench:$CLASSPATH dev.launchready.bench.SecretScanBench FOLDER [ROUNDS] [show]}
 */
public final class SecretScanBench {
    private static final int ROUNDS = 5;

    private SecretScanBench() {}

    public static void main(String[] arguments) throws IOException {
        Map<Path, byte[]> files = read(Path.of(arguments[0]));
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : ROUNDS;
        long bytes = files.values().stream().mapToLong(each -> each.length).sum();
        long began = System.nanoTime();
        SecretScanner scanner = SecretScanner.of(RuleSet.builtIn(), FingerprintKey.of("bench"));
        System.out.printf("rules ready in %d ms%n", (System.nanoTime() - began) / 1_000_000);
        ScanWorker worker = scanner.worker();
        List<SecretHit> hits = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            hits.clear();
            long start = System.nanoTime();
            long startCpu = cpu();
            files.forEach(
                    (path, content) -> worker.scan(content, 0, content.length, Source.of(path.toString()), hits::add));
            double seconds = (System.nanoTime() - start) / 1e9;
            double busy = (cpu() - startCpu) / 1e9;
            System.out.printf(
                    "%d files, %.1f MB, %.2f s (%.2f s of processor: %.0f MB/s), %d hits%n",
                    files.size(), bytes / 1e6, seconds, busy, bytes / 1e6 / busy, hits.size());
        }
        Map<String, Integer> kinds = new TreeMap<>();
        hits.forEach(hit -> kinds.merge(hit.proof() + " " + hit.rule(), 1, Integer::sum));
        kinds.forEach((kind, count) -> System.out.println(kind + " " + count));
        if (arguments.length > 2) {
            hits.forEach(hit -> System.out.println(hit));
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static Map<Path, byte[]> read(Path folder) throws IOException {
        Map<Path, byte[]> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.filter(Files::isRegularFile)
                    .filter(path -> !path.toString().contains("/.git/"))
                    .toList()) {
                files.put(path, Files.readAllBytes(path));
            }
        }
        return files;
    }
}
