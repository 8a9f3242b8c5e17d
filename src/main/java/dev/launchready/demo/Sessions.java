package dev.launchready.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Who is signed in with a browser: a cookie that means nothing by itself, and what it stands for. */
final class Sessions {
    static final String COOKIE = "__Host-harbor";
    static final Duration LONGEST = Duration.ofHours(8);
    static final Duration IDLE = Duration.ofMinutes(30);

    private final Map<String, Session> byName = new ConcurrentHashMap<>();

    /** @param csrf the token that every form of this session must carry */
    record Session(int person, Instant begun, Instant seen, String csrf) {
        boolean alive(Instant now) {
            return now.isBefore(begun.plus(LONGEST)) && now.isBefore(seen.plus(IDLE));
        }
    }

    /** The value of a new session's cookie. */
    String begin(Person person) {
        String name = Randomness.name();
        Instant now = Instant.now();
        byName.put(name, new Session(person.id(), now, now, Randomness.name()));
        return name;
    }

    Optional<Session> of(Visit visit) {
        Instant now = Instant.now();
        return visit.cookie(COOKIE)
                .map(name -> byName.computeIfPresent(
                        name,
                        (unused, held) ->
                                held.alive(now) ? new Session(held.person(), held.begun(), now, held.csrf()) : null));
    }

    void end(Visit visit) {
        visit.cookie(COOKIE).ifPresent(byName::remove);
    }

    static String cookie(String value) {
        return COOKIE + "=" + value + "; Path=/; Secure; HttpOnly; SameSite=Lax";
    }

    static String expired() {
        return COOKIE + "=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax";
    }
}
