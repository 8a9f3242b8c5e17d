package dev.launchready.demo;

import java.util.Optional;

/** What answers over plain HTTP: nothing but the way to HTTPS, on the same host. */
final class PlainDoor {
    private static final int MOVED = 308;
    private static final int MOVED_TODAY = 307;

    private final Places places;
    private final Switches on;

    PlainDoor(Places places, Switches on) {
        this.places = places;
        this.on = on;
    }

    /** The answer that keeps a visit from going on in clear; empty where a flaw lets it. */
    Optional<Reply> turnsAway(Visit visit) {
        boolean served =
                (on.here(TransportFlaws.SIGN_IN_IN_CLEAR, visit) && visit.host().equals(Places.PORTAL))
                        || on.here(TransportFlaws.API_IN_CLEAR, visit)
                        || on.here(TransportFlaws.PAGE_IN_CLEAR, visit)
                        || on.here(HostFlaws.NO_HTTPS, visit);
        return served ? Optional.empty() : Optional.of(content(visit).orElseGet(() -> redirect(visit)));
    }

    private Optional<Reply> content(Visit visit) {
        if (on.here(TransportFlaws.PASSWORD_IN_CLEAR, visit)) {
            return Optional.of(Reply.of(401, Reply.TEXT, "Sign in first.\n")
                    .with("WWW-Authenticate", "Basic realm=\"Harbor\", charset=\"UTF-8\""));
        }
        if (on.here(TransportFlaws.COOKIE_IN_CLEAR, visit)) {
            return Optional.of(Reply.html(200, "<!doctype html><title>Harbor</title><p>Welcome back.</p>")
                    .with("Set-Cookie", "visit=" + Randomness.name() + "; Path=/; HttpOnly"));
        }
        if (on.here(TransportFlaws.REFRESH_ONLY, visit)) {
            String target = places.secure(visit.host()) + PageFrame.escaped(visit.target());
            return Optional.of(Reply.html(
                    200,
                    "<!doctype html><title>Harbor</title><meta http-equiv=\"refresh\" content=\"0; url=" + target
                            + "\"><p>One moment.</p>"));
        }
        return Optional.empty();
    }

    private Reply redirect(Visit visit) {
        String secure = places.secure(visit.host());
        if (on.here(TransportFlaws.NEVER_SECURE, visit)) {
            return Reply.redirect(MOVED, places.plain(visit.host()) + "/welcome" + visit.target());
        }
        if (on.here(TransportFlaws.DETOUR_IN_CLEAR, visit)) {
            return Reply.redirect(MOVED, places.plain(Places.PORTAL) + visit.target());
        }
        if (on.here(TransportFlaws.OTHER_HOST_FIRST, visit)) {
            return Reply.redirect(MOVED, places.secure(Places.PORTAL) + visit.target());
        }
        if (on.here(TransportFlaws.LINK_LOST, visit)) {
            return Reply.redirect(MOVED, secure + "/");
        }
        int status = on.here(TransportFlaws.TEMPORARY, visit) ? MOVED_TODAY : MOVED;
        return Reply.redirect(status, secure + visit.target());
    }
}
