package dev.launchready.session;

import dev.launchready.model.Json;
import dev.launchready.model.TrafficClass;
import dev.launchready.portal.Flows.Flow;
import dev.launchready.portal.Identity;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Request;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * Throw-away accounts: made by {@code flows.signup}, signed in by the recipe of an identity of the file, removed by the flow's
 * {@code undo}. What is not removed is known here until the end of the run. Safe for use by many threads.
 */
public final class Newcomers {
    /** What such accounts are called among the objects that a run makes. */
    static final String TYPE = "account";

    private final Portal portal;
    private final Enrolment enrolment;
    private final Applicants applicants;
    private final FlowCalls flows;
    private final HttpProbe http;
    private final Reading reading;
    private final SignIn signIn;
    private final Prover prover;
    private final Session nobody;
    private final Workbench workbench;
    private final BiConsumer<String, String> secrets;
    private final List<Guest> standing = new ArrayList<>();
    private final List<String> adopted = new ArrayList<>();

    Newcomers(
            Portal portal,
            HttpProbe http,
            SignIn signIn,
            Prover prover,
            Session nobody,
            Workbench workbench,
            BiConsumer<String, String> secrets) {
        this.portal = portal;
        this.enrolment = new Enrolment(portal);
        this.applicants = new Applicants(portal, enrolment, workbench, secrets);
        this.http = http;
        this.flows = new FlowCalls(portal, http);
        this.reading = new Reading(portal, http);
        this.signIn = signIn;
        this.prover = prover;
        this.nobody = nobody;
        this.workbench = workbench;
        this.secrets = secrets;
    }

    /** The ways to sign up after which the portal could be asked to let the new account in. */
    public List<Flow> ways() {
        return portal.flows().named("signup").stream()
                .filter(flow -> enrolment.model(flow.request()).isPresent())
                .toList();
    }

    /** Somebody whom the portal cannot know, at each kind of address that is nobody else's, the best first. */
    public List<Applicant> applicants(Flow flow) {
        return applicants.of(flow);
    }

    /** Takes over an account that an earlier run may have made and did not remove. */
    void adopt(String marker) {
        synchronized (standing) {
            adopted.add(marker);
        }
    }

    /** Another password that no rule of strength refuses: four kinds of characters, 22 of them. */
    public String password() {
        return applicants.password();
    }

    /** Another address of the same kind as that one. */
    public String otherMail(String mail) {
        return Addresses.another(mail, workbench.marker());
    }

    /** Somebody else at the same kind of address. */
    public Applicant another(Flow flow, Applicant who) {
        return applicants.another(flow, who);
    }

    /** Asks for the account; whether there is one now is only shown by {@link #signIn}. */
    public HttpAnswer signUp(Flow flow, Applicant who) throws ProbeException, InterruptedException {
        return signUp(flow, who, UnaryOperator.identity());
    }

    /** As {@link #signUp(Flow, Applicant)}, the body altered once its placeholders are filled. */
    public HttpAnswer signUp(Flow flow, Applicant who, UnaryOperator<Json> alteration)
            throws ProbeException, InterruptedException {
        Request plain = Enrolment.withPassword(flow.request());
        Request request = plain.body()
                .map(body -> plain.with(alteration.apply(Filling.fill(body, who.values()))))
                .orElse(plain);
        FlowCalls.Prepared prepared = flows.asBrowser(nobody, request, who.values(), pages(request));
        workbench.log().made(made(flow, who));
        HttpAnswer answer = http.send(prepared.session().sign(prepared.call()).needing(TrafficClass.WRITES));
        if (answer.status() >= 400) {
            workbench.log().undone(made(flow, who));
        }
        return answer;
    }

    /** That person signed in, when the portal knows it with that password; by the recipe that fits the sign-up. */
    public Optional<Guest> signIn(Flow flow, Applicant who) throws ProbeException, InterruptedException {
        return signIn(flow, who, flow.request());
    }

    /** As {@link #signIn(Flow, Applicant)}, where that request would be taken: as its {@code as}, or at its origin. */
    public Optional<Guest> signIn(Flow flow, Applicant who, Request near) throws ProbeException, InterruptedException {
        Optional<Identity> model = enrolment.model(near);
        if (model.isEmpty()) {
            return Optional.empty();
        }
        Optional<SignIn.Attempt> attempt = Optional.empty();
        for (Identity identity : enrolment.identities(flow, model.get(), who)) {
            try {
                if (attempt.isEmpty()) {
                    attempt = Optional.of(attempt(identity));
                }
                return Optional.of(new Guest(flow, who, prover.proveRandom(identity, attempt.get())));
            } catch (ProbeException.SignIn e) {
                if (attempt.isEmpty()) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private SignIn.Attempt attempt(Identity identity) throws ProbeException, InterruptedException {
        SignIn.Attempt attempt = signIn.attempt(identity);
        attempt.session()
                .secrets()
                .forEach((name, value) -> secrets.accept(
                        "NEWCOMER_" + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_"), value));
        return attempt;
    }

    /** A new account that is known to work; empty when none came of it at any kind of address. */
    public Optional<Guest> make(Flow flow) throws ProbeException, InterruptedException {
        for (Applicant who : applicants(flow)) {
            signUp(flow, who);
            Optional<Guest> guest = signIn(flow, who);
            if (guest.isPresent()) {
                keep(guest.get());
                return guest;
            }
        }
        return Optional.empty();
    }

    /** What shows the guest's sign-in, asked with whatever that session carries. */
    public Sighting look(Guest guest, Session session) throws ProbeException, InterruptedException {
        Sign.Look look = guest.sign().look(reading, session);
        boolean telling = guest.sign().expectation().contains().isPresent();
        return new Sighting(look.holds(), telling, look.answer());
    }

    /** Remembers an account that the run made, until it is removed. */
    public void keep(Guest guest) {
        synchronized (standing) {
            standing.removeIf(each -> each.who().marker().equals(guest.who().marker()));
            standing.add(guest);
        }
    }

    /** Removes the account as itself; whether it could not sign in any more afterwards. */
    public boolean remove(Guest guest) throws ProbeException, InterruptedException {
        Optional<Request> undo = guest.flow().undo();
        if (undo.isEmpty()) {
            return false;
        }
        Optional<Guest> again = signIn(guest.flow(), guest.who());
        if (again.isPresent()) {
            Session session = again.get().session();
            FlowCalls.Prepared prepared = flows.asBrowser(
                    session,
                    undo.get(),
                    guest.who().values(),
                    pages(undo.get(), again.get().proof()));
            http.send(prepared.session().sign(prepared.call()).needing(TrafficClass.WRITES));
        }
        boolean gone = again.isEmpty() || signIn(guest.flow(), guest.who()).isEmpty();
        if (gone) {
            workbench.log().undone(made(guest.flow(), guest.who()));
            synchronized (standing) {
                standing.removeIf(each -> each.who().marker().equals(guest.who().marker()));
            }
        }
        return gone;
    }

    /** Removes every account that still stands; what stays, with the request that would remove it. */
    List<Made> clearAway() throws InterruptedException {
        List<Made> left = new ArrayList<>();
        List<Guest> all;
        List<String> earlier;
        synchronized (standing) {
            earlier = List.copyOf(adopted);
            adopted.clear();
        }
        for (String marker : earlier) {
            found(marker, left);
        }
        synchronized (standing) {
            all = List.copyOf(standing);
        }
        for (Guest guest : all) {
            try {
                if (!remove(guest)) {
                    left.add(made(guest.flow(), guest.who()));
                }
            } catch (ProbeException e) {
                LoggerFactory.getLogger(Newcomers.class)
                        .debug("account {} stays: {}", guest.who().marker(), e.code());
                left.add(made(guest.flow(), guest.who()));
            }
        }
        return left;
    }

    /** An account of an earlier run, signed in to be removed; told where it does not sign in, as it may be there all the same. */
    private void found(String marker, List<Made> left) throws InterruptedException {
        for (Flow way : ways()) {
            for (Applicant who : applicants.called(way, marker)) {
                try {
                    Optional<Guest> guest = signIn(way, who);
                    if (guest.isPresent()) {
                        keep(guest.get());
                        return;
                    }
                } catch (ProbeException e) {
                    LoggerFactory.getLogger(Newcomers.class).debug("account {}: {}", marker, e.code());
                }
            }
        }
        ways().stream().findFirst().ifPresent(way -> {
            Made made = new Made(TYPE, Enrolment.NAME, marker, marker, Map.of(), way.undo());
            workbench.log().undone(made);
            left.add(made);
        });
    }

    private static Made made(Flow flow, Applicant who) {
        return new Made(TYPE, Enrolment.NAME, who.marker(), who.marker(), Map.of(), flow.undo());
    }

    /** Where a browser finds the form of the first request: at the address that it is sent to, or at one of the others. */
    private List<Request> pages(Request... requests) {
        boolean form = flows.encoding(requests[0]).equals(Bodies.FORM);
        return form
                ? Stream.of(requests)
                        .map(each -> Request.parse("GET " + each.target()))
                        .toList()
                : List.of();
    }
}
