package dev.launchready.score;

import dev.launchready.model.CheckResult;
import dev.launchready.model.Proof;
import dev.launchready.model.Scorecard.AccessCell;
import dev.launchready.model.Scorecard.AccessRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One table of what all checks saw of who may reach what. */
public final class AccessMatrix {
    private static final List<String> WORST_FIRST = List.of(AccessCell.ALLOWED, AccessCell.REFUSED, AccessCell.UNKNOWN);
    private static final String NOBODY = "nobody";

    private AccessMatrix() {}

    private record Place(String route, String method) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::route).thenComparing(Place::method);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /** Who, on whose object; nobody comes last. */
    private record Who(String identity, String on) implements Comparable<Who> {
        private static final Comparator<Who> ORDER = Comparator.comparing((Who who) -> who.identity.equals(NOBODY))
                .thenComparing(Who::identity)
                .thenComparing(Who::on);

        @Override
        public int compareTo(Who other) {
            return ORDER.compare(this, other);
        }
    }

    /** A row for each route, by its template and method; of several cells about the same, the worst with the best proof. */
    public static List<AccessRow> of(Collection<CheckResult> results) {
        Map<Place, Map<Who, AccessCell>> merged = new TreeMap<>();
        for (CheckResult result : results) {
            for (AccessRow row : result.access()) {
                Map<Who, AccessCell> cells =
                        merged.computeIfAbsent(new Place(row.route(), row.method()), place -> new TreeMap<>());
                row.cells()
                        .forEach(cell ->
                                cells.merge(new Who(cell.identity(), cell.on().orElse("")), cell, AccessMatrix::worse));
            }
        }
        List<AccessRow> rows = new ArrayList<>();
        merged.forEach(
                (place, cells) -> rows.add(new AccessRow(place.method(), place.route(), List.copyOf(cells.values()))));
        return rows;
    }

    /** That one was let in counts more than that it was refused elsewhere, and both more than that it could not be told. */
    private static AccessCell worse(AccessCell one, AccessCell other) {
        AccessCell worse = Comparator.comparingInt((AccessCell cell) -> WORST_FIRST.indexOf(cell.seen()))
                                .thenComparing(cell -> cell.proof().orElse(Proof.HEURISTIC))
                                .thenComparing(cell -> cell.proof().isEmpty())
                                .compare(one, other)
                        <= 0
                ? one
                : other;
        boolean strict =
                one.expected().equals(AccessCell.REFUSED) || other.expected().equals(AccessCell.REFUSED);
        String expected = strict ? AccessCell.REFUSED : AccessCell.ALLOWED;
        Optional<Proof> proof = worse.proof();
        return new AccessCell(worse.identity(), worse.on(), expected, worse.seen(), proof);
    }
}
