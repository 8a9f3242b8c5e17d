package dev.launchready.detect;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.List;

/** Turns offsets into lines and columns, counting every newline once. */
interface Places {
    /** @param offset of the value in what is read, where {@code text} begins at {@code base} */
    Spot spot(Source source, long offset, int width, List<String> layers, Text text, long base);

    /** The one place of an encoded run in which everything lies. */
    record Within(Spot outer) implements Places {
        @Override
        public Spot spot(Source source, long offset, int width, List<String> layers, Text text, long base) {
            return new Spot(source, outer.offset(), outer.line(), outer.column(), layers);
        }
    }

    /** Places in the source itself. */
    final class Lines implements Places {
        private static final VarHandle LONGS =
                MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
        private static final long LOW = 0x0101010101010101L;
        private static final long HIGH = 0x8080808080808080L;
        private static final long NEWLINES = '\n' * LOW;

        private final long start;
        private long counted;
        private long line = 1;
        private long lineFrom;

        /** @param start bytes of the source before the first that is read: a byte order mark */
        Lines(long start) {
            this.start = start;
        }

        @Override
        public Spot spot(Source source, long offset, int width, List<String> layers, Text text, long base) {
            count(text, base, offset);
            long from = Math.min(offset, lineFrom);
            return new Spot(source, start + offset * width, line, offset - from + 1, layers);
        }

        /** Counts up to {@code offset}; what lies before the buffer must have been counted. */
        void count(Text text, long base, long offset) {
            byte[] bytes = text.bytes();
            int at = (int) (counted - base);
            int to = (int) (offset - base);
            while (at + Long.BYTES <= to) {
                long different = (long) LONGS.get(bytes, at) ^ NEWLINES;
                long zero = (different - LOW) & ~different & HIGH;
                if (zero != 0) {
                    line += Long.bitCount(exact(different));
                    lineFrom = base + at + Long.BYTES - Long.numberOfLeadingZeros(exact(different)) / Byte.SIZE;
                }
                at += Long.BYTES;
            }
            for (; at < to; at++) {
                if (bytes[at] == '\n') {
                    line++;
                    lineFrom = base + at + 1;
                }
            }
            counted = Math.max(counted, offset);
        }

        /** The high bit of each byte that is zero, and of no other (the quick test may take a 1 above a 0 for one). */
        private static long exact(long word) {
            return ~(((word & ~HIGH) + ~HIGH) | word | ~HIGH);
        }
    }
}
