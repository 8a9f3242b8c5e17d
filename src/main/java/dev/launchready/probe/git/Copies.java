package dev.launchready.probe.git;

import java.io.IOException;
import java.util.Arrays;

/**
 * Makes an object from another by a delta, and keeps which parts of it were copied from where, in order. Reused for one delta after another;
 * for one thread.
 */
public final class Copies {
    private static final int COPY = 0x80;
    private static final int OFFSET_BITS = 4;
    private static final int SIZE_BITS = 3;
    private static final int WHOLE = 0x10000;
    private static final int FIELDS = 3;

    private int[] parts = new int[FIELDS * 64];
    private int count;
    private int at;

    Copies() {}

    /** How many parts were copied. */
    public int count() {
        return count;
    }

    /** Where a part begins in the object that was made. */
    public int to(int part) {
        return parts[part * FIELDS];
    }

    /** Where a part begins in the object that it was copied from. */
    public int from(int part) {
        return parts[part * FIELDS + 1];
    }

    public int length(int part) {
        return parts[part * FIELDS + 2];
    }

    /** The size that a delta says its result has; checks the size of the base as well. */
    int size(byte[] delta, int length, int baseLength) throws IOException {
        at = 0;
        if (number(delta, length) != baseLength) {
            throw new IOException("a delta is for another object");
        }
        long size = number(delta, length);
        if (size > Integer.MAX_VALUE - Long.BYTES) {
            throw new IOException("a delta makes more than can be held");
        }
        return (int) size;
    }

    private long number(byte[] delta, int length) throws IOException {
        long value = 0;
        int shift = 0;
        int each = COPY;
        while ((each & COPY) != 0) {
            if (at >= length || shift > Long.SIZE - Byte.SIZE) {
                throw new IOException("a delta ends too early");
            }
            each = delta[at++];
            value |= (long) (each & COPY - 1) << shift;
            shift += Byte.SIZE - 1;
        }
        return value;
    }

    /** Makes the object, after {@link #size}. */
    void apply(byte[] delta, int length, byte[] base, int baseLength, byte[] into, int size) throws IOException {
        count = 0;
        int done = 0;
        while (at < length) {
            int step = delta[at++];
            int bytes;
            if ((step & COPY) != 0) {
                int from = field(delta, length, step, 0, OFFSET_BITS);
                bytes = field(delta, length, step, OFFSET_BITS, SIZE_BITS);
                bytes = bytes == 0 ? WHOLE : bytes;
                if (from < 0 || from > baseLength - bytes || done > size - bytes) {
                    throw new IOException("a delta reaches outside of its object");
                }
                System.arraycopy(base, from, into, done, bytes);
                add(done, from, bytes);
            } else {
                bytes = step;
                if (bytes == 0 || at > length - bytes || done > size - bytes) {
                    throw new IOException("a delta reaches outside of its object");
                }
                System.arraycopy(delta, at, into, done, bytes);
                at += bytes;
            }
            done += bytes;
        }
        if (done != size) {
            throw new IOException("a delta makes less than it says");
        }
    }

    private int field(byte[] delta, int length, int step, int first, int bits) throws IOException {
        int value = 0;
        for (int bit = 0; bit < bits; bit++) {
            if ((step & (1 << (first + bit))) != 0) {
                if (at >= length) {
                    throw new IOException("a delta ends too early");
                }
                value |= (delta[at++] & 0xff) << (Byte.SIZE * bit);
            }
        }
        return value;
    }

    private void add(int to, int from, int length) {
        int last = (count - 1) * FIELDS;
        if (count > 0 && parts[last] + parts[last + 2] == to && parts[last + 1] + parts[last + 2] == from) {
            parts[last + 2] += length;
            return;
        }
        if ((count + 1) * FIELDS > parts.length) {
            parts = Arrays.copyOf(parts, parts.length * 2);
        }
        parts[count * FIELDS] = to;
        parts[count * FIELDS + 1] = from;
        parts[count * FIELDS + 2] = length;
        count++;
    }
}
