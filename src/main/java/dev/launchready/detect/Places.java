package dev.launchready.detect;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Turns offsets into places. */
interface Places {
    /** @param offset in what is read, of which {@code text} is the part that begins at {@code base} */
    Spot spot(long offset, Text text, long base);

    /** Whatever lies in an encoded run is said to lie where the run begins. */
    record Within(Places outer, String layer, long run, Text around, long around0) implements Places {
        @Override
        public Spot spot(long offset, Text text, long base) {
            Spot begins = outer.spot(run, around, around0);
            List<String> layers = new ArrayList<>(begins.layers());
            layers.add(layer);
            return new Spot(begins.source(), begins.offset(), begins.line(), begins.column(), layers);
        }
    }

    /** Places in the source itself; newlines are counted only as far as somebody asks, or the buffer forgets. */
    final class Lines implements Places {
        private static final VarHandle LONGS =
                MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
        private static final long LOW = 0x0101010101010101L;
        private static final long HIGH = 0x8080808080808080L;
        private static final long NEWLINES = '\n' * LOW;

        /** The line in which an offset lies, and where it begins. */
        private record Mark(long offset, long line, long lineFrom) {}

        private final Source source;
        private final Encoding encoding;
        private Mark floor = new Mark(0, 1, 0);
        private Mark cursor = floor;

        Lines(Source source, Encoding encoding) {
            this.source = source;
            this.encoding = encoding;
        }

        @Override
        public Spot spot(long offset, Text text, long base) {
            cursor = count(offset < cursor.offset() ? floor : cursor, text, base, offset);
            long raw = encoding.mark() + offset * encoding.width();
            return new Spot(source, raw, cursor.line(), offset - cursor.lineFrom() + 1, List.of());
        }

        /** Counts what the buffer is about to forget, which is all before {@code offset}. */
        void forget(Text text, long base, long offset) {
            floor = count(cursor.offset() <= offset ? cursor : floor, text, base, offset);
            cursor = floor;
        }

        private static Mark count(Mark from, Text text, long base, long offset) {
            byte[] bytes = text.bytes();
            int at = (int) (from.offset() - base);
            int to = (int) (offset - base);
            long line = from.line();
            long lineFrom = from.lineFrom();
            for (; at + Long.BYTES <= to; at += Long.BYTES) {
                long found = zeros((long) LONGS.get(bytes, at) ^ NEWLINES);
                if (found != 0) {
                    line += Long.bitCount(found);
                    lineFrom = base + at + Long.BYTES - Long.numberOfLeadingZeros(found) / Byte.SIZE;
                }
            }
            for (; at < to; at++) {
                if (bytes[at] == '\n') {
                    line++;
                    lineFrom = base + at + 1;
                }
            }
            return new Mark(offset, line, lineFrom);
        }

        /** The high bit of each byte that is zero, and of no other. */
        private static long zeros(long word) {
            return ~(((word & ~HIGH) + ~HIGH) | word | ~HIGH);
        }
    }
}
