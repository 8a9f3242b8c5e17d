package dev.launchready.portal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.launchready.model.Json;
import dev.launchready.model.TrafficClass;
import dev.launchready.portal.Identity;
import dev.launchready.portal.Login;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Routes.Access;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortalFileTest {
    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void accounts() {
        environment.put("ALICE_EMAIL", "alice@harbor.example");
        environment.put("ALICE_PASSWORD", "correct-horse-alice");
        environment.put("BYPASS", "bypass-value-1");
    }

    private Portal read(String text) throws IOException, PortalFileException {
        Path file = Files.writeString(folder.resolve("launch-ready.yml"), text);
        return PortalFile.read(file, environment);
    }

    private List<String> problems(String text) throws IOException {
        try {
            read(text);
            return List.of();
        } catch (PortalFileException e) {
            return e.problems().stream()
                    .map(problem -> problem.at().line() + ":" + problem.at().column() + ": " + problem.says())
                    .toList();
        }
    }

    @Test
    void readsAPortalOfWhichOnlyTheUrlIsGiven() throws Exception {
        Portal portal = read("portal:\n  url: https://portal.harbor.example\n");

        assertThat(portal.url()).hasToString("https://portal.harbor.example/");
        assertThat(portal.address().name()).isEqualTo("portal.harbor.example");
        assertThat(portal.identities()).isEmpty();
        assertThat(portal.consent().allow()).isEmpty();
    }

    @Test
    void readsIdentitiesWithTheirSecretsKept() throws Exception {
        Portal portal = read("""
                portal:
                  url: https://portal.harbor.example
                  headers: {x-vercel-protection-bypass: "${env:BYPASS}"}
                consent: {by: "the owner, in writing", until: 2027-01-31, allow: [active, third-party]}
                identities:
                  alice:
                    role: client
                    tenant: north
                    login:
                      kind: json
                      request: POST /api/login
                      body: {email: "${env:ALICE_EMAIL}", password: "${env:ALICE_PASSWORD}", remember: true}
                      token: $.token
                      send-as: "Authorization: Bearer {token}"
                    signed-in-when: {request: GET /api/me, contains: "${env:ALICE_EMAIL}"}
                    owns: {invoice: [inv_1001], project: [17], task: [{project: 17, task: 5}]}
                routes:
                  public: [GET /api/health]
                  owned: ["GET /api/invoices/{invoice}"]
                  roles: {admin: ["GET /api/admin/users"]}
                attest:
                  operations.rollback: {by: owner, on: 2026-11-01, days: 90, minutes: 8}
                """);

        assertThat(portal.consent().allow()).containsExactlyInAnyOrder(TrafficClass.ACTIVE, TrafficClass.THIRD_PARTY);
        assertThat(portal.consent().until()).contains(LocalDate.of(2027, 1, 31));
        assertThat(portal.secrets()).containsExactlyInAnyOrder("bypass-value-1", "correct-horse-alice");
        assertThat(portal.identities().values())
                .extracting(Identity::login)
                .singleElement()
                .isInstanceOfSatisfying(Login.JsonLogin.class, login -> {
                    assertThat(login.body().get("remember")).contains(new Json.Bool(true));
                    assertThat(login.common().sendAs()).containsEntry("*", List.of("Authorization: Bearer {token}"));
                });
        assertThat(portal.routes().of(Access.OWNED))
                .singleElement()
                .satisfies(route -> assertThat(route.line()).contains(19));
        assertThat(portal.lines().line("routes.owned[0]")).contains(19);
        assertThat(portal.attest())
                .hasEntrySatisfying(
                        "operations.rollback",
                        attested -> assertThat(attested.details()).containsEntry("minutes", "8"));
    }

    @Test
    void reportsEveryProblemOfAFileAtOnce() throws Exception {
        assertThat(problems("""
                        portal:
                          url: portal.harbor.example
                          hosts: harbor.example
                        identites:
                          alice: {}
                        consent: {by: me, until: 2027-02-30, allow: [activ]}
                        health: [GET api/health]
                        """))
                .containsExactly(
                        "2:8: 'portal.harbor.example' is no web address: it must begin with https:// or http://",
                        "3:10: 'portal.hosts' must be a list, not a text",
                        "4:1: unknown key 'identites'; did you mean 'identities'?",
                        "6:26: '2027-02-30' is no date; write year, month and day, such as 2027-01-31",
                        "6:46: unknown class of consent 'activ'; did you mean 'active'?",
                        "7:10: 'GET api/health' is no request: write a method and a path, such as GET /api/me");
    }

    @Test
    void namesTheFileAsThePersonDid() {
        assertThatExceptionOfType(PortalFileException.class)
                .isThrownBy(() -> read("portal: {url: https://h.example, nme: x}\n"))
                .withMessage(folder.resolve("launch-ready.yml") + ":1:34: unknown key 'nme'; did you mean 'name'?");
    }

    @Test
    void twoRecordingsAndNothingElseTellWhoseIdsAreWhose() throws Exception {
        for (String person : List.of("alice", "bob")) {
            String url = "https://portal.harbor.example/api/invoices/inv_" + (person.equals("alice") ? "1001" : "2002");
            Files.writeString(folder.resolve(person + ".har"), """
                    {"log": {"entries": [{"request": {"method": "GET", "url": "%s", "headers": [{"name": "Cookie", "value": "sid=canary-%s"}]},
                      "response": {"status": 200, "content": {"mimeType": "application/json"}}}]}}
                    """.formatted(url, person));
        }
        Portal portal = read("""
                portal: {url: https://portal.harbor.example}
                identities:
                  alice: {tenant: north, login: {kind: har, file: alice.har}}
                  bob: {tenant: south, login: {kind: har, file: bob.har}}
                """);

        assertThat(portal.routes().all()).singleElement().satisfies(route -> {
            assertThat(route).hasToString("GET /api/invoices/{invoice}");
            assertThat(route.sources()).containsExactly("alice.har", "bob.har");
        });
        assertThat(portal.routes().recordings())
                .extracting(recording -> recording.file().getFileName() + " "
                        + recording.uses().get(0).values())
                .containsExactly("alice.har {invoice=inv_1001}", "bob.har {invoice=inv_2002}");
        assertThat(portal.routes().toString()).doesNotContain("canary");
    }

    @Test
    void oneFileServesSeveralPlaces() throws Exception {
        String text = "portal:\n  url: ${env:PORTAL_URL:-https://portal.harbor.example}\n"
                + "identities: {alice: {login: {kind: bearer, token: \"${env:TOKEN:-local-token}\"}}}\n";
        environment.put("TOKEN", "token-of-production");
        assertThat(read(text).url()).hasToString("https://portal.harbor.example/");

        environment.remove("TOKEN");
        environment.put("PORTAL_URL", "http://localhost:3000");
        assertThat(read(text).secrets()).containsExactly("local-token");
        environment.remove("PORTAL_URL");
        assertThat(problems(text)).singleElement().asString().contains("is a credential written in clear");
    }

    @Test
    void anImportThatCannotBeReadIsAProblemWhereItIsNamed() throws Exception {
        Files.writeString(folder.resolve("alice.har"), "{\"log\": {\"entries\": [{\"request\":");
        Files.writeString(folder.resolve("routes.txt"), "GET /a\nnothing\n");

        assertThat(problems("""
                        portal: {url: https://portal.harbor.example}
                        identities:
                          alice:
                            login:
                              kind: har
                              file: alice.har
                        routes:
                          import:
                            - routes.txt
                        """))
                .containsExactly(
                        "6:1: alice.har: line 1, column 33: this is no JSON that can be read, or the file ends too early",
                        "9:7: routes.txt: line 2 is no request: write a method and a path, such as GET /api/me");
    }

    @Test
    void aLoginAtAnotherHostNamesThatHost() throws Exception {
        Portal portal = read("""
                portal: {url: https://portal.harbor.example}
                identities:
                  alice: {login: {kind: json, request: "POST https://id.harbor.example/login", body: {a: "{user}"}}}
                  bob: {login: [{request: GET /csrf}, {request: "POST https://sso.harbor.example/login"}]}
                """);

        assertThat(portal.loginHosts()).containsExactly("id.harbor.example", "sso.harbor.example");
    }
}
