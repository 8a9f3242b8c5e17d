package dev.launchready.probe.git;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Walks families of a pack: an object that is whole, what is made from it, what is made from that. Each is inflated once, as its base is still
 * at hand. Memory is bounded: what does not fit any more is let go and made again when it is needed. For one thread.
 *
 * @param <S> what a visitor knows of an object, and is told again with each that is made from it
 */
final class FamilyWalk<S> implements AutoCloseable {
    /** Objects beyond this size are given as a stream if nothing is made from them, and else not at all. */
    static final int LARGEST = 192 * 1024 * 1024;

    private static final int STREAMED = 32 * 1024 * 1024;
    private static final int BUDGET = 96 * 1024 * 1024;
    private static final int KEPT = 4 * 1024 * 1024;
    private static final int LEVELS = 64;
    private static final byte[] GONE = {};

    /** Looks at objects, which are told by their numbers. */
    interface Visitor<S> {
        /** Whether an object is to be looked at, and not only what is made from it. */
        boolean wants(int number);

        /**
         * @param bytes of which the first {@code length} are the object; they change after the call
         * @param base what is known of the object that this one is made from; null where it is whole, or that was let go
         * @param copies the parts that it shares with its base
         */
        @Nullable
        S visit(int number, byte[] bytes, int length, @Nullable S base, Copies copies);

        /** Looks at an object that is too large to be held. */
        void stream(int number, long size, InputStream content) throws IOException;

        /** Memory that what is known of an object takes, roughly, in bytes. */
        long size(S known);

        /** An object could not be made, and so is none of those that are made from it. */
        void broken(int number, IOException why);
    }

    private final Visitor<S> visitor;
    private final PackWindow window;
    private final Copies copies = new Copies();
    private final byte[] name = new byte[PackIndex.NAME];
    private Pack pack;
    private int first;
    private byte[] delta = GONE;
    private int[] ranks = new int[LEVELS];
    private int[] nexts = new int[LEVELS];
    private int[] lengths = new int[LEVELS];
    private byte[][] held = new byte[LEVELS][];
    private final Remembered<S> known;
    private long holding;

    FamilyWalk(Pack pack, Visitor<S> visitor) {
        this.pack = pack;
        this.visitor = visitor;
        this.window = new PackWindow(pack.channel());
        this.known = new Remembered<>(visitor::size);
        Arrays.fill(held, GONE);
    }

    /**
     * Walks the family of an object that is whole.
     *
     * @param number of the pack's first object
     */
    void walk(Pack of, int number, int root) {
        pack = of;
        first = number;
        window.on(of.channel());
        if (streams(root)) {
            return;
        }
        int level = 0;
        if (!enter(0, root)) {
            return;
        }
        while (level >= 0) {
            int next = nexts[level];
            if (next == Pack.NONE) {
                level--;
                continue;
            }
            nexts[level] = pack.sibling(next);
            if (enter(level + 1, next)) {
                level++;
            }
        }
        if (holding > KEPT) {
            Arrays.fill(held, GONE);
            holding = 0;
        }
        known.clear();
    }

    private boolean streams(int root) {
        if (pack.child(root) != Pack.NONE || pack.packed(root) < STREAMED / 1024) {
            return false;
        }
        try {
            window.seek(pack.offset(root), pack.packed(root));
            long size = PackHead.read(window).size();
            if (size <= STREAMED) {
                return false;
            }
            if (visitor.wants(first + root)) {
                window.restart();
                visitor.stream(first + root, size, new Pieces(window));
            }
        } catch (IOException e) {
            visitor.broken(first + root, e);
        }
        return true;
    }

    /** Makes an object and has it looked at; whether that could be. */
    private boolean enter(int level, int rank) {
        if (level == ranks.length) {
            grow();
        }
        ranks[level] = rank;
        nexts[level] = pack.child(rank);
        known.forget(level);
        try {
            if (nexts[level] == Pack.NONE && !visitor.wants(first + rank)) {
                return false;
            }
            make(level);
        } catch (IOException e) {
            broken(rank, e);
            return false;
        }
        if (visitor.wants(first + rank)) {
            S fresh = visitor.visit(first + rank, held[level], lengths[level], known.at(level - 1), copies);
            if (fresh != null && nexts[level] != Pack.NONE) {
                known.put(level, fresh);
            }
        }
        return nexts[level] != Pack.NONE;
    }

    private void broken(int top, IOException why) {
        visitor.broken(first + top, why);
        for (int child = pack.child(top); child != Pack.NONE; child = pack.sibling(child)) {
            broken(child, why);
        }
    }

    private void make(int level) throws IOException {
        window.seek(pack.offset(ranks[level]), pack.packed(ranks[level]));
        if (level == 0) {
            int size = checked(PackHead.read(window).size());
            window.inflate(room(0, size), size);
            lengths[0] = size;
            return;
        }
        PackHead head = PackHead.read(window);
        if (head.kind() == Kind.OFFSET_DELTA) {
            PackHead.distance(window);
        } else {
            window.next(name);
        }
        int deltaSize = checked(head.size());
        if (delta.length <= deltaSize) {
            delta = new byte[deltaSize + deltaSize / 2 + LEVELS];
        }
        window.inflate(delta, deltaSize);
        if (held[level - 1].length == 0) {
            byte[] own = Arrays.copyOf(delta, deltaSize);
            make(level - 1);
            delta = own;
        }
        int size = checked(copies.size(delta, deltaSize, lengths[level - 1]));
        copies.apply(delta, deltaSize, held[level - 1], lengths[level - 1], room(level, size), size);
        lengths[level] = size;
    }

    private static int checked(long size) throws IOException {
        if (size > LARGEST) {
            throw new TooLarge();
        }
        return (int) size;
    }

    /** An array for an object of one level, and one byte more. What lies further up than its base may have to go. */
    private byte[] room(int level, int size) {
        int least = Math.max(size + 1, LEVELS);
        byte[] has = held[level];
        if (has.length >= least && has.length <= KEPT + 4L * least) {
            return has;
        }
        holding -= has.length;
        int most = least + Math.min(least / 2, KEPT);
        for (int far = 0; far < held.length && holding + most > BUDGET; far++) {
            if (far != level - 1) {
                holding -= held[far].length;
                held[far] = GONE;
            }
        }
        held[level] = new byte[most];
        holding += most;
        return held[level];
    }

    private void grow() {
        int more = ranks.length * 2;
        ranks = Arrays.copyOf(ranks, more);
        nexts = Arrays.copyOf(nexts, more);
        lengths = Arrays.copyOf(lengths, more);
        int had = held.length;
        held = Arrays.copyOf(held, more);
        Arrays.fill(held, had, more, GONE);
    }

    @Override
    public void close() {
        window.close();
    }

    /** An object that is larger than can be held. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge() {
            super("an object is too large to be held");
        }
    }

    /** An object as a stream, while nothing else is read. */
    private static final class Pieces extends InputStream {
        private final PackWindow window;
        private final byte[] one = new byte[1];

        Pieces(PackWindow window) {
            this.window = window;
        }

        @Override
        public int read() throws IOException {
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            if (count == 0) {
                return 0;
            }
            int made = window.piece(into, from, count);
            return made == 0 ? -1 : made;
        }
    }
}
