package dev.launchready.detect;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

/** Scans one source after another with scratch of its own. For one thread. */
public final class ScanWorker {
    /** What a rule may look at behind its keyword: a private key in its armour. */
    static final int AHEAD = 16 * 1024;
    /** What a rule may look at before its keyword. */
    static final int BEHIND = 4 * 1024;
    /** Layers wait for so much more to be read, so that what stands in clear in an encoded run is known before. */
    static final int LAYERS_WAIT = Escapes.MAX_RUN + BEHIND;

    private static final int BUFFER = 1024 * 1024;
    private static final int SNIFFED = 8 * 1024;

    private final FingerprintKey key;
    private final Redactor redactor;
    private final Judge judge = new Judge();
    private final List<Allowance> allowances;
    private final Pass pass;
    private final LayerScan layers;
    private byte[] buffer = new byte[0];
    private Heard heard = Heard.NOTHING;

    ScanWorker(CompiledRules rules, FingerprintKey key, Redactor redactor) {
        this.key = key;
        this.redactor = redactor;
        this.allowances = rules.allowances();
        this.pass = new Pass(rules);
        this.layers = new LayerScan(rules, 0);
    }

    /** Scans {@code bytes[from, to)}, which are a whole source. Hits come in the order of their places, those of layers first. */
    public Looked scan(byte[] bytes, int from, int to, Source source, Consumer<SecretHit> hits) {
        if (Archives.isArchive(bytes, from, to)) {
            return archive(new ByteArrayInputStream(bytes, from, to - from), source, hits);
        }
        Encoding encoding = Encoding.sniff(bytes, from, Math.min(to, from + SNIFFED));
        byte[] read = bytes;
        int limit = to;
        if (encoding.width() > 1 || encoding.mark() > 0 || from > 0) {
            read = encoding.narrow(bytes, from + encoding.mark(), to);
            limit = read.length;
        }
        Reading reading = reading(source, new Places.Lines(source, encoding), hits);
        begin(encoding);
        Text text = Text.whole(read, limit);
        read(text, 0, 0, encoding, reading);
        reading.tell(text, 0, Long.MAX_VALUE);
        return new Looked(to - from, 0, List.of());
    }

    /**
     * Scans the first {@code length} bytes, which are a whole source and share parts with one that was scanned before, and finds exactly what
     * {@link #scan(byte[], int, int, Source, Consumer)} finds. What it heard, for those that share parts with it, {@link #heard} tells.
     *
     * @param base what was heard of the other source
     */
    public Looked scan(byte[] bytes, int length, Source source, Heard base, Shared shared, Consumer<SecretHit> hits) {
        heard = Heard.NOTHING;
        Encoding encoding = Encoding.sniff(bytes, 0, Math.min(length, SNIFFED));
        boolean plain = encoding.width() == 1 && encoding.mark() == 0 && !Archives.isArchive(bytes, 0, length);
        if (!plain) {
            return scan(bytes, 0, length, source, hits);
        }
        Reading reading = reading(source, new Places.Lines(source, encoding), hits);
        begin(encoding);
        Text text = Text.whole(bytes, length);
        boolean serves = base.serves(encoding.text());
        if (serves) {
            pass.readAgain(text, base, shared);
        } else {
            pass.read(text, 0, length);
        }
        BitSet kept = reading.take(pass.candidates(), text, 0);
        if (encoding.text()) {
            layers.await(pass.triggers());
            if (serves) {
                layers.lookAgain(text, base, shared, reading);
            } else {
                layers.look(text, length, 0, reading);
            }
        }
        reading.tell(text, 0, Long.MAX_VALUE);
        heard = pass.heard(kept, layers.runs());
        return new Looked(length, 0, List.of());
    }

    /** What the last scan that may have shared parts heard. */
    public Heard heard() {
        return heard;
    }

    private Looked archive(InputStream in, Source source, Consumer<SecretHit> hits) {
        try {
            return scan(in, source, hits);
        } catch (IOException e) {
            return new Looked(0, 0, List.of(source.name() + " is an archive that cannot be read: " + e.getMessage()));
        }
    }

    /**
     * Scans a stream of any length in bounded memory, without closing it. Archives are opened, to a depth and size that the result tells of
     * where they were not enough.
     */
    public Looked scan(InputStream in, Source source, Consumer<SecretHit> hits) throws IOException {
        return new Archives(Archives.Bounds.USUAL, (content, name) -> plain(content, name, hits)).read(in, source);
    }

    /** @return bytes read */
    private long plain(InputStream in, Source source, Consumer<SecretHit> hits) throws IOException {
        if (buffer.length == 0) {
            buffer = new byte[BUFFER];
        }
        int head = in.readNBytes(buffer, 0, SNIFFED);
        Encoding encoding = Encoding.sniff(buffer, 0, head);
        Places.Lines lines = new Places.Lines(source, encoding);
        Reading reading = reading(source, lines, hits);
        begin(encoding);
        Filling filling = new Filling(in, encoding, buffer, head);
        long base = 0;
        int at = 0;
        while (true) {
            Text text = filling.fill();
            read(text, at, base, encoding, reading);
            int stop = stop(text);
            int settled = stop - LAYERS_WAIT - LAYERS_WAIT;
            reading.tell(text, base, text.last() ? Long.MAX_VALUE : base + settled);
            if (text.last()) {
                return filling.taken();
            }
            int keep = (int) (Math.min(reading.oldest(Long.MAX_VALUE), base + settled) - base);
            lines.forget(text, base, base + keep);
            filling.drop(keep);
            layers.drop(keep);
            base += keep;
            at = stop - keep;
        }
    }

    private Reading reading(Source source, Places places, Consumer<SecretHit> hits) {
        return new Reading(judge, new Allowing(allowances, source), new Telling(key, redactor, hits), places);
    }

    private void begin(Encoding encoding) {
        pass.begin(encoding.text());
        layers.begin();
    }

    private static int stop(Text text) {
        return text.last() ? text.limit() : text.limit() - AHEAD;
    }

    private void read(Text text, int from, long base, Encoding encoding, Reading reading) {
        int to = stop(text);
        pass.read(text, from, to);
        reading.take(pass.candidates(), text, base);
        if (encoding.text()) {
            layers.await(pass.triggers());
            layers.look(text, text.last() ? to : to - LAYERS_WAIT, base, reading);
        }
    }
}
