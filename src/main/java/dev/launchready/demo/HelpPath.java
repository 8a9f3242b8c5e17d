package dev.launchready.demo;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The way to the help page, which is straight unless a flaw bends it. */
final class HelpPath {
    private static final int FOUND = 302;
    private static final int LAST_STEP = 6;
    private static final Pattern STEP = Pattern.compile("/help/(\\d)");

    private final Places places;
    private final Set<Flaw> on;

    HelpPath(Places places, Set<Flaw> on) {
        this.places = places;
        this.on = Set.copyOf(on);
    }

    boolean concerns(Visit visit) {
        boolean bent = on.contains(TransportFlaws.LOOP)
                || on.contains(TransportFlaws.LONG_CHAIN)
                || on.contains(TransportFlaws.OFF_SITE)
                || on.contains(TransportFlaws.DOWNGRADE);
        return bent
                && visit.host().equals(Places.PORTAL)
                && visit.path().startsWith("/help")
                && (visit.secure() || on.contains(TransportFlaws.DOWNGRADE));
    }

    /** The next hop; empty at the end of the way. */
    Optional<Reply> leads(Visit visit) {
        String here = places.secure(Places.PORTAL);
        if (on.contains(TransportFlaws.OFF_SITE)) {
            return Optional.of(Reply.redirect(FOUND, "https://go.quayside.example/?to=" + here + "/help"));
        }
        if (on.contains(TransportFlaws.LOOP)) {
            boolean there = visit.path().equals("/help/start");
            return Optional.of(Reply.redirect(FOUND, here + (there ? "/help" : "/help/start")));
        }
        if (on.contains(TransportFlaws.DOWNGRADE)) {
            return downgraded(visit);
        }
        Matcher step = STEP.matcher(visit.path());
        int done = step.matches() ? Integer.parseInt(step.group(1)) : 0;
        return done >= LAST_STEP ? Optional.empty() : Optional.of(Reply.redirect(FOUND, here + "/help/" + (done + 1)));
    }

    private Optional<Reply> downgraded(Visit visit) {
        if (!visit.secure()) {
            return Optional.of(Reply.redirect(FOUND, places.secure(Places.PORTAL) + "/help/6"));
        }
        return visit.path().equals("/help")
                ? Optional.of(Reply.redirect(FOUND, places.plain(Places.PORTAL) + "/help"))
                : Optional.empty();
    }
}
