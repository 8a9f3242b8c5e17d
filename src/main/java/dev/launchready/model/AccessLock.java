package dev.launchready.model;

import dev.launchready.model.Scorecard.AccessCell;
import dev.launchready.model.Scorecard.AccessRow;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Who reaches what, as people have agreed on it: the access matrix by roles in place of test accounts, so that it stays when an account
 * changes.
 *
 * @param file as a person named it
 * @param lines sorted by route, method and who
 */
public record AccessLock(String file, List<Line> lines) {
    private static final String NOBODY = "nobody";
    /** What a line says of an object of one's own. */
    public static final String OWN = "own";

    private static final List<String> WORST_FIRST = List.of(AccessCell.ALLOWED, AccessCell.REFUSED, AccessCell.UNKNOWN);

    public AccessLock {
        lines = List.copyOf(lines);
    }

    /** What a line is about; each occurs once. */
    public record Place(String method, String route, String role, Optional<String> on) implements Comparable<Place> {
        private static final Comparator<Place> ORDER = Comparator.comparing(Place::route)
                .thenComparing(Place::method)
                .thenComparing(place -> place.role.equals(NOBODY))
                .thenComparing(Place::role)
                .thenComparing(place -> place.on.orElse(""));

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * One role at one route.
     *
     * @param seen ALLOWED, REFUSED or UNKNOWN
     * @param meant whether the portal file expects the role to be let in; what is read from a file does not say, and has it false
     * @param at the line of the file, from 1; 0 where there is none
     */
    public record Line(Place place, String seen, boolean meant, int at) {
        public boolean allowed() {
            return seen.equals(AccessCell.ALLOWED);
        }

        public boolean unknown() {
            return seen.equals(AccessCell.UNKNOWN);
        }
    }

    /**
     * What a run saw, by roles: when one account of a role is let in, the role is.
     *
     * @param roles identity to role
     * @param portable a route's template without what differs from one place of the portal to another
     */
    public static List<Line> of(List<AccessRow> rows, Map<String, String> roles, UnaryOperator<String> portable) {
        Map<Place, Line> lines = new TreeMap<>();
        for (AccessRow row : rows) {
            String route = portable.apply(row.route());
            for (AccessCell cell : row.cells()) {
                Place place = new Place(row.method(), route, role(roles, cell.identity()), on(cell, roles));
                boolean meant = cell.expected().equals(AccessCell.ALLOWED);
                lines.merge(place, new Line(place, cell.seen(), meant, 0), AccessLock::worse);
            }
        }
        return List.copyOf(lines.values());
    }

    private static Line worse(Line one, Line other) {
        Line worse = WORST_FIRST.indexOf(one.seen) <= WORST_FIRST.indexOf(other.seen) ? one : other;
        return new Line(worse.place, worse.seen, one.meant && other.meant, 0);
    }

    private static Optional<String> on(AccessCell cell, Map<String, String> roles) {
        return cell.on().map(owner -> owner.equals(cell.identity()) ? OWN : role(roles, owner));
    }

    /** Without white space, which separates the words of a line. */
    private static String role(Map<String, String> roles, String identity) {
        return roles.getOrDefault(identity, identity).strip().replaceAll("\\s+", "-");
    }
}
