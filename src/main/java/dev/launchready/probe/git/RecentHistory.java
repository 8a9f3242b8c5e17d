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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevTag;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/**
 * Reads what came to a history since it was read before, and carries on what was found then. Where that cannot be done surely, as after a
 * rewrite, it says so, and the whole is to be read. For one thread, once.
 */
final class RecentHistory<K extends Known> {
    /** Beyond this the whole is read as fast. */
    private static final int MOST_COMMITS = 5000;

    private static final long MOST_LOOKS = 20_000;
    private static final int[] NOTHING = {};

    private final Repository repository;
    private final Tips tips;
    private final HistoryPast past;
    private final BlobReader<K> reader;
    private final Map<String, int[]> marked = new HashMap<>();
    private final Set<String> looked = new HashSet<>();
    private final Lives lives;
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
        this.lives = new Lives(past.presences());
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
            tags(walk);
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
                lives.all(),
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
                    || (presence.reach() == Reach.REFLOG && tips.logged().containsAll(past.logged()));
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
            message(each, time(each.getAuthorIdent()), reach);
        }
        return ordered.size();
    }

    private void tags(RevWalk walk) throws IOException, Whole {
        Set<String> fresh = new HashSet<>(tips.refs().values());
        fresh.removeAll(past.refs().values());
        for (String name : fresh) {
            RevObject object = walk.parseAny(ObjectId.fromString(name));
            if (object instanceof RevTag tag) {
                message(tag, time(tag.getTaggerIdent()), Reach.REF);
            }
        }
    }

    private static Instant time(@Nullable PersonIdent who) {
        return who == null
                ? Instant.EPOCH
                : Instant.ofEpochSecond(who.getWhenAsInstant().getEpochSecond());
    }

    private void message(RevObject object, Instant when, Reach reach) throws IOException {
        byte[] content = repository.open(object).getCachedBytes(FamilyWalk.LARGEST);
        for (int number : reader.message(content, content.length).distinct()) {
            Presence said = Presence.message(number, new At(object.name(), when), reach);
            lives.said(said);
        }
    }

    private void differ(RevWalk walk, RevCommit commit, Reach reach) throws IOException, Whole {
        At now = new At(commit.name(), time(commit.getAuthorIdent()));
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
        int[] old = marked.getOrDefault(trees.getObjectId(0).name(), NOTHING);
        String blob = trees.getObjectId(1).name();
        int[] young = trees.getFileMode(1).equals(FileMode.MISSING) ? NOTHING : marks(trees.getObjectReader(), blob);
        lives.changed(trees.getPathString(), old, young, blob, now, reach);
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
        Map<Presence, Presence> told = new HashMap<>();
        for (Presence life : lives.all()) {
            if (!life.path().isEmpty()) {
                List<String> refs = holding(walk, life, moved.keySet());
                boolean inHead =
                        tips.head().isPresent() && holds(walk, tips.head().get(), life);
                Optional<At> gone = inHead || !refs.isEmpty() ? Optional.empty() : life.gone();
                told.put(life, Lives.held(life, gone, inHead, refs));
            }
        }
        lives.replace(life -> told.getOrDefault(life, life));
    }

    /** Some of the refs that hold a mark at its path: of those that did not move it is known, as long as all of them are listed. */
    private List<String> holding(RevWalk walk, Presence life, Set<String> moved) throws IOException, Whole {
        boolean listed = life.refs().size() < Lineage.MOST_REFS;
        List<String> refs = new ArrayList<>();
        for (Map.Entry<String, String> each : tips.ranked()) {
            String ref = each.getKey();
            if (refs.size() == Lineage.MOST_REFS) {
                break;
            }
            boolean known = life.refs().contains(ref);
            boolean asked = moved.contains(ref) || !(listed || known);
            if (asked ? holds(walk, each.getValue(), life) : known) {
                refs.add(ref);
            }
        }
        return refs.stream().sorted().toList();
    }

    private boolean holds(RevWalk walk, String tip, Presence life) throws IOException, Whole {
        if (++looks > MOST_LOOKS) {
            throw new Whole();
        }
        try (TreeWalk at =
                TreeWalk.forPath(repository, life.path(), commit(walk, tip).getTree())) {
            return at != null
                    && Lives.holds(marked.getOrDefault(at.getObjectId(0).name(), NOTHING), life.number());
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
