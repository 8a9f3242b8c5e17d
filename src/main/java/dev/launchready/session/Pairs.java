package dev.launchready.session;

import dev.launchready.portal.Identity;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Routes.Access;
import dev.launchready.portal.Routes.Route;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Who may expect to see what of whom. */
public final class Pairs {
    /** Roles that by their own name work for all clients. */
    private static final Pattern STAFF = Pattern.compile(
            "(?i)(super|system|site|app|portal|platform)?[-_ ]?(admin(istrator)?s?|root|staff|superuser|operators?|support|moderators?)");

    /** Roles that by their own name stand above all others of the portal. */
    private static final Pattern ADMINISTRATOR = Pattern.compile(
            "(?i)(super|system|site|app|portal|platform|global)?[-_ ]?(admin(istrator)?s?|root|superuser)");

    private final Portal portal;
    private final Set<String> privileged;

    public Pairs(Portal portal) {
        this.portal = portal;
        this.privileged = portal.routes().of(Access.ROLES).stream()
                .flatMap(route -> route.roles().stream())
                .collect(Collectors.toSet());
    }

    /**
     * Whether that reader has to be refused what belongs to that owner on that route. Colleagues of one tenant, roles under which the
     * route is listed, and staff are not asked of: roles of no tenant with routes of their own that the owner's role has not, or whose
     * name says it. Whoever is bound to a tenant is a stranger to all others, whatever the role: a manager manages his own people.
     */
    public boolean strangers(Route route, String owner, String reader) {
        boolean listed = identity(reader)
                .map(Identity::role)
                .filter(route.roles()::contains)
                .isPresent();
        return (!listed || (bound(reader) && differ(owner, reader))) && strangers(owner, reader);
    }

    /** The same wherever no known route says otherwise. */
    public boolean strangers(String owner, String reader) {
        Optional<Identity> ours = identity(owner);
        Optional<Identity> theirs = identity(reader);
        if (ours.isEmpty() || theirs.isEmpty() || owner.equals(reader)) {
            return false;
        }
        boolean staff = staff(reader) && !theirs.get().role().equals(ours.get().role());
        boolean colleagues = ours.get().tenant().isPresent()
                && ours.get().tenant().equals(theirs.get().tenant());
        return !staff && !colleagues;
    }

    /** Whether the file gives both a tenant, and not the same. */
    public boolean differ(String one, String other) {
        Optional<String> first = identity(one).flatMap(Identity::tenant);
        Optional<String> second = identity(other).flatMap(Identity::tenant);
        return first.isPresent() && second.isPresent() && !first.equals(second);
    }

    /** Whether that identity works for all clients: its role has routes of its own, or says so, and no tenant binds it. */
    public boolean staff(String identity) {
        return identity(identity)
                        .filter(who -> privileged.contains(who.role())
                                || STAFF.matcher(who.role()).matches())
                        .isPresent()
                && !bound(identity);
    }

    /** Whether that identity's role has routes of its own, in its tenant or in all, or says by its name that it works for all clients. */
    public boolean oversees(String identity) {
        return identity(identity)
                .filter(who -> privileged.contains(who.role())
                        || (who.tenant().isEmpty() && STAFF.matcher(who.role()).matches()))
                .isPresent();
    }

    /**
     * Whether the file gives that identity a tenant to which it is bound. Staff by its name whose tenant has nobody else is none: that
     * tenant is the portal's own house.
     */
    public boolean bound(String identity) {
        return identity(identity)
                .filter(who -> who.tenant().isPresent() && !house(who))
                .isPresent();
    }

    private boolean house(Identity who) {
        return STAFF.matcher(who.role()).matches()
                && portal.identities().values().stream()
                        .filter(other -> other.tenant().equals(who.tenant()))
                        .allMatch(other -> STAFF.matcher(other.role()).matches());
    }

    /**
     * Whether that identity is an administrator of the portal and the route is for people who, by the names of their roles, are no staff of
     * it: so nobody refuses it there. An administrator of one tenant, whose role has no routes of its own, is none.
     */
    public boolean standsAbove(Route route, String identity) {
        return ADMINISTRATOR.matcher(role(identity)).matches()
                && oversees(identity)
                && route.roles().stream().noneMatch(role -> STAFF.matcher(role).matches());
    }

    /** The pair of roles for a fingerprint: {@code client>client}. */
    public String roles(String owner, String reader) {
        return role(owner) + ">" + role(reader);
    }

    private String role(String name) {
        return identity(name).map(Identity::role).orElse(name);
    }

    private Optional<Identity> identity(String name) {
        return Optional.ofNullable(portal.identities().get(name));
    }
}
