package dev.launchready.check;

import dev.launchready.model.Evidence.HttpExchange;
import dev.launchready.model.Proof;
import dev.launchready.model.Scorecard.AccessCell;
import dev.launchready.model.Scorecard.AccessRow;
import dev.launchready.session.Glimpse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What was seen of one route, as cells of the access matrix. */
public final class AccessSeen {
    private static final int FIRST_REFUSAL = 400;

    /** Of a request that the portal does not understand, whoever sends it. */
    private static final Set<Integer> MALFORMED = Set.of(400, 422);

    private static final int TIMED_OUT = 408;
    private static final int TOO_MANY = 429;
    private static final int FIRST_FAULT = 500;

    private final String method;
    private final String route;
    private final List<AccessCell> cells = new ArrayList<>();

    /** @param route its template, with the operation where it is one of GraphQL */
    public AccessSeen(String method, String route) {
        this.method = method;
        this.route = route;
    }

    /** Somebody who may reach it does. */
    public AccessSeen reaches(String identity, Optional<String> on, Proof proof) {
        cells.add(new AccessCell(identity, on, AccessCell.ALLOWED, AccessCell.ALLOWED, Optional.of(proof)));
        return this;
    }

    /** Somebody who may reach it got an answer that is no control: a plain refusal says so, anything else, 400 and 422 too, does not tell. */
    public AccessSeen troubled(String identity, Optional<String> on, List<HttpExchange> answers) {
        boolean refused = !answers.isEmpty() && refusal(answers.get(0).status());
        cells.add(new AccessCell(
                identity,
                on,
                AccessCell.ALLOWED,
                refused ? AccessCell.REFUSED : AccessCell.UNKNOWN,
                refused ? Optional.of(Proof.STRONG) : Optional.empty()));
        return this;
    }

    /**
     * Somebody who has to be refused.
     *
     * @param told whether a refusal says anything, since such routes take that session at all
     */
    public AccessSeen stranger(String identity, Optional<String> on, Glimpse glimpse, boolean told) {
        Optional<Proof> leak = glimpse.leak();
        if (leak.isPresent()) {
            return stranger(
                    identity, on, leak.get() == Proof.HEURISTIC ? AccessCell.UNKNOWN : AccessCell.ALLOWED, leak);
        }
        boolean refused = glimpse.refused() && told;
        Proof proof = glimpse.kind() == Glimpse.Kind.CRASHED ? Proof.STRONG : Proof.CONFIRMED;
        return stranger(
                identity,
                on,
                refused ? AccessCell.REFUSED : AccessCell.UNKNOWN,
                refused ? Optional.of(proof) : Optional.empty());
    }

    /** Somebody who has to be refused, and what was seen of that. */
    public AccessSeen stranger(String identity, Optional<String> on, String seen, Optional<Proof> proof) {
        cells.add(new AccessCell(identity, on, AccessCell.REFUSED, seen, proof));
        return this;
    }

    /** A row with all of them; nothing where nobody was seen. */
    public List<AccessRow> rows() {
        return cells.isEmpty() ? List.of() : List.of(new AccessRow(method, route, cells));
    }

    /** Whether the answer says that the request itself is no good, and nothing of who sent it. */
    public static boolean malformed(int status) {
        return MALFORMED.contains(status);
    }

    private static boolean refusal(int status) {
        return !malformed(status)
                && status >= FIRST_REFUSAL
                && status < FIRST_FAULT
                && status != TIMED_OUT
                && status != TOO_MANY;
    }
}
