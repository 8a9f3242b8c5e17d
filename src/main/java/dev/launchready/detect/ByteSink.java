package dev.launchready.detect;

import java.util.Arrays;

/** Bytes being put together, without the locks of {@link java.io.ByteArrayOutputStream}. One thread. */
final class ByteSink {
    private byte[] bytes = new byte[1024];
    private int size;

    void reset() {
        size = 0;
    }

    int size() {
        return size;
    }

    void write(int each) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, size * 2);
        }
        bytes[size++] = (byte) each;
    }

    void write(byte[] from, int start, int count) {
        if (size + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + count));
        }
        System.arraycopy(from, start, bytes, size, count);
        size += count;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }
}
