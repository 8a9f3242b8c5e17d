package dev.launchready.detect;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Joins the hits of one value, whoever reports them and in whatever order. May be used by several threads. */
public final class SecretTally implements Consumer<SecretHit> {
    private static final Comparator<SecretHit> BY_PLACE = Comparator.comparing(
                    (SecretHit hit) -> hit.spot().source().name())
            .thenComparing(hit -> hit.spot().offset())
            .thenComparing(hit -> hit.spot().layers().size())
            .thenComparing(SecretHit::rule);
    private static final Comparator<SecretHit> BETTER = Comparator.comparing(SecretHit::proof)
            .thenComparing(SecretHit::severity)
            .thenComparing(SecretHit::rule);

    private final int most;
    private final Map<String, Met> secrets = new HashMap<>();

    /**
     * One value.
     *
     * @param best the hit that proves most
     * @param hits the first in the order of their places
     * @param count of all hits
     */
    public record Joined(SecretHit best, List<SecretHit> hits, long count) {
        public Joined {
            hits = List.copyOf(hits);
        }
    }

    private static final class Met {
        private final TreeSet<SecretHit> first = new TreeSet<>(BY_PLACE);
        private SecretHit best;
        private long count;

        Met(SecretHit hit) {
            best = hit;
        }
    }

    /** @param most places to keep of each value */
    public SecretTally(int most) {
        this.most = most;
    }

    @Override
    public synchronized void accept(SecretHit hit) {
        Met met = secrets.computeIfAbsent(hit.ref().fingerprint(), print -> new Met(hit));
        met.count++;
        met.best = BETTER.compare(hit, met.best) < 0 ? hit : met.best;
        met.first.add(hit);
        if (met.first.size() > most) {
            met.first.pollLast();
        }
    }

    /** One for each value; the worst first, then in the order of their places. */
    public synchronized List<Joined> secrets() {
        return secrets.values().stream()
                .map(met -> new Joined(met.best, List.copyOf(met.first), met.count))
                .sorted(Comparator.comparing((Joined each) -> each.best().proof())
                        .thenComparing(each -> each.best().severity())
                        .thenComparing(each -> each.hits().get(0), BY_PLACE))
                .toList();
    }
}
