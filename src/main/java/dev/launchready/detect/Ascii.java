package dev.launchready.detect;

import java.nio.charset.StandardCharsets;

/** Kinds of bytes, by table. */
final class Ascii {
    private static final int WORD = 1;
    private static final int NAME = 2;
    private static final int SPACE = 4;
    private static final int QUOTE = 8;
    private static final int BASE64 = 16;
    private static final int HEX = 32;
    private static final int DIGIT = 64;
    private static final int LETTER = 128;
    private static final int PRINTED = 256;
    private static final int[] KINDS = new int[256];

    static {
        mark("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", WORD | NAME | BASE64 | LETTER);
        mark("0123456789", WORD | NAME | BASE64 | HEX | DIGIT);
        mark("abcdefABCDEF", HEX);
        mark("_", WORD | NAME);
        mark("-.$", NAME);
        mark("+/-_", BASE64);
        mark(" \t", SPACE);
        mark("\"'`", QUOTE);
        mark("\t\r\n", PRINTED);
        for (int value = ' '; value < 0x7f; value++) {
            KINDS[value] |= PRINTED;
        }
    }

    private Ascii() {}

    private static void mark(String bytes, int kind) {
        for (byte each : bytes.getBytes(StandardCharsets.US_ASCII)) {
            KINDS[each] |= kind;
        }
    }

    private static boolean is(byte each, int kind) {
        return (KINDS[each & 0xff] & kind) != 0;
    }

    /** Letter, digit or underscore. */
    static boolean word(byte each) {
        return is(each, WORD);
    }

    /** What a name of a setting is made of: word bytes, dash, dot, dollar. */
    static boolean name(byte each) {
        return is(each, NAME);
    }

    static boolean space(byte each) {
        return is(each, SPACE);
    }

    static boolean newline(byte each) {
        return each == '\n' || each == '\r';
    }

    static boolean quote(byte each) {
        return is(each, QUOTE);
    }

    /** Standard and URL-safe alphabets, without padding. */
    static boolean base64(byte each) {
        return is(each, BASE64);
    }

    static boolean hex(byte each) {
        return is(each, HEX);
    }

    static boolean digit(byte each) {
        return is(each, DIGIT);
    }

    static boolean letter(byte each) {
        return is(each, LETTER);
    }

    /** What plain text in ASCII is made of. */
    static boolean printed(byte each) {
        return is(each, PRINTED);
    }

    /** Whether {@code expected} stands at {@code at}, as written. */
    static boolean at(byte[] bytes, int at, int limit, byte[] expected) {
        if (at < 0 || at + expected.length > limit) {
            return false;
        }
        for (int index = 0; index < expected.length; index++) {
            if (bytes[at + index] != expected[index]) {
                return false;
            }
        }
        return true;
    }

    /** Bytes as characters of the same number, so that indexes stay. */
    static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
