package dev.launchready.probe.git;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The names of a pack's objects in order, and where each begins: an {@code .idx} file of version 1 or 2 (gitformat-pack(5)). The file is
 * mapped, so that it costs no heap. Immutable.
 */
final class PackIndex {
    /** Bytes of an object's name. */
    static final int NAME = 20;

    private static final int MAGIC = 0xff744f63;
    private static final int FAN = 256;
    private static final int FAN_BYTES = FAN * Integer.BYTES;
    private static final int HEAD = 8;
    private static final int TRAILER = 2 * NAME;
    private static final int OLD_ENTRY = Integer.BYTES + NAME;

    private final ByteBuffer file;
    private final int[] fan = new int[FAN + 1];
    private final int count;
    private final int namesAt;
    private final int step;
    private final int offsetsAt;

    private PackIndex(ByteBuffer file) throws IOException {
        this.file = file;
        boolean old = file.limit() < HEAD || file.getInt(0) != MAGIC;
        if (!old && file.getInt(Integer.BYTES) != 2) {
            throw new IOException("an index of a version that is not known");
        }
        int fanAt = old ? 0 : HEAD;
        if (file.limit() < fanAt + FAN_BYTES + TRAILER) {
            throw new IOException("an index that ends too early");
        }
        for (int first = 0; first < FAN; first++) {
            fan[first + 1] = file.getInt(fanAt + first * Integer.BYTES);
            if (fan[first + 1] < fan[first]) {
                throw new IOException("an index whose table does not rise");
            }
        }
        count = fan[FAN];
        int body = fanAt + FAN_BYTES;
        step = old ? OLD_ENTRY : NAME;
        namesAt = old ? body + Integer.BYTES : body;
        offsetsAt = old ? body : body + count * (NAME + Integer.BYTES);
        long least = old ? body + (long) count * OLD_ENTRY : offsetsAt + (long) count * Integer.BYTES;
        if (least + TRAILER > file.limit()) {
            throw new IOException("an index that ends too early");
        }
    }

    static PackIndex open(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            if (channel.size() > Integer.MAX_VALUE) {
                throw new IOException("an index of more than 2 GiB");
            }
            return new PackIndex(channel.map(MapMode.READ_ONLY, 0, channel.size()));
        }
    }

    int count() {
        return count;
    }

    /** Where the object at a place of the index begins in its pack. */
    long offset(int at) throws IOException {
        if (step != NAME) {
            return file.getInt(offsetsAt + at * step) & 0xffff_ffffL;
        }
        int offset = file.getInt(offsetsAt + at * Integer.BYTES);
        if (offset >= 0) {
            return offset;
        }
        long large = offsetsAt + (long) count * Integer.BYTES + (long) (offset & Integer.MAX_VALUE) * Long.BYTES;
        if (large + Long.BYTES + TRAILER > file.limit()) {
            throw new IOException("an index that points outside of itself");
        }
        return file.getLong((int) large);
    }

    void name(int at, byte[] into) {
        file.get(namesAt + at * step, into, 0, NAME);
    }

    long prefix(int at) {
        return file.getLong(namesAt + at * step);
    }

    /** Place of the name that stands at {@code bytes[from]}, or less than 0. Names are evenly spread, so the place is guessed first. */
    int find(byte[] bytes, int from) {
        int first = bytes[from] & 0xff;
        int low = fan[first];
        int high = fan[first + 1] - 1;
        long wanted = Names.prefix(bytes, from);
        long share = (wanted >>> 24) & 0xffff_ffffL;
        int at = low + (int) ((share * (high - low + 1)) >>> Integer.SIZE);
        int reach = 8;
        while (low <= high) {
            int order = Long.compareUnsigned(prefix(at), wanted);
            if (order == 0) {
                order = rest(at, bytes, from);
            }
            if (order == 0) {
                return at;
            }
            if (order < 0) {
                low = at + 1;
                at = reach > 0 ? Math.min(at + reach, high) : (low + high) >>> 1;
            } else {
                high = at - 1;
                at = reach > 0 ? Math.max(at - reach, low) : (low + high) >>> 1;
            }
            reach = reach > 0 && reach < 64 ? reach * 2 : 0;
        }
        return -1;
    }

    private int rest(int at, byte[] bytes, int from) {
        int base = namesAt + at * step;
        for (int index = Long.BYTES; index < NAME; index++) {
            int order = (file.get(base + index) & 0xff) - (bytes[from + index] & 0xff);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
