package dev.launchready.engine;

import dev.launchready.check.Claim;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Who holds which claims; used by the one dispatcher alone, so that all of a task's claims are taken at once. */
final class Claims {
    private final List<Held> held = new ArrayList<>();

    /** @param freeAt nano time at which the cool-down ends; {@code Long.MAX_VALUE} while the task runs */
    private record Held(String task, Claim claim, long freeAt) {}

    boolean free(Set<Claim> wanted, long now) {
        held.removeIf(each -> each.freeAt() - now <= 0 && each.freeAt() != Long.MAX_VALUE);
        return wanted.stream()
                .noneMatch(claim -> held.stream().anyMatch(each -> each.claim().conflictsWith(claim)));
    }

    void take(Task task) {
        task.footprint().claims().forEach(claim -> held.add(new Held(task.id(), claim, Long.MAX_VALUE)));
    }

    void release(Task task, long now) {
        List<Held> cooling = new ArrayList<>();
        long freeAt = now + task.footprint().coolDown().toNanos();
        held.removeIf(each -> {
            if (each.task().equals(task.id())) {
                cooling.add(new Held(task.id(), each.claim(), freeAt));
                return true;
            }
            return false;
        });
        held.addAll(cooling);
    }

    /** Nano time of the next end of a cool-down; {@code Long.MAX_VALUE} when none is under way. */
    long nextFree() {
        return held.stream().mapToLong(Held::freeAt).min().orElse(Long.MAX_VALUE);
    }
}
