package dev.launchready.demo;

import java.util.List;

/** What can be wrong with the endpoint of GraphQL, where every answer is a 200. */
final class GraphFlaws {
    static final Flaw OTHERS_READ =
            Flaw.of("authz.object-read/other-reads#graphql", "", "GraphQL gives any statement to any client.");
    static final Flaw OPEN = Flaw.of(
            "auth.anonymous-access/data-without-credential#graphql",
            "",
            "GraphQL lists the statements of one client for anybody.");
    static final Flaw LISTS_ALL =
            Flaw.of("authz.tenant-lists/lists-foreign#graphql", "", "GraphQL lists the statements of all clients.");
    static final Flaw INTERNAL = Flaw.of(
            "authz.excess-data/internal-fields#graphql", "", "A statement of GraphQL carries what is not for clients.");

    static final List<Flaw> ALL = List.of(OTHERS_READ, OPEN, LISTS_ALL, INTERNAL);

    private GraphFlaws() {}
}
