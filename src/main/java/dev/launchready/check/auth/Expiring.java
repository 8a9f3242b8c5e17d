package dev.launchready.check.auth;

import dev.launchready.check.CheckContext;
import dev.launchready.check.auth.SessionExpiryCheck.After;
import dev.launchready.check.auth.SessionExpiryCheck.Idle;
import dev.launchready.check.auth.SessionExpiryCheck.Part;
import dev.launchready.check.auth.SessionExpiryCheck.Refreshed;
import dev.launchready.check.auth.SessionExpiryCheck.Seen;
import dev.launchready.portal.Attested;
import dev.launchready.probe.ProbeException;
import dev.launchready.session.Cookie;
import dev.launchready.session.Credential;
import dev.launchready.session.Session;
import dev.launchready.session.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads how long sessions say that they live, uses refresh tokens a second time, and lets sessions rest. */
final class Expiring {
    private final CheckContext context;

    Expiring(CheckContext context) {
        this.context = context;
    }

    Seen look() throws ProbeException, InterruptedException {
        List<Part> parts = new ArrayList<>();
        List<Refreshed> refreshed = new ArrayList<>();
        List<String> passwords = new ArrayList<>();
        Set<String> kinds = new HashSet<>();
        for (Session session : context.sessions().able()) {
            for (Credential credential : context.sessions().carriers(session.identity())) {
                TokenPart part = TokenPart.of(credential);
                if (part.basic()) {
                    passwords.add(session.identity());
                } else if (kinds.add(part.says() + part.jwt().isPresent())) {
                    parts.add(read(session, part));
                }
            }
            reused(session.identity()).ifPresent(refreshed::add);
        }
        return new Seen(
                parts,
                refreshed,
                idle(parts),
                attested(),
                passwords,
                context.portal().api().host());
    }

    /** One new session for each kind of part; all of them rest at the same time, and then show whether they are still good. */
    private List<Idle> idle(List<Part> parts) throws ProbeException, InterruptedException {
        Duration rest = Duration.ofMinutes(context.params().integer("idle-minutes"));
        if (rest.isZero()) {
            return List.of();
        }
        Map<Part, Session> resting = new LinkedHashMap<>();
        for (Part part : parts) {
            resting.put(part, context.sessions().fresh(part.identity()));
        }
        Instant end = context.clock().instant().plus(rest);
        List<Idle> idle = new ArrayList<>();
        for (Map.Entry<Part, Session> each : resting.entrySet()) {
            Part part = each.getKey();
            Sighting seen = context.sessions().look(each.getValue().restingUntil(end));
            idle.add(new Idle(
                    part.identity(),
                    part.carrier(),
                    rest,
                    after(part.identity(), seen),
                    seen.proof(),
                    seen.answer().evidence()));
        }
        return idle;
    }

    /** A session is dead where the portal still lets its identity in by a new one; else it may be the portal that is in trouble. */
    private After after(String identity, Sighting seen) throws ProbeException, InterruptedException {
        if (seen.shown()) {
            return After.ALIVE;
        }
        if (seen.heldBack()) {
            return After.UNCLEAR;
        }
        try {
            context.sessions().fresh(identity);
            return After.DEAD;
        } catch (ProbeException.SignIn e) {
            return After.UNCLEAR;
        }
    }

    private Part read(Session session, TokenPart part) {
        Instant now = context.clock().instant();
        Optional<Jwt> jwt = part.jwt();
        return new Part(
                session.identity(),
                part.says(),
                jwt.isPresent(),
                jwt.flatMap(Jwt::expires).map(end -> Duration.between(now, end)),
                part.part().cookie().flatMap(Cookie::expires).map(end -> Duration.between(now, end)));
    }

    /**
     * Uses a refresh token, then its successor, then the first one again: servers rightly forgive the last one used for some seconds, but
     * not the one before (RFC 9700 section 4.14.2).
     */
    private Optional<Refreshed> reused(String identity) throws ProbeException, InterruptedException {
        Session first = context.sessions().fresh(identity);
        Optional<Session> second = context.sessions().refreshed(first);
        if (second.isEmpty()) {
            return Optional.empty();
        }
        Optional<Session> third = context.sessions().refreshed(second.get());
        Optional<Session> again = context.sessions().refreshed(first);
        context.sessions().renew(identity);
        boolean good = again.isPresent() && context.sessions().look(again.get()).shown();
        return third.isPresent() || good ? Optional.of(new Refreshed(identity, good)) : Optional.empty();
    }

    private Optional<Duration> attested() {
        LocalDate today = LocalDate.ofInstant(context.clock().instant(), ZoneOffset.UTC);
        return Optional.ofNullable(context.portal().attest().get("auth.session-expiry"))
                .filter(word -> !today.isAfter(word.until()))
                .flatMap(Attested::minutes);
    }
}
