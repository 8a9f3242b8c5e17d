package dev.launchready.detect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The words that people and programs use most, a list of ours: what is made of them is not random. */
public final class WordList {
    private static final List<String> OURS = read();

    private WordList() {}

    /** Lower case, letters alone, at least two. */
    public static List<String> ours() {
        return OURS;
    }

    private static List<String> read() {
        try (InputStream in = WordList.class.getResourceAsStream("words.txt")) {
            if (in == null) {
                throw new IllegalStateException("the program came without its words.txt");
            }
            return List.of(new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .trim()
                    .split("\\s+"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
