package dev.launchready.detect;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;

/** Scans one source after another with scratch of its own. For one thread. */
public final class ScanWorker {
    /** What a rule may look at behind its keyword: a private key in its armour. */
    static final int AHEAD = 16 * 1024;
    /** What a rule may look at before its keyword. */
    static final int BEHIND = 4 * 1024;

    private static final int BUFFER = 1024 * 1024;
    private static final int SNIFFED = 8 * 1024;

    private final FingerprintKey key;
    private final Redactor redactor;
    private final Judge judge = new Judge();
    private final Pass pass;
    private byte[] buffer = new byte[0];

    ScanWorker(CompiledRules rules, FingerprintKey key, Redactor redactor) {
        this.key = key;
        this.redactor = redactor;
        this.pass = new Pass(rules);
    }

    /** Scans {@code bytes[from, to)}, which are a whole source. Hits come in the order of their places. */
    public Looked scan(byte[] bytes, int from, int to, Source source, Consumer<SecretHit> hits) {
        Encoding encoding = Encoding.sniff(bytes, from, Math.min(to, from + SNIFFED));
        byte[] read = bytes;
        int start = from + encoding.mark();
        int limit = to;
        if (encoding.width() > 1 || start > 0) {
            read = encoding.narrow(bytes, start, to);
            start = 0;
            limit = read.length;
        }
        Reading reading = reading(source, List.of(), encoding, new Places.Lines(encoding.mark()), hits);
        pass.begin(encoding.text());
        Text text = Text.whole(read, limit);
        pass.read(text, 0, limit);
        reading.take(pass.candidates(), text, 0);
        reading.tell(text, 0, limit);
        return new Looked(to - from, 0, List.of());
    }

    /** Scans a stream of any length in bounded memory, without closing it. */
    public Looked scan(InputStream in, Source source, Consumer<SecretHit> hits) throws IOException {
        if (buffer.length == 0) {
            buffer = new byte[BUFFER];
        }
        int head = in.readNBytes(buffer, 0, SNIFFED);
        Encoding encoding = Encoding.sniff(buffer, 0, head);
        Places.Lines lines = new Places.Lines(encoding.mark());
        Reading reading = reading(source, List.of(), encoding, lines, hits);
        pass.begin(encoding.text());
        Filling filling = new Filling(in, encoding, buffer, head);
        long base = 0;
        int at = 0;
        while (true) {
            Text text = filling.fill();
            int stop = text.last() ? text.limit() : text.limit() - AHEAD;
            pass.read(text, at, stop);
            reading.take(pass.candidates(), text, base);
            reading.tell(text, base, text.last() ? Long.MAX_VALUE : base + stop - BEHIND);
            if (text.last()) {
                return new Looked(filling.taken(), 0, List.of());
            }
            int keep = (int) (reading.oldest(base + stop - BEHIND) - base);
            keep = Math.max(0, Math.min(keep, stop - BEHIND));
            lines.count(text, base, base + keep);
            filling.drop(keep);
            base += keep;
            at = stop - keep;
        }
    }

    private Reading reading(
            Source source, List<String> layers, Encoding encoding, Places places, Consumer<SecretHit> hits) {
        return new Reading(judge, key, redactor, source, layers, encoding.width(), places, hits);
    }
}
