package dev.launchready.detect;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What stands around a value in built code that makes it something else: hashes of files, maps, ids of modules. */
final class CodeContext {
    private static final int BEFORE = 24;
    private static final List<byte[]> LEADS = List.of(
            ascii("sha256-"),
            ascii("sha384-"),
            ascii("sha512-"),
            ascii("sha1-"),
            ascii("\"mappings\":\""),
            ascii("integrity=\""),
            ascii("integrity:\""),
            ascii("\"integrity\":\""),
            ascii("\"integrity\": \""),
            ascii("base64,"),
            ascii("commit/"),
            ascii("chunk."),
            ascii("chunk-"));

    private CodeContext() {}

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static boolean explainsAway(Candidate candidate, Text text) {
        for (byte[] lead : LEADS) {
            if (Ascii.at(text.bytes(), candidate.from() - lead.length, text.limit(), lead)) {
                return true;
            }
        }
        return insideRun(candidate, text);
    }

    /** Whether the value is a piece of a longer run of base64: an image, a font, a map. */
    private static boolean insideRun(Candidate candidate, Text text) {
        int before = 0;
        while (candidate.from() - before > 0 && before < BEFORE && runs(text.at(candidate.from() - before - 1))) {
            before++;
        }
        int after = 0;
        while (candidate.to() + after < text.limit() && after < BEFORE && runs(text.at(candidate.to() + after))) {
            after++;
        }
        return before >= BEFORE || after >= BEFORE;
    }

    private static boolean runs(byte each) {
        return Ascii.letter(each) || Ascii.digit(each) || each == '+' || each == '/';
    }
}
