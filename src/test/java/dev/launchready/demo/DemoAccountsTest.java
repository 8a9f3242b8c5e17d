package dev.launchready.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.demo.DemoVisitor.Answer;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoAccountsTest {
    private static DemoPortal portal;
    private static DemoVisitor visitor;
    private static String alice;
    private static String bob;
    private static String admin;

    @BeforeAll
    static void start() throws IOException, GeneralSecurityException {
        portal = DemoPortal.start(Set.of());
        visitor = new DemoVisitor(portal);
        alice = token("alice@north.example", "Northern-breeze-58");
        bob = token("bob@south.example", "Southern-current-77");
        admin = token("harriet@harbor.example", "Lighthouse-keeper-31");
    }

    @AfterAll
    static void stop() throws IOException {
        visitor.close();
        portal.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/projects/17, NP-7F3K-QUARTZ, 404",
        "/api/projects/17/tasks/5, NP-TASK-OSPREY, 404",
        "/api/invoices/inv_1001, NP-PO-51877-EMBER, 403",
        "/api/notes/7d0c1f6e-52a4-4a0f-9d52-0c7a4e0f1a11, lantern-4471, 200",
        "/api/files/plan-night-shift, NP-FILE-88213, 200"
    })
    void anObjectOpensToItsOwnerAloneWhateverShapeTheRefusalHas(String path, String marker, int refusal)
            throws IOException {
        Answer owner = visitor.onApi(path, "Authorization", alice);
        Answer stranger = visitor.onApi(path, "Authorization", bob);

        assertThat(owner.text()).contains(marker);
        assertThat(stranger.status()).isEqualTo(refusal);
        assertThat(stranger.text()).doesNotContain(marker);
        assertThat(visitor.onApi(path).status()).isEqualTo(401);
    }

    @Test
    void aForeignParentDoesNotOpenATask() throws IOException {
        assertThat(visitor.onApi("/api/projects/23/tasks/5", "Authorization", bob)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aProjectIsMadeChangedAndRemovedByItsOwnerAlone() throws IOException {
        Answer made = visitor.json("POST", "/api/projects", "{\"name\":\"Tide table\"}", "Authorization", alice);
        String path = made.header("Location");

        assertThat(made.status()).isEqualTo(201);
        assertThat(visitor.json("PUT", path, "{\"name\":\"Mine\"}", "Authorization", bob)
                        .status())
                .isEqualTo(404);
        assertThat(visitor.json("PUT", path, "{\"name\":\"Ebb\"}", "Authorization", alice)
                        .text())
                .contains("Ebb");
        assertThat(visitor.json("DELETE", path, "", "Authorization", bob).status())
                .isEqualTo(404);
        assertThat(visitor.json("DELETE", path, "", "Authorization", alice).status())
                .isEqualTo(204);
        assertThat(visitor.onApi(path, "Authorization", alice).status()).isEqualTo(404);
    }

    @Test
    void onlyTheAdminSeesThePeople() throws IOException {
        assertThat(visitor.onApi("/api/admin/users", "Authorization", admin).text())
                .contains("bob@south.example");
        assertThat(visitor.onApi("/api/admin/users", "Authorization", alice).status())
                .isEqualTo(403);
    }

    @Test
    void aTokenOfWhichAnythingIsChangedOpensNothing() throws IOException {
        String[] parts = alice.substring("Bearer ".length()).split("\\.");
        String unsigned = "eyJhbGciOiJub25lIn0." + parts[1] + ".";

        assertThat(visitor.onApi("/api/me", "Authorization", "Bearer " + unsigned)
                        .status())
                .isEqualTo(401);
        assertThat(visitor.onApi("/api/me", "Authorization", "Bearer " + parts[0] + "." + parts[1] + ".")
                        .status())
                .isEqualTo(401);
        assertThat(visitor.onApi("/api/me", "Authorization", alice + "x").status())
                .isEqualTo(401);
    }

    @Test
    void afterLogoutTheTokenIsDead() throws IOException {
        String brief = token("anna@north.example", "Northern-stars-24");
        assertThat(visitor.onApi("/api/me", "Authorization", brief).status()).isEqualTo(200);

        visitor.json("POST", "/api/logout", "", "Authorization", brief);

        assertThat(visitor.onApi("/api/me", "Authorization", brief).status()).isEqualTo(401);
    }

    @Test
    void aBrowserSignsInSeesItsOwnPagesAndSignsOut() throws IOException {
        assertThat(visitor.onPortal("/dashboard").header("Location")).startsWith("/login");
        Answer form = visitor.onPortal("/login");
        String formCookie = pair(form);
        String csrf = hidden(form);
        Map<String, String> fields =
                Map.of("csrf", csrf, "email", "alice@north.example", "password", "Northern-breeze-58");

        assertThat(visitor.form("/login", fields).status()).isEqualTo(200);
        Answer in = visitor.form("/login", fields, "Cookie", formCookie);
        assertThat(in.status()).isEqualTo(303);
        String cookie = pair(in);

        Answer dashboard = visitor.onPortal("/dashboard", "Cookie", cookie);
        assertThat(dashboard.text()).contains("Alice Nordin");
        assertThat(dashboard.header("Cache-Control")).isEqualTo("no-store");
        assertThat(visitor.onPortal("/projects/17", "Cookie", cookie).text()).contains("NP-7F3K-QUARTZ");
        assertThat(visitor.onPortal("/projects/23", "Cookie", cookie).status()).isEqualTo(404);
        assertThat(visitor.onPortal("/admin/users", "Cookie", cookie).status()).isEqualTo(404);

        visitor.form("/logout", Map.of("csrf", hidden(dashboard)), "Cookie", cookie);
        assertThat(visitor.onPortal("/dashboard", "Cookie", cookie).status()).isEqualTo(302);
    }

    private static String token(String email, String password) throws IOException {
        String body = "{\"email\":\"" + email + "\",\"password\":\"" + password + "\"}";
        Matcher token = Pattern.compile("\"token\":\"([^\"]+)\"")
                .matcher(visitor.json("POST", "/api/login", body).text());
        assertThat(token.find()).isTrue();
        return "Bearer " + token.group(1);
    }

    private static String pair(Answer answer) {
        return answer.header("Set-Cookie").split(";", 2)[0];
    }

    private static String hidden(Answer page) {
        Matcher field = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"").matcher(page.text());
        assertThat(field.find()).isTrue();
        return field.group(1);
    }
}
