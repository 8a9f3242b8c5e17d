package dev.launchready.bench;

import dev.launchready.portal.Portal;
import dev.launchready.portal.file.PortalFile;
import dev.launchready.portal.file.PortalFileException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;

/**
 * Reads a portal file of 2,000 routes, and one that imports a generated HAR of about 300 MB.
 *
 * <p>{@code java -Xmx256m -cp target/launch-ready.jar src/bench/java/dev/launchready/bench/PortalFileBench.java [MB]}
 */
public final class PortalFileBench {
    private static final int ROUTES = 2_000;
    private static final int ROUNDS = 5;
    private static final String HEADER = "portal: {url: https://portal.harbor.example}\nroutes:\n";

    private PortalFileBench() {}

    public static void main(String[] arguments) throws IOException, PortalFileException {
        long megabytes = arguments.length > 0 ? Long.parseLong(arguments[0]) : 300;
        Path folder = Files.createTempDirectory("launch-ready-bench");
        Path file = folder.resolve("launch-ready.yml");
        Path har = folder.resolve("recorded.har");
        try {
            routes(file);
            Files.writeString(file, HEADER + "  import: [recorded.har]\n");
            record(har, megabytes << 20, new Random(7));
            measure("HAR of " + (Files.size(har) >> 20) + " MB", file);
        } finally {
            Files.deleteIfExists(har);
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    private static void routes(Path file) throws IOException, PortalFileException {
        StringBuilder text = new StringBuilder(HEADER).append("  owned:\n");
        for (int route = 0; route < ROUTES; route++) {
            text.append("    - GET /api/things").append(route).append("/{thing}\n");
        }
        Files.writeString(file, text);
        for (int round = 0; round < ROUNDS; round++) {
            measure(ROUTES + " routes, round " + round, file);
        }
    }

    private static void measure(String what, Path file) throws PortalFileException {
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        long start = System.nanoTime();
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Portal portal = PortalFile.read(file, Map.of());
        long elapsed = (System.nanoTime() - start) / 1_000_000;
        long busy = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1_000_000;
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        System.out.printf(
                "%s: %d routes in %d ms (%d ms of processor); peaks of the heap's parts together %d MB, limit %d MB%n",
                what,
                portal.routes().all().size(),
                elapsed,
                busy,
                peak >> 20,
                Runtime.getRuntime().maxMemory() >> 20);
    }

    /** Entries as a browser writes them: cookies, headers, JSON answers, now and then a script or a picture in Base64. */
    private static void record(Path har, long bytes, Random random) throws IOException {
        String filler = "x".repeat(3_000);
        String asset = "QUJD".repeat(150_000);
        try (BufferedWriter out = Files.newBufferedWriter(har)) {
            out.write("{\"log\": {\"version\": \"1.2\", \"entries\": [");
            long written = 0;
            for (int entry = 0; written < bytes; entry++) {
                boolean big = entry % 50 == 49;
                int id = random.nextInt(50_000);
                String url = big
                        ? "https://portal.harbor.example/assets/" + id + ".png"
                        : "https://portal.harbor.example/api/collection" + entry % 400 + "/" + id + "?page=" + id % 7;
                String answer = big ? asset : "{\\\"id\\\": " + id + ", \\\"note\\\": \\\"" + filler + "\\\"}";
                String text = (entry == 0 ? "" : ",")
                        + "{\"startedDateTime\": \"2026-11-02T10:00:00Z\", \"request\": {\"method\": \"GET\", \"url\": \""
                        + url
                        + "\", \"headers\": [{\"name\": \"Cookie\", \"value\": \"sid=" + id + "\"}], \"cookies\": []},"
                        + " \"response\": {\"status\": 200, \"headers\": [], \"content\": {\"size\": " + answer.length()
                        + ", \"mimeType\": \"" + (big ? "image/png" : "application/json") + "\", \"text\": \"" + answer
                        + "\"}}, \"time\": 12}";
                out.write(text);
                written += text.length();
            }
            out.write("]}}");
        }
    }
}
