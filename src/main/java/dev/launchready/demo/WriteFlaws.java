package dev.launchready.demo;

import java.util.List;

/** What can be wrong with who may change what. */
final class WriteFlaws {
    static final Flaw OTHERS_CHANGE = objects("other-changes", "Any client changes any project.");
    static final Flaw OTHERS_REMOVE = objects("other-removes", "Any client removes any project.");
    static final Flaw ANYONE_CHANGES = objects("anyone-changes", "Projects are changed without asking who is there.");
    static final Flaw ANYONE_REMOVES = objects("anyone-removes", "Projects are removed without asking who is there.");
    static final Flaw LOCKED_WHEN_CHANGED = objects(
                    "left-behind", "A project that was changed cannot be removed any more.")
            .changing("authz.mass-assignment");

    static final Flaw OTHERS_TAKE =
            objects("other-takes-account", "Any client sets the password of the account that he names.");
    static final Flaw ANYONE_TAKES = objects("anyone-takes-account", "Anybody sets the password of any account.")
            .changing("auth.reauthentication");

    static final Flaw OTHER_ROLE = Flaw.of(
            "authz.function-level/other-role-writes",
            "",
            "Clients remove any project by the route with which the admin does.");

    static final Flaw ROLE = fields("role-assigned", "Clients set the role that a project gives them.");
    static final Flaw OWNER = fields("owner-assigned", "Clients make projects that belong to somebody else.");
    static final Flaw PRICE = fields("price-assigned", "Clients set the fee of a project.");
    static final Flaw PLAN = fields("plan-assigned", "Clients set the package of a project.");
    static final Flaw APPROVED = fields("state-assigned", "Clients approve their own projects.");
    static final Flaw STORES_ANYTHING = fields("stores-anything", "A note keeps whatever field it is sent.");
    static final Flaw LOCKED_WHEN_MADE =
            fields("left-behind", "A project made with a field that nobody knows cannot be removed any more.");

    static final Flaw ROLE_AT_SIGN_UP = fields("role-assigned#sign-up", "Whoever signs up says which role he gets.");
    static final Flaw ROLE_IN_PROFILE =
            fields("role-assigned#profile", "Whoever changes his name may change his role with it.");
    static final Flaw TENANT_AT_SIGN_UP =
            fields("owner-assigned#sign-up", "Whoever signs up says which client's people he belongs to.");

    static final List<Flaw> ALL = List.of(
            OTHERS_CHANGE,
            OTHERS_REMOVE,
            ANYONE_CHANGES,
            ANYONE_REMOVES,
            LOCKED_WHEN_CHANGED,
            OTHERS_TAKE,
            ANYONE_TAKES,
            OTHER_ROLE,
            ROLE,
            OWNER,
            PRICE,
            PLAN,
            APPROVED,
            STORES_ANYTHING,
            LOCKED_WHEN_MADE,
            ROLE_AT_SIGN_UP,
            ROLE_IN_PROFILE,
            TENANT_AT_SIGN_UP);

    private WriteFlaws() {}

    private static Flaw objects(String reason, String says) {
        return Flaw.of("authz.object-write/" + reason, "", says);
    }

    private static Flaw fields(String reason, String says) {
        return Flaw.of("authz.mass-assignment/" + reason, "", says);
    }
}
