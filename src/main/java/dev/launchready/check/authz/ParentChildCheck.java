package dev.launchready.check.authz;

import dev.launchready.check.AccessSeen;
import dev.launchready.check.Check;
import dev.launchready.check.CheckContext;
import dev.launchready.check.Footprint;
import dev.launchready.check.Judgement;
import dev.launchready.check.Params;
import dev.launchready.model.Evidence.HttpExchange;
import dev.launchready.model.Proof;
import dev.launchready.model.Reason;
import dev.launchready.model.Scorecard.AccessRow;
import dev.launchready.portal.Portal;
import dev.launchready.probe.ProbeException;
import dev.launchready.session.Glimpse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An object is reached only under the parent that it belongs to: one's own parent opens no child of somebody else. */
public final class ParentChildCheck implements Check<ParentChildCheck.Seen> {
    static final Reason FOREIGN_CHILD = Reason.fails("foreign-child");
    static final Reason FOREIGN_PARENT_SHOWN = Reason.fails("foreign-parent-shown");
    static final Reason LOOKS_READABLE = Reason.warns("looks-readable");
    static final Reason PARENT_IGNORED = Reason.warns("parent-ignored");
    static final Reason BREAKS_ON_MIXED_IDS = Reason.warns("breaks-on-mixed-ids");
    static final Reason OWNER_REFUSED = Reason.blocks("owner-refused");
    static final Reason NO_OBJECT = Reason.blocks("no-object");
    static final Reason NO_OWN_PARENT = Reason.blocks("no-own-parent");
    static final Reason IN_BOTH_LISTS = Reason.blocks("in-both-lists");
    static final Reason CANNOT_TELL = Reason.blocks("cannot-tell");
    static final Reason READER_LOCKED_OUT = Reason.blocks("reader-locked-out");
    static final Reason NO_STRANGERS = Reason.blocks("no-strangers");
    static final Reason NO_NESTED_ROUTE = Reason.notApplicable("no-nested-route");
    static final Reason ONE_PARENT = Reason.notApplicable("one-parent");
    static final Reason ALL_OPEN = Reason.notApplicable("all-open");

    private static final Duration TIMEOUT = Duration.ofMinutes(10);
    private static final int PER_TRY = 6;

    /** Why nobody could try a foreign child under a parent of its own. */
    public enum Lack {
        NONE,
        /** Nobody has to be refused. */
        STRANGER,
        /** No parent is known that a stranger may enter. */
        PARENT,
        /** The strangers' parents are the owner's. */
        DIFFERENCE
    }

    /**
     * What a stranger saw of a child under a parent of its own.
     *
     * @param listed whether the reader's own lists name the child as well, and the file does not say whose it is
     * @param welcome whether the reader's session is taken by such routes at all
     */
    public record Try(
            String reader, String roles, boolean listed, boolean welcome, Glimpse glimpse, HttpExchange exchange) {}

    /**
     * What the owner saw of its own child under the parent of a stranger.
     *
     * @param other whose parent it is
     * @param own how much of its own child it saw
     * @param others how much of what only the other one gets under that parent; absent where nothing of that is known
     */
    public record Astray(String other, String roles, Glimpse own, Optional<Glimpse> others, HttpExchange exchange) {}

    /**
     * One child, asked for by one route.
     *
     * @param parent the parents' types
     * @param open whether nobody needs a sign-in for it
     * @param trouble why the owner's answer is no control
     * @param control the owner's answers, before and after
     */
    public record Asked(
            String method,
            String template,
            String host,
            Optional<Integer> line,
            String type,
            String parent,
            String owner,
            boolean open,
            Optional<String> trouble,
            List<HttpExchange> control,
            List<Try> tries,
            Lack lack,
            Optional<Astray> astray) {
        public Asked {
            control = List.copyOf(control);
            tries = List.copyOf(tries);
        }
    }

    /**
     * @param file the portal file's name
     * @param without routes for whose child nobody is known to own one
     * @param routes how many routes name an object under another
     */
    public record Seen(List<Asked> asked, String file, List<Without> without, int routes) {
        public Seen {
            asked = List.copyOf(asked);
            without = List.copyOf(without);
        }
    }

    /** A route that could not be asked, for want of an object. */
    public record Without(String method, String template, String type, String parent) {}

    @Override
    public String id() {
        return "authz.parent-child";
    }

    @Override
    public Set<Reason> reasons() {
        return Set.of(
                FOREIGN_CHILD,
                FOREIGN_PARENT_SHOWN,
                LOOKS_READABLE,
                PARENT_IGNORED,
                BREAKS_ON_MIXED_IDS,
                OWNER_REFUSED,
                NO_OBJECT,
                NO_OWN_PARENT,
                IN_BOTH_LISTS,
                CANNOT_TELL,
                READER_LOCKED_OUT,
                NO_STRANGERS,
                NO_NESTED_ROUTE,
                ONE_PARENT,
                ALL_OPEN);
    }

    @Override
    public Class<Seen> observed() {
        return Seen.class;
    }

    @Override
    public Footprint footprint(Portal portal, Params params) {
        int routes = Lineage.of(portal).size();
        int identities = portal.identities().size();
        return Footprint.reading(routes * identities * params.integer("max-objects") * PER_TRY)
                .knowingOwners(portal)
                .atLeast(TIMEOUT);
    }

    @Override
    public Seen observe(CheckContext context) throws ProbeException, InterruptedException {
        return context.sessions().whileAlive(() -> new ParentChildProbe(context).look());
    }

    @Override
    public Judgement judge(Seen seen, Params params) {
        return new ParentChildJudge(seen).judge();
    }

    @Override
    public List<AccessRow> access(Seen seen) {
        return seen.asked().stream()
                .filter(asked -> asked.trouble().isEmpty() && !asked.open())
                .flatMap(asked -> access(asked).stream())
                .toList();
    }

    private static List<AccessRow> access(Asked asked) {
        AccessSeen access = new AccessSeen(asked.method(), asked.template());
        Optional<String> on = Optional.of(asked.owner());
        access.reaches(asked.owner(), on, Proof.CONFIRMED);
        asked.tries().stream()
                .filter(each -> !each.listed())
                .forEach(each -> access.stranger(each.reader(), on, each.glimpse(), each.welcome()));
        return access.rows();
    }
}
