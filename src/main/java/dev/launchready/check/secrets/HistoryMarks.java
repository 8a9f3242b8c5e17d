package dev.launchready.check.secrets;

import dev.launchready.detect.Heard;
import dev.launchready.detect.Looked;
import dev.launchready.detect.ScanWorker;
import dev.launchready.detect.SecretHit;
import dev.launchready.detect.SecretScanner;
import dev.launchready.detect.Shared;
import dev.launchready.detect.Source;
import dev.launchready.probe.git.BlobReader;
import dev.launchready.probe.git.Copies;
import dev.launchready.probe.git.Known;
import dev.launchready.probe.git.Marks;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Finds secrets in blobs whose paths nobody knows yet, and gives each a number. Safe for use by many threads. */
final class HistoryMarks implements Supplier<BlobReader<HistoryMarks.Blob>> {
    /** The number of what could not be opened. */
    static final int UNREAD = 0;

    /** More different values than any history that can be mended holds. */
    private static final int MOST = 20_000;

    private static final Source SOME_BLOB = Source.of("blob");

    private final SecretScanner scanner;
    private final Map<Key, Integer> numbers = new ConcurrentHashMap<>();
    private final Map<Integer, Key> keys = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger(UNREAD + 1);
    private final LongAdder left = new LongAdder();

    /** A value under a rule. */
    record Key(String rule, String fingerprint) {
        static Key of(SecretHit hit) {
            return new Key(hit.rule(), hit.ref().fingerprint());
        }
    }

    /** @param known keys that have numbers already, from 1 on */
    HistoryMarks(SecretScanner scanner, List<Key> known) {
        this.scanner = scanner;
        known.forEach(this::fresh);
    }

    private int fresh(Key key) {
        int number = next.getAndIncrement();
        keys.put(number, key);
        numbers.put(key, number);
        return number;
    }

    /** All keys, by their numbers from 1 on. */
    List<Key> keys() {
        return IntStream.range(UNREAD + 1, next.get()).mapToObj(this::key).toList();
    }

    @Override
    public BlobReader<Blob> get() {
        return new Reader(scanner.worker());
    }

    Key key(int number) {
        Key key = keys.get(number);
        if (key == null) {
            throw new IllegalArgumentException("no mark has the number " + number);
        }
        return key;
    }

    /** How often a value was left out, as there were too many. */
    long left() {
        return left.sum();
    }

    private Optional<Integer> number(SecretHit hit) {
        Key key = Key.of(hit);
        Integer known = numbers.get(key);
        if (known == null && numbers.size() >= MOST) {
            left.increment();
            return Optional.empty();
        }
        return Optional.of(numbers.computeIfAbsent(key, fresh -> {
            int number = next.getAndIncrement();
            keys.put(number, fresh);
            return number;
        }));
    }

    /** What is known of a blob. */
    record Blob(Marks marks, Heard heard) implements Known {
        @Override
        public long size() {
            return heard.size();
        }
    }

    /** The parts that a blob shares with the one it was made from. */
    private record Parts(Copies copies) implements Shared {
        @Override
        public int count() {
            return copies.count();
        }

        @Override
        public int to(int part) {
            return copies.to(part);
        }

        @Override
        public int from(int part) {
            return copies.from(part);
        }

        @Override
        public int length(int part) {
            return copies.length(part);
        }
    }

    /** One thread's reader. */
    private final class Reader implements BlobReader<Blob> {
        private final ScanWorker worker;
        private int[] found = new int[16];
        private int count;

        Reader(ScanWorker worker) {
            this.worker = worker;
        }

        @Override
        public Blob read(byte[] bytes, int length, Optional<Blob> base, Copies copies) {
            count = 0;
            Heard heard = base.map(Blob::heard).orElse(Heard.NOTHING);
            Marks marks = marks(worker.scan(bytes, length, SOME_BLOB, heard, new Parts(copies), this::take));
            return new Blob(marks, worker.heard());
        }

        @Override
        public Marks message(byte[] bytes, int length) {
            count = 0;
            return marks(worker.scan(bytes, 0, length, SOME_BLOB, this::take));
        }

        @Override
        public Marks read(InputStream content) throws IOException {
            count = 0;
            return marks(worker.scan(content, SOME_BLOB, this::take));
        }

        private void take(SecretHit hit) {
            number(hit).ifPresent(this::add);
        }

        private void add(int number) {
            if (count == found.length) {
                found = Arrays.copyOf(found, count * 2);
            }
            found[count++] = number;
        }

        private Marks marks(Looked looked) {
            if (!looked.whole()) {
                add(UNREAD);
            }
            return count == 0 ? Marks.NONE : new Marks(Arrays.copyOf(found, count));
        }
    }
}
