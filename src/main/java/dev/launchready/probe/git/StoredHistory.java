package dev.launchready.probe.git;

import dev.launchready.probe.ProbeException;
import dev.launchready.probe.git.Commits.Commit;
import dev.launchready.probe.git.Presence.Reach;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

/** A repository on this machine. */
final class StoredHistory implements GitHistory {
    /** Refs whose trees are looked at to tell which still hold a mark; the branches come first. */
    private static final int MOST_TIPS = 2000;

    private final Repository repository;
    private final RepositoryLayout layout;
    private final Tips tips;
    private final int threads;

    StoredHistory(Repository repository, RepositoryLayout layout, Tips tips, int threads) {
        this.repository = repository;
        this.layout = layout;
        this.tips = tips;
        this.threads = threads;
    }

    @Override
    public Tips tips() {
        return tips;
    }

    @Override
    public <K extends Known> HistoryRead read(Supplier<? extends BlobReader<K>> readers) throws InterruptedException {
        try (ObjectStore store = ObjectStore.open(layout.objectFolders())) {
            FoundBlobs blobs = new FoundBlobs();
            StoreWalk walk = new StoreWalk(store, threads);
            walk.<K>walk(kind -> kind == Kind.BLOB, () -> new BlobPass<>(store, readers.get(), blobs));
            long absent = readLarge(blobs, readers);
            FoundTrees trees = new FoundTrees();
            MarkedBlobs marked = new MarkedBlobs(store, blobs.marks.keySet());
            walk.<Boolean>walk(
                    kind -> kind == Kind.COMMIT || kind == Kind.TREE || kind == Kind.TAG,
                    () -> new TreePass<>(store, trees, marked, readers.get()));
            return new Following(store, blobs, trees, absent).read();
        } catch (IOException e) {
            throw new IllegalStateException("a pack could not be closed", e);
        }
    }

    /** Reads what Git LFS keeps here; returns how much it keeps elsewhere. */
    private <K extends Known> long readLarge(FoundBlobs blobs, Supplier<? extends BlobReader<K>> readers) {
        long absent = 0;
        if (blobs.pointers.isEmpty()) {
            return absent;
        }
        BlobReader<K> reader = readers.get();
        for (Map.Entry<Integer, String> pointer : blobs.pointers.entrySet()) {
            Path file = layout.large(pointer.getValue());
            try (InputStream in = Files.newInputStream(file)) {
                Marks marks = reader.read(in);
                if (!marks.none()) {
                    blobs.marks.put(pointer.getKey(), marks.distinct());
                }
            } catch (IOException e) {
                absent++;
            }
        }
        return absent;
    }

    /** Brings together what the two walks found. */
    private final class Following {
        private final ObjectStore store;
        private final FoundBlobs blobs;
        private final FoundTrees trees;
        private final long absent;

        Following(ObjectStore store, FoundBlobs blobs, FoundTrees trees, long absent) {
            this.store = store;
            this.blobs = blobs;
            this.trees = trees;
            this.absent = absent;
        }

        HistoryRead read() {
            CommitOrder order = new CommitOrder(trees.commits);
            Set<Integer> shallow = new HashSet<>(numbers(layout.shallow()));
            Set<String> named = new HashSet<>(tips.refs().values());
            tips.head().ifPresent(named::add);
            List<Commit> reached = order.from(numbers(named), shallow);
            ReducedTrees reduced = ReducedTrees.of(trees.rows(), blobs.marks.keySet());
            Lineage lineage = new Lineage(store, reduced, trees.names, blobs.marks);
            lineage.follow(reached, trees.commits, Reach.REF);
            long missing = order.missing() + absentFrom(reached);
            long cut = order.cut();
            hold(lineage);
            List<Commit> logged = order.from(numbers(tips.logged()), shallow);
            lineage.follow(logged, trees.commits, Reach.REFLOG);
            lineage.follow(order.from(trees.commits.keySet(), shallow), trees.commits, Reach.NOTHING);
            long lost = named.stream()
                    .filter(name -> store.find(Names.bytes(name), 0) < 0)
                    .count();
            Holes holes = new Holes(
                    blobs.corrupt.sum() + trees.corrupt.sum() + unknown(),
                    blobs.tooLarge.sum() + trees.tooLarge.sum(),
                    missing,
                    lost,
                    cut,
                    unreadable(),
                    layout.partial(),
                    Submodules.below(tips.head().map(this::treeOf).orElse(ObjectStore.NONE), trees),
                    absent);
            return new HistoryRead(
                    blobs.blobs.sum(),
                    blobs.bytes.sum(),
                    reached.size(),
                    tips.refs().size(),
                    blobs.pointers.size(),
                    layout.grafts(),
                    holes,
                    Stream.concat(lineage.presences().stream(), new Messages(store, trees).said(named, reached, logged))
                            .toList(),
                    marked());
        }

        private Map<String, List<Integer>> marked() {
            Map<String, List<Integer>> marked = new HashMap<>();
            blobs.marks.forEach((number, found) -> marked.put(
                    Names.hex(store.name(number)), Arrays.stream(found).boxed().toList()));
            return marked;
        }

        private List<String> unreadable() {
            return Stream.concat(store.unreadable().stream(), blobs.unread.stream())
                    .toList();
        }

        private List<Integer> numbers(Collection<String> names) {
            List<Integer> numbers = new ArrayList<>();
            for (String name : names) {
                if (Names.isHex(name)) {
                    numbers.add(peeled(store.find(Names.bytes(name), 0)));
                }
            }
            return numbers;
        }

        private int peeled(int number) {
            int at = number;
            for (int depth = 0; depth < 8 && trees.tags.containsKey(at); depth++) {
                at = trees.tags.get(at).target();
            }
            return at;
        }

        /** How much is named by trees of reached commits and lies nowhere here. */
        private long absentFrom(List<Commit> reached) {
            long rootless = reached.stream().filter(commit -> commit.tree() < 0).count();
            if (trees.incomplete.isEmpty()) {
                return rootless;
            }
            BitSet holding = ReducedTrees.holding(trees.rows(), trees.incomplete);
            boolean any = reached.stream().anyMatch(commit -> commit.tree() >= 0 && holding.get(commit.tree()));
            return rootless + (any ? trees.missing.size() : 0);
        }

        private long unknown() {
            long unknown = 0;
            for (Pack pack : store.packs()) {
                for (int rank = 0; rank < pack.count(); rank++) {
                    unknown += pack.kind(rank) == Kind.UNKNOWN ? 1 : 0;
                }
            }
            return unknown;
        }

        private void hold(Lineage lineage) {
            tips.head().ifPresent(name -> lineage.held(treeOf(name), Optional.empty()));
            tips.ranked().stream()
                    .limit(MOST_TIPS)
                    .forEach(ref -> lineage.held(treeOf(ref.getValue()), Optional.of(ref.getKey())));
        }

        private int treeOf(String name) {
            Commit commit = trees.commits.get(peeled(store.find(Names.bytes(name), 0)));
            return commit == null ? ObjectStore.NONE : commit.tree();
        }
    }

    @Override
    public <K extends Known> Optional<HistoryRead> readSince(
            HistoryPast past, Supplier<? extends BlobReader<K>> readers) throws InterruptedException {
        boolean plain =
                !layout.partial() && !layout.grafts() && layout.shallow().isEmpty();
        return plain ? new RecentHistory<>(repository, tips, past, readers.get()).read() : Optional.empty();
    }

    @Override
    public Optional<GitHistory> within(String path) throws ProbeException {
        Optional<Path> folder = new SubmodulePlaces(repository, layout).of(path);
        return folder.isPresent() ? Optional.of(new JGitProbe(threads).open(folder.get())) : Optional.empty();
    }

    @Override
    public byte[] blob(String name) throws ProbeException {
        try {
            return repository.open(ObjectId.fromString(name)).getCachedBytes(FamilyWalk.LARGEST);
        } catch (IOException | LargeObjectException e) {
            throw new ProbeException.Malformed("blob " + name + " cannot be read", e);
        }
    }

    @Override
    public void close() {
        repository.close();
    }
}
