package dev.launchready.check.authz;

import dev.launchready.check.Check;
import dev.launchready.check.CheckContext;
import dev.launchready.check.Footprint;
import dev.launchready.check.Judgement;
import dev.launchready.check.Params;
import dev.launchready.check.authz.GuardedField.Meaning;
import dev.launchready.check.authz.GuardedField.Source;
import dev.launchready.model.Evidence.HttpExchange;
import dev.launchready.model.Reason;
import dev.launchready.portal.Portal;
import dev.launchready.probe.ProbeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Nobody sets a field that is the portal's to set, such as a role, an owner or a price (OWASP API3:2023). Tried on objects and accounts
 * of the run alone, and proved by reading them.
 */
public final class MassAssignmentCheck implements Check<MassAssignmentCheck.Seen> {
    static final Reason ROLE_ASSIGNED = Reason.fails("role-assigned");
    static final Reason OWNER_ASSIGNED = Reason.fails("owner-assigned");
    static final Reason PRICE_ASSIGNED = Reason.fails("price-assigned");
    static final Reason PLAN_ASSIGNED = Reason.fails("plan-assigned");
    static final Reason STATE_ASSIGNED = Reason.fails("state-assigned");
    static final Reason STORES_ANYTHING = Reason.warns("stores-anything");
    static final Reason LEFT_BEHIND = Reason.warns("left-behind");
    static final Reason NOTHING_TO_WRITE = Reason.blocks("nothing-to-write");
    static final Reason CANNOT_MAKE = Reason.blocks("cannot-make");
    static final Reason OWNS_NO_PARENT = Reason.blocks("owns-no-parent");
    static final Reason NO_READ_BACK = Reason.blocks("no-read-back");
    static final Reason CANNOT_TELL = Reason.blocks("cannot-tell");
    static final Reason NO_ACCOUNT = Reason.blocks("no-account");
    static final Reason NOT_SHOWN = Reason.blocks("profile-not-shown");
    static final Reason NO_PROFILE = Reason.blocks("profile-not-written");
    static final Reason NO_OTHER_OWNER = Reason.blocks("no-other-owner");

    private static final Duration TIMEOUT = Duration.ofMinutes(10);
    /** Making, reading and removing, for each field by itself at worst. */
    private static final int PER_FIELD = 6;

    /** What became of a field that the portal did not ask for. */
    public enum End {
        /** The portal kept what it had, whatever it answered. */
        KEPT,
        /** The write with the field in it was refused; without it, it works. */
        REFUSED,
        /** The value that was sent is what the portal says from then on. */
        STORED,
        /** What only others may reach lets the account in since. */
        OPENED,
        /** The write worked, and what was written is to be found by nobody: neither by its owner nor by the one who was named. */
        VANISHED,
        /** The field takes any text at all; what was sent is the id of something that is somebody else's. */
        REFERRING,
        /** The field takes any text at all, so that it decides nothing. */
        FREE_TEXT,
        /** A limiter or a fault stood in the way. */
        UNCLEAR
    }

    /**
     * One field that was sent along.
     *
     * @param filled whether the portal had put a value of its own there
     * @param status of the answer to the write
     * @param sign what showed it, in a few words
     */
    public record Sent(
            String field,
            Meaning meaning,
            Source source,
            boolean filled,
            End end,
            int status,
            String sign,
            List<HttpExchange> exchanges) {
        public Sent {
            exchanges = List.copyOf(exchanges);
        }
    }

    /** Why a place could not be tried. */
    public enum Trouble {
        /** The write as the file says it did not work. */
        NOT_MADE,
        /** What was made is not found again by its owner. */
        NOT_READ,
        /** The write as the file says it worked at first, and afterwards no more. */
        UNSTEADY,
        /** The sign-up gave no account that could sign in. */
        NO_ACCOUNT,
        /** The account signs in, and finds its own name nowhere. */
        NOT_SHOWN,
        /** Nothing that one's own profile shows could be changed by the route, whatever else was sent. */
        NO_PROFILE
    }

    /**
     * One write that was tried.
     *
     * @param type of the object, or {@code user} and {@code user profile} for an account that the run signed up
     * @param stray whether a field that nothing knows was stored as well
     * @param ownerless a field that says whose it is, while no other client is known whose it could become
     * @param left requests that remove what could not be removed
     */
    public record Place(
            String method,
            String template,
            String host,
            Optional<Integer> line,
            String type,
            String owner,
            Optional<Trouble> trouble,
            boolean stray,
            Optional<String> ownerless,
            List<Sent> sent,
            List<String> left) {
        public Place {
            sent = List.copyOf(sent);
            left = List.copyOf(left);
        }
    }

    /**
     * @param file the portal file's name
     * @param lacks types that could not be made for want of what they would lie beneath
     */
    public record Seen(List<Place> places, String file, List<Lack> lacks) {
        public Seen {
            lacks = List.copyOf(lacks);
            places = List.copyOf(places);
        }
    }

    @Override
    public String id() {
        return "authz.mass-assignment";
    }

    @Override
    public Set<Reason> reasons() {
        return Set.of(
                ROLE_ASSIGNED,
                OWNER_ASSIGNED,
                PRICE_ASSIGNED,
                PLAN_ASSIGNED,
                STATE_ASSIGNED,
                STORES_ANYTHING,
                LEFT_BEHIND,
                NOTHING_TO_WRITE,
                CANNOT_MAKE,
                OWNS_NO_PARENT,
                NO_READ_BACK,
                CANNOT_TELL,
                NO_ACCOUNT,
                NOT_SHOWN,
                NO_PROFILE,
                NO_OTHER_OWNER);
    }

    @Override
    public Class<Seen> observed() {
        return Seen.class;
    }

    @Override
    public Footprint footprint(Portal portal, Params params) {
        int types = Math.min(portal.flows().create().size(), params.integer("max-types"));
        int updates = Math.min(ObjectFields.updates(portal).size(), params.integer("max-routes"));
        int accounts = AccountFields.places(portal);
        return Footprint.reading((types + updates + accounts) * params.integer("max-fields") * PER_FIELD)
                .within(TIMEOUT);
    }

    @Override
    public Seen observe(CheckContext context) throws ProbeException, InterruptedException {
        return context.sessions().whileAlive(() -> {
            ObjectFields objects = new ObjectFields(context);
            List<Place> places = new ArrayList<>(objects.look());
            places.addAll(new AccountFields(context).look());
            return new Seen(places, context.portal().lines().file().orElse("the portal file"), objects.lacks());
        });
    }

    @Override
    public Judgement judge(Seen seen, Params params) {
        return new FieldJudge(seen).judge();
    }
}
