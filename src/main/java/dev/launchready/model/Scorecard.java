package dev.launchready.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that a report may know of a run. */
public record Scorecard(
        Tool tool,
        PortalRef portal,
        ProfileRef profile,
        Instant started,
        long elapsedMs,
        Verdict verdict,
        Scope scope,
        Coverage coverage,
        List<CheckResult> checks,
        List<Row> rows,
        List<AccessRow> access,
        List<PlanWindow> plan,
        List<SecretSighting> secrets,
        List<String> fixed,
        List<String> notes,
        Traffic traffic) {
    public static final int SCHEMA_VERSION = 1;

    public Scorecard {
        checks = List.copyOf(checks);
        rows = List.copyOf(rows);
        access = List.copyOf(access);
        plan = List.copyOf(plan);
        secrets = List.copyOf(secrets);
        fixed = List.copyOf(fixed);
        notes = List.copyOf(notes);
    }

    /** Every finding of every check, in the order of the checks. */
    public List<Finding> findings() {
        return checks.stream().flatMap(check -> check.findings().stream()).toList();
    }

    /** @param catalogue a digest of all cards, so that a moved score can be told from a moved portal */
    public record Tool(String name, String version, String catalogue) {}

    /** @param file the portal file as it was named, where there was one */
    public record PortalRef(String name, String url, Optional<String> file, List<String> stack) {
        public PortalRef {
            stack = List.copyOf(stack);
        }
    }

    /** @param ready the profile's sentence for "ready" */
    public record ProfileRef(String id, String title, String ready, boolean scored) {}

    /**
     * @param why one sentence for each cause
     * @param score 0 to 100, absent where the profile has none
     * @param exitCode of the process, as {@code --help} lists them
     * @param partial only chosen checks ran
     * @param interrupted the run was ended from outside
     */
    public record Verdict(
            Decision decision,
            List<String> why,
            Optional<Integer> score,
            Gate gate,
            int exitCode,
            boolean partial,
            boolean interrupted) {
        public Verdict {
            why = List.copyOf(why);
        }
    }

    /** @param failOn a severity in lower case, or {@code never} */
    public record Gate(String failOn, boolean hardStops) {}

    /** What might be touched, and when each stage ran. */
    public record Scope(List<String> consent, List<String> hosts, List<StageTime> stages) {
        public Scope {
            consent = List.copyOf(consent);
            hosts = List.copyOf(hosts);
            stages = List.copyOf(stages);
        }
    }

    /** @param startedMs after the start of the run */
    public record StageTime(Stage stage, long startedMs, long elapsedMs) {}

    public record Coverage(int checksProven, int checksSelected, int privateRoutesKnown, int privateRoutesExercised) {}

    public record Row(String row, List<String> checks, Outcome outcome) {
        public Row {
            checks = List.copyOf(checks);
        }
    }

    /** One route, and what each identity was seen to get from it; a person who is not signed in is called {@code nobody}. */
    public record AccessRow(String method, String route, List<AccessCell> cells) {
        public AccessRow {
            cells = List.copyOf(cells);
        }
    }

    /**
     * @param on whose object was asked for; absent where the route names none
     * @param expected ALLOWED or REFUSED
     * @param seen ALLOWED, REFUSED or UNKNOWN
     * @param proof how well that is proved; of an UNKNOWN one {@code HEURISTIC} where a hint was seen
     */
    public record AccessCell(
            String identity, Optional<String> on, String expected, String seen, Optional<Proof> proof) {
        public static final String ALLOWED = "ALLOWED";
        public static final String REFUSED = "REFUSED";
        public static final String UNKNOWN = "UNKNOWN";

        /** Whether it could not be told. */
        public boolean unknown() {
            return seen.equals(UNKNOWN);
        }

        /** Whether somebody reaches what is not meant for them, or is refused what is. */
        public boolean wrong() {
            return !unknown() && !seen.equals(expected);
        }
    }

    /** @param window such as {@code 0-6h}; items are fingerprints, what matters most first */
    public record PlanWindow(String window, List<String> items) {
        public PlanWindow {
            items = List.copyOf(items);
        }
    }

    /**
     * One secret, wherever it was met.
     *
     * @param fix how to be rid of it, in order: a new one first, then out of every place, then out of what remembers
     */
    public record SecretSighting(String fingerprint, String kind, List<SecretPlace> places, List<String> fix) {
        public SecretSighting {
            places = List.copyOf(places);
            fix = List.copyOf(fix);
        }
    }

    /** As {@link Secret.Place}, with the check that met it there. */
    public record SecretPlace(
            String check, String file, Optional<String> first, Optional<String> last, Optional<Boolean> inHead) {}

    /** @param byClass requests sent, by the class of consent they needed */
    public record Traffic(long requests, long bytes, long outOfScope, Map<String, Long> byClass) {
        public static final Traffic NONE = new Traffic(0, 0, 0, Map.of());

        public Traffic {
            byClass = Map.copyOf(byClass);
        }
    }
}
