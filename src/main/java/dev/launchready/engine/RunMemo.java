package dev.launchready.engine;

import dev.launchready.check.Memo;
import dev.launchready.check.Params;
import dev.launchready.probe.ProbeException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** The shared observations of one run; what they cost is theirs, not the first asker's. */
final class RunMemo implements Memo, Engine.Seen {
    private final Map<String, CompletableFuture<Made>> made = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final Ports ports;

    RunMemo(Ports ports) {
        this.ports = ports;
    }

    /** Either a result or the failure to come to one. */
    private record Made(Optional<Object> value, Optional<ProbeException> failure) {}

    @Override
    @SuppressWarnings("unchecked") // the name of a shared observation stands for its type
    public <T> T get(Shared<T> shared) throws ProbeException, InterruptedException {
        while (true) {
            CompletableFuture<Made> own = new CompletableFuture<>();
            CompletableFuture<Made> known = made.putIfAbsent(shared.name(), own);
            if (known == null) {
                make(shared, own);
            }
            Optional<Made> result = await(known == null ? own : known);
            if (result.isPresent()) {
                Optional<ProbeException> failure = result.get().failure();
                if (failure.isPresent()) {
                    throw failure.get();
                }
                return (T) result.get().value().orElseThrow();
            }
        }
    }

    @Override
    @SuppressWarnings("unchecked") // the name of a shared observation stands for its type
    public <T> Optional<T> of(Shared<T> shared) {
        CompletableFuture<Made> known = made.get(shared.name());
        if (known == null || !known.isDone() || known.isCompletedExceptionally()) {
            return Optional.empty();
        }
        return (Optional<T>) known.join().value();
    }

    /** Something that is known without looking. */
    <T> void know(Shared<T> shared, T value) {
        made.put(shared.name(), CompletableFuture.completedFuture(new Made(Optional.of(value), Optional.empty())));
    }

    int requests() {
        return requests.get();
    }

    private <T> void make(Shared<T> shared, CompletableFuture<Made> own) throws InterruptedException {
        boolean done = false;
        try {
            T value = shared.observe(ports.context(new Params(Map.of()), this, requests));
            done = own.complete(new Made(Optional.of(value), Optional.empty()));
        } catch (ProbeException e) {
            done = own.complete(new Made(Optional.empty(), Optional.of(e)));
        } finally {
            if (!done) {
                made.remove(shared.name());
                own.cancel(false);
            }
        }
    }

    /** Empty when the one who was making it gave up: then the next one tries. */
    private static Optional<Made> await(CompletableFuture<Made> future) throws InterruptedException {
        if (future.isCancelled()) {
            return Optional.empty();
        }
        try {
            return Optional.of(future.get());
        } catch (java.util.concurrent.CancellationException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a shared observation completes with a result or a known failure", e);
        }
    }
}
