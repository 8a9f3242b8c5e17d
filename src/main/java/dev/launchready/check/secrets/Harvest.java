package dev.launchready.check.secrets;

import dev.launchready.detect.Looked;
import dev.launchready.detect.Rule;
import dev.launchready.detect.ScanWorker;
import dev.launchready.detect.SecretHit;
import dev.launchready.detect.SecretSearch;
import dev.launchready.detect.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Collects the secrets that one check meets, one entry for each value whatever the number of its places. {@link #add} may be called by many
 * threads; {@link #look} scans in the calling thread, which must be one.
 */
public final class Harvest {
    /** More places of one secret help nobody to find it. */
    private static final int MOST_SIGHTINGS = 20;

    private final SecretSearch search;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private Optional<ScanWorker> worker = Optional.empty();

    public Harvest(SecretSearch search) {
        this.search = search;
    }

    private static final class Entry {
        private FoundSecret best;
        private int places;
        private final List<Sighting> sightings = new ArrayList<>();

        Entry(FoundSecret first) {
            best = first;
        }

        void add(FoundSecret each, UnaryOperator<Sighting> placing) {
            places += each.places();
            best = each.better(best) ? each : best;
            each.sightings().stream()
                    .limit(MOST_SIGHTINGS - sightings.size())
                    .map(placing)
                    .forEach(sightings::add);
        }
    }

    /**
     * Scans a whole source in memory.
     *
     * @param name as a person knows the source: a path, or a URL without query
     * @param placing adds to each sighting what the caller knows of the source
     */
    public Looked look(byte[] bytes, String name, UnaryOperator<Sighting> placing) {
        return look(bytes, name, placing, hit -> true);
    }

    /** The same for those hits alone that are wanted. */
    public Looked look(byte[] bytes, String name, UnaryOperator<Sighting> placing, Predicate<SecretHit> wanted) {
        if (worker.isEmpty()) {
            worker = Optional.of(search.scanner().worker());
        }
        return worker.get().scan(bytes, 0, bytes.length, Source.of(name), hit -> {
            if (wanted.test(hit)) {
                add(hit, placing.apply(Sighting.of(hit)));
            }
        });
    }

    /** Adds what was found elsewhere, as in a walk over a history. */
    public void add(SecretHit hit, Sighting sighting) {
        add(found(hit, sighting), UnaryOperator.identity());
    }

    /**
     * Adds what another harvest found.
     *
     * @param placing adds to each sighting what the caller knows of its place
     */
    synchronized void add(FoundSecret secret, UnaryOperator<Sighting> placing) {
        entries.computeIfAbsent(secret.ref().fingerprint(), key -> new Entry(secret))
                .add(secret, placing);
    }

    /** Everything so far, in the order in which it was met. */
    public synchronized List<FoundSecret> found() {
        return entries.values().stream()
                .map(entry -> entry.best.met(entry.sightings, entry.places))
                .toList();
    }

    private FoundSecret found(SecretHit hit, Sighting sighting) {
        Optional<Rule> rule = search.rule(hit.rule());
        return new FoundSecret(
                hit.rule(),
                hit.kind(),
                hit.keyClass(),
                hit.severity(),
                hit.proof(),
                hit.ref(),
                hit.facts(),
                rule.map(Rule::rotate).orElse(List.of()),
                rule.flatMap(Rule::restriction),
                List.of(sighting),
                1);
    }
}
