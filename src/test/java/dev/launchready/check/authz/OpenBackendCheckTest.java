package dev.launchready.check.authz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.launchready.check.CheckHarness;
import dev.launchready.check.DialectServer.Reply;
import dev.launchready.check.authz.LittleSupabase.Adding;
import dev.launchready.check.authz.LittleSupabase.Dialect;
import dev.launchready.check.authz.LittleSupabase.Policy;
import dev.launchready.check.authz.LittleSupabase.Table;
import dev.launchready.model.CheckResult;
import dev.launchready.model.Finding;
import dev.launchready.model.Problem;
import dev.launchready.portal.Portal;
import dev.launchready.portal.file.PortalFile;
import dev.launchready.portal.file.PortalFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("authz.open-backend")
class OpenBackendCheckTest {
    private static final String WRITES = "consent: {by: the test, allow: [writes]}\n";
    private static final String OF_ALICE =
            "{\"id\":\"11\",\"owner_id\":\"" + LittleSupabase.ALICE + "\",\"title\":\"Quartz\"}";
    private static final String OF_BOB =
            "{\"id\":\"12\",\"owner_id\":\"" + LittleSupabase.BOB + "\",\"title\":\"Cobalt\"}";
    private static final String CALLS =
            "const c=createClient(\"@BASE@\",\"@KEY@\");c.from(\"dossiers\").select(\"id,title\")";

    @TempDir
    private Path folder;

    static Stream<Arguments> dialects() {
        return SupabaseDialects.ALL.stream()
                .flatMap(each -> Stream.of(
                        arguments(each, Policy.OWN, "PASS"),
                        arguments(each, Policy.EVERYBODY, "FAIL anyone-reads-table"),
                        arguments(each, Policy.SIGNED_IN, "FAIL others-rows"),
                        arguments(each, Policy.REVOKED, "PASS")));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource
    void dialects(Dialect dialect, Policy policy, String expected) throws Exception {
        try (LittleSupabase supabase =
                new LittleSupabase(dialect, Map.of("dossiers", Table.of(policy, OF_ALICE, OF_BOB)))) {
            assertThat(told(supabase.bundling(CALLS), supabase.file())).isEqualTo(expected);
        }
    }

    @Test
    void anEmptyAnswerIsNoProof() throws Exception {
        try (LittleSupabase supabase = today("dossiers", Table.of(Policy.OWN))) {
            assertThat(told(supabase.bundling(CALLS), supabase.file())).isEqualTo("BLOCKED nobody-sees-a-row");
        }
    }

    @Test
    void nothingKnownIsNoPass() throws Exception {
        try (LittleSupabase supabase = today("cabinet", Table.of(Policy.EVERYBODY, OF_ALICE))) {
            assertThat(told(supabase, supabase.file())).isEqualTo("BLOCKED no-place-known");
        }
    }

    @Test
    void withoutASecondTenantTheCrossingIsOpen() throws Exception {
        try (LittleSupabase supabase = today("dossiers", Table.of(Policy.OWN, OF_ALICE, OF_BOB))) {
            String file = supabase.file().replace("tenant: south", "tenant: north");
            assertThat(told(supabase.bundling(CALLS), file)).isEqualTo("BLOCKED no-strangers");
            String bare = supabase.file().substring(0, supabase.file().indexOf("identities"));
            assertThat(told(supabase, bare)).isEqualTo("BLOCKED no-identity-there");
        }
    }

    @Test
    void whatIsMeantForEverybodyIsSaidInTheFile() throws Exception {
        String price = "{\"id\":\"1\",\"name\":\"Voyage\",\"amount\":1150}";
        try (LittleSupabase supabase = new LittleSupabase(
                SupabaseDialects.TODAY,
                Map.of(
                        "dossiers", Table.of(Policy.OWN, OF_ALICE, OF_BOB),
                        "prices", Table.of(Policy.EVERYBODY, price),
                        "notices", Table.of(Policy.SIGNED_IN, OF_ALICE)))) {
            supabase.bundling(CALLS + ";c.from('prices').select();c.from(`notices`)");
            assertThat(told(supabase, supabase.file())).isEqualTo("FAIL others-rows table-readable");
            String routes = "routes: {public: [GET " + supabase.base() + "/rest/v1/prices], signed-in: [GET "
                    + supabase.base() + "/rest/v1/notices]}\n";
            assertThat(told(supabase, supabase.file() + routes)).isEqualTo("PASS");
            String ignored = "routes: {ignore: [GET " + supabase.base() + "/rest/v1/prices, GET " + supabase.base()
                    + "/rest/v1/notices]}\n";
            assertThat(told(supabase, supabase.file() + ignored)).isEqualTo("PASS");
        }
    }

    @Test
    void theSameRowsForBothAreNoProofEitherWay() throws Exception {
        try (LittleSupabase supabase =
                today("dossiers", Table.of(Policy.SIGNED_IN, "{\"id\":\"7\",\"title\":\"Ember\"}"))) {
            assertThat(told(supabase.bundling(CALLS), supabase.file())).isEqualTo("BLOCKED same-for-both");
        }
    }

    @Test
    void aMessageBelongsToBothWhoseNamesItHolds() throws Exception {
        String between = "{\"id\":\"3\",\"sender_id\":\"" + LittleSupabase.ALICE + "\",\"receiver_id\":\""
                + LittleSupabase.BOB + "\"}";
        try (LittleSupabase supabase = today("dossiers", Table.of(Policy.OWN, between, OF_ALICE, OF_BOB))) {
            assertThat(told(supabase.bundling(CALLS), supabase.file())).isEqualTo("PASS");
        }
    }

    @Test
    void addingIsProvedWithoutAddingAndOnlyWithConsent() throws Exception {
        Table open = new Table(Policy.OWN, Adding.EVERYBODY, List.of(OF_ALICE, OF_BOB));
        try (LittleSupabase supabase = today("dossiers", open)) {
            supabase.bundling(CALLS);
            assertThat(told(supabase, supabase.file())).isEqualTo("PASS");
            assertThat(supabase.asked()).noneMatch(line -> line.startsWith("POST /rest"));
            assertThat(told(supabase, WRITES + supabase.file())).isEqualTo("FAIL anyone-inserts");
            String declared = "routes: {public: [POST " + supabase.base() + "/rest/v1/dossiers]}\n";
            assertThat(told(supabase, WRITES + supabase.file() + declared)).isEqualTo("PASS");
        }
        Table form = new Table(Policy.REVOKED, Adding.EVERYBODY, List.of());
        try (LittleSupabase supabase = new LittleSupabase(
                SupabaseDialects.DESCRIBING,
                Map.of("letters", form, "dossiers", Table.of(Policy.OWN, OF_ALICE, OF_BOB)))) {
            assertThat(told(supabase, WRITES + supabase.file())).isEqualTo("WARN open-insert");
        }
        Table closed = new Table(Policy.OWN, Adding.POLICY, List.of(OF_ALICE, OF_BOB));
        try (LittleSupabase supabase = today("dossiers", closed)) {
            assertThat(told(supabase.bundling(CALLS), WRITES + supabase.file())).isEqualTo("PASS");
        }
    }

    static Stream<Arguments> functions() {
        return Stream.of(
                arguments(200, "[" + OF_ALICE + "]", "FAIL anyone-calls-function"),
                arguments(200, "\"13.2\"", "WARN function-readable"),
                arguments(401, "{\"code\":\"42501\",\"message\":\"permission denied for function figures\"}", "PASS"),
                arguments(
                        404,
                        "{\"code\":\"PGRST202\",\"hint\":null,\"message\":\"Could not find the function public.figures without parameters\"}",
                        "PASS"),
                arguments(
                        404,
                        "{\"code\":\"PGRST202\",\"hint\":\"Perhaps you meant to call the function public.figures(month)\",\"message\":\"Could not find the function public.figures without parameters\"}",
                        "BLOCKED function-untried"),
                arguments(
                        405,
                        "{\"code\":\"25006\",\"message\":\"cannot execute INSERT in a read-only transaction\"}",
                        "BLOCKED function-untried"));
    }

    @ParameterizedTest
    @MethodSource
    void functions(int status, String body, String expected) throws Exception {
        try (LittleSupabase supabase = today("dossiers", Table.of(Policy.OWN, OF_ALICE, OF_BOB))) {
            supabase.bundling(CALLS + ";c.rpc('figures')")
                    .answering("GET /rest/v1/rpc/figures", Reply.json(status, body));
            assertThat(told(supabase, supabase.file())).isEqualTo(expected);
        }
    }

    static Stream<Arguments> buckets() {
        return Stream.of(
                arguments(
                        "[{\"id\":\"scans\",\"public\":false}]",
                        "[{\"id\":\"f1\",\"name\":\"a.pdf\"}]",
                        "FAIL anyone-lists-files"),
                arguments(
                        "[{\"id\":\"scans\",\"public\":true}]",
                        "[{\"id\":\"f1\",\"name\":\"a.pdf\"}]",
                        "WARN files-listed"),
                arguments(
                        "[{\"id\":\"scans\",\"public\":true}]",
                        "[{\"id\":null,\"name\":\"" + LittleSupabase.ALICE + "\"}]",
                        "FAIL anyone-lists-files"),
                arguments("[]", "[{\"id\":\"f1\",\"name\":\"a.pdf\"}]", "FAIL anyone-lists-files"),
                arguments("[]", "[]", "BLOCKED nobody-sees-a-row"));
    }

    @ParameterizedTest
    @MethodSource
    void buckets(String list, String files, String expected) throws Exception {
        try (LittleSupabase supabase = today("dossiers", Table.of(Policy.OWN, OF_ALICE, OF_BOB))) {
            supabase.bundling(CALLS + ";c.storage.from('scans').list()")
                    .answering("GET /storage/v1/bucket", Reply.json(200, list))
                    .answering("POST /storage/v1/object/list/scans", Reply.json(200, files))
                    .answering(
                            "HEAD /storage/v1/object/public/scans/a.pdf",
                            Reply.json(400, "{\"statusCode\":\"404\",\"error\":\"Bucket not found\"}"));
            assertThat(told(supabase, supabase.file())).isEqualTo(expected);
        }
    }

    @Test
    void signUpThatNobodyDeclaredIsTold() throws Exception {
        try (LittleSupabase supabase = today("dossiers", Table.of(Policy.OWN, OF_ALICE, OF_BOB))) {
            supabase.bundling(CALLS)
                    .answering(
                            "GET /auth/v1/settings",
                            Reply.json(200, "{\"disable_signup\":false,\"mailer_autoconfirm\":true}"));
            assertThat(told(supabase, supabase.file())).isEqualTo("WARN sign-up-open sign-up-unconfirmed");
            String declared = "flows: {signup: {request: POST " + supabase.base()
                    + "/auth/v1/signup, body: {email: \"{random-email}\", password: \"{password}\"}}}\n";
            assertThat(told(supabase, supabase.file() + declared)).isEqualTo("WARN sign-up-unconfirmed");
        }
    }

    @Test
    void aKeyForTheServerInTheBundleIsItsOwnFinding() throws Exception {
        for (String key :
                List.of(LittleSupabase.jwt("supabase", "service_role", ""), "sb_secret_Yk3n8Qw1Zt6Rb4XvUu2e")) {
            try (LittleSupabase supabase = today("dossiers", Table.of(Policy.OWN, OF_ALICE, OF_BOB))) {
                supabase.bundling(CALLS + ";const admin=\"" + key + "\"");
                assertThat(told(supabase, supabase.file())).isEqualTo("FAIL secret-key-public");
            }
        }
    }

    @Test
    void aBackEndThatNobodyNamedIsToldAndNotCalled() throws Exception {
        try (LittleSupabase supabase = today("dossiers", Table.of(Policy.EVERYBODY, OF_ALICE))) {
            supabase.bundling("createClient('https://abcdefghijklmnopqrst.supabase.co','" + supabase.key() + "')");
            CheckResult result = run(supabase, "");
            assertThat(told(result)).isEqualTo("BLOCKED not-named");
            assertThat(result.problem().map(Problem::add).orElse(""))
                    .isEqualTo("backends: [{kind: supabase, url: \"https://abcdefghijklmnopqrst.supabase.co\"}]");
        }
    }

    @Test
    void aBackEndOnAHostOfThePortalNeedsNoLine() throws Exception {
        try (LittleSupabase supabase = today("dossiers", Table.of(Policy.EVERYBODY, OF_ALICE, OF_BOB))) {
            assertThat(told(supabase.bundling(CALLS), "")).isEqualTo("FAIL anyone-reads-table no-identity-there");
        }
    }

    @Test
    void aKeyThatIsWrongOrMissingIsNoPass() throws Exception {
        try (LittleSupabase supabase = today("dossiers", Table.of(Policy.OWN, OF_ALICE))) {
            String wrong = "backends: [{kind: supabase, url: \"" + supabase.base()
                    + "\", key: sb_publishable_other0123456789}]\n";
            assertThat(told(supabase, wrong)).isEqualTo("BLOCKED key-refused");
            String none = "backends: [{kind: supabase, url: \"" + supabase.base() + "\"}]\n";
            assertThat(told(supabase, none)).isEqualTo("BLOCKED no-key");
            String elsewhere = "backends: [{kind: supabase, url: \"" + supabase.origin() + "/elsewhere\", key: \""
                    + supabase.key() + "\"}]\n";
            assertThat(told(supabase, elsewhere)).isEqualTo("BLOCKED not-that-service");
        }
    }

    @Test
    void tablesOfTheMigrationsAreAskedFor() throws Exception {
        Path migrations = Files.createDirectories(folder.resolve("supabase/migrations"));
        Files.writeString(
                migrations.resolve("20260101_first.sql"),
                "-- create table not_this (id int);\ncreate table if not exists public.\"cabinet\" (id bigint primary key);");
        try (LittleSupabase supabase = today("cabinet", Table.of(Policy.EVERYBODY, OF_ALICE, OF_BOB))) {
            String file = supabase.file() + "source: {repository: " + folder + "}\n";
            assertThat(told(supabase, file)).isEqualTo("FAIL anyone-reads-table");
            assertThat(supabase.asked()).noneMatch(line -> line.contains("not_this"));
        }
    }

    @Test
    void placesOverTheBoundAreTold() throws Exception {
        Table own = Table.of(Policy.OWN, OF_ALICE, OF_BOB);
        try (LittleSupabase supabase =
                new LittleSupabase(SupabaseDialects.DESCRIBING, Map.of("dossiers", own, "cabinets", own))) {
            Map<String, Map<String, Object>> bound =
                    Map.of("authz.open-backend", Map.of("max-places", 1, "likely-tables", List.of()));
            CheckResult result = CheckHarness.run(
                            List.of("authz.open-backend"), portal(supabase.origin(), supabase.file()), bound)
                    .get(0);
            assertThat(told(result)).isEqualTo("BLOCKED more-places");
        }
    }

    @Test
    void aFrontWithoutABackEndIsNotApplicable() throws Exception {
        try (LittleSupabase supabase = today("dossiers", Table.of(Policy.OWN))) {
            assertThat(told(supabase.bundling("Array.from('abc')"), "")).isEqualTo("NOT_APPLICABLE");
        }
    }

    private static LittleSupabase today(String name, Table table) {
        return new LittleSupabase(SupabaseDialects.TODAY, Map.of(name, table));
    }

    private String told(LittleSupabase supabase, String file) throws IOException {
        return told(run(supabase, file));
    }

    private CheckResult run(LittleSupabase supabase, String file) throws IOException {
        return CheckHarness.run("authz.open-backend", portal(supabase.origin(), file));
    }

    private Portal portal(String origin, String file) throws IOException {
        Path path = Files.writeString(folder.resolve("launch-ready.yml"), "portal: {url: \"" + origin + "\"}\n" + file);
        try {
            return PortalFile.read(path, Map.of());
        } catch (PortalFileException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    /** Outcome, then every reason for it in alphabetical order. */
    private static String told(CheckResult result) {
        Stream<String> reasons = Stream.concat(
                result.findings().stream().map(Finding::reason),
                result.problem().stream().map(Problem::code));
        return (result.outcome() + " " + reasons.sorted().collect(Collectors.joining(" "))).strip();
    }
}
