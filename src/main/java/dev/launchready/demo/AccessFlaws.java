package dev.launchready.demo;

import java.util.List;

/** What can be wrong with who may see what. */
final class AccessFlaws {
    static final Flaw OPEN_ROUTE = anonymous(
                    "data-without-credential", "/api/invoices", "The invoices are given to anybody.")
            .changing("authz.tenant-lists");
    static final Flaw OPEN_TO_EMPTY = anonymous(
            "data-with-empty-credential", "/api/notes", "The notes are given to whoever sends an empty token.");
    static final Flaw OPEN_TO_GARBAGE = anonymous(
                    "data-with-garbage-credential",
                    "/api/files",
                    "The list of files is given to whoever sends any token at all.")
            .changing("authz.files");
    static final Flaw OPEN_BY_METHOD = anonymous(
            "data-by-other-method",
            "/api/search",
            "The search answers OPTIONS as it answers GET, without asking who is there.");
    static final Flaw OPEN_BY_PATH =
            anonymous("data-by-other-path", "/api/me/", "With a slash at the end, nobody asks who is there.");
    static final Flaw LOOKS_OPEN = anonymous(
                    "looks-open", "/api/projects", "The projects answer nobody with made-up ones.")
            .changing("authz.object-read", "authz.tenant-lists");
    static final Flaw UNCLASSIFIED = anonymous(
            "open-unclassified",
            "/api/rates",
            "A route of the API's description is open, and nobody has said whether it is meant to be.");
    static final Flaw TEAM_FOR_ALL = anonymous(
            "open-to-all",
            "/api/team",
            "A list of people with their addresses is open to everybody, and nobody has said whether it is meant to be.");
    static final Flaw WALL_FOR_ALL = anonymous(
            "open-with-names",
            "/api/wall",
            "A wall of messages with people's names is open to everybody, and nobody has said whether it is meant to be.");
    static final Flaw BREAKS_FOR_NOBODY = anonymous(
                    "breaks-for-nobody", "/api/admin/revenue", "A route breaks when nobody is signed in.")
            .changing("authz.function-level");

    static final Flaw OTHERS_READ = objects("other-reads#api", "", "The API gives any invoice to any client.");
    static final Flaw OTHERS_READ_PAGE = objects("other-reads#page", "", "The pages show any invoice to any client.");
    static final Flaw ANYONE_READS = objects(
                    "anyone-reads", "", "The API gives any file to anybody who knows its name.")
            .changing("auth.anonymous-access");
    static final Flaw LOOKS_READABLE =
            objects("looks-readable", "", "The note of somebody else is answered with an empty one.");
    static final Flaw BREAKS_ON_FOREIGN =
            objects("breaks-on-foreign-id", "", "The API breaks when asked for a project of somebody else.");

    static final Flaw OTHER_ROLE =
            roles("other-role-reads", "/api/admin/users", "Clients read the list of people, which is the admin's.");
    static final Flaw ROLE_BY_SPELLING = roles(
            "other-role-by-spelling",
            "/api/admin/revenue/",
            "With a slash at the end, the revenue is given to clients too.");
    static final Flaw ROLE_LOOKS_OPEN = roles(
            "looks-open", "/api/admin/revenue", "The revenue answers the clients of one tenant with a made-up one.");
    static final Flaw ROLE_BREAKS =
            roles("breaks-for-role", "/api/admin/revenue", "The revenue breaks for the clients of one tenant.");
    static final Flaw STAFF_ROUTE = roles(
            "undeclared-staff-route",
            "/api/internal/report",
            "A report for staff, which nobody has declared, is given to clients.");

    static final Flaw LISTS_FOREIGN =
            lists("lists-foreign", "/api/invoices", "The list of invoices holds those of all tenants.");
    static final Flaw FINDS_FOREIGN =
            lists("finds-foreign", "/api/search", "The search finds the projects of all tenants.");
    static final Flaw LOOKS_FOREIGN = lists(
            "looks-foreign", "/api/search", "The search tells with a made-up project that another tenant has one.");

    static final List<Flaw> ALL = List.of(
            OPEN_ROUTE,
            OPEN_TO_EMPTY,
            OPEN_TO_GARBAGE,
            OPEN_BY_METHOD,
            OPEN_BY_PATH,
            LOOKS_OPEN,
            UNCLASSIFIED,
            TEAM_FOR_ALL,
            WALL_FOR_ALL,
            BREAKS_FOR_NOBODY,
            OTHERS_READ,
            OTHERS_READ_PAGE,
            ANYONE_READS,
            LOOKS_READABLE,
            BREAKS_ON_FOREIGN,
            OTHER_ROLE,
            ROLE_BY_SPELLING,
            ROLE_LOOKS_OPEN,
            ROLE_BREAKS,
            STAFF_ROUTE,
            LISTS_FOREIGN,
            FINDS_FOREIGN,
            LOOKS_FOREIGN);

    private AccessFlaws() {}

    private static Flaw anonymous(String reason, String at, String says) {
        return Flaw.of("auth.anonymous-access/" + reason, at, says);
    }

    private static Flaw objects(String reason, String at, String says) {
        return Flaw.of("authz.object-read/" + reason, at, says);
    }

    private static Flaw roles(String reason, String at, String says) {
        return Flaw.of("authz.function-level/" + reason, at, says);
    }

    private static Flaw lists(String reason, String at, String says) {
        return Flaw.of("authz.tenant-lists/" + reason, at, says);
    }
}
