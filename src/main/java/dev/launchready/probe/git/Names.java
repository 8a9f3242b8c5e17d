package dev.launchready.probe.git;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.Optional;

/** Names of objects as bytes: SHA-1, twenty of them. */
final class Names {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final HexFormat HEX = HexFormat.of();

    private Names() {}

    /** The first eight bytes, which are enough to tell most names apart. */
    static long prefix(byte[] bytes, int from) {
        return (long) LONGS.get(bytes, from);
    }

    static String hex(byte[] name) {
        return HEX.formatHex(name);
    }

    static byte[] bytes(String hex) {
        return HEX.parseHex(hex);
    }

    /** The name in hex digits at {@code bytes[from]}, as commits and tags write it. */
    static Optional<byte[]> parsed(byte[] bytes, int from) {
        byte[] name = new byte[PackIndex.NAME];
        if (from + 2 * PackIndex.NAME > bytes.length) {
            return Optional.empty();
        }
        for (int index = 0; index < name.length; index++) {
            int high = Character.digit(bytes[from + 2 * index], 16);
            int low = Character.digit(bytes[from + 2 * index + 1], 16);
            if (high < 0 || low < 0) {
                return Optional.empty();
            }
            name[index] = (byte) (high << 4 | low);
        }
        return Optional.of(name);
    }

    static boolean isHex(String text) {
        return text.length() == 2 * PackIndex.NAME && text.chars().allMatch(HexFormat::isHexDigit);
    }
}
