package dev.launchready.probe.git;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * A pack with the forest of its deltas: which object is made from which. Objects are counted in the order in which they lie in the file, their
 * rank; 29 bytes of memory for each. Immutable once open.
 */
final class Pack implements Closeable {
    static final int NONE = -1;

    private static final int HEAD_BYTES = 256 * 1024;
    private static final int TRAILER = PackIndex.NAME;

    private final Path file;
    private final PackIndex index;
    private final FileChannel channel;
    private final long[] offsets;
    private final int[] rankOf;
    private final int[] placeOf;
    private final int[] base;
    private final byte[] kinds;
    private final int[] child;
    private final int[] sibling;

    private Pack(Path file, PackIndex index, FileChannel channel) throws IOException {
        this.file = file;
        this.index = index;
        this.channel = channel;
        int count = index.count();
        offsets = new long[count + 1];
        for (int place = 0; place < count; place++) {
            offsets[place] = index.offset(place);
        }
        offsets[count] = Math.max(0, channel.size() - TRAILER);
        Arrays.sort(offsets, 0, count);
        rankOf = new int[count];
        placeOf = new int[count];
        for (int place = 0; place < count; place++) {
            int rank = Arrays.binarySearch(offsets, 0, count, index.offset(place));
            rankOf[place] = rank;
            placeOf[rank] = place;
        }
        base = new int[count];
        kinds = new byte[count];
        child = new int[count];
        sibling = new int[count];
    }

    static Pack open(Path pack, Path index) throws IOException {
        PackIndex names = PackIndex.open(index);
        FileChannel channel = FileChannel.open(pack, StandardOpenOption.READ);
        try {
            Pack opened = new Pack(pack, names, channel);
            opened.readHeads();
            opened.resolve();
            return opened;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private void readHeads() throws IOException {
        Arrays.fill(base, NONE);
        try (PackWindow window = new PackWindow(channel)) {
            byte[] name = new byte[PackIndex.NAME];
            for (int rank = 0; rank < base.length; rank++) {
                try {
                    window.seek(offsets[rank], HEAD_BYTES);
                    kinds[rank] = readHead(window, rank, name);
                } catch (IOException e) {
                    kinds[rank] = Kind.UNKNOWN;
                }
            }
        }
    }

    private byte readHead(PackWindow window, int rank, byte[] name) throws IOException {
        PackHead head = PackHead.read(window);
        if (head.kind() == Kind.OFFSET_DELTA) {
            int from = Arrays.binarySearch(offsets, 0, base.length, offsets[rank] - PackHead.distance(window));
            base[rank] = from >= 0 && from < rank ? from : NONE;
            return base[rank] == NONE ? Kind.UNKNOWN : Kind.OFFSET_DELTA;
        }
        if (head.kind() == Kind.NAMED_DELTA) {
            window.next(name);
            int place = index.find(name, 0);
            base[rank] = place < 0 ? NONE : rankOf[place];
            return base[rank] == NONE ? Kind.UNKNOWN : Kind.NAMED_DELTA;
        }
        return head.kind();
    }

    /** A delta is of the kind of what it is made from in the end; what leads in a circle, or nowhere, is of none. */
    private void resolve() {
        Arrays.fill(child, NONE);
        Arrays.fill(sibling, NONE);
        for (int rank = base.length - 1; rank >= 0; rank--) {
            if (base[rank] != NONE) {
                sibling[rank] = child[base[rank]];
                child[base[rank]] = rank;
            }
        }
        int[] way = new int[base.length];
        for (int rank = 0; rank < base.length; rank++) {
            int length = 0;
            int at = rank;
            while (kinds[at] >= Kind.OFFSET_DELTA && length < way.length) {
                way[length++] = at;
                at = base[at];
            }
            byte kind = kinds[at] >= Kind.OFFSET_DELTA ? Kind.UNKNOWN : kinds[at];
            for (int step = 0; step < length; step++) {
                kinds[way[step]] = kind;
            }
        }
    }

    int count() {
        return base.length;
    }

    Path file() {
        return file;
    }

    FileChannel channel() {
        return channel;
    }

    byte kind(int rank) {
        return kinds[rank];
    }

    /** What a delta is made from, or {@link #NONE} for an object that is whole. */
    int base(int rank) {
        return base[rank];
    }

    int child(int rank) {
        return child[rank];
    }

    int sibling(int rank) {
        return sibling[rank];
    }

    long offset(int rank) {
        return offsets[rank];
    }

    /** Bytes in the file, its head included. */
    long packed(int rank) {
        return Math.max(0, offsets[rank + 1] - offsets[rank]);
    }

    /** Rank of the object whose name stands at {@code bytes[from]}, or less than 0. */
    int find(byte[] bytes, int from) {
        int place = index.find(bytes, from);
        return place < 0 ? NONE : rankOf[place];
    }

    void name(int rank, byte[] into) {
        index.name(placeOf[rank], into);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
