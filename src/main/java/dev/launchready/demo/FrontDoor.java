package dev.launchready.demo;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What stands before every page: HTTPS for all, one host for all pages, and a new place for every old address. */
final class FrontDoor {
    private static final int MOVED = 308;
    private static final int MOVED_TODAY = 307;
    private static final int MISDIRECTED = 421;
    private static final Set<String> ALIASES = Set.of(Places.DOMAIN, Places.WWW, Places.OLD);

    /** Old addresses and where they must lead; those that begin with a host stood there. */
    static final Map<String, String> LEGACY =
            Map.of("/client-login", "/login", "/about-us.html", "/about", Places.OLD + "/kontakt", "/contact");

    private final Places places;
    private final PlainDoor plain;
    private final HelpPath help;
    private final Set<Flaw> on;

    FrontDoor(Places places, Set<Flaw> on) {
        this.places = places;
        this.on = Set.copyOf(on);
        plain = new PlainDoor(places, on);
        help = new HelpPath(places, on);
    }

    /** The answer that keeps a visit from going on as it is; empty when it may go on. */
    Optional<Reply> turnsAway(Visit visit) {
        if (!Places.HOSTS.contains(visit.host())) {
            return Optional.of(Reply.of(MISDIRECTED, Reply.TEXT, "No site of this name is served here.\n"));
        }
        if (help.concerns(visit)) {
            return help.leads(visit);
        }
        if (!visit.secure()) {
            return plain.turnsAway(visit);
        }
        if (visit.host().equals(Places.API)) {
            return Optional.empty();
        }
        return legacy(visit).or(() -> toTheOneAddress(visit));
    }

    private Optional<Reply> legacy(Visit visit) {
        String place = LEGACY.getOrDefault(visit.host() + visit.path(), LEGACY.get(visit.path()));
        boolean signIn = "/login".equals(place);
        if (place == null || (signIn && on.contains(TransportFlaws.LEGACY_LOST))) {
            return Optional.empty();
        }
        String target = signIn && on.contains(TransportFlaws.LEGACY_ELSEWHERE) ? "/" : place;
        return Optional.of(Reply.redirect(
                MOVED, places.secure(Places.PORTAL) + visit.at(target).target()));
    }

    private Optional<Reply> toTheOneAddress(Visit visit) {
        boolean asset = visit.path().startsWith("/assets/");
        boolean otherHost = ALIASES.contains(visit.host()) || (visit.host().equals(Places.CDN) && !asset);
        Visit canonical = visit.at(canonicalPath(visit.path()));
        if (otherHost) {
            return fromOtherHost(visit, canonical);
        }
        boolean asItIs = canonical.path().equals(visit.path());
        return asItIs
                ? Optional.empty()
                : Optional.of(Reply.redirect(MOVED, places.secure(visit.host()) + canonical.target()));
    }

    private Optional<Reply> fromOtherHost(Visit visit, Visit canonical) {
        boolean www = visit.host().equals(Places.WWW);
        if (www && on.contains(TransportFlaws.TWO_HOSTS)) {
            return Optional.empty();
        }
        String target = on.contains(TransportFlaws.CANONICAL_LOST) ? "/" : canonical.target();
        String host = Places.PORTAL;
        if (on.contains(TransportFlaws.CANONICAL_FAR) && !visit.host().equals(Places.DOMAIN)) {
            host = www ? Places.OLD : Places.DOMAIN;
        }
        int status = on.contains(TransportFlaws.CANONICAL_TEMPORARY) ? MOVED_TODAY : MOVED;
        return Optional.of(Reply.redirect(status, places.secure(host) + target));
    }

    /** Known pages are written in lower case and without a slash at the end; other paths stay as they are. */
    private String canonicalPath(String path) {
        boolean slash = path.length() > 1 && path.endsWith("/");
        if (slash && on.contains(TransportFlaws.TWO_SLASHES)) {
            return path;
        }
        String bare = slash ? path.substring(0, path.length() - 1) : path;
        String lower = bare.toLowerCase(Locale.ROOT);
        return PublicPages.PATHS.contains(lower) ? lower : path;
    }
}
