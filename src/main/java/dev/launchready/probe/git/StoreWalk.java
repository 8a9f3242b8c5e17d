package dev.launchready.probe.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

/** Walks all objects of some kinds in as many threads as there are processors. */
final class StoreWalk {
    private static final int CHUNK = 1024;
    private static final int LOOSE_CHUNK = 64;

    /** Looks at objects of packs and at loose ones. */
    interface Visitor<S> extends FamilyWalk.Visitor<S> {
        /** @param number of a loose object, which is of any kind */
        void loose(int number, LooseObjects.Opened object) throws IOException;

        void brokenLoose(int number, IOException why);
    }

    /** Objects that lie together. {@code pack} is less than 0 where they are loose. */
    private record Chunk(int pack, int from, int to) {}

    private final ObjectStore store;
    private final int threads;
    private final List<Chunk> chunks = new ArrayList<>();

    StoreWalk(ObjectStore store, int threads) {
        this.store = store;
        this.threads = threads;
        for (int pack = 0; pack < store.packs().size(); pack++) {
            add(pack, store.packs().get(pack).count(), CHUNK);
        }
        add(-1, store.loose().count(), LOOSE_CHUNK);
    }

    private void add(int pack, int count, int size) {
        for (int from = 0; from < count; from += size) {
            chunks.add(new Chunk(pack, from, Math.min(count, from + size)));
        }
    }

    /** @param visitors one for each thread, made in that thread */
    <S> void walk(IntPredicate kinds, Supplier<? extends Visitor<S>> visitors) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "git-history");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Callable<Void>> tasks = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                tasks.add(() -> work(next, kinds, visitors.get()));
            }
            for (Future<Void> done : pool.invokeAll(tasks)) {
                done.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InterruptedException interrupted) {
                throw interrupted;
            }
            throw new IllegalStateException("reading a repository failed", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private <S> Void work(AtomicInteger next, IntPredicate kinds, Visitor<S> visitor) throws InterruptedException {
        try (Walks<S> walks = new Walks<>(visitor)) {
            for (int at = next.getAndIncrement(); at < chunks.size(); at = next.getAndIncrement()) {
                Chunk chunk = chunks.get(at);
                if (chunk.pack() < 0) {
                    loose(chunk, visitor);
                } else {
                    packed(chunk, kinds, walks);
                }
            }
        }
        return null;
    }

    private <S> void packed(Chunk chunk, IntPredicate kinds, Walks<S> walks) throws InterruptedException {
        Pack pack = store.packs().get(chunk.pack());
        for (int rank = chunk.from(); rank < chunk.to(); rank++) {
            if (pack.base(rank) == Pack.NONE && kinds.test(pack.kind(rank))) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                walks.on(pack).walk(pack, store.first(chunk.pack()), rank);
            }
        }
    }

    private <S> void loose(Chunk chunk, Visitor<S> visitor) {
        for (int at = chunk.from(); at < chunk.to(); at++) {
            int number = store.firstLoose() + at;
            boolean again = store.find(store.loose().name(at), 0) != number;
            if (again) {
                continue;
            }
            try (LooseObjects.Opened opened = store.loose().open(at)) {
                visitor.loose(number, opened);
            } catch (IOException e) {
                visitor.brokenLoose(number, e);
            }
        }
    }

    /** One thread's walk, made when the first pack is met. */
    private static final class Walks<S> implements AutoCloseable {
        private final Visitor<S> visitor;
        private final List<FamilyWalk<S>> made = new ArrayList<>();

        Walks(Visitor<S> visitor) {
            this.visitor = visitor;
        }

        FamilyWalk<S> on(Pack pack) {
            if (made.isEmpty()) {
                made.add(new FamilyWalk<>(pack, visitor));
            }
            return made.get(0);
        }

        @Override
        public void close() {
            made.forEach(FamilyWalk::close);
        }
    }
}
