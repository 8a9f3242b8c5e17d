package dev.launchready.demo;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What stands before every page: HTTPS for all, one host for all pages, and a new place for every old address. */
final class FrontDoor {
    private static final int MOVED = 308;
    private static final int MISDIRECTED = 421;
    private static final Set<String> ALIASES = Set.of(Places.DOMAIN, Places.WWW, Places.OLD);

    /** Old addresses and where they must lead; those that begin with a host stood there. */
    static final Map<String, String> LEGACY =
            Map.of("/client-login", "/login", "/about-us.html", "/about", Places.OLD + "/kontakt", "/contact");

    private final Places places;
    private final PlainDoor plain;

    FrontDoor(Places places, Set<Flaw> on) {
        this.places = places;
        plain = new PlainDoor(places, on);
    }

    /** The answer that keeps a visit from going on as it is; empty when it may go on. */
    Optional<Reply> turnsAway(Visit visit) {
        if (!Places.HOSTS.contains(visit.host())) {
            return Optional.of(Reply.of(MISDIRECTED, Reply.TEXT, "No site of this name is served here.\n"));
        }
        if (!visit.secure()) {
            return plain.turnsAway(visit);
        }
        if (visit.host().equals(Places.API)) {
            return Optional.empty();
        }
        return elsewhere(visit).map(target -> Reply.redirect(MOVED, target));
    }

    private Optional<String> elsewhere(Visit visit) {
        String legacy = LEGACY.getOrDefault(visit.host() + visit.path(), LEGACY.get(visit.path()));
        if (legacy != null) {
            return Optional.of(places.secure(Places.PORTAL) + visit.at(legacy).target());
        }
        Visit canonical = visit.at(canonicalPath(visit.path()));
        boolean asset = visit.path().startsWith("/assets/");
        boolean otherHost = ALIASES.contains(visit.host()) || (visit.host().equals(Places.CDN) && !asset);
        if (!otherHost && canonical.path().equals(visit.path())) {
            return Optional.empty();
        }
        String host = otherHost ? Places.PORTAL : visit.host();
        return Optional.of(places.secure(host) + canonical.target());
    }

    /** Known pages are written in lower case and without a slash at the end; other paths stay as they are. */
    private static String canonicalPath(String path) {
        String bare = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        String lower = bare.toLowerCase(Locale.ROOT);
        return PublicPages.PATHS.contains(lower) ? lower : path;
    }
}
