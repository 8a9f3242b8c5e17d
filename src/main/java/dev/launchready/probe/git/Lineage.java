package dev.launchready.probe.git;

import dev.launchready.probe.git.Commits.Commit;
import dev.launchready.probe.git.Presence.At;
import dev.launchready.probe.git.Presence.Reach;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Follows marked blobs through commits, parents first: compares each commit's reduced tree with that of its first parent, and notes when a
 * mark comes to a path and when it goes. For one thread.
 */
final class Lineage {
    private static final int[] NOTHING = {};
    /** As many refs are named of those that hold something. */
    static final int MOST_REFS = 3;

    /** A mark at a path. */
    private record Key(int number, String path) {}

    /** What is known of it so far. */
    private static final class Life {
        final int blob;
        final @Nullable Commit first;
        final Reach reach;

        @Nullable
        Commit gone;

        boolean inHead;
        final Set<String> refs = new TreeSet<>();

        Life(int blob, @Nullable Commit first, Reach reach) {
            this.blob = blob;
            this.first = first;
            this.reach = reach;
        }
    }

    private final ObjectStore store;
    private final ReducedTrees trees;
    private final EntryNames names;
    private final Map<Integer, int[]> marks;
    private final Map<Key, Life> lives = new LinkedHashMap<>();
    private Reach reach = Reach.REF;
    private @Nullable Commit now;

    Lineage(ObjectStore store, ReducedTrees trees, EntryNames names, Map<Integer, int[]> marks) {
        this.store = store;
        this.trees = trees;
        this.names = names;
        this.marks = marks;
    }

    /** Follows commits whose parents came before them. */
    void follow(List<Commit> ordered, Map<Integer, Commit> commits, Reach how) {
        reach = how;
        for (Commit commit : ordered) {
            Commit parent = commit.parents().length == 0 ? null : commits.get(commit.parents()[0]);
            now = commit;
            differ(parent == null ? ObjectStore.NONE : parent.tree(), commit.tree(), "");
        }
    }

    private void differ(int before, int after, String path) {
        if (before == after) {
            return;
        }
        int left = trees.holds(before) ? trees.first(before) : 0;
        int leftEnd = trees.holds(before) ? trees.end(before) : 0;
        int right = trees.holds(after) ? trees.first(after) : 0;
        int rightEnd = trees.holds(after) ? trees.end(after) : 0;
        while (left < leftEnd || right < rightEnd) {
            int order =
                    left == leftEnd ? 1 : right == rightEnd ? -1 : Integer.compare(trees.name(left), trees.name(right));
            int was = order <= 0 ? trees.child(left) : ObjectStore.NONE;
            int is = order >= 0 ? trees.child(right) : ObjectStore.NONE;
            int name = order <= 0 ? trees.name(left) : trees.name(right);
            left += order <= 0 ? 1 : 0;
            right += order >= 0 ? 1 : 0;
            if (was != is) {
                entry(was, is, path + names.name(name));
            }
        }
    }

    private void entry(int was, int is, String path) {
        int[] old = marks.getOrDefault(was, NOTHING);
        int[] young = marks.getOrDefault(is, NOTHING);
        boolean folder = (was >= 0 && old.length == 0) || (is >= 0 && young.length == 0);
        if (folder) {
            differ(old.length == 0 ? was : ObjectStore.NONE, young.length == 0 ? is : ObjectStore.NONE, path + "/");
        }
        for (int number : young) {
            Key key = new Key(number, path);
            Life life = lives.computeIfAbsent(key, none -> new Life(is, now, reach));
            if (Arrays.binarySearch(old, number) < 0) {
                life.gone = null;
            }
        }
        for (int number : old) {
            if (Arrays.binarySearch(young, number) < 0) {
                Life life = lives.get(new Key(number, path));
                if (life != null) {
                    life.gone = now;
                }
            }
        }
    }

    /** Notes what a ref's tree holds. */
    void held(int tree, Optional<String> ref) {
        if (trees.holds(tree)) {
            held(tree, "", ref);
        }
    }

    private void held(int tree, String path, Optional<String> ref) {
        int end = trees.end(tree);
        for (int at = trees.first(tree); at < end; at++) {
            String each = path + names.name(trees.name(at));
            int[] found = marks.getOrDefault(trees.child(at), NOTHING);
            if (found.length == 0) {
                held(trees.child(at), each + "/", ref);
            }
            for (int number : found) {
                int blob = trees.child(at);
                Life life = lives.computeIfAbsent(new Key(number, each), none -> new Life(blob, null, Reach.REF));
                life.inHead |= ref.isEmpty();
                if (ref.isPresent() && life.refs.size() < MOST_REFS) {
                    life.refs.add(ref.get());
                }
            }
        }
    }

    /** All presences; those of marked blobs that no tree led to as well. */
    List<Presence> presences() {
        Map<Integer, Boolean> placed = new HashMap<>();
        List<Presence> all = new ArrayList<>();
        lives.forEach((key, life) -> {
            placed.put(key.number(), true);
            if (life.reach == Reach.NOTHING && !store.own(life.blob)) {
                return;
            }
            boolean held = life.inHead || !life.refs.isEmpty();
            all.add(new Presence(
                    key.number(),
                    key.path(),
                    Names.hex(store.name(life.blob)),
                    at(life.first),
                    held ? Optional.empty() : at(life.gone),
                    life.inHead,
                    List.copyOf(life.refs),
                    life.reach));
        });
        marks.forEach((blob, numbers) -> {
            for (int number : numbers) {
                if (store.own(blob) && placed.putIfAbsent(number, true) == null) {
                    String name = Names.hex(store.name(blob));
                    all.add(new Presence(
                            number, "", name, Optional.empty(), Optional.empty(), false, List.of(), Reach.NOTHING));
                }
            }
        });
        return all;
    }

    private Optional<At> at(@Nullable Commit commit) {
        return Optional.ofNullable(commit).map(each -> new At(Names.hex(store.name(each.number())), each.when()));
    }
}
