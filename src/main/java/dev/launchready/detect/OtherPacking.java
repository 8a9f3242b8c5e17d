package dev.launchready.detect;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Packings that this program knows and does not open, by the bytes they begin with: what lies in them is told of as not looked at. */
enum OtherPacking {
    XZ("xz", 0xfd, '7', 'z', 'X', 'Z', 0),
    BZIP2("bzip2", 'B', 'Z', 'h', -1, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59),
    ZSTD("zstd", 0x28, 0xb5, 0x2f, 0xfd),
    LZ4("lz4", 0x04, 0x22, 0x4d, 0x18),
    SEVEN_ZIP("7z", '7', 'z', 0xbc, 0xaf, 0x27, 0x1c),
    RAR("rar", 'R', 'a', 'r', '!', 0x1a, 0x07);

    private static final char ANY = '\uffff';

    private final String called;
    /** A character for each byte. */
    private final String head;

    /** @param head -1 stands for any byte */
    OtherPacking(String called, int... head) {
        this.called = called;
        this.head = Arrays.stream(head)
                .mapToObj(each -> String.valueOf(each < 0 ? ANY : (char) each))
                .collect(Collectors.joining());
    }

    String called() {
        return called;
    }

    static Optional<OtherPacking> of(byte[] bytes, int length) {
        return Arrays.stream(values())
                .filter(each -> each.begins(bytes, length))
                .findFirst();
    }

    private boolean begins(byte[] bytes, int length) {
        if (length < head.length()) {
            return false;
        }
        for (int at = 0; at < head.length(); at++) {
            if (head.charAt(at) != ANY && (bytes[at] & 0xff) != head.charAt(at)) {
                return false;
            }
        }
        return true;
    }
}
