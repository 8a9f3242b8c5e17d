package dev.launchready.demo;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What stands before every page: HTTPS for all, one host for all pages, and a new place for every old address. */
final class FrontDoor {
    private static final int MOVED = 308;
    private static final int MISDIRECTED = 421;
    private static final String ELSEWHERE = "https://go.quayside.example";

    private final Places places;
    private final PlainDoor plain;
    private final Links links;
    private final OldAddresses old;
    private final Switches on;
    private final Set<String> hosts;

    FrontDoor(Places places, Switches on) {
        this.places = places;
        this.on = on;
        plain = new PlainDoor(places, on);
        links = new Links(places, on);
        old = new OldAddresses(places, on);
        hosts = on.hosts();
    }

    /** The answer that keeps a visit from going on as it is; empty when it may go on. */
    Optional<Reply> turnsAway(Visit visit) {
        if (!hosts.contains(visit.host())) {
            return Optional.of(Reply.of(MISDIRECTED, Reply.TEXT, "No site of this name is served here.\n"));
        }
        if (!visit.secure()) {
            return plain.turnsAway(visit);
        }
        if (visit.host().equals(Places.API) || visit.host().equals(Places.DATA)) {
            return Optional.empty();
        }
        if (on.here(ContentFlaws.NO_HSTS_REFUSAL, visit)) {
            return Optional.of(Reply.of(403, Reply.TEXT, "Nothing to see here.\n"));
        }
        return old.leads(visit).or(() -> links.lead(visit)).or(() -> toTheOneAddress(visit));
    }

    private Optional<Reply> toTheOneAddress(Visit visit) {
        boolean portal = visit.host().equals(Places.PORTAL);
        boolean asset = visit.host().equals(Places.CDN) && visit.path().startsWith("/assets/");
        if (asset || on.here(TransportFlaws.SECOND_SITE, visit)) {
            return Optional.empty();
        }
        Visit canonical = visit.at(canonicalPath(visit.path()));
        if (!portal) {
            return Optional.of(Reply.redirect(MOVED, fromOtherHost(visit, canonical)));
        }
        boolean asItIs = canonical.path().equals(visit.path());
        return asItIs
                ? Optional.empty()
                : Optional.of(Reply.redirect(MOVED, places.secure(Places.PORTAL) + canonical.target()));
    }

    private String fromOtherHost(Visit visit, Visit canonical) {
        if (on.here(TransportFlaws.ENDS_OFF_SITE, visit)) {
            return ELSEWHERE + visit.target();
        }
        if (on.here(TransportFlaws.NEVER_LANDS, visit)) {
            return places.secure(visit.host()) + "/home" + visit.target();
        }
        if (on.here(TransportFlaws.CANONICAL_LOST, visit)) {
            return places.secure(Places.PORTAL) + "/";
        }
        boolean far = on.here(TransportFlaws.LONG_WAY, visit);
        return places.secure(far ? Places.WWW : Places.PORTAL) + canonical.target();
    }

    /** Known pages are written in lower case and without a slash at the end; other paths stay as they are. */
    private String canonicalPath(String path) {
        boolean slash = path.length() > 1 && path.endsWith("/");
        if (slash && on.has(TransportFlaws.SECOND_SPELLING)) {
            return path;
        }
        String bare = slash ? path.substring(0, path.length() - 1) : path;
        String lower = bare.toLowerCase(Locale.ROOT);
        return PublicPages.PATHS.contains(lower) ? lower : path;
    }
}
