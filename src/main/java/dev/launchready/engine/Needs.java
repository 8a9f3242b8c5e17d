package dev.launchready.engine;

import dev.launchready.catalog.Profile;
import dev.launchready.model.TrafficClass;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Routes.Access;
import dev.launchready.portal.Routes.Route;
import dev.launchready.session.Slots;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** When a portal file gives what a card needs; the words for each are in {@code checks/needs.yml} under the same id. */
public final class Needs {
    private static final String CONSENT = "consent-";

    private final Map<String, Predicate<Portal>> met = new TreeMap<>();
    /** Needs that are met for one check and not for another. */
    private final Map<String, BiPredicate<Portal, String>> metFor = new TreeMap<>();

    public Needs(LocalDate today) {
        met.put("identity", portal -> !portal.identities().isEmpty());
        met.put("two-identities", portal -> portal.identities().size() >= 2);
        met.put("private-routes", portal -> portal.routes().all().stream().anyMatch(route -> route.isPrivate()));
        met.put("owned-routes", portal -> portal.routes().all().stream().anyMatch(Needs::owned));
        met.put("role-routes", portal -> !portal.routes().of(Access.ROLES).isEmpty());
        met.put("flow-login", portal -> !portal.flows().named("login").isEmpty());
        met.put("flow-logout", portal -> !portal.flows().named("logout").isEmpty());
        met.put("flow-signup", portal -> !portal.flows().named("signup").isEmpty());
        met.put(
                "flow-change",
                portal -> !portal.flows().named("password-change").isEmpty()
                        || !portal.flows().named("email-change").isEmpty());
        met.put("source-repository", portal -> portal.source().repository().isPresent());
        met.put("source-artifacts", portal -> !portal.source().artifacts().isEmpty());
        met.put("source-logs", portal -> !portal.source().logs().isEmpty());
        metFor.put("attestation", (portal, check) -> portal.attest().containsKey(check));
        metFor.put(
                "attestation-valid",
                (portal, check) -> Optional.ofNullable(portal.attest().get(check))
                        .filter(word -> !today.isAfter(word.until()))
                        .isPresent());
        met.put("access-lock", portal -> portal.access().isPresent());
        for (TrafficClass traffic : TrafficClass.values()) {
            if (traffic.needsConsent()) {
                met.put(CONSENT + traffic.key(), portal -> portal.consent().covers(traffic, today));
            }
        }
    }

    /** The id of the need for consent to that class. */
    static String consent(TrafficClass traffic) {
        return CONSENT + traffic.key();
    }

    public Set<String> ids() {
        Set<String> ids = new TreeSet<>(met.keySet());
        ids.addAll(metFor.keySet());
        return ids;
    }

    /** The profile with those of its questions that this portal file leaves open. */
    public Profile open(Profile profile, Portal portal) {
        return profile.withOpen(profile.open().stream()
                .filter(question -> !met(question.until(), portal))
                .toList());
    }

    /** Listed as owned, or imported with the id of an object in it and not listed otherwise. */
    private static boolean owned(Route route) {
        boolean imported = route.isPrivate()
                && route.line().isEmpty()
                && !Slots.of(route.template()).isEmpty();
        return route.access() == Access.OWNED || imported;
    }

    boolean met(String id, Portal portal, String check) {
        BiPredicate<Portal, String> rule = metFor.get(id);
        return rule == null ? met(id, portal) : rule.test(portal, check);
    }

    private boolean met(String id, Portal portal) {
        Predicate<Portal> rule = met.get(id);
        if (rule == null) {
            throw new IllegalArgumentException("no rule tells when '" + id + "' is met");
        }
        return rule.test(portal);
    }
}
