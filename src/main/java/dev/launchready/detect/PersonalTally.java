package dev.launchready.detect;

import dev.launchready.detect.PersonalHit.Kind;
import dev.launchready.model.Proof;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Counts what was met, and keeps a few samples of each kind. For one thread. */
public final class PersonalTally implements Consumer<PersonalHit> {
    private static final int MAX_DIFFERENT = 100_000;

    private final int samples;
    private final Map<Kind, Counts> kinds = new EnumMap<>(Kind.class);

    private static final class Counts {
        private long all;
        private long proved;
        private final Set<String> different = new HashSet<>();
        private final List<PersonalHit> kept = new ArrayList<>();
    }

    /** @param samples of each kind to keep */
    public PersonalTally(int samples) {
        this.samples = samples;
    }

    @Override
    public void accept(PersonalHit hit) {
        Counts counts = kinds.computeIfAbsent(hit.kind(), kind -> new Counts());
        counts.all++;
        counts.proved += hit.proof() == Proof.HEURISTIC ? 0 : 1;
        boolean fresh = counts.different.size() < MAX_DIFFERENT && counts.different.add(hit.fingerprint());
        if (fresh) {
            counts.kept.add(hit);
            counts.kept.sort(Comparator.comparing(PersonalHit::proof)); // stable: of the same proof, the first met
            if (counts.kept.size() > samples) {
                counts.kept.remove(samples);
            }
        }
    }

    public long count(Kind kind) {
        return kinds.getOrDefault(kind, new Counts()).all;
    }

    /** How many of them are more than a hint. */
    public long proved(Kind kind) {
        return kinds.getOrDefault(kind, new Counts()).proved;
    }

    /** How many different values there were; counted up to a hundred thousand. */
    public long different(Kind kind) {
        return kinds.getOrDefault(kind, new Counts()).different.size();
    }

    /** Samples of different values, the best proved first, then in the order in which they were met. */
    public List<PersonalHit> samples(Kind kind) {
        return List.copyOf(kinds.getOrDefault(kind, new Counts()).kept);
    }
}
