package dev.launchready.check.secrets;

import dev.launchready.detect.Looked;
import dev.launchready.detect.ScanWorker;
import dev.launchready.detect.SecretHit;
import dev.launchready.detect.SecretScanner;
import dev.launchready.detect.Source;
import dev.launchready.probe.git.BlobReader;
import dev.launchready.probe.git.Copies;
import dev.launchready.probe.git.Marks;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** Finds secrets in blobs whose paths nobody knows yet, and gives each a number. Safe for use by many threads. */
final class HistoryMarks implements Supplier<BlobReader> {
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

    HistoryMarks(SecretScanner scanner) {
        this.scanner = scanner;
    }

    @Override
    public BlobReader get() {
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

    /** One thread's reader. */
    private final class Reader implements BlobReader {
        private final ScanWorker worker;
        private int[] found = new int[16];
        private int[] places = new int[16];
        private int count;

        Reader(ScanWorker worker) {
            this.worker = worker;
        }

        @Override
        public Marks read(byte[] bytes, int length, Optional<Marks> base, Copies copies) {
            count = 0;
            return marks(worker.scan(bytes, 0, length, SOME_BLOB, this::take));
        }

        @Override
        public Marks read(InputStream content) throws IOException {
            count = 0;
            return marks(worker.scan(content, SOME_BLOB, this::take));
        }

        private void take(SecretHit hit) {
            number(hit).ifPresent(number -> add(number, hit.spot().offset()));
        }

        private void add(int number, long place) {
            if (count == found.length) {
                found = Arrays.copyOf(found, count * 2);
                places = Arrays.copyOf(places, count * 2);
            }
            found[count] = number;
            places[count++] = (int) Math.min(place, Integer.MAX_VALUE);
        }

        private Marks marks(Looked looked) {
            if (!looked.whole()) {
                add(UNREAD, 0);
            }
            return count == 0 ? Marks.NONE : new Marks(Arrays.copyOf(found, count), Arrays.copyOf(places, count));
        }
    }
}
