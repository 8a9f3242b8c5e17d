package dev.launchready.probe.git;

import dev.launchready.probe.git.Presence.At;
import dev.launchready.probe.git.Presence.Reach;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * Reads what came to a history since it was read before, and carries on what was found then. Where that cannot be done surely, as after a
 * rewrite, it says so, and the whole is to be read. For one thread, once.
 */
final class RecentHistory<K extends Known> {
    /** Beyond this the whole is read as fast. */
    private static final int MOST_COMMITS = 5000;

    private static final long MOST_LOOKS = 20_000;
    private static final int[] NOTHING = {};

    /** A mark at a path. */
    private record Key(int number, String path) {}

    private final Repository repository;
    private final Tips tips;
    private final HistoryPast past;
    private final BlobReader<K> reader;
    private final Map<String, int[]> marked = new HashMap<>();
    private final Set<String> looked = new HashSet<>();
    private final Map<Key, Presence> lives = new LinkedHashMap<>();
    private final Copies nothingCopied = new Copies();
    private long bytes;
    private long commits;
    private long looks;

    RecentHistory(Repository repository, Tips tips, HistoryPast past, BlobReader<K> reader) {
        this.repository = repository;
        this.tips = tips;
        this.past = past;
        this.reader = reader;
        past.marked()
                .forEach((blob, numbers) -> marked.put(
                        blob, numbers.stream().mapToInt(Integer::intValue).toArray()));
        past.presences().forEach(each -> lives.put(new Key(each.number(), each.path()), each));
    }

    /** Empty where the whole has to be read. */
    Optional<HistoryRead> read() throws InterruptedException {
        try (RevWalk walk = new RevWalk(repository)) {
            if (!goesOn(walk)) {
                return Optional.empty();
            }
            Set<String> known = new HashSet<>(past.refs().values());
            past.head().ifPresent(known::add);
            known.addAll(past.logged());
            Set<String> now = new HashSet<>(tips.refs().values());
            tips.head().ifPresent(now::add);
            commits = follow(walk, now, known, Reach.REF);
            known.addAll(now);
            follow(walk, tips.logged(), known, Reach.REFLOG);
            hold(walk);
        } catch (Whole | IOException e) {
            return Optional.empty();
        }
        Map<String, List<Integer>> all = new TreeMap<>();
        marked.forEach(
                (blob, numbers) -> all.put(blob, Arrays.stream(numbers).boxed().toList()));
        return Optional.of(new HistoryRead(
                past.blobs() + looked.size(),
                past.bytes() + bytes,
                past.commits() + commits,
                tips.refs().size(),
                0,
                false,
                Holes.NONE,
                List.copyOf(lives.values()),
                all));
    }

    /** Whether all that could be reached can be reached still: nothing was rewritten, dropped or collected. */
    private boolean goesOn(RevWalk walk) throws IOException, Whole {
        Set<String> now = new HashSet<>(tips.refs().values());
        tips.head().ifPresent(now::add);
        Map<String, String> before = new HashMap<>(past.refs());
        past.head().ifPresent(head -> before.put("HEAD", head));
        for (Map.Entry<String, String> ref : before.entrySet()) {
            Optional<String> to = ref.getKey().equals("HEAD")
                    ? tips.head()
                    : Optional.ofNullable(tips.refs().get(ref.getKey())).or(tips::head);
            boolean kept = now.contains(ref.getValue()) || (to.isPresent() && merged(walk, ref.getValue(), to.get()));
            if (!kept) {
                return false;
            }
        }
        for (Presence presence : past.presences()) {
            boolean sure = presence.reach() == Reach.REF
                    || (tips.logged().containsAll(past.logged())
                            && repository.getObjectDatabase().has(ObjectId.fromString(presence.blob())));
            if (!sure) {
                return false;
            }
        }
        return true;
    }

    private static boolean merged(RevWalk walk, String before, String now) throws IOException, Whole {
        return walk.isMergedInto(commit(walk, before), commit(walk, now));
    }

    private static RevCommit commit(RevWalk walk, String name) throws IOException, Whole {
        RevObject object = walk.peel(walk.parseAny(ObjectId.fromString(name)));
        walk.parseHeaders(object);
        if (object instanceof RevCommit commit) {
            return commit;
        }
        throw new Whole();
    }

    /** Follows the commits that can be reached from some and not from those that are known; how many there were. */
    private long follow(RevWalk walk, Collection<String> from, Set<String> known, Reach reach)
            throws IOException, Whole, InterruptedException {
        List<String> fresh = from.stream().filter(name -> !known.contains(name)).toList();
        if (fresh.isEmpty()) {
            return 0;
        }
        walk.reset();
        walk.sort(RevSort.TOPO);
        walk.sort(RevSort.COMMIT_TIME_DESC, true);
        walk.sort(RevSort.REVERSE, true);
        for (String name : fresh) {
            if (reach == Reach.REF || repository.getObjectDatabase().has(ObjectId.fromString(name))) {
                walk.markStart(commit(walk, name));
            }
        }
        for (String name : known) {
            if (repository.getObjectDatabase().has(ObjectId.fromString(name))) {
                walk.markUninteresting(commit(walk, name));
            }
        }
        List<RevCommit> ordered = new ArrayList<>();
        for (RevCommit each = walk.next(); each != null; each = walk.next()) {
            ordered.add(each);
            if (ordered.size() > MOST_COMMITS) {
                throw new Whole();
            }
        }
        for (RevCommit each : ordered) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            differ(walk, each, reach);
        }
        return ordered.size();
    }

    private void differ(RevWalk walk, RevCommit commit, Reach reach) throws IOException, Whole {
        At now = new At(
                commit.name(),
                Instant.ofEpochSecond(commit.getAuthorIdent().getWhenAsInstant().getEpochSecond()));
        try (TreeWalk trees = new TreeWalk(repository)) {
            if (commit.getParentCount() == 0) {
                trees.addTree(new EmptyTreeIterator());
            } else {
                RevCommit parent = commit.getParent(0);
                walk.parseHeaders(parent);
                trees.addTree(parent.getTree());
            }
            trees.addTree(commit.getTree());
            trees.setRecursive(true);
            trees.setFilter(TreeFilter.ANY_DIFF);
            while (trees.next()) {
                if (trees.getFileMode(1).equals(FileMode.GITLINK)) {
                    throw new Whole();
                }
                entry(trees, now, reach);
            }
        }
    }

    private void entry(TreeWalk trees, At now, Reach reach) throws IOException, Whole {
        String path = trees.getPathString();
        int[] old = marked.getOrDefault(trees.getObjectId(0).name(), NOTHING);
        String blob = trees.getObjectId(1).name();
        int[] young = trees.getFileMode(1).equals(FileMode.MISSING) ? NOTHING : marks(trees.getObjectReader(), blob);
        for (int number : young) {
            Key key = new Key(number, path);
            Presence life = lives.get(key);
            if (life == null) {
                lives.put(key, born(number, path, blob, now, reach));
            } else if (!holds(old, number)) {
                lives.put(key, gone(life, Optional.empty()));
            }
        }
        for (int number : old) {
            Key key = new Key(number, path);
            Presence life = lives.get(key);
            if (!holds(young, number) && life != null) {
                lives.put(key, gone(life, Optional.of(now)));
            }
        }
    }

    private static boolean holds(int[] numbers, int number) {
        return Arrays.stream(numbers).anyMatch(each -> each == number);
    }

    private static Presence born(int number, String path, String blob, At now, Reach reach) {
        return new Presence(number, path, blob, Optional.of(now), Optional.empty(), false, List.of(), reach);
    }

    private static Presence gone(Presence life, Optional<At> when) {
        return new Presence(
                life.number(), life.path(), life.blob(), life.first(), when, life.inHead(), life.refs(), life.reach());
    }

    private int[] marks(ObjectReader objects, String blob) throws IOException, Whole {
        if (marked.containsKey(blob) || !looked.add(blob)) {
            return marked.getOrDefault(blob, NOTHING);
        }
        byte[] content = objects.open(ObjectId.fromString(blob)).getCachedBytes(FamilyWalk.LARGEST);
        if (BlobPass.isPointer(content, content.length)) {
            throw new Whole();
        }
        bytes += content.length;
        int[] found = reader.read(content, content.length, Optional.empty(), nothingCopied)
                .marks()
                .distinct();
        if (found.length > 0) {
            marked.put(blob, found);
        }
        return found;
    }

    /** Tells anew what the branch that is checked out holds, and what the refs hold. */
    private void hold(RevWalk walk) throws IOException, Whole {
        Map<String, String> moved = new TreeMap<>(tips.refs());
        moved.entrySet().removeAll(past.refs().entrySet());
        List<String> ranked = tips.ranked();
        for (Map.Entry<Key, Presence> each : lives.entrySet()) {
            Presence life = each.getValue();
            if (life.path().isEmpty()) {
                continue;
            }
            boolean listed = life.refs().size() < Lineage.MOST_REFS;
            List<String> refs = new ArrayList<>();
            for (String ref : ranked) {
                if (refs.size() == Lineage.MOST_REFS) {
                    break;
                }
                boolean asked =
                        moved.containsKey(ref) || !(listed || life.refs().contains(ref));
                boolean held = asked
                        ? holds(walk, tips.refs().get(ref), life)
                        : life.refs().contains(ref);
                if (held) {
                    refs.add(ref);
                }
            }
            boolean inHead = tips.head().isPresent() && holds(walk, tips.head().get(), life);
            each.setValue(new Presence(
                    life.number(),
                    life.path(),
                    life.blob(),
                    life.first(),
                    inHead || !refs.isEmpty() ? Optional.empty() : life.gone(),
                    inHead,
                    refs.stream().sorted().toList(),
                    life.reach()));
        }
    }

    private boolean holds(RevWalk walk, String tip, Presence life) throws IOException, Whole {
        if (++looks > MOST_LOOKS) {
            throw new Whole();
        }
        try (TreeWalk at =
                TreeWalk.forPath(repository, life.path(), commit(walk, tip).getTree())) {
            return at != null && holds(marked.getOrDefault(at.getObjectId(0).name(), NOTHING), life.number());
        }
    }

    /** The whole has to be read. */
    private static final class Whole extends Exception {
        private static final long serialVersionUID = 1L;

        Whole() {
            super("the whole has to be read", null, false, false);
        }
    }
}
