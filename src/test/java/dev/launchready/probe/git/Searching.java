package dev.launchready.probe.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** Marks the words that a test looks for, and remembers every blob that it was shown. */
final class Searching implements Supplier<BlobReader> {
    private final List<String> words;
    final Queue<String> shown = new ConcurrentLinkedQueue<>();

    Searching(String... words) {
        this.words = List.of(words);
    }

    @Override
    public BlobReader get() {
        return new BlobReader() {
            @Override
            public Marks read(byte[] bytes, int length, Optional<Marks> base, Copies copies) {
                return marks(new String(bytes, 0, length, StandardCharsets.UTF_8));
            }

            @Override
            public Marks read(InputStream content) throws IOException {
                return marks(new String(content.readAllBytes(), StandardCharsets.UTF_8));
            }
        };
    }

    private Marks marks(String text) {
        shown.add(text);
        List<Integer> found = new ArrayList<>();
        for (int word = 0; word < words.size(); word++) {
            if (text.contains(words.get(word))) {
                found.add(word);
            }
        }
        return new Marks(
                found.stream().mapToInt(Integer::intValue).toArray(),
                found.stream().mapToInt(word -> text.indexOf(words.get(word))).toArray());
    }
}
