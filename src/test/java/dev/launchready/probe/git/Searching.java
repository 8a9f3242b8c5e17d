package dev.launchready.probe.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** Marks the words that a test looks for, and remembers every blob that it was shown. */
final class Searching implements Supplier<BlobReader<Searching.Shown>> {
    private final List<String> words;
    final Queue<String> shown = new ConcurrentLinkedQueue<>();

    /** What was seen of a blob: all of it. */
    record Shown(Marks marks, byte[] content) implements Known {
        @Override
        public long size() {
            return content.length;
        }
    }

    Searching(String... words) {
        this.words = List.of(words);
    }

    @Override
    public BlobReader<Shown> get() {
        return new BlobReader<>() {
            @Override
            public Shown read(byte[] bytes, int length, Optional<Shown> base, Copies copies) {
                base.ifPresent(shown -> assertParts(shown.content(), bytes, copies));
                return new Shown(
                        marks(new String(bytes, 0, length, StandardCharsets.UTF_8)), Arrays.copyOf(bytes, length));
            }

            @Override
            public Marks message(byte[] bytes, int length) {
                return found(new String(bytes, 0, length, StandardCharsets.UTF_8));
            }

            @Override
            public Marks read(InputStream content) throws IOException {
                return marks(new String(content.readAllBytes(), StandardCharsets.UTF_8));
            }
        };
    }

    private static void assertParts(byte[] base, byte[] bytes, Copies copies) {
        for (int part = 0; part < copies.count(); part++) {
            int from = copies.from(part);
            int to = copies.to(part);
            assertThat(Arrays.copyOfRange(bytes, to, to + copies.length(part)))
                    .isEqualTo(Arrays.copyOfRange(base, from, from + copies.length(part)));
        }
    }

    private Marks marks(String text) {
        shown.add(text);
        return found(text);
    }

    private Marks found(String text) {
        List<Integer> found = new ArrayList<>();
        for (int word = 0; word < words.size(); word++) {
            if (text.contains(words.get(word))) {
                found.add(word);
            }
        }
        return new Marks(found.stream().mapToInt(Integer::intValue).toArray());
    }
}
