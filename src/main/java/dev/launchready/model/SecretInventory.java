package dev.launchready.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a look for secrets alone found in files, a repository or a stream; never a value.
 *
 * @param target as the person named it
 * @param leaks one for each secret, the worst first
 */
public record SecretInventory(String target, List<Leak> leaks, Extent extent) {

    public SecretInventory {
        leaks = List.copyOf(leaks);
    }

    /** What the holder of a found value can do. */
    public enum Use {
        /** Must not be seen by anybody outside. */
        SECRET,
        /** Made to be seen by visitors; what matters is the restriction behind it. */
        PUBLIC,
        /** Opens a test system only. */
        TEST
    }

    /** Those that end a command with 1: secrets, proved by more than a hint, that nobody has accepted. */
    public List<Leak> closing() {
        return leaks.stream().filter(Leak::closes).toList();
    }

    /**
     * One secret, wherever it was met.
     *
     * @param met how often, of which {@code places} may be the first only
     */
    public record Leak(Mark mark, Kind kind, Proof proof, List<Place> places, long met, Acceptance acceptance) {
        public Leak {
            places = List.copyOf(places);
        }

        /** One of two of the same value, the surer, with the places of both. */
        public Leak and(Leak other) {
            Leak best = other.proof.compareTo(proof) < 0 ? other : this;
            List<Place> both = new ArrayList<>(places);
            both.addAll(other.places);
            return new Leak(best.mark, best.kind, best.proof, both, met + other.met, acceptance);
        }

        public boolean closes() {
            return kind.use() == Use.SECRET && proof != Proof.HEURISTIC && !acceptance.accepted();
        }
    }

    /**
     * All that may be told of the value.
     *
     * @param prefix at most four characters
     * @param length in bytes
     * @param facts of its structure, such as the claims of a token
     */
    public record Mark(String fingerprint, String prefix, int length, Map<String, String> facts) {
        public Mark {
            facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        }
    }

    /**
     * @param rule its id
     * @param title for a person: {@code Stripe live secret key}
     * @param rotate how to replace it, a sentence a step
     * @param restriction for a public key: what to verify behind it
     */
    public record Kind(
            String rule, String title, Use use, Severity severity, List<String> rotate, Optional<String> restriction) {
        public Kind {
            rotate = List.copyOf(rotate);
        }
    }

    /**
     * @param line from 1
     * @param column in bytes from 1
     * @param label the name that the value is assigned to, where there is one
     * @param layers how the value is wrapped, the outermost first
     * @param lived when it was there, for a place of a history
     */
    public record Place(
            String file, long line, long column, Optional<String> label, List<String> layers, Optional<Lived> lived) {
        public Place {
            layers = List.copyOf(layers);
        }

        /** A place of what lies there now. */
        public Place(String file, long line, long column, Optional<String> label, List<String> layers) {
            this(file, line, column, label, layers, Optional.empty());
        }
    }

    /**
     * @param since the commit that brought it, with its date
     * @param until the commit that took it away, or what still holds it; empty where it is in the newest version
     */
    public record Lived(String since, Optional<String> until, boolean inHead) {}

    /**
     * @param known whether the baseline has it
     * @param waived the sentence of a waiver that counts today
     */
    public record Acceptance(boolean known, Optional<String> waived) {
        public static final Acceptance NONE = new Acceptance(false, Optional.empty());

        boolean accepted() {
            return known || waived.isPresent();
        }
    }

    /**
     * How much was looked at.
     *
     * @param entries of archives
     * @param leftOut what was not looked at, as it is meant to be, a sentence each
     * @param unread what should have been looked at and could not be, a sentence each
     */
    public record Extent(long files, long bytes, long entries, List<String> leftOut, List<String> unread) {
        public static final Extent NOTHING = new Extent(0, 0, 0, List.of(), List.of());

        public Extent {
            leftOut = List.copyOf(leftOut);
            unread = List.copyOf(unread);
        }

        public Extent and(Extent other) {
            return new Extent(
                    files + other.files,
                    bytes + other.bytes,
                    entries + other.entries,
                    both(leftOut, other.leftOut),
                    both(unread, other.unread));
        }

        private static List<String> both(List<String> one, List<String> other) {
            List<String> both = new ArrayList<>(one);
            both.addAll(other);
            return both;
        }
    }
}
