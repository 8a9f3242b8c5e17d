package dev.launchready.demo;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The links at the foot of every page. Those that lead astray are there with their flaws only. */
final class Links {
    private static final int FOUND = 302;
    private static final int LAST_STEP = 4;
    private static final Pattern STEP = Pattern.compile(Pattern.quote(TransportFlaws.LONG_CHAIN.at()) + "/(\\d)");
    private static final List<Flaw> ASTRAY =
            List.of(TransportFlaws.LOOP, TransportFlaws.INTO_CLEAR, TransportFlaws.LONG_CHAIN, TransportFlaws.DEAD_END);

    private final Places places;
    private final Switches on;

    Links(Places places, Switches on) {
        this.places = places;
        this.on = on;
    }

    /** HTML. */
    String foot() {
        String help = on.has(TransportFlaws.LINKS_IN_CLEAR) ? places.plain(Places.PORTAL) + "/help" : "/help";
        String astray = on.paths(ASTRAY).stream()
                .map(path -> " · <a href=\"" + path + "\">" + path.substring(1) + "</a>")
                .collect(Collectors.joining());
        return "<a href=\"/privacy\">Privacy</a> · <a href=\"/terms\">Terms</a> · <a href=\"" + help + "\">Help</a>"
                + astray;
    }

    /** Where a link leads to on its way; empty at the end of it, and for straight ones. */
    Optional<Reply> lead(Visit visit) {
        String here = places.secure(Places.PORTAL);
        if (!visit.host().equals(Places.PORTAL)) {
            return Optional.empty();
        }
        if (on.here(TransportFlaws.LOOP, visit)) {
            return Optional.of(Reply.redirect(FOUND, here + visit.path()));
        }
        if (on.here(TransportFlaws.INTO_CLEAR, visit)) {
            return Optional.of(Reply.redirect(FOUND, places.plain(Places.PORTAL) + "/contact"));
        }
        if (on.here(TransportFlaws.DEAD_END, visit)) {
            return Optional.of(Reply.redirect(FOUND, here + "/jobs/open"));
        }
        return on.has(TransportFlaws.LONG_CHAIN) ? chain(visit, here) : Optional.empty();
    }

    private static Optional<Reply> chain(Visit visit, String here) {
        String start = TransportFlaws.LONG_CHAIN.at();
        Matcher step = STEP.matcher(visit.path());
        boolean onTheWay = step.matches();
        if (!onTheWay && !visit.path().equals(start)) {
            return Optional.empty();
        }
        int done = onTheWay ? Integer.parseInt(step.group(1)) : 0;
        String next = done >= LAST_STEP ? "/help" : start + "/" + (done + 1);
        return Optional.of(Reply.redirect(FOUND, here + next));
    }
}
