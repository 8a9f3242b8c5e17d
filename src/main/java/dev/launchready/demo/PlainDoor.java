package dev.launchready.demo;

import java.util.Optional;
import java.util.Set;

/** What answers over plain HTTP: nothing but the way to HTTPS, on the same host. */
final class PlainDoor {
    private static final int MOVED = 308;

    private final Places places;
    private final Set<Flaw> on;

    PlainDoor(Places places, Set<Flaw> on) {
        this.places = places;
        this.on = Set.copyOf(on);
    }

    /** The answer that keeps a visit from going on in clear; empty where a flaw lets it. */
    Optional<Reply> turnsAway(Visit visit) {
        return switch (visit.host()) {
            case Places.OLD -> onOldHost(visit);
            case Places.API -> onHost(visit, TransportFlaws.API_IN_CLEAR, true);
            case Places.PORTAL ->
                onHost(visit, TransportFlaws.SIGN_IN_IN_CLEAR, visit.path().equals("/login"));
            default -> Optional.of(secured(visit));
        };
    }

    private Optional<Reply> onHost(Visit visit, Flaw inClear, boolean concerned) {
        return concerned && on.contains(inClear) ? Optional.empty() : Optional.of(secured(visit));
    }

    private Optional<Reply> onOldHost(Visit visit) {
        return on.contains(TransportFlaws.PAGE_IN_CLEAR) ? Optional.empty() : Optional.of(crookedly(visit));
    }

    private Reply crookedly(Visit visit) {
        if (on.contains(TransportFlaws.PASSWORD_IN_CLEAR)) {
            return Reply.of(401, Reply.TEXT, "Sign in first.\n")
                    .with("WWW-Authenticate", "Basic realm=\"Harbor\", charset=\"UTF-8\"");
        }
        if (on.contains(TransportFlaws.COOKIE_IN_CLEAR)) {
            return Reply.html(200, "<!doctype html><title>Harbor</title><p>Welcome back.</p>")
                    .with("Set-Cookie", "visit=" + Randomness.name() + "; Path=/; HttpOnly");
        }
        if (on.contains(TransportFlaws.REFRESH_ONLY)) {
            String target = places.secure(Places.OLD) + PageFrame.escaped(visit.target());
            return Reply.html(
                    200,
                    "<!doctype html><title>Harbor</title><meta http-equiv=\"refresh\" content=\"0; url=" + target
                            + "\"><p>One moment.</p>");
        }
        if (on.contains(TransportFlaws.NEVER_SECURE)) {
            return Reply.redirect(MOVED, places.plain(Places.OLD) + "/welcome" + visit.target());
        }
        if (on.contains(TransportFlaws.DETOUR_IN_CLEAR)) {
            return Reply.redirect(MOVED, places.plain(Places.PORTAL) + visit.target());
        }
        if (on.contains(TransportFlaws.OTHER_HOST_FIRST)) {
            return Reply.redirect(MOVED, places.secure(Places.PORTAL) + visit.target());
        }
        if (on.contains(TransportFlaws.LINK_LOST)) {
            return Reply.redirect(MOVED, places.secure(Places.OLD) + "/");
        }
        return on.contains(TransportFlaws.TEMPORARY)
                ? Reply.redirect(302, places.secure(Places.OLD) + visit.target())
                : secured(visit);
    }

    private Reply secured(Visit visit) {
        return Reply.redirect(MOVED, places.secure(visit.host()) + visit.target());
    }
}
