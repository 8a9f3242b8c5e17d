package dev.launchready.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Who is signed in with a browser: a cookie that means nothing by itself, and what it stands for. */
final class Sessions {
    private static final String PLAIN_NAME = "harbor";
    private static final String SOUND_NAME = "__Host-harbor";
    private static final String SOUND_ATTRIBUTES = "; Path=/; Secure; HttpOnly; SameSite=Lax";
    static final Duration LONGEST = Duration.ofHours(8);
    private static final Duration A_YEAR = Duration.ofDays(365);
    static final Duration IDLE = Duration.ofMinutes(30);

    private final Switches on;
    private final Map<String, Session> byName = new ConcurrentHashMap<>();

    /** @param csrf the token that every form of this session must carry */
    record Session(int person, Instant begun, Instant seen, String csrf) {
        boolean alive(Instant now) {
            return now.isBefore(begun.plus(LONGEST)) && now.isBefore(seen.plus(IDLE));
        }
    }

    Sessions(Switches on) {
        this.on = on;
    }

    /** Whether the visit brings a cookie of a session along, alive or not. */
    boolean known(Visit visit) {
        return visit.cookie(name()).isPresent();
    }

    /** The value of a new session's cookie. */
    String begin(Visit visit, Person person) {
        boolean kept = on.has(SessionFlaws.ID_KEPT) || on.has(SessionFlaws.ID_CHOSEN);
        String name = kept ? visit.cookie(name()).orElseGet(Randomness::name) : Randomness.name();
        Instant now = Instant.now();
        byName.put(name, new Session(person.id(), now, now, Randomness.name()));
        return name;
    }

    Optional<Session> of(Visit visit) {
        Instant now = Instant.now();
        return visit.cookie(name())
                .map(name -> byName.computeIfPresent(
                        name,
                        (unused, held) ->
                                held.alive(now) ? new Session(held.person(), held.begun(), now, held.csrf()) : null));
    }

    /** Whether some session has that token on its pages. */
    boolean gave(String csrf) {
        return byName.values().stream().anyMatch(session -> session.csrf().equals(csrf));
    }

    void end(Visit visit) {
        if (!on.has(SessionFlaws.SESSION_SURVIVES)) {
            visit.cookie(name()).ifPresent(byName::remove);
        }
    }

    String cookie(String value) {
        long kept = on.has(SessionFlaws.COOKIE_LIVES_LONG) ? A_YEAR.toSeconds() : LONGEST.toSeconds();
        return name() + "=" + value + "; Max-Age=" + kept + attributes();
    }

    String expired() {
        return name() + "=; Max-Age=0" + attributes();
    }

    private String name() {
        boolean plain = on.has(SessionFlaws.NO_SECURE) || on.has(SessionFlaws.WIDE_DOMAIN);
        return plain ? PLAIN_NAME : SOUND_NAME;
    }

    private String attributes() {
        String attributes = SOUND_ATTRIBUTES;
        if (on.has(SessionFlaws.NO_SECURE)) {
            attributes = attributes.replace("; Secure", "");
        }
        if (on.has(SessionFlaws.READABLE)) {
            attributes = attributes.replace("; HttpOnly", "");
        }
        if (on.has(SessionFlaws.SAME_SITE_NONE) || FormFlaws.any(on)) {
            attributes = attributes.replace("SameSite=Lax", "SameSite=None");
        }
        if (on.has(SessionFlaws.SAME_SITE_MISSING)) {
            attributes = attributes.replace("; SameSite=Lax", "");
        }
        if (on.has(SessionFlaws.WIDE_DOMAIN)) {
            attributes += "; Domain=" + Places.PORTAL;
        }
        return on.has(SessionFlaws.PREFIX_BROKEN) ? attributes + "; Domain=" + Places.PORTAL : attributes;
    }
}
