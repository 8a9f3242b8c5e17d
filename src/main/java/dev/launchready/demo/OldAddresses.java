package dev.launchready.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Addresses of an older portal, and where each leads now. */
final class OldAddresses {
    private static final int MOVED = 308;
    private static final int MOVED_TODAY = 307;
    private static final Map<String, String> SOUND = Map.of("/client-login", "/login", "/about-us.html", "/about");
    private static final Map<Flaw, String> FLAWED = Map.of(
            TransportFlaws.LEGACY_GONE, "/pricing",
            TransportFlaws.LEGACY_STAYS, "/about",
            TransportFlaws.LEGACY_ELSEWHERE, "/about",
            TransportFlaws.LEGACY_DEAD, "/questions",
            TransportFlaws.LEGACY_LOOP, "/help",
            TransportFlaws.LEGACY_TEMPORARY, "/contact");

    private final Places places;
    private final Switches on;

    OldAddresses(Places places, Switches on) {
        this.places = places;
        this.on = on;
    }

    /** Old address to new path, as the portal file lists them. */
    Map<String, String> listed() {
        Map<String, String> listed = new LinkedHashMap<>(new java.util.TreeMap<>(SOUND));
        listed.put(places.secure(Places.OLD) + "/kontakt", "/contact");
        on.paths(List.copyOf(FLAWED.keySet()))
                .forEach(path -> listed.put(path, wanted(path).orElse("/")));
        return listed;
    }

    /** The way from an old address; empty for others. */
    Optional<Reply> leads(Visit visit) {
        String here = places.secure(Places.PORTAL);
        if (visit.host().equals(Places.OLD) && visit.path().equals("/kontakt")) {
            return Optional.of(Reply.redirect(MOVED, here + visit.at("/contact").target()));
        }
        if (on.here(TransportFlaws.LEGACY_GONE, visit) || on.here(TransportFlaws.LEGACY_STAYS, visit)) {
            return Optional.empty();
        }
        if (on.here(TransportFlaws.LEGACY_LOOP, visit)) {
            return Optional.of(Reply.redirect(MOVED, here + visit.target()));
        }
        boolean elsewhere = on.here(TransportFlaws.LEGACY_ELSEWHERE, visit);
        int status = on.here(TransportFlaws.LEGACY_TEMPORARY, visit) ? MOVED_TODAY : MOVED;
        return wanted(visit.path())
                .map(place -> elsewhere ? "/" : place)
                .map(place -> Reply.redirect(status, here + visit.at(place).target()));
    }

    private Optional<String> wanted(String path) {
        String sound = SOUND.get(path);
        return sound != null
                ? Optional.of(sound)
                : FLAWED.entrySet().stream()
                        .filter(entry ->
                                on.has(entry.getKey()) && entry.getKey().at().equals(path))
                        .map(Map.Entry::getValue)
                        .findFirst();
    }
}
