package dev.launchready.probe.git;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * One thread's view into pack files: reads around where it last was and inflates. It reads rather than maps, as mapped packs would count as
 * memory of ours.
 */
final class PackWindow implements AutoCloseable {
    private static final int CAPACITY = 256 * 1024;
    private static final int LEAST = 16 * 1024;

    private final ByteBuffer window = ByteBuffer.allocateDirect(CAPACITY);
    private final Inflater inflater = new Inflater();
    private FileChannel channel;
    private long start;

    PackWindow(FileChannel channel) {
        this.channel = channel;
        window.limit(0);
    }

    /** Turns to another pack. */
    void on(FileChannel other) {
        if (other != channel) {
            channel = other;
            start = 0;
            window.limit(0);
        }
    }

    /** Makes what begins at {@code offset} the next to be read; about {@code bytes} of it will be. */
    void seek(long offset, long bytes) throws IOException {
        long at = offset - start;
        if (at >= 0 && at < window.limit() && Math.min(bytes, LEAST) <= window.limit() - at) {
            window.position((int) at);
            return;
        }
        fill(offset, bytes);
    }

    private void fill(long offset, long bytes) throws IOException {
        window.clear().limit((int) Math.max(LEAST, Math.min(CAPACITY, bytes)));
        while (window.hasRemaining() && channel.read(window, offset + window.position()) >= 0) {
            // a short read is no end
        }
        window.flip();
        start = offset;
        if (!window.hasRemaining()) {
            throw new IOException("the pack ends too early");
        }
    }

    private void more() throws IOException {
        if (!window.hasRemaining()) {
            fill(start + window.position(), CAPACITY);
        }
    }

    int next() throws IOException {
        more();
        return window.get() & 0xff;
    }

    void next(byte[] into) throws IOException {
        for (int index = 0; index < into.length; index++) {
            into[index] = (byte) next();
        }
    }

    /** Inflates exactly {@code size} bytes into an array that is longer by one at least; the checksum of zlib is held to. */
    void inflate(byte[] into, int size) throws IOException {
        inflater.reset();
        more();
        inflater.setInput(window);
        int done = 0;
        try {
            while (!inflater.finished()) {
                int made = inflater.inflate(into, done, size + 1 - done);
                done += made;
                if (done > size || inflater.needsDictionary()) {
                    throw new IOException("an object is longer than it says");
                }
                if (made == 0 && !inflater.finished()) {
                    more();
                    inflater.setInput(window);
                }
            }
        } catch (DataFormatException e) {
            throw new IOException("an object cannot be inflated", e);
        }
        if (done != size) {
            throw new IOException("an object is shorter than it says");
        }
    }

    /** Inflates a piece of an object that is too large to be held; 0 at its end. Begin with {@link #restart}. */
    int piece(byte[] into, int from, int count) throws IOException {
        try {
            while (!inflater.finished()) {
                int made = inflater.inflate(into, from, count);
                if (made > 0) {
                    return made;
                }
                if (inflater.needsDictionary()) {
                    throw new IOException("an object cannot be inflated");
                }
                if (!inflater.finished()) {
                    more();
                    inflater.setInput(window);
                }
            }
        } catch (DataFormatException e) {
            throw new IOException("an object cannot be inflated", e);
        }
        return 0;
    }

    void restart() throws IOException {
        inflater.reset();
        more();
        inflater.setInput(window);
    }

    @Override
    public void close() {
        inflater.end();
    }
}
