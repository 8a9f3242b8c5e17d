package dev.launchready.detect;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

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

    private static final Set<String> ENDINGS = Set.of(
            "js", "mjs", "cjs", "css", "map", "png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "ico", "woff",
            "woff2", "ttf", "eot", "mp3", "mp4", "webm", "wasm", "json", "html", "chunk");
    private static final int LONGEST_ENDING = 6;

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
        return insideRun(candidate, text) || ofFile(candidate, text);
    }

    /** Whether the value is the hash in the name of a built file: {@code logo.ico-7a38.png}. */
    private static boolean ofFile(Candidate candidate, Text text) {
        int dot = candidate.to();
        if (dot + 1 >= text.limit() || text.at(dot) != '.') {
            return false;
        }
        int end = dot + 1;
        while (end < text.limit() && end - dot <= LONGEST_ENDING && Ascii.word(text.at(end))) {
            end++;
        }
        return ENDINGS.contains(text.string(dot + 1, end));
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
