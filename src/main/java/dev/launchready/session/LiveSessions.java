package dev.launchready.session;

import dev.launchready.model.TrafficClass;
import dev.launchready.portal.Identity;
import dev.launchready.portal.Portal;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpProbe;
import dev.launchready.session.Prover.Proved;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The sessions of one run over the port to the web. */
public final class LiveSessions implements Sessions {
    private final Map<String, ProbeException.SignIn> missing = Collections.synchronizedMap(new LinkedHashMap<>());
    private final Portal portal;
    private final Clock clock;
    private final SignIn signIn;
    private final Reading reading;
    private final Prover prover;
    private final Session nobody;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Estate estate;
    private final Workbench workbench;
    private final Newcomers newcomers;
    private final BiConsumer<String, String> secrets;

    /** @param http what requests of sign-ins and proofs are sent with, and charged to */
    public LiveSessions(Portal portal, HttpProbe http, Clock clock) {
        this(portal, http, clock, (name, secret) -> {});
    }

    /** @param secrets told of every credential that a sign-in gives: a name for it, and its value */
    public LiveSessions(Portal portal, HttpProbe http, Clock clock, BiConsumer<String, String> secrets) {
        this.secrets = secrets;
        this.portal = portal;
        this.clock = clock;
        this.signIn = new SignIn(portal, http, clock);
        this.reading = new Reading(portal, http);
        this.nobody = Session.nobody(clock);
        this.prover = new Prover(portal, reading, nobody);
        this.workbench = new Workbench(portal, http, WriteLog.NONE, name -> undoubted(name));
        this.newcomers = new Newcomers(portal, http, signIn, prover, nobody, workbench, secrets);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        boolean mayWrite = portal.consent().covers(TrafficClass.WRITES, today);
        this.estate = new Estate(portal, reading, this, mayWrite);
        portal.identities().keySet().forEach(name -> places.put(name, new Place()));
    }

    /** What is known of one identity's shared session; guarded by its lock. */
    private static final class Place {
        private final ReentrantLock lock = new ReentrantLock();
        private final List<Liveness> record = new ArrayList<>();
        private @Nullable Proved proved;
        private ProbeException.@Nullable SignIn failure;
        private @Nullable List<Credential> carriers;
    }

    @Override
    public List<Identity> identities() {
        return List.copyOf(portal.identities().values());
    }

    @Override
    public Workbench workbench() {
        return workbench;
    }

    @Override
    public Newcomers newcomers() {
        return newcomers;
    }

    @Override
    public Session nobody() {
        return nobody;
    }

    @Override
    public Session of(String identity) throws ProbeException, InterruptedException {
        return proved(identity).session();
    }

    @Override
    public void miss(String identity, ProbeException.SignIn why) {
        missing.putIfAbsent(identity, why);
    }

    @Override
    public Map<String, ProbeException.SignIn> missing() {
        synchronized (missing) {
            return new LinkedHashMap<>(missing);
        }
    }

    @Override
    public Session fresh(String identity) throws ProbeException, InterruptedException {
        Identity who = identity(identity);
        return prover.prove(who, attempt(who)).session();
    }

    @Override
    public Session fresh(String identity, List<Cookie> held) throws ProbeException, InterruptedException {
        Identity who = identity(identity);
        return prover.prove(who, signIn.attempt(who, new CookieJar(held))).session();
    }

    @Override
    public Sighting look(Session session) throws ProbeException, InterruptedException {
        Sign sign = proved(session.identity()).sign();
        Sign.Look look = sign.look(reading, session);
        boolean telling = sign.expectation().contains().isPresent();
        return new Sighting(look.holds(), telling, look.answer());
    }

    @Override
    public Optional<Session> refreshed(Session session) throws ProbeException, InterruptedException {
        return signIn.refreshed(identity(session.identity()), session);
    }

    @Override
    public Liveness alive(Session session) throws ProbeException, InterruptedException {
        Proved proved = proved(session.identity());
        Sign.Look look = proved.sign().look(reading, session);
        Liveness seen = new Liveness(session.identity(), clock.instant(), look.holds(), Words.of(look.answer()));
        if (session == proved.session()) {
            note(place(session.identity()), seen);
        }
        return seen;
    }

    @Override
    public Session renew(String identity) throws ProbeException, InterruptedException {
        Session before = of(identity);
        Place place = place(identity);
        place.lock.lockInterruptibly();
        try {
            Proved now = place.proved;
            if (now != null && (now.session() != before || alive(now.session()).alive())) {
                return now.session();
            }
            place.proved = null;
            place.carriers = null;
            return signedIn(identity(identity), place).session();
        } finally {
            place.lock.unlock();
        }
    }

    @Override
    public List<Liveness> record(String identity) {
        Place place = places.get(identity);
        if (place == null) {
            return List.of();
        }
        place.lock.lock();
        try {
            return List.copyOf(place.record);
        } finally {
            place.lock.unlock();
        }
    }

    @Override
    public Optional<SignedInProof> proof(String identity) {
        Place place = places.get(identity);
        if (place == null) {
            return Optional.empty();
        }
        place.lock.lock();
        try {
            return Optional.ofNullable(place.proved).map(Proved::proof);
        } finally {
            place.lock.unlock();
        }
    }

    @Override
    public List<Credential> carriers(String identity) throws ProbeException, InterruptedException {
        Proved proved = proved(identity);
        Place place = place(identity);
        place.lock.lockInterruptibly();
        try {
            List<Credential> known = place.carriers;
            if (known == null) {
                known = new Carriers(reading, proved).learn();
                place.carriers = known;
            }
            return known;
        } finally {
            place.lock.unlock();
        }
    }

    @Override
    public Holdings holdings(String identity) throws ProbeException, InterruptedException {
        return estate.holdings(identity(identity));
    }

    private List<OwnedObject> undoubted(String identity) throws ProbeException, InterruptedException {
        return estate.undoubted(identity(identity));
    }

    @Override
    public Set<String> words(String identity) throws ProbeException, InterruptedException {
        return estate.words(identity(identity));
    }

    @Override
    public Set<String> publicTexts() throws ProbeException, InterruptedException {
        return estate.publicTexts();
    }

    @Override
    public Set<Map<String, String>> publicIds() throws ProbeException, InterruptedException {
        return estate.publicIds();
    }

    @Override
    public List<Marker> markers(String identity) throws ProbeException, InterruptedException {
        return estate.markers(identity(identity));
    }

    private Proved proved(String identity) throws ProbeException, InterruptedException {
        Identity who = identity(identity);
        Place place = place(identity);
        place.lock.lockInterruptibly();
        try {
            Proved known = place.proved;
            return known != null ? known : signedIn(who, place);
        } finally {
            place.lock.unlock();
        }
    }

    /** Signs in under the place's lock; a refusal is remembered, a lack of any answer is not. */
    private Proved signedIn(Identity who, Place place) throws ProbeException, InterruptedException {
        ProbeException.SignIn failed = place.failure;
        if (failed != null) {
            throw failed;
        }
        try {
            Proved proved = prover.prove(who, attempt(who));
            place.proved = proved;
            place.record.add(
                    new Liveness(who.name(), now(), true, proved.proof().sign()));
            return proved;
        } catch (ProbeException.SignIn e) {
            place.failure = e;
            throw e;
        }
    }

    /** A sign-in whose credentials no output will show. */
    private SignIn.Attempt attempt(Identity who) throws ProbeException, InterruptedException {
        SignIn.Attempt attempt = signIn.attempt(who);
        String prefix = who.name().toUpperCase(Locale.ROOT) + "_";
        attempt.session()
                .secrets()
                .forEach((name, value) ->
                        secrets.accept(prefix + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_"), value));
        return attempt;
    }

    private static void note(Place place, Liveness seen) throws InterruptedException {
        place.lock.lockInterruptibly();
        try {
            place.record.add(seen);
        } finally {
            place.lock.unlock();
        }
    }

    private Instant now() {
        return clock.instant();
    }

    private Identity identity(String name) throws ProbeException {
        return Optional.ofNullable(portal.identities().get(name))
                .orElseThrow(() -> new ProbeException.SignIn(
                        "no-identity",
                        "The portal file has no identity '" + name + "'.",
                        "identities." + name
                                + ": {role: client, login: {kind: json, request: POST /api/login, body: {…}}}"));
    }

    private Place place(String name) throws ProbeException {
        identity(name);
        return java.util.Objects.requireNonNull(places.get(name));
    }
}
