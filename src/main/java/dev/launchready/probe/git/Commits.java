package dev.launchready.probe.git;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads commits and tags (git-hash-object's forms). */
final class Commits {
    /**
     * A commit by its number and those of what it names; {@link ObjectStore#NONE} for what lies nowhere here.
     *
     * @param committed seconds since 1970, by which histories are ordered
     */
    record Commit(int number, int tree, int[] parents, long authored, long committed) {
        Instant when() {
            return Commits.when(authored);
        }
    }

    /**
     * A tag and what it stands for.
     *
     * @param made seconds since 1970
     */
    record Tag(int number, int target, long made) {}

    static Instant when(long seconds) {
        try {
            return Instant.ofEpochSecond(seconds);
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }

    private Commits() {}

    static Optional<Commit> commit(int number, byte[] bytes, int length, ObjectStore store) {
        int at = 0;
        int tree = ObjectStore.NONE;
        long authored = 0;
        long committed = 0;
        List<Integer> parents = new ArrayList<>();
        while (at < length && bytes[at] != '\n') {
            int end = lineEnd(bytes, at, length);
            if (starts(bytes, at, end, "tree ")) {
                tree = named(bytes, at + 5, store);
            } else if (starts(bytes, at, end, "parent ")) {
                parents.add(named(bytes, at + 7, store));
            } else if (starts(bytes, at, end, "author ")) {
                authored = seconds(bytes, at, end);
            } else if (starts(bytes, at, end, "committer ")) {
                committed = seconds(bytes, at, end);
            }
            at = end + 1;
        }
        boolean real = length > 0 && starts(bytes, 0, length, "tree ");
        int[] all = parents.stream().mapToInt(Integer::intValue).toArray();
        return real ? Optional.of(new Commit(number, tree, all, authored, committed)) : Optional.empty();
    }

    static Optional<Tag> tag(int number, byte[] bytes, int length, ObjectStore store) {
        if (!starts(bytes, 0, length, "object ")) {
            return Optional.empty();
        }
        long made = 0;
        for (int at = 0; at < length && bytes[at] != '\n'; at = lineEnd(bytes, at, length) + 1) {
            int end = lineEnd(bytes, at, length);
            made = starts(bytes, at, end, "tagger ") ? seconds(bytes, at, end) : made;
        }
        return Optional.of(new Tag(number, named(bytes, 7, store), made));
    }

    private static int named(byte[] bytes, int from, ObjectStore store) {
        return Names.parsed(bytes, from).map(name -> store.find(name, 0)).orElse(ObjectStore.NONE);
    }

    private static int lineEnd(byte[] bytes, int from, int length) {
        int at = from;
        while (at < length && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    private static boolean starts(byte[] bytes, int from, int to, String word) {
        if (to - from < word.length()) {
            return false;
        }
        for (int index = 0; index < word.length(); index++) {
            if (bytes[from + index] != word.charAt(index)) {
                return false;
            }
        }
        return true;
    }

    /** The time behind {@code name <mail>}: seconds, then the zone. */
    private static long seconds(byte[] bytes, int from, int to) {
        String line = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        String[] words = line.substring(line.lastIndexOf('>') + 1).trim().split(" ", -1);
        return words[0].matches("-?[0-9]{1,15}") ? Long.parseLong(words[0]) : 0;
    }
}
