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
import dev.launchready.model.Scorecard.AccessCell;
import dev.launchready.model.Scorecard.AccessRow;
import dev.launchready.portal.Portal;
import dev.launchready.probe.ProbeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Nobody changes or removes an object of somebody else. Tried on objects of the run alone, and proved by reading them as their owner. */
public final class ObjectWriteCheck implements Check<ObjectWriteCheck.Seen> {
    static final Reason OTHER_CHANGES = Reason.fails("other-changes");
    static final Reason OTHER_REMOVES = Reason.fails("other-removes");
    static final Reason OTHER_ADDS = Reason.fails("other-adds");
    static final Reason ANYONE_CHANGES = Reason.fails("anyone-changes");
    static final Reason ANYONE_REMOVES = Reason.fails("anyone-removes");
    static final Reason OTHER_TAKES = Reason.fails("other-takes-account");
    static final Reason ANYONE_TAKES = Reason.fails("anyone-takes-account");
    static final Reason LEFT_BEHIND = Reason.warns("left-behind");
    static final Reason NO_CREATE_FLOW = Reason.blocks("no-create-flow");
    static final Reason CANNOT_MAKE = Reason.blocks("cannot-make");
    static final Reason OWNS_NO_PARENT = Reason.blocks("owns-no-parent");
    static final Reason NO_READ_BACK = Reason.blocks("no-read-back");
    static final Reason OWNER_CANNOT_WRITE = Reason.blocks("owner-cannot-write");
    static final Reason CANNOT_TELL = Reason.blocks("cannot-tell");
    static final Reason NO_ACCOUNT = Reason.blocks("no-account");
    static final Reason ACCOUNT_NOT_WRITTEN = Reason.blocks("account-not-written");
    static final Reason ACCOUNT_UNCLEAR = Reason.blocks("account-unclear");
    static final Reason NO_STRANGERS = Reason.blocks("no-strangers");
    static final Reason NO_WRITE_ROUTE = Reason.notApplicable("no-write-route");

    private static final Duration TIMEOUT = Duration.ofMinutes(10);
    private static final int PER_PAIR = 9;
    /** Two sign-ups, and signing in after each write. */
    private static final int PER_ACCOUNT = 40;

    /** How a try ended. */
    public enum End {
        /** The object is as its owner left it. */
        UNTOUCHED,
        /** The object holds what the stranger wrote. */
        CHANGED,
        /** The owner finds in it what the stranger added. */
        ADDED,
        /** The owner finds it no more. */
        REMOVED,
        /** Whoever knows it could not be made: the flow failed. */
        NOT_MADE,
        /** The owner's own answer does not show what was made. */
        NOT_READ,
        /** The owner's own write does not work either. */
        OWNER_REFUSED,
        UNCLEAR
    }

    /**
     * One try of one stranger on one object of the run.
     *
     * @param writer an identity's name, or {@code nobody}
     * @param status of the stranger's answer; 0 where it was not asked
     * @param left the request that removes the object, where removing it failed
     */
    public record Try(
            String method,
            String template,
            String host,
            Optional<Integer> line,
            String type,
            String owner,
            String writer,
            String roles,
            End end,
            int status,
            Optional<String> left,
            List<HttpExchange> exchanges) {
        public Try {
            exchanges = List.copyOf(exchanges);
        }

        /** The same, with something more that could not be removed again. */
        Try leaving(String undo) {
            return new Try(
                    method,
                    template,
                    host,
                    line,
                    type,
                    owner,
                    writer,
                    roles,
                    end,
                    status,
                    Optional.of(undo),
                    exchanges);
        }
    }

    /**
     * One try of one throw-away account, or of nobody, on another throw-away account.
     *
     * @param writer {@code newcomer} or {@code nobody}
     * @param sign what showed it, in a few words
     * @param status of the last answer; 0 where nothing was asked
     */
    public record AccountTry(
            String method,
            String template,
            String host,
            Optional<Integer> line,
            String writer,
            End end,
            String sign,
            int status,
            List<HttpExchange> exchanges) {
        public AccountTry {
            exchanges = List.copyOf(exchanges);
        }
    }

    /**
     * @param writes how many routes change or remove an owned object
     * @param accounts tries on accounts that the run signed up
     * @param without types for which the file has no flow that makes one, each with a route
     * @param lacks types that an identity cannot make for want of what they would lie beneath
     */
    public record Seen(
            List<Try> tries,
            List<AccountTry> accounts,
            String file,
            int writes,
            List<Without> without,
            List<Lack> lacks) {
        public Seen {
            lacks = List.copyOf(lacks);
            tries = List.copyOf(tries);
            accounts = List.copyOf(accounts);
            without = List.copyOf(without);
        }
    }

    /** A route that could not be tried, as nothing of its type can be made. */
    public record Without(String method, String template, String type) {}

    @Override
    public String id() {
        return "authz.object-write";
    }

    @Override
    public Set<Reason> reasons() {
        return Set.of(
                OTHER_CHANGES,
                OTHER_REMOVES,
                OTHER_ADDS,
                ANYONE_CHANGES,
                ANYONE_REMOVES,
                OTHER_TAKES,
                ANYONE_TAKES,
                LEFT_BEHIND,
                NO_CREATE_FLOW,
                CANNOT_MAKE,
                OWNS_NO_PARENT,
                NO_READ_BACK,
                OWNER_CANNOT_WRITE,
                CANNOT_TELL,
                NO_ACCOUNT,
                ACCOUNT_NOT_WRITTEN,
                ACCOUNT_UNCLEAR,
                NO_STRANGERS,
                NO_WRITE_ROUTE);
    }

    @Override
    public Class<Seen> observed() {
        return Seen.class;
    }

    @Override
    public Footprint footprint(Portal portal, Params params) {
        int routes = WriteProbe.writes(portal).size() + AddingProbe.adds(portal).size();
        int accounts = AccountWrites.targets(portal);
        return Footprint.reading(routes * portal.identities().size() * 2 * PER_PAIR + accounts * PER_ACCOUNT)
                .knowingOwners(portal)
                .atLeast(TIMEOUT);
    }

    @Override
    public Seen observe(CheckContext context) throws ProbeException, InterruptedException {
        return context.sessions().whileAlive(() -> new WriteProbe(context).look());
    }

    @Override
    public Judgement judge(Seen seen, Params params) {
        return new WriteJudge(seen).judge();
    }

    @Override
    public List<AccessRow> access(Seen seen) {
        return seen.tries().stream().flatMap(each -> access(each).stream()).toList();
    }

    /** Only of tries that told something: that a write which nobody may do failed says nothing of who may reach the route. */
    private static List<AccessRow> access(Try each) {
        boolean wrote = each.end() == End.CHANGED || each.end() == End.REMOVED || each.end() == End.ADDED;
        if (!wrote && each.end() != End.UNTOUCHED) {
            return List.of();
        }
        AccessSeen access = new AccessSeen(each.method(), each.template());
        Optional<String> on = Optional.of(each.owner());
        if (each.end() != End.REMOVED) {
            access.reaches(each.owner(), on, Proof.CONFIRMED);
        }
        return access.stranger(
                        each.writer(),
                        on,
                        wrote ? AccessCell.ALLOWED : AccessCell.REFUSED,
                        Optional.of(Proof.CONFIRMED))
                .rows();
    }
}
