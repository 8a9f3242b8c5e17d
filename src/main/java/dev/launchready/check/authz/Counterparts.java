package dev.launchready.check.authz;

import dev.launchready.check.CheckContext;
import dev.launchready.model.Json;
import dev.launchready.portal.Identity;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Routes.Route;
import dev.launchready.probe.ProbeException;
import dev.launchready.session.FlowCalls;
import dev.launchready.session.Session;
import dev.launchready.session.Shown;
import dev.launchready.session.SignedInProof;
import dev.launchready.session.Slots;
import dev.launchready.session.Subject;
import dev.launchready.session.Subjects;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the portal calls one client, and what it calls another in the same place: whose id stands where one's own stood. */
final class Counterparts {
    private final CheckContext context;
    private final Portal portal;
    private final FlowCalls flows;
    private final Subjects subjects;
    private final Map<String, Shown> profiles = new HashMap<>();

    Counterparts(CheckContext context) {
        this.context = context;
        this.portal = context.portal();
        this.flows = new FlowCalls(portal, context.http());
        this.subjects = new Subjects(portal, context.sessions());
    }

    /** The other one's value for a value that is one's own; empty where it is not known to be one's own. */
    Optional<Json> of(Json mine, Session owner, Session other) throws ProbeException, InterruptedException {
        String text = mine.text().orElse("");
        if (text.isEmpty() || text.equals("true") || text.equals("false")) {
            return Optional.empty();
        }
        Optional<String> written = written(text, owner, other);
        if (written.isPresent()) {
            return written.map(Json.Str::new);
        }
        Shown own = profile(owner);
        Shown theirs = profile(other);
        return own.values().entrySet().stream()
                .filter(entry -> entry.getValue().text().filter(text::equals).isPresent())
                .flatMap(entry -> Optional.ofNullable(theirs.values().get(entry.getKey())).stream())
                .filter(value -> value.text().isPresent() && !value.text().get().equals(text))
                .map(value -> typed(value, mine))
                .findFirst();
    }

    /** Whether that value is what the portal, or its file, calls that client by. */
    boolean own(Json mine, Session owner) throws ProbeException, InterruptedException {
        Optional<String> text = mine.text();
        Optional<Identity> one = Optional.ofNullable(portal.identities().get(owner.identity()));
        return text.isPresent()
                && (one.flatMap(Identity::tenant).equals(text)
                        || profile(owner).values().values().stream()
                                .anyMatch(value -> value.text().equals(text)));
    }

    /**
     * As {@link #of}, else what stands there in something of the same type that belongs to the other one. Only where the name says that
     * it is about who owns it: a customer differs from object to object, and is for the client to choose.
     */
    Optional<Json> of(GuardedField field, String type, Session owner, Session other)
            throws ProbeException, InterruptedException {
        Optional<Json> known = of(field.value(), owner, other);
        if (known.isPresent() || !Meanings.owns(field.path())) {
            return known;
        }
        for (Route route : OwnedRoutes.of(portal)) {
            if (Slots.subject(route).filter(type::equals).isPresent()) {
                for (Subject theirs : subjects.of(route)) {
                    if (theirs.owner() == other) {
                        Json value = Shown.in(flows.send(other, theirs.call()))
                                .values()
                                .getOrDefault(field.at(), new Json.Null());
                        boolean differs = value.text().isPresent()
                                && !value.text().equals(field.value().text());
                        return differs ? Optional.of(value) : Optional.empty();
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** What the portal file itself says: the tenant, the name to sign in with. */
    private Optional<String> written(String text, Session owner, Session other) {
        Optional<Identity> one = Optional.ofNullable(portal.identities().get(owner.identity()));
        Optional<Identity> two = Optional.ofNullable(portal.identities().get(other.identity()));
        if (one.flatMap(Identity::tenant).filter(text::equals).isPresent()) {
            return two.flatMap(Identity::tenant).filter(tenant -> !tenant.equals(text));
        }
        boolean name = one.flatMap(each -> FlowCalls.user(each.login()))
                .filter(text::equalsIgnoreCase)
                .isPresent();
        return name ? two.flatMap(each -> FlowCalls.user(each.login())) : Optional.empty();
    }

    private static Json typed(Json value, Json like) {
        return like instanceof Json.Str ? new Json.Str(value.text().orElse("")) : value;
    }

    /** What the identity is told of itself. */
    Shown profile(Session session) throws ProbeException, InterruptedException {
        Shown known = profiles.get(session.identity());
        if (known == null) {
            Optional<SignedInProof> proof = context.sessions().proof(session.identity());
            known = proof.isEmpty()
                    ? new Shown(Map.of())
                    : Shown.in(flows.send(session, flows.call(proof.get().request(), Map.of())));
            profiles.put(session.identity(), known);
        }
        return known;
    }
}
