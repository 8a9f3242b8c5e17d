package dev.launchready.detect;

import java.nio.charset.StandardCharsets;

/** The body of an armoured private key: DER (X.690), OpenSSH's own format, or OpenPGP packets (RFC 4880). */
record PrivateKeyStructure(boolean openPgp) implements Structure {
    private static final byte[] OPENSSH = "openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII);
    private static final int SEQUENCE = 0x30;
    private static final int OPENPGP_SECRET_KEY = 5;
    private static final int MIN_BYTES = 40;

    @Override
    public Verdict of(String value) {
        return Base64Text.decode(value).map(this::decoded).orElse(Verdict.DOUBTED);
    }

    private Verdict decoded(byte[] bytes) {
        if (bytes.length < MIN_BYTES) {
            return Verdict.REFUTED;
        }
        boolean whole =
                openPgp ? pgp(bytes[0] & 0xff) : Ascii.at(bytes, 0, bytes.length, OPENSSH) || wholeSequence(bytes);
        return whole ? Verdict.PROVEN : Verdict.DOUBTED;
    }

    /** Whether the outermost sequence is as long as it says. */
    private static boolean wholeSequence(byte[] bytes) {
        if (bytes[0] != SEQUENCE) {
            return false;
        }
        int first = bytes[1] & 0xff;
        int octets = first < 0x80 ? 0 : first & 0x7f;
        if (octets > 3) {
            return false;
        }
        int length = octets == 0 ? first : 0;
        for (int at = 0; at < octets; at++) {
            length = (length << 8) | (bytes[2 + at] & 0xff);
        }
        return 2 + octets + length == bytes.length;
    }

    private static boolean pgp(int first) {
        boolean packet = (first & 0x80) != 0;
        int tag = (first & 0x40) != 0 ? first & 0x3f : (first >> 2) & 0x0f;
        return packet && tag == OPENPGP_SECRET_KEY;
    }
}
