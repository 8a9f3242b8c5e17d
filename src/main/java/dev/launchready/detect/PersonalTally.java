package dev.launchready.detect;

import dev.launchready.detect.PersonalHit.Kind;
import java.util.ArrayList;
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
    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    private final Map<Kind, Set<String>> different = new EnumMap<>(Kind.class);
    private final Map<Kind, List<PersonalHit>> kept = new EnumMap<>(Kind.class);

    /** @param samples of each kind to keep */
    public PersonalTally(int samples) {
        this.samples = samples;
    }

    @Override
    public void accept(PersonalHit hit) {
        counts.merge(hit.kind(), 1L, Long::sum);
        Set<String> known = different.computeIfAbsent(hit.kind(), kind -> new HashSet<>());
        boolean fresh = known.size() < MAX_DIFFERENT && known.add(hit.fingerprint());
        List<PersonalHit> list = kept.computeIfAbsent(hit.kind(), kind -> new ArrayList<>());
        if (fresh && list.size() < samples) {
            list.add(hit);
        }
    }

    public long count(Kind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    /** How many different values there were; counted up to a hundred thousand. */
    public long different(Kind kind) {
        return different.getOrDefault(kind, Set.of()).size();
    }

    /** Samples of different values, in the order in which they were met. */
    public List<PersonalHit> samples(Kind kind) {
        return List.copyOf(kept.getOrDefault(kind, List.of()));
    }
}
