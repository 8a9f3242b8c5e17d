package dev.launchready.bench;

import dev.launchready.detect.FingerprintKey;
import dev.launchready.detect.KeyClass;
import dev.launchready.detect.RuleSet;
import dev.launchready.detect.SecretHit;
import dev.launchready.detect.SecretScanner;
import dev.launchready.engine.SecretSweep;
import dev.launchready.probe.files.Listing;
import dev.launchready.probe.files.LocalFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the rules find in bodies of text that this project did not write: counts by proof and rule for each folder, and, where a list says how
 * many lines of each file hold a secret, what was found and missed.
 *
 * <p>{@code run.sh SecretRecallBench FOLDER.. [--expected LIST] [--show]}: LIST has lines {@code path,count}, others are left out.
 */
public final class SecretRecallBench {
    private SecretRecallBench() {}

    public static void main(String[] arguments) throws Exception {
        List<String> folders = new ArrayList<>();
        Map<String, Integer> expected = new TreeMap<>();
        boolean show = false;
        for (int at = 0; at < arguments.length; at++) {
            switch (arguments[at]) {
                case "--show" -> show = true;
                case "--expected" -> expected.putAll(expected(Path.of(arguments[++at])));
                default -> folders.add(arguments[at]);
            }
        }
        SecretScanner scanner = SecretScanner.of(RuleSet.builtIn(), FingerprintKey.of("bench"));
        System.out.println(RuleSet.builtIn().rules().size() + " kinds of secrets");
        for (String folder : folders) {
            List<SecretHit> hits = hits(scanner, Path.of(folder));
            if (show) {
                hits.stream()
                        .map(hit ->
                                hit.spot().source().name() + ":" + hit.spot().line() + " " + hit.proof() + " "
                                        + hit.rule() + " " + hit.label().orElse("") + " "
                                        + hit.ref().prefix() + ".. " + hit.ref().length() + " "
                                        + hit.ref().fingerprint())
                        .sorted()
                        .forEach(System.out::println);
            }
            if (!expected.isEmpty()) {
                compare(hits, expected);
            }
        }
    }

    private static Map<String, Integer> expected(Path list) throws Exception {
        return Files.readAllLines(list).stream()
                .map(line -> line.split(",", -1))
                .filter(parts -> parts.length > 1 && parts[1].matches("[0-9]+"))
                .collect(Collectors.toMap(parts -> parts[0], parts -> Integer.parseInt(parts[1]), Integer::sum));
    }

    private static List<SecretHit> hits(SecretScanner scanner, Path folder) throws Exception {
        LocalFiles files = new LocalFiles();
        Listing listing = files.under(folder);
        List<SecretHit> hits = Collections.synchronizedList(new ArrayList<>());
        long began = System.nanoTime();
        SecretSweep.Swept swept = new SecretSweep(files, scanner).over(listing.files(), "", hits::add);
        double seconds = (System.nanoTime() - began) / 1e9;
        Map<String, Set<String>> values = new TreeMap<>();
        for (SecretHit hit : hits) {
            String kind = hit.keyClass() == KeyClass.SECRET
                    ? hit.proof().name()
                    : hit.keyClass().name();
            values.computeIfAbsent(kind, key -> new HashSet<>()).add(hit.ref().fingerprint());
            values.computeIfAbsent("  " + kind + " " + hit.rule(), key -> new HashSet<>())
                    .add(hit.ref().fingerprint());
        }
        System.out.printf(
                "%s: %d files, %.1f MB, %.1f s, %d hits%n",
                folder, swept.files(), swept.looked().bytes() / 1e6, seconds, hits.size());
        values.forEach((kind, all) -> System.out.println("  " + kind + ": " + all.size()));
        return new ArrayList<>(hits);
    }

    private static void compare(List<SecretHit> hits, Map<String, Integer> expected) {
        Map<String, Set<Long>> lines = new TreeMap<>();
        hits.stream()
                .filter(hit -> hit.keyClass() != KeyClass.PUBLIC)
                .forEach(hit -> lines.computeIfAbsent(
                                hit.spot().source().name().split("!/", 2)[0], key -> new HashSet<>())
                        .add(hit.spot().line()));
        int found = 0;
        int wanted = 0;
        for (Map.Entry<String, Integer> each : expected.entrySet()) {
            int here = Math.min(
                    each.getValue(), lines.getOrDefault(each.getKey(), Set.of()).size());
            found += here;
            wanted += each.getValue();
            if (here < each.getValue()) {
                System.out.println(
                        "  missed " + (each.getValue() - here) + " of " + each.getValue() + " in " + each.getKey());
            }
        }
        System.out.println("  found " + found + " of " + wanted + " lines that hold a secret");
    }
}
