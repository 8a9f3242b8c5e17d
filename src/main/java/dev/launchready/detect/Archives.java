package dev.launchready.detect;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** Opens zip, jar, tar and gzip, and those that lie in them, within bounds that no bomb passes. One thread, one source. */
final class Archives {
    /** Reads one entry, or the source itself where it is no archive. */
    @FunctionalInterface
    interface Reader {
        long read(InputStream in, Source source) throws IOException;
    }

    /**
     * What is read at most.
     *
     * @param depth archives in archives; a compressed tar is two
     * @param ratio bytes unpacked for each byte packed
     */
    record Bounds(int depth, long entries, long bytes, long ratio) {
        static final Bounds USUAL = new Bounds(3, 20_000, 2L << 30, 200);
    }

    private static final int HEAD = 512;

    private static final long RATIO_FREE = 16L << 20;
    private static final int TAR_MAGIC = 257;
    private static final int TAR_BLOCK = 512;
    private static final int TAR_SIZE = 124;
    private static final int TAR_TYPE = 156;

    private final Bounds bounds;
    private final Reader reader;
    private final List<String> unread = new ArrayList<>();
    private long entries;
    private long unpacked;

    Archives(Bounds bounds, Reader reader) {
        this.bounds = bounds;
        this.reader = reader;
    }

    /** Whether {@code bytes[from, to)} begin as an archive does. */
    static boolean isArchive(byte[] bytes, int from, int to) {
        byte[] head = Arrays.copyOfRange(bytes, from, Math.min(to, from + HEAD));
        return isArchive(head, head.length);
    }

    private static boolean isArchive(byte[] head, int length) {
        return isZip(head, length) || isGzip(head, length) || isTar(head, length);
    }

    private static boolean isZip(byte[] head, int length) {
        return length > 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
    }

    private static boolean isGzip(byte[] head, int length) {
        return length > 4 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b && head[2] == 8;
    }

    private static boolean isTar(byte[] head, int length) {
        return length >= HEAD && Ascii.at(head, TAR_MAGIC, length, "ustar".getBytes(StandardCharsets.US_ASCII));
    }

    /** Reads a stream, opening it where it is an archive. */
    Looked read(InputStream in, Source source) throws IOException {
        open(in, source, 0);
        return new Looked(unpacked, entries, unread);
    }

    private void open(InputStream in, Source source, int depth) throws IOException {
        PushbackInputStream stream = new PushbackInputStream(in, HEAD);
        byte[] head = new byte[HEAD];
        int length = stream.readNBytes(head, 0, HEAD);
        stream.unread(head, 0, length);
        boolean archive = isArchive(head, length);
        if (archive && depth >= bounds.depth()) {
            unread.add(source.name() + " is an archive too deep in others");
        } else if (isZip(head, length)) {
            zip(stream, source, depth);
        } else if (isGzip(head, length)) {
            gzip(stream, source, depth);
        } else if (isTar(head, length)) {
            tar(stream, source, depth);
        } else {
            OtherPacking.of(head, length)
                    .ifPresent(packing -> unread.add(source.name() + " is packed with " + packing.called()
                            + ", which is not opened: unpack it."));
            unpacked += reader.read(stream, source);
        }
    }

    private void zip(InputStream in, Source source, int depth) throws IOException {
        Bounded packed = new Bounded(in, Long.MAX_VALUE);
        ZipInputStream zip = new ZipInputStream(packed, StandardCharsets.UTF_8);
        try {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory() && !entry(zip, source.entry(entry.getName()), depth, packed)) {
                    return;
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            unread.add(source.name() + " is a zip that cannot be read further: " + e.getMessage());
        }
    }

    private void gzip(InputStream in, Source source, int depth) throws IOException {
        Bounded packed = new Bounded(in, Long.MAX_VALUE);
        String name = source.fileName();
        String inner = name.toLowerCase(Locale.ROOT).endsWith(".gz") ? name.substring(0, name.length() - 3) : "content";
        try {
            InputStream content = new GZIPInputStream(packed);
            entry(content, source.entry(inner), depth, packed);
        } catch (IOException e) {
            unread.add(source.name() + " is a gzip that cannot be read further: " + e.getMessage());
        }
    }

    private void tar(InputStream in, Source source, int depth) throws IOException {
        byte[] header = new byte[TAR_BLOCK];
        while (in.readNBytes(header, 0, TAR_BLOCK) == TAR_BLOCK && header[0] != 0) {
            long size = octal(header, TAR_SIZE, 12);
            if (size < 0) {
                unread.add(source.name() + " is a tar with an entry of unknown size");
                return;
            }
            Bounded content = new Bounded(in, size);
            byte type = header[TAR_TYPE];
            if (type == '0' || type == 0) {
                int end = 0;
                while (end < 100 && header[end] != 0) {
                    end++;
                }
                if (!entry(content, source.entry(new String(header, 0, end, StandardCharsets.UTF_8)), depth, null)) {
                    return;
                }
            }
            in.skipNBytes(content.left() + (TAR_BLOCK - size % TAR_BLOCK) % TAR_BLOCK);
        }
    }

    private static long octal(byte[] header, int from, int length) {
        long value = 0;
        for (int at = from; at < from + length; at++) {
            if (header[at] >= '0' && header[at] <= '7') {
                value = value * 8 + header[at] - '0';
            } else if (header[at] != 0 && header[at] != ' ') {
                return -1;
            }
        }
        return value;
    }

    /** @return whether there may be more */
    private boolean entry(InputStream content, Source source, int depth, @Nullable Bounded packed) throws IOException {
        if (++entries > bounds.entries() || unpacked > bounds.bytes()) {
            unread.add(source.name() + " and what follows lie behind the bounds for archives");
            return false;
        }
        Bounded bounded = new Bounded(content, bounds.bytes() - unpacked);
        bounded.watch(packed, bounds.ratio());
        open(bounded, source, depth + 1);
        if (bounded.stopped()) {
            unread.add(source.name() + " unpacks to more than the bounds for archives");
            return false;
        }
        return true;
    }

    /** Ends after so many bytes, or when far more comes out than went in. */
    private static final class Bounded extends InputStream {
        private final InputStream in;
        private final long most;
        private long taken;
        private long ratio = Long.MAX_VALUE;
        private long packedBefore;
        private @Nullable Bounded packed;
        private boolean watched;
        private boolean stopped;

        Bounded(InputStream in, long most) {
            this.in = in;
            this.most = most;
        }

        void watch(@Nullable Bounded newPacked, long newRatio) {
            watched = true;
            packed = newPacked;
            ratio = newRatio;
            packedBefore = newPacked == null ? 0 : newPacked.taken;
        }

        long left() {
            return most - taken;
        }

        boolean stopped() {
            return stopped;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 1 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            boolean bomb =
                    packed != null && taken > RATIO_FREE && taken / ratio > Math.max(1, packed.taken - packedBefore);
            if (bomb) {
                stopped = true;
                return -1;
            }
            if (taken >= most) {
                stopped |= watched;
                return -1;
            }
            int read = in.read(into, from, (int) Math.min(count, most - taken));
            taken += Math.max(0, read);
            return read;
        }
    }
}
