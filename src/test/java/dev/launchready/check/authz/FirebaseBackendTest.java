package dev.launchready.check.authz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.launchready.check.authz.LittleFirebase.Dialect;
import dev.launchready.check.authz.LittleFirebase.Rules;
import dev.launchready.model.CheckResult;
import dev.launchready.model.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("authz.open-backend at Firebase")
class FirebaseBackendTest {
    private static final String WRITES = "consent: {by: the test, allow: [writes]}\n";

    @TempDir
    private Path folder;

    static Stream<Arguments> dialects() {
        return FirebaseDialects.ALL.stream()
                .flatMap(each -> Stream.of(
                        arguments(each, Rules.OWN, "PASS"),
                        arguments(each, Rules.SIGNED_IN, "FAIL others-path"),
                        arguments(each, Rules.EVERYBODY, "FAIL anyone-reads-path"),
                        arguments(each, Rules.ALL, "FAIL anyone-reads-path"),
                        arguments(each, Rules.ALL_SIGNED_IN, "FAIL others-path")));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource
    void dialects(Dialect dialect, Rules rules, String expected) throws Exception {
        try (LittleFirebase firebase = new LittleFirebase(dialect, rules, true, false)) {
            assertThat(BackendRun.told(run(firebase, firebase.file()))).isEqualTo(expected);
            assertThat(firebase.asked()).noneMatch(line -> line.matches("(PUT|DELETE) .*|POST .*(documentId|name=).*"));
        }
    }

    static Stream<Dialect> services() {
        return Stream.of(FirebaseDialects.DATABASE, FirebaseDialects.DOCUMENTS, FirebaseDialects.FILES);
    }

    @ParameterizedTest
    @MethodSource("services")
    void emptyAndOpenIsToldFromEmptyAndProtected(Dialect dialect) throws Exception {
        try (LittleFirebase firebase = new LittleFirebase(dialect, Rules.EVERYBODY, false, false)) {
            assertThat(BackendRun.told(run(firebase, firebase.file()))).isEqualTo("WARN path-open-empty");
        }
        try (LittleFirebase firebase = new LittleFirebase(dialect, Rules.OWN, false, false)) {
            assertThat(BackendRun.told(run(firebase, firebase.file()))).isEqualTo("BLOCKED nobody-sees-a-row");
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void whatTheRunPutsThereIsTakenAwayAgain(Dialect dialect) throws Exception {
        try (LittleFirebase firebase = new LittleFirebase(dialect, Rules.OWN, true, true)) {
            Map<String, String> before = firebase.data();
            assertThat(BackendRun.told(run(firebase, WRITES + firebase.file()))).isEqualTo("FAIL anyone-writes-path");
            assertThat(firebase.data()).isEqualTo(before);
        }
        try (LittleFirebase firebase = new LittleFirebase(dialect, Rules.OWN, true, false)) {
            assertThat(BackendRun.told(run(firebase, WRITES + firebase.file()))).isEqualTo("PASS");
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void aNewAccountShowsRulesThatOnlyAskForOne(Dialect dialect) throws Exception {
        try (LittleFirebase firebase = new LittleFirebase(dialect, Rules.SIGNED_IN, true, false).takingGuests()) {
            assertThat(BackendRun.told(run(firebase, WRITES + firebase.file())))
                    .isEqualTo("FAIL new-account-reads others-path");
            assertThat(firebase.asked()).anyMatch(line -> line.contains("accounts:delete"));
        }
    }

    @Test
    void aTokenInAnAddressIsNotShown() throws Exception {
        try (LittleFirebase firebase = new LittleFirebase(FirebaseDialects.DATABASE, Rules.SIGNED_IN, true, false)) {
            CheckResult result = run(firebase, firebase.file());
            assertThat(result.findings()).isNotEmpty();
            assertThat(result.findings().toString()).contains("auth=").doesNotContain("auth=eyJ");
        }
    }

    @Test
    void theFixHoldsTheRulesForThePath() throws Exception {
        try (LittleFirebase firebase = new LittleFirebase(FirebaseDialects.DATABASE, Rules.EVERYBODY, true, false)) {
            assertThat(run(firebase, firebase.file()).findings().get(0).facts().get("rules"))
                    .isEqualTo(
                            "{\"rules\": {\".read\": false, \".write\": false, \"journals\": {\"$uid\": {\".read\": \"auth !="
                                    + " null && auth.uid === $uid\", \".write\": \"auth != null && auth.uid === $uid\"}}}}");
        }
        try (LittleFirebase firebase = new LittleFirebase(FirebaseDialects.DOCUMENTS, Rules.EVERYBODY, true, false)) {
            assertThat(run(firebase, firebase.file()).findings().get(0).facts().get("rules"))
                    .isEqualTo("match /journals/{document} { allow read, update, delete: if request.auth != null &&"
                            + " request.auth.uid == resource.data.ownerId; allow create: if request.auth != null &&"
                            + " request.auth.uid == request.resource.data.ownerId; }");
        }
    }

    @Test
    void whatTheFileDeclaresIsMeantSo() throws Exception {
        try (LittleFirebase firebase = new LittleFirebase(FirebaseDialects.DATABASE, Rules.EVERYBODY, true, false)) {
            String declared = "routes: {public: [GET " + firebase.base() + "/journals.json]}\n";
            assertThat(BackendRun.told(run(firebase, firebase.file() + declared)))
                    .isEqualTo("PASS");
        }
        try (LittleFirebase firebase = new LittleFirebase(FirebaseDialects.DOCUMENTS, Rules.SIGNED_IN, true, false)) {
            String declared = "routes: {signed-in: [\"GET " + firebase.base() + "/journals\"]}\n";
            assertThat(BackendRun.told(run(firebase, firebase.file() + declared)))
                    .isEqualTo("PASS");
        }
    }

    @Test
    void withoutAnIdentityTheCrossingIsOpen() throws Exception {
        try (LittleFirebase firebase = new LittleFirebase(FirebaseDialects.DATABASE, Rules.OWN, true, false)) {
            assertThat(BackendRun.told(run(firebase, firebase.backend()))).isEqualTo("BLOCKED no-identity-there");
        }
    }

    @Test
    void whatIsNoSuchServiceOrDoesNotAnswerIsNoPass() throws Exception {
        try (LittleFirebase firebase = new LittleFirebase(FirebaseDialects.DATABASE, Rules.OWN, true, false)) {
            String pages = "backends: [{kind: firebase, url: \"" + firebase.origin() + "/v0/b/tidewell/o\"}]\n";
            assertThat(BackendRun.told(run(firebase, pages))).isEqualTo("BLOCKED not-that-service");
            assertThat(BackendRun.told(run(firebase, "backends: [{kind: firebase, url: \"http://127.0.0.1:1\"}]\n")))
                    .isEqualTo("BLOCKED not-reached");
        }
    }

    @Test
    void aProjectThatNobodyNamedIsToldServiceByServiceAndNotCalled() throws Exception {
        String settings =
                "initializeApp({apiKey:\"AIzaTestOfTheDialects0123456789abcdefghi\",projectId:\"tidewell-1f2e\","
                        + "databaseURL:\"https://tidewell-1f2e-default-rtdb.firebaseio.com\",storageBucket:\"tidewell-1f2e.appspot.com\"});"
                        + "getFirestore(a);getStorage(a)";
        Dialect told = new Dialect(
                "told", LittleFirebase.Service.DATABASE, LittleFirebase.Shape.BY_UID, 401, "{}", "", settings);
        try (LittleFirebase firebase = new LittleFirebase(told, Rules.OWN, true, false)) {
            CheckResult result = run(firebase, "");
            assertThat(BackendRun.told(result)).isEqualTo("BLOCKED not-named");
            assertThat(result.problem().map(Problem::add).orElse(""))
                    .contains(
                            "backends: [{kind: firebase, url: \"https://tidewell-1f2e-default-rtdb.firebaseio.com\"}]");
        }
        Dialect bare = new Dialect(
                "bare",
                LittleFirebase.Service.DATABASE,
                LittleFirebase.Shape.BY_UID,
                401,
                "{}",
                "",
                "initializeApp({apiKey:'x',authDomain:\"tidewell-1f2e.firebaseapp.com\"})");
        try (LittleFirebase firebase = new LittleFirebase(bare, Rules.OWN, true, false)) {
            assertThat(BackendRun.told(run(firebase, ""))).isEqualTo("BLOCKED not-examined");
        }
    }

    @Test
    void aProjectOfAnotherMakerIsNoBackEnd() throws Exception {
        Dialect other = new Dialect(
                "other",
                LittleFirebase.Service.DATABASE,
                LittleFirebase.Shape.BY_UID,
                401,
                "{}",
                "",
                "createClient({projectId:\"zp7mbokg\",dataset:\"production\"});see('https://friends.web.app')");
        try (LittleFirebase firebase = new LittleFirebase(other, Rules.OWN, true, false)) {
            assertThat(BackendRun.told(run(firebase, ""))).isEqualTo("NOT_APPLICABLE");
        }
    }

    @Test
    void anotherProjectAtTheSameHostIsToldAndNotCalled() throws Exception {
        Dialect two = new Dialect(
                "two",
                LittleFirebase.Service.DATABASE,
                LittleFirebase.Shape.BY_UID,
                401,
                "{}",
                "",
                "fetch('https://firestore.googleapis.com/v1/projects/tidewell-2/databases/(default)/documents/x');"
                        + "fetch('https://storage.googleapis.com/tidewell-two/x.png')");
        String backends = "backends: [{kind: gcs, url: \"https://storage.googleapis.com/tidewell-one\"}]\n"
                + "routes: {ignore: [\"GET https://storage.googleapis.com/tidewell-one\"]}\n";
        try (LittleFirebase firebase = new LittleFirebase(two, Rules.OWN, true, false)) {
            CheckResult result = run(firebase, backends);
            assertThat(result.problem().map(Problem::says).orElse("")).contains("tidewell-2");
            assertThat(BackendRun.told(result)).isEqualTo("BLOCKED not-named");
        }
    }

    private CheckResult run(LittleFirebase firebase, String file) throws IOException {
        return BackendRun.of(folder, firebase.origin(), file);
    }
}
