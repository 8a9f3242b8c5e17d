package dev.launchready.probe.git;

import java.io.IOException;

/**
 * What stands before an object in a pack.
 *
 * @param size of what is to be inflated: the object, or the delta
 */
record PackHead(byte kind, long size) {
    private static final int KIND_BITS = 3;
    private static final int FIRST_BITS = 4;
    private static final int BITS = 7;
    private static final int MORE = 0x80;

    static PackHead read(PackWindow window) throws IOException {
        int each = window.next();
        byte kind = (byte) (each >> FIRST_BITS & (1 << KIND_BITS) - 1);
        long size = each & (1 << FIRST_BITS) - 1;
        int shift = FIRST_BITS;
        while ((each & MORE) != 0) {
            each = window.next();
            size |= (long) (each & MORE - 1) << shift;
            shift += BITS;
            if (shift > Long.SIZE - BITS) {
                throw new IOException("an object of impossible size");
            }
        }
        return new PackHead(kind, size);
    }

    /** How many bytes before an object its base begins. */
    static long distance(PackWindow window) throws IOException {
        int each = window.next();
        long distance = each & MORE - 1;
        while ((each & MORE) != 0) {
            each = window.next();
            distance = ((distance + 1) << BITS) | (each & (MORE - 1));
        }
        return distance;
    }
}
