package dev.launchready.check.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.check.CheckHarness;
import dev.launchready.check.DialectServer;
import dev.launchready.check.Params;
import dev.launchready.check.Told;
import dev.launchready.check.auth.DuplicateAccountsCheck.Again;
import dev.launchready.check.auth.DuplicateAccountsCheck.Seen;
import dev.launchready.check.auth.DuplicateAccountsCheck.Spelling;
import dev.launchready.check.auth.DuplicateAccountsCheck.Tried;
import dev.launchready.check.auth.Members.Lapse;
import dev.launchready.check.dialect.Scan;
import dev.launchready.model.CheckResult;
import dev.launchready.model.Finding;
import dev.launchready.model.Problem;
import dev.launchready.model.SampleEvidence;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("auth.duplicate-accounts")
class DuplicateAccountsCheckTest {

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource
    void tells_in_every_manner(Manner manner, Set<Lapse> lapses, String expected) throws Exception {
        Members members = new Members(manner, lapses);
        assertThat(told(members, manner)).isEqualTo(expected);
        assertThat(members.mails()).as("what is left").containsExactly("anna@north.example");
    }

    static Stream<Arguments> tells_in_every_manner() {
        return Manner.all().stream()
                .filter(Manner::signUp)
                .flatMap(manner -> Stream.of(
                        Arguments.of(manner, Set.of(), "PASS"),
                        Arguments.of(manner, Set.of(Lapse.PLUS_COUNTS), "PASS"),
                        Arguments.of(manner, Set.of(Lapse.CASE_COUNTS), "FAIL second-account"),
                        Arguments.of(manner, Set.of(Lapse.SPACE_COUNTS), "FAIL second-account"),
                        Arguments.of(manner, Set.of(Lapse.WIDTH_COUNTS), "WARN unicode-account"),
                        Arguments.of(manner, Set.of(Lapse.SIGN_UP_OVERWRITES), "FAIL sign-up-takes-over"),
                        Arguments.of(manner, Set.of(Lapse.OTHER_CASE_OVERWRITES), "FAIL sign-up-takes-over")));
    }

    private static String told(Members members, Manner manner) throws Exception {
        try (DialectServer server = new DialectServer(members)) {
            CheckResult result = CheckHarness.run(
                    "auth.duplicate-accounts", Scan.portal(server.port(), manner.file(manner.field())));
            String reasons = result.findings().stream()
                    .map(Finding::reason)
                    .sorted()
                    .distinct()
                    .collect(Collectors.joining(" "));
            String problem = result.problem().map(Problem::code).orElse("");
            return (result.outcome() + " " + reasons + problem).strip();
        }
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource
    void judges(Tried tried, String expected) {
        assertThat(judged(new Seen(List.of(tried), "portal.harbor.example"))).isEqualTo(expected);
    }

    static Stream<Arguments> judges() {
        Again refused = answer(Spelling.SAME, false, false);
        Again silent = answer(Spelling.SAME, true, false);
        return Stream.of(
                Arguments.of(tried(true, true, refused), "PASS one-account"),
                Arguments.of(tried(true, true, made(Spelling.CASE)), "FAIL second-account"),
                Arguments.of(tried(true, true, made(Spelling.LOOKALIKE)), "WARN unicode-account"),
                Arguments.of(tried(true, true, made(Spelling.PLUS)), "PASS apart one-account"),
                Arguments.of(tried(true, true, opened(Spelling.CASE)), "FAIL sign-up-takes-over"),
                Arguments.of(tried(false, false, refused), "BLOCKED sign-up-does-not-work"),
                Arguments.of(tried(false, true, silent), "BLOCKED cannot-tell"),
                Arguments.of(tried(false, true, refused, answer(Spelling.CASE, false, true)), "PASS answers"),
                Arguments.of(tried(false, true, refused, answer(Spelling.CASE, true, false)), "WARN second-account"),
                Arguments.of(tried(true, true, held()), "BLOCKED held-back"));
    }

    @Test
    void without_a_way_to_sign_in_nothing_is_judged() {
        assertThat(judged(new Seen(List.of(), "portal.harbor.example"))).isEqualTo("BLOCKED sign-up-does-not-work");
    }

    @Test
    void addresses_are_spelled_in_other_ways() {
        String mail = SpelledAddress.lettered("lr2@north.example");
        assertThat(mail).isEqualTo("lr2sk@north.example");
        assertThat(SpelledAddress.of(mail, Spelling.CASE)).contains("LR2SK@north.example");
        assertThat(SpelledAddress.of(mail, Spelling.DOMAIN_CASE)).contains("lr2sk@NORTH.EXAMPLE");
        assertThat(SpelledAddress.of(mail, Spelling.SPACE)).contains("lr2sk@north.example ");
        assertThat(SpelledAddress.of(mail, Spelling.WIDTH)).contains("\uFF4Cr2sk@north.example");
        assertThat(SpelledAddress.of(mail, Spelling.LOOKALIKE)).contains("lr2s\u212A@north.example");
        assertThat(SpelledAddress.of(mail, Spelling.PLUS)).contains("lr2sk+lr@north.example");
        assertThat(SpelledAddress.of("a+b@gmail.com", Spelling.PLUS)).contains("a+bx@gmail.com");
        assertThat(SpelledAddress.of(mail, Spelling.DOTS)).isEmpty();
        assertThat(SpelledAddress.of("lr2@gmail.com", Spelling.DOTS)).contains("l.r2@gmail.com");
    }

    private static String judged(Seen seen) {
        return Told.of(new DuplicateAccountsCheck().judge(seen, new Params(Map.of())));
    }

    private static Tried tried(boolean signsIn, boolean accepted, Again... again) {
        return new Tried("POST /join", signsIn, accepted, false, List.of(again), List.of());
    }

    private static Again answer(Spelling spelling, boolean likeFresh, boolean likeSame) {
        return again(spelling, false, true, false, likeFresh, likeSame, false);
    }

    private static Again made(Spelling spelling) {
        return again(spelling, true, true, false, true, false, false);
    }

    private static Again opened(Spelling spelling) {
        return again(spelling, true, false, true, true, false, false);
    }

    private static Again held() {
        return again(Spelling.CASE, false, false, false, false, false, true);
    }

    private static Again again(
            Spelling spelling,
            boolean signsIn,
            boolean firstSignsIn,
            boolean firstOpened,
            boolean likeFresh,
            boolean likeSame,
            boolean heldBack) {
        return new Again(
                spelling,
                signsIn,
                firstSignsIn,
                firstOpened,
                likeFresh,
                likeSame,
                heldBack,
                SampleEvidence.invoiceReadByBob());
    }
}
