package dev.launchready.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.check.dialect.Scan;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Routes.Access;
import dev.launchready.portal.Routes.Route;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairsTest {
    private static final String FILE = """
            identities:
              alice: {role: member, tenant: north, login: {kind: bearer, token: tok-alice-1}}
              mia: {role: manager, tenant: north, login: {kind: bearer, token: tok-mia-1}}
              bob: {role: manager, tenant: south, login: {kind: bearer, token: tok-bob-1}}
              otto: {role: admin, tenant: north, login: {kind: bearer, token: tok-otto-1}}
              harriet: {role: admin, tenant: harbor, login: {kind: bearer, token: tok-harriet-1}}
              root: {role: root, login: {kind: bearer, token: tok-root-1}}
              carl: {role: curator, login: {kind: bearer, token: tok-carl-1}}
            routes:
              owned: ["GET /api/invoices/{invoice}"]
              roles: {manager: ["GET /api/invoices/{invoice}", GET /api/members], curator: [GET /api/shelf]}
            """;

    @ParameterizedTest(name = "{1} is a stranger to what is {0}''s: {2}")
    @CsvSource({
        "alice, mia, false",
        "alice, bob, true",
        "mia, bob, true",
        "bob, alice, true",
        "bob, mia, true",
        "bob, otto, true",
        "alice, otto, false",
        "alice, harriet, false",
        "bob, harriet, false",
        "alice, root, false",
        "alice, carl, false",
        "harriet, alice, true",
        "carl, alice, true"
    })
    void a_tenant_binds_whoever_has_one(String owner, String reader, boolean expected) throws Exception {
        Portal portal = Scan.portal(1, FILE);
        Route route = portal.routes().of(Access.OWNED).get(0);
        assertThat(new Pairs(portal).strangers(route, owner, reader)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} is staff: {1}")
    @CsvSource({"alice, false", "mia, false", "bob, false", "otto, false", "harriet, true", "root, true", "carl, true"})
    void staff_works_for_all_clients(String name, boolean expected) throws Exception {
        assertThat(new Pairs(Scan.portal(1, FILE)).staff(name)).isEqualTo(expected);
    }
}
