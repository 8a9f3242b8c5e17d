package dev.launchready.check.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.check.CheckHarness;
import dev.launchready.check.DialectServer;
import dev.launchready.check.Params;
import dev.launchready.check.Told;
import dev.launchready.check.auth.Manner.Asking;
import dev.launchready.check.auth.Members.Lapse;
import dev.launchready.check.auth.ReauthenticationCheck.Asks;
import dev.launchready.check.auth.ReauthenticationCheck.Attempt;
import dev.launchready.check.auth.ReauthenticationCheck.How;
import dev.launchready.check.auth.ReauthenticationCheck.Kind;
import dev.launchready.check.auth.ReauthenticationCheck.Seen;
import dev.launchready.check.auth.ReauthenticationCheck.Tried;
import dev.launchready.check.dialect.Scan;
import dev.launchready.model.CheckResult;
import dev.launchready.model.Evidence.HttpExchange;
import dev.launchready.model.Finding;
import dev.launchready.model.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("auth.reauthentication")
class ReauthenticationCheckTest {
    private static final String BOTH = "FAIL email-changes-without password-changes-without";

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource
    void tells_in_every_manner(Manner manner, Set<Lapse> lapses, String expected) throws Exception {
        assertThat(told(manner, lapses, manner.file(manner.field()))).isEqualTo(expected);
    }

    static Stream<Arguments> tells_in_every_manner() {
        return Manner.all().stream().flatMap(manner -> {
            boolean mail = manner.asking() == Asking.MAIL;
            List<Arguments> cases = new ArrayList<>(List.of(Arguments.of(manner, Set.of(), "PASS")));
            String ignored = mail ? "FAIL email-waits-for-mail-alone password-changes-without" : BOTH;
            if (manner.field()) {
                cases.add(Arguments.of(manner, Set.of(Lapse.CURRENT_IGNORED), ignored));
                cases.add(Arguments.of(manner, Set.of(Lapse.MISSING_IS_FINE), mail ? mail(manner) : BOTH));
                cases.add(Arguments.of(manner, Set.of(Lapse.EMPTY_IS_FINE), mail ? mail(manner) : BOTH));
            } else {
                cases.add(Arguments.of(manner, Set.of(Lapse.NEVER_ASKS), BOTH));
                if (manner.asking() != Asking.PAGE_UNKNOWN) {
                    cases.add(Arguments.of(manner, Set.of(Lapse.CONFIRMS_ANYTHING), BOTH));
                }
            }
            return cases.stream();
        });
    }

    private static String mail(Manner manner) {
        return manner.asking() == Asking.MAIL ? "FAIL email-waits-for-mail-alone password-changes-without" : BOTH;
    }

    @Test
    void a_request_without_a_place_for_the_password_changes_it_or_is_vouched_for() throws Exception {
        Manner manner = Manner.all().get(0);
        String file = manner.file(false);
        String word = "attest: {auth.reauthentication: {by: owner, on: " + LocalDate.now(Clock.systemUTC())
                + ", days: 90, minutes: 10}}\n";

        assertThat(told(manner, Set.of(Lapse.NEVER_ASKS), file)).isEqualTo(BOTH);
        assertThat(told(manner, Set.of(Lapse.NEVER_ASKS), file + word)).isEqualTo("PASS");
    }

    @Test
    void nothing_is_left_of_what_was_made_and_the_test_account_is_as_it_was() throws Exception {
        for (Manner manner : Manner.all()) {
            Members members = new Members(manner, Set.of(Lapse.CURRENT_IGNORED));
            try (DialectServer server = new DialectServer(members)) {
                CheckHarness.run("auth.reauthentication", Scan.portal(server.port(), manner.file(manner.field())));
            }
            assertThat(members.mails()).as("%s", manner).containsExactly("anna@north.example");
        }
    }

    private static String told(Manner manner, Set<Lapse> lapses, String file) throws Exception {
        try (DialectServer server = new DialectServer(new Members(manner, lapses))) {
            CheckResult result = CheckHarness.run("auth.reauthentication", Scan.portal(server.port(), file));
            result.findings().forEach(finding -> assertThat(finding.toString()).doesNotContain("pw-anna", "Lr7-"));
            String reasons =
                    result.findings().stream().map(Finding::reason).sorted().collect(Collectors.joining(" "));
            String problem = result.problem().map(Problem::code).orElse("");
            return (result.outcome() + " " + reasons + problem).strip();
        }
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource
    void judges(Tried tried, String expected) {
        assertThat(judged(tried, Optional.empty())).isEqualTo(expected);
    }

    private static String judged(Tried tried, Optional<Duration> attested) {
        Seen seen = new Seen(List.of(tried), attested, List.of(), "portal.harbor.example");
        return Told.of(new ReauthenticationCheck().judge(seen, new Params(Map.of())));
    }

    static Stream<Arguments> judges() {
        Attempt refused = attempt(How.WRONG, false, false, false, false);
        Attempt right = attempt(How.RIGHT, true, true, false, false);
        Attempt broken = attempt(How.RIGHT, false, false, false, false);
        Attempt mailed = attempt(How.RIGHT, false, true, false, true);
        Attempt alike = attempt(How.WRONG, false, true, true, true);
        Attempt held = new Attempt(How.WRONG, false, false, false, false, true, exchange());
        return Stream.of(
                Arguments.of(guest(Kind.PASSWORD, Asks.NOTHING, refused, right), "PASS changes-with"),
                Arguments.of(
                        guest(Kind.PASSWORD, Asks.NOTHING, attempt(How.EMPTY, true, true, false, false)),
                        "FAIL password-changes-without"),
                Arguments.of(guest(Kind.PASSWORD, Asks.NOTHING, refused, broken), "BLOCKED change-does-not-work"),
                Arguments.of(guest(Kind.PASSWORD, Asks.IN_WORDS, refused, broken), "PASS asks-again"),
                Arguments.of(guest(Kind.PASSWORD, Asks.NOTHING, alike, mailed), "PASS mail-first"),
                Arguments.of(guest(Kind.EMAIL, Asks.NOTHING, alike, mailed), "WARN email-waits-for-mail-alone"),
                Arguments.of(guest(Kind.EMAIL, Asks.NOTHING, refused, mailed), "PASS told-apart"),
                Arguments.of(guest(Kind.PASSWORD, Asks.NOTHING, held), "BLOCKED held-back"),
                Arguments.of(own(true, true, refused, right), "PASS told-apart"),
                Arguments.of(own(true, true, alike, mailed), "FAIL password-changes-without"),
                Arguments.of(own(true, true, alike, broken), "BLOCKED change-does-not-work"),
                Arguments.of(own(false, true, alike, mailed), "BLOCKED change-does-not-work"),
                Arguments.of(own(true, false, refused, right), "BLOCKED not-restored"),
                Arguments.of(
                        own(true, true, attempt(How.NOT_ASKED, false, true, false, false)),
                        "WARN password-changes-without"));
    }

    @Test
    void without_any_account_nothing_is_judged() {
        Seen seen = new Seen(List.of(), Optional.empty(), List.of(), "portal.harbor.example");
        assertThat(Told.of(new ReauthenticationCheck().judge(seen, new Params(Map.of()))))
                .isEqualTo("BLOCKED no-account");
    }

    private static Tried guest(Kind kind, Asks asks, Attempt... attempts) {
        return new Tried(
                kind, "POST /p", "a throw-away account", true, true, List.of(attempts), asks, true, true, true);
    }

    private static Tried own(boolean strangerUnlike, boolean signsIn, Attempt... attempts) {
        return new Tried(
                Kind.PASSWORD,
                "POST /p",
                "anna",
                false,
                true,
                List.of(attempts),
                Asks.NOTHING,
                strangerUnlike,
                true,
                signsIn);
    }

    private static Attempt attempt(How how, boolean took, boolean accepted, boolean like, boolean mailed) {
        return new Attempt(how, took, accepted, like, mailed, false, exchange());
    }

    private static HttpExchange exchange() {
        return dev.launchready.model.SampleEvidence.invoiceReadByBob();
    }
}
