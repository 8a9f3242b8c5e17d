package dev.launchready.portal.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.model.Url;
import dev.launchready.portal.Address;
import dev.launchready.portal.Address.Backend;
import dev.launchready.portal.Login;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Routes;
import dev.launchready.portal.draft.DraftFacts.SignIn;
import dev.launchready.portal.file.PortalFile;
import dev.launchready.portal.routes.RouteImports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortalDraftTest {
    private static final Url URL = Url.parse("https://portal.harbor.example/");
    private static final Map<String, String> ACCOUNTS = Map.of(
            "ALICE_EMAIL", "alice@harbor.example",
            "ALICE_PASSWORD", "pass of alice",
            "BOB_EMAIL", "bob@harbor.example",
            "BOB_PASSWORD", "pass of bob",
            "SUPABASE_KEY", "sb_publishable_1",
            "FIREBASE_KEY", "AIza1");

    @TempDir
    private Path folder;

    private Portal read(String text, Map<String, String> environment) throws Exception {
        return PortalFile.read(Files.writeString(folder.resolve("launch-ready.yml"), text), environment);
    }

    /** The file once a person has taken the # away. */
    private static String filledIn(String draft) {
        return draft.replaceAll("(?m)^#(?! \\S)", "").replace("import: [openapi.yaml, alice.har]", "import: []");
    }

    @Test
    void aBareUrlGivesAFileThatLoadsAsItStandsAndFilledIn() throws Exception {
        String draft = PortalDraft.write(DraftFacts.of(URL));

        assertThat(read(draft, Map.of()).url()).isEqualTo(URL);
        Portal filled = read(filledIn(draft), ACCOUNTS);
        assertThat(filled.identities()).containsOnlyKeys("alice", "bob");
        assertThat(filled.secrets()).containsExactlyInAnyOrder("pass of alice", "pass of bob");
        assertThat(filled.flows().named()).containsOnlyKeys("login", "logout", "recovery");
        assertThat(draft).doesNotContain("pass of");
    }

    @Test
    void everythingKnownIsWritten() throws Exception {
        Files.writeString(folder.resolve("openapi.yaml"), """
                openapi: 3.0.0
                paths:
                  /api/whoami: {get: {}}
                  /healthz: {get: {security: []}}
                  /auth/sign-in: {post: {}}
                  /api/invoices/{id}: {get: {}, put: {}}
                """);
        RouteImports imports = new RouteImports(Address.of(URL));
        imports.add(folder.resolve("openapi.yaml"), "openapi.yaml", Optional.empty());
        Routes routes = imports.merge(List.of(), Set.of());
        String draft = PortalDraft.write(new DraftFacts(
                URL,
                Optional.of("Harbor: \"North\" #1 ${x}"),
                Optional.of(Url.parse("https://api.harbor.example/v1")),
                List.of("harbor.example", "www.harbor.example"),
                Optional.of("harbor.example"),
                List.of("nextjs"),
                List.of(new Backend(
                        "supabase", Url.parse("https://abcd.supabase.co"), Optional.of("sb_publishable_1"))),
                Optional.of(new SignIn("/login", "/session?next=%2F", "user[email]", "user[password]")),
                List.of("openapi.yaml"),
                routes,
                List.of("google"),
                Optional.of(".")));

        Portal portal = read(draft, Map.of());
        assertThat(portal.address().name()).isEqualTo("Harbor: \"North\" #1 ${x}");
        assertThat(portal.address().hosts()).containsExactly("harbor.example", "www.harbor.example");
        assertThat(portal.mail().selectors()).containsExactly("google");
        assertThat(portal.health()).extracting(Object::toString).containsExactly("GET /healthz");
        Portal filled = read(filledIn(draft), ACCOUNTS);
        assertThat(filled.routes().of(Routes.Access.OWNED))
                .extracting(Object::toString)
                .containsExactly("GET /api/invoices/{id}", "PUT /api/invoices/{id}");
        assertThat(filled.identities().values())
                .allMatch(identity -> identity.login() instanceof Login.FormLogin)
                .allSatisfy(identity -> assertThat(identity.signedInWhen())
                        .hasValueSatisfying(when -> assertThat(when.request()).hasToString("GET /api/whoami")));
    }

    @Test
    void recordingsBecomeIdentitiesAtOnce() throws Exception {
        RouteImports imports = new RouteImports(Address.of(URL));
        for (String name : List.of("alice.har", "bob.har")) {
            Files.writeString(folder.resolve(name), "{\"log\": {\"entries\": []}}");
            imports.add(folder.resolve(name), name, Optional.empty());
        }
        DraftFacts bare = DraftFacts.of(URL);
        String draft = PortalDraft.write(new DraftFacts(
                URL,
                bare.name(),
                bare.api(),
                bare.hosts(),
                bare.mailDomain(),
                bare.stack(),
                bare.backends(),
                bare.signIn(),
                List.of("alice.har", "bob.har"),
                imports.merge(List.of(), Set.of()),
                bare.selectors(),
                bare.repository()));

        assertThat(read(draft, Map.of()).identities().values())
                .extracting(identity -> identity.login().getClass().getSimpleName())
                .containsExactly("HarLogin", "HarLogin");
    }

    @Test
    void backendsGiveTheirOwnLogin() throws Exception {
        for (String kind : List.of("supabase", "firebase")) {
            DraftFacts bare = DraftFacts.of(URL);
            String draft = PortalDraft.write(new DraftFacts(
                    URL,
                    bare.name(),
                    bare.api(),
                    bare.hosts(),
                    bare.mailDomain(),
                    bare.stack(),
                    List.of(new Backend(kind, Url.parse("https://abcd.example.co"), Optional.empty())),
                    bare.signIn(),
                    bare.imports(),
                    bare.routes(),
                    bare.selectors(),
                    bare.repository()));

            assertThat(read(filledIn(draft), ACCOUNTS).identities()).hasSize(2);
        }
    }
}
