package dev.launchready.engine;

import dev.launchready.detect.Looked;
import dev.launchready.detect.ScanWorker;
import dev.launchready.detect.SecretHit;
import dev.launchready.detect.SecretScanner;
import dev.launchready.detect.Source;
import dev.launchready.probe.files.FilesProbe;
import dev.launchready.probe.files.FoundFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Looks for secrets in many files with several threads. Memory is bounded by the threads, not by the files. */
public final class SecretSweep {
    private final FilesProbe files;
    private final SecretScanner scanner;
    private final int threads;

    /**
     * What was looked at.
     *
     * @param unreadable files that could not be opened or read to their end, a sentence each
     */
    public record Swept(long files, Looked looked, List<String> unreadable) {
        public Swept {
            unreadable = List.copyOf(unreadable);
        }

        private Swept and(Swept other) {
            List<String> both = new ArrayList<>(unreadable);
            both.addAll(other.unreadable);
            return new Swept(files + other.files, looked.and(other.looked), both);
        }
    }

    public SecretSweep(FilesProbe files, SecretScanner scanner) {
        this(files, scanner, Runtime.getRuntime().availableProcessors());
    }

    SecretSweep(FilesProbe files, SecretScanner scanner, int threads) {
        this.files = files;
        this.scanner = scanner;
        this.threads = threads;
    }

    /**
     * @param found the largest first, so that the threads end together
     * @param prefix before the names of files in what is told
     * @param hits is called by all threads
     */
    public Swept over(List<FoundFile> found, String prefix, Consumer<SecretHit> hits) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        int many = Math.max(1, Math.min(threads, found.size()));
        ExecutorService pool = Executors.newFixedThreadPool(many);
        try {
            List<Callable<Swept>> shares = new ArrayList<>();
            for (int at = 0; at < many; at++) {
                shares.add(() -> share(found, next, prefix, hits));
            }
            Swept all = new Swept(0, Looked.NOTHING, List.of());
            for (Future<Swept> each : pool.invokeAll(shares)) {
                all = all.and(each.get());
            }
            return all;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a file could not be looked at", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private Swept share(List<FoundFile> found, AtomicInteger next, String prefix, Consumer<SecretHit> hits) {
        ScanWorker worker = scanner.worker();
        long count = 0;
        long bytes = 0;
        long entries = 0;
        List<String> unread = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (int at = next.getAndIncrement();
                at < found.size() && !Thread.currentThread().isInterrupted();
                at = next.getAndIncrement()) {
            FoundFile file = found.get(at);
            try (InputStream in = files.open(file)) {
                Looked looked = worker.scan(in, Source.under(prefix, file.name()), hits);
                count++;
                bytes += looked.bytes();
                entries += looked.entries();
                unread.addAll(looked.unread());
            } catch (IOException e) {
                unreadable.add(prefix + file.name() + " cannot be read.");
            }
        }
        return new Swept(count, new Looked(bytes, entries, unread), unreadable);
    }
}
