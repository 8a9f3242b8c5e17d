package dev.launchready.probe.git;

import dev.launchready.probe.git.Presence.At;
import dev.launchready.probe.git.Presence.Reach;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What an earlier reading found, carried on commit by commit, parents first. For one thread. */
final class Lives {
    private final Map<Key, Presence> lives = new LinkedHashMap<>();

    /** A mark at a path, or in an object that has none. */
    private record Key(int number, String place) {
        static Key of(Presence presence) {
            return new Key(presence.number(), presence.path().isEmpty() ? presence.blob() : presence.path());
        }
    }

    Lives(Collection<Presence> past) {
        past.forEach(each -> lives.put(Key.of(each), each));
    }

    List<Presence> all() {
        return List.copyOf(lives.values());
    }

    static boolean holds(int[] numbers, int number) {
        return Arrays.stream(numbers).anyMatch(each -> each == number);
    }

    /** Something is in a message. */
    void said(Presence message) {
        lives.merge(Key.of(message), message, (old, young) -> easier(old, young.reach()) ? young : old);
    }

    /** Whether what was found before can be reached more easily now, as by a branch where only a reflog led. */
    private static boolean easier(Presence before, Reach now) {
        return before.reach().compareTo(now) > 0;
    }

    /**
     * A commit changed a file.
     *
     * @param old what was found in it before
     * @param young what is found in it since
     * @param blob that it is since
     */
    void changed(String path, int[] old, int[] young, String blob, At now, Reach reach) {
        for (int number : young) {
            Key key = new Key(number, path);
            Presence life = lives.get(key);
            if (life == null || easier(life, reach)) {
                Optional<At> first = Optional.of(now);
                lives.put(key, new Presence(number, path, blob, first, Optional.empty(), false, List.of(), reach));
            } else if (!holds(old, number)) {
                lives.put(key, gone(life, Optional.empty()));
            }
        }
        for (int number : old) {
            if (!holds(young, number)) {
                lives.computeIfPresent(new Key(number, path), (key, life) -> gone(life, Optional.of(now)));
            }
        }
    }

    private static Presence gone(Presence life, Optional<At> when) {
        return held(life, when, life.inHead(), life.refs());
    }

    /** The same life, held by others. */
    static Presence held(Presence life, Optional<At> gone, boolean inHead, List<String> refs) {
        return new Presence(life.number(), life.path(), life.blob(), life.first(), gone, inHead, refs, life.reach());
    }

    /** Puts another in the place of each that has a path. */
    void replace(UnaryOperator<Presence> other) {
        lives.replaceAll((key, life) -> life.path().isEmpty() ? life : other.apply(life));
    }
}
