package dev.launchready.check.authz;

import dev.launchready.check.Check;
import dev.launchready.check.CheckContext;
import dev.launchready.check.Footprint;
import dev.launchready.check.Judgement;
import dev.launchready.check.OwnReading;
import dev.launchready.check.Params;
import dev.launchready.model.Evidence.HttpExchange;
import dev.launchready.model.Reason;
import dev.launchready.model.Stage;
import dev.launchready.portal.Portal;
import dev.launchready.probe.ProbeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Files of one client open to nobody else, and addresses that open them end. */
public final class FilesCheck implements Check<FilesCheck.Seen> {
    static final Reason OTHER_FETCHES = Reason.fails("other-fetches");
    static final Reason ANYONE_FETCHES = Reason.fails("anyone-fetches");
    static final Reason PICTURE_OPEN = Reason.warns("picture-open");
    static final Reason LOOKS_OPEN = Reason.warns("looks-open");
    static final Reason SIGNATURE_NOT_CHECKED = Reason.fails("signature-not-checked");
    static final Reason SIGNATURE_MOVES = Reason.fails("signature-moves");
    static final Reason END_NOT_SIGNED = Reason.fails("end-not-signed");
    static final Reason OUTLIVES_ITS_END = Reason.fails("outlives-its-end");
    static final Reason LONG_LIVED = Reason.warns("long-lived");
    static final Reason NEVER_ENDS = Reason.warns("never-ends");
    static final Reason OWNER_REFUSED = Reason.blocks("owner-refused");
    static final Reason OTHER_HOST = Reason.blocks("other-host");
    static final Reason CANNOT_TELL = Reason.blocks("cannot-tell");
    static final Reason CLOCK_BEHIND = Reason.blocks("clock-behind");
    static final Reason TAMPERING_NOT_ALLOWED = Reason.blocks("tampering-not-allowed");
    static final Reason NO_STRANGERS = Reason.blocks("no-strangers");
    static final Reason NO_FILES = Reason.notApplicable("no-files");

    private static final Duration TIMEOUT = Duration.ofMinutes(10);
    private static final int PER_FILE = 10;
    /** Of one owner: most portals name files in one list or on one page. */
    private static final int USUAL_FILES = 2;

    /** How somebody asked for a file. */
    public enum Way {
        /** By its address, as it is. */
        AS_IT_IS,
        /** Without anything of its signature. */
        UNSIGNED,
        /** With another signature. */
        ALTERED,
        /** With a later end under the same signature. */
        LATER,
        /** With the signature of another file. */
        BORROWED,
        /** After its end. */
        ENDED
    }

    /** What came. */
    public enum Sight {
        REFUSED,
        /** The very bytes that its owner gets. */
        SAME,
        /** A value in it that belongs to its owner alone. */
        MARKED,
        /** As large and of the same type, but no byte for byte copy: its owner does not get one either. */
        ALIKE,
        /** A wall or a limiter. */
        UNCLEAR,
        /** The server's own clock says that the link's end is still to come. */
        EARLY
    }

    /**
     * One try.
     *
     * @param guarded whether the answer in which the address stands does not name it to this somebody: then it is no file for all
     */
    public record Try(
            String reader, String roles, Way way, Sight sight, boolean guarded, int status, HttpExchange exchange) {}

    /** How far one file could be looked at. */
    public enum State {
        LOOKED,
        /** Its own client is refused. */
        REFUSED_TO_OWNER,
        /** On a host that may not be called. */
        ELSEWHERE
    }

    /**
     * What an address says of itself.
     *
     * @param hours how long it opens; absent where it does not say
     * @param endless whether it holds all that its server goes by, and no end
     */
    public record Signed(String kind, Optional<Long> hours, boolean endless) {}

    /**
     * One file.
     *
     * @param template its path without ids and without its signature
     * @param source method and template of the route in whose answer its address stands
     * @param place where in that answer
     * @param signed absent for an address that is not signed
     * @param answer what its owner got, in a few words, where that is no control
     * @param tampering whether consent covers requests with altered signatures
     * @param strangers whether anybody is there who must be refused
     */
    public record File(
            String template,
            String host,
            String source,
            String place,
            boolean picture,
            String owner,
            State state,
            String answer,
            Optional<Signed> signed,
            boolean tampering,
            boolean strangers,
            List<Try> tries) {
        public File {
            tries = List.copyOf(tries);
        }
    }

    /** @param shared how many addresses were found that others are given as well, so that they are nobody's own */
    public record Seen(List<File> files, int shared) {
        public Seen {
            files = List.copyOf(files);
        }
    }

    @Override
    public String id() {
        return "authz.files";
    }

    @Override
    public Set<Reason> reasons() {
        return Set.of(
                OTHER_FETCHES,
                ANYONE_FETCHES,
                PICTURE_OPEN,
                LOOKS_OPEN,
                SIGNATURE_NOT_CHECKED,
                SIGNATURE_MOVES,
                END_NOT_SIGNED,
                OUTLIVES_ITS_END,
                LONG_LIVED,
                NEVER_ENDS,
                OWNER_REFUSED,
                OTHER_HOST,
                CANNOT_TELL,
                CLOCK_BEHIND,
                TAMPERING_NOT_ALLOWED,
                NO_STRANGERS,
                NO_FILES);
    }

    @Override
    public Class<Seen> observed() {
        return Seen.class;
    }

    /** In REVIEW: by then the addresses that the run was given early may have ended. */
    @Override
    public Footprint footprint(Portal portal, Params params) {
        int files = Math.min(USUAL_FILES, params.integer("max-files"))
                * portal.identities().size();
        int reading = OwnReading.requests(portal, params.integer("max-routes"));
        return Footprint.reading(reading + files * PER_FILE)
                .within(TIMEOUT.plusSeconds(params.integer("wait-seconds")))
                .in(Stage.REVIEW);
    }

    @Override
    public Seen observe(CheckContext context) throws ProbeException, InterruptedException {
        return context.sessions().whileAlive(() -> new FilesProbe(context).look());
    }

    @Override
    public Judgement judge(Seen seen, Params params) {
        return new FilesJudge(seen, params.integer("max-hours")).judge();
    }
}
