package dev.launchready.report;

import dev.launchready.model.Proof;
import dev.launchready.model.Scorecard;
import dev.launchready.model.Scorecard.AccessCell;
import dev.launchready.model.Scorecard.AccessRow;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The access matrix in words. */
final class AccessWords {
    private AccessWords() {}

    /** One sentence on the whole: how much was seen, and how much of it is not as it should be. */
    static String summary(Scorecard card) {
        long all = count(card, cell -> true);
        long wrong = count(card, AccessCell::wrong);
        long unknown = count(card, AccessCell::unknown);
        String routes = Words.plural(card.access().size(), "route");
        String told = all + " answers of " + routes + " were looked at";
        if (wrong == 0 && unknown == 0) {
            return told + ", all as they should be.";
        }
        return told + ": " + (all - wrong - unknown) + " as they should be, " + wrong + " not, and " + unknown
                + " that do not tell.";
    }

    private static long count(Scorecard card, Predicate<AccessCell> wanted) {
        return card.access().stream()
                .flatMap(row -> row.cells().stream())
                .filter(wanted)
                .count();
    }

    /** A line for each answer that is not as it should be; what strangers reach, and the best proved, first. */
    static List<String> wrong(Scorecard card) {
        return card.access().stream()
                .flatMap(row -> row.cells().stream().filter(AccessCell::wrong).map(cell -> new Placed(row, cell)))
                .sorted()
                .map(Placed::sentence)
                .toList();
    }

    /** Routes of which somebody's answer does not tell, a line each. */
    static List<String> unknown(Scorecard card) {
        return card.access().stream()
                .filter(row -> row.cells().stream().anyMatch(AccessCell::unknown))
                .map(row -> row.method() + " " + row.route() + " for " + names(row, AccessCell::unknown))
                .toList();
    }

    /** Who of a row is of that kind: {@code alice, bob on alice}. */
    static String names(AccessRow row, Predicate<AccessCell> kind) {
        return row.cells().stream().filter(kind).map(AccessWords::name).collect(Collectors.joining(", "));
    }

    /** Who, and on whose object where it is another's. */
    static String name(AccessCell cell) {
        return cell.identity()
                + cell.on()
                        .filter(owner -> !owner.equals(cell.identity()))
                        .map(owner -> " on " + owner)
                        .orElse("");
    }

    static String proof(AccessCell cell) {
        return cell.proof().map(proof -> proof.name().toLowerCase(Locale.ROOT)).orElse("");
    }

    private record Placed(AccessRow row, AccessCell cell) implements Comparable<Placed> {
        private static final Comparator<Placed> WORST_FIRST = Comparator.comparing(
                        (Placed placed) -> !placed.cell.seen().equals(AccessCell.ALLOWED))
                .thenComparing(placed -> placed.cell.proof().orElse(Proof.HEURISTIC));

        @Override
        public int compareTo(Placed other) {
            return WORST_FIRST.compare(this, other);
        }

        private String sentence() {
            String verb = cell.seen().equals(AccessCell.ALLOWED) ? " reaches " : " is refused ";
            String whose = cell.on().map(owner -> " of " + owner).orElse("");
            return cell.identity() + verb + row.method() + " " + row.route() + whose + " (" + proof(cell) + ")";
        }
    }
}
