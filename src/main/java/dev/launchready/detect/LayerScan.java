package dev.launchready.detect;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Looks into the encoded layers of a text, and into the layers of those. One thread. */
final class LayerScan {
    /** Layers in layers: base64 in a URL, and no more. */
    static final int MAX_DEPTH = 2;

    private static final int MAX_NAMED = 256;
    private static final int NAME_REACH = 48;

    private final CompiledRules rules;
    private final int depth;
    private final EncodedRuns runs = new EncodedRuns();
    private final Escapes escapes = new Escapes();
    private final List<Pass> inner = new ArrayList<>();
    private final List<LayerScan> deeper = new ArrayList<>();
    private final List<Integer> triggers = new ArrayList<>();
    private int runsDone;

    LayerScan(CompiledRules rules, int depth) {
        this.rules = rules;
        this.depth = depth;
    }

    /** Begins a source. */
    void begin() {
        runsDone = 0;
        triggers.clear();
        runs.forget();
        escapes.begin();
    }

    /** Where the encoded runs lay that were looked into. */
    int[] runs() {
        return runs.loud();
    }

    /** Follows the buffer that forgot its first bytes. */
    void drop(int count) {
        runsDone = Math.max(0, runsDone - count);
        triggers.replaceAll(at -> at - count);
        escapes.drop(count);
    }

    /** Takes over where a pass saw triggers, in the buffer that {@link #look} will be given. */
    void await(List<Integer> seen) {
        triggers.addAll(seen);
    }

    /** Looks at layers that begin before {@code to} in a buffer that begins at {@code base}, and were not looked at yet. */
    void look(Text text, int to, long base, Reading outer) {
        LayerListener listener = (name, start, end, decoded) -> scan(name, start, end, decoded, text, base, outer);
        if (runsDone < to) {
            runsDone = runs.find(text, runsDone, to, listener);
        }
        undo(text, to, listener);
    }

    /** Looks at the layers of a whole text that shares parts with one that was read before. */
    void lookAgain(Text text, Heard base, Shared shared, Reading outer) {
        LayerListener listener = (name, start, end, decoded) -> scan(name, start, end, decoded, text, 0, outer);
        runs.findAgain(text, base, shared, listener);
        undo(text, text.limit(), listener);
    }

    private void undo(Text text, int to, LayerListener listener) {
        int at = 0;
        for (; at < triggers.size() && triggers.get(at) < to; at++) {
            escapes.undo(text, triggers.get(at), listener);
        }
        triggers.subList(0, at).clear();
    }

    private void scan(String name, int from, int to, byte[] decoded, Text text, long base, Reading outer) {
        byte[] read = named(name, from, decoded, text);
        Encoding encoding = Encoding.sniff(read, 0, read.length);
        byte[] narrow = encoding.width() > 1 ? encoding.narrow(read, encoding.mark(), read.length) : read;
        if (inner.isEmpty()) {
            inner.add(new Pass(rules));
        }
        Pass pass = inner.get(0);
        pass.begin(true);
        Text whole = Text.whole(narrow, narrow.length);
        pass.read(whole, 0, narrow.length);
        boolean more = depth + 1 < MAX_DEPTH;
        if (pass.candidates().isEmpty() && !more) {
            return;
        }
        Reading reading = outer.within(name, base + from, base + to, text, base);
        reading.take(pass.candidates(), whole, 0);
        if (more) {
            if (deeper.isEmpty()) {
                deeper.add(new LayerScan(rules, depth + 1));
            }
            deeper.get(0).begin();
            deeper.get(0).await(pass.triggers());
            deeper.get(0).look(whole, narrow.length, 0, reading);
        }
        reading.tell(whole, 0, Long.MAX_VALUE);
    }

    /** A short value that was encoded alone keeps the name that it is assigned to. */
    private static byte[] named(String layer, int from, byte[] decoded, Text text) {
        boolean alone = decoded.length <= MAX_NAMED && (layer.equals("base64") || layer.equals("hex"));
        if (!alone) {
            return decoded;
        }
        int nameTo = from;
        int floor = Math.max(0, from - NAME_REACH);
        while (nameTo > floor && "\"'`=: \t\\(".indexOf(text.at(nameTo - 1)) >= 0) {
            nameTo--;
        }
        int nameFrom = nameTo;
        while (nameFrom > floor && Ascii.name(text.at(nameFrom - 1))) {
            nameFrom--;
        }
        if (nameFrom == nameTo) {
            return decoded;
        }
        byte[] start = (text.string(nameFrom, nameTo) + "=\"").getBytes(StandardCharsets.ISO_8859_1);
        byte[] named = new byte[start.length + decoded.length + 1];
        System.arraycopy(start, 0, named, 0, start.length);
        System.arraycopy(decoded, 0, named, start.length, decoded.length);
        named[named.length - 1] = '"';
        return named;
    }
}
