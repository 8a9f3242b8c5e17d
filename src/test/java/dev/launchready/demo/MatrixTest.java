package dev.launchready.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.catalog.Catalog;
import dev.launchready.catalog.CatalogException;
import dev.launchready.catalog.CatalogReader;
import dev.launchready.catalog.CheckFolder;
import dev.launchready.check.Check;
import dev.launchready.check.CheckHarness;
import dev.launchready.check.CheckRegistry;
import dev.launchready.model.CheckResult;
import dev.launchready.model.Finding;
import dev.launchready.model.Outcome;
import dev.launchready.portal.file.PortalFile;
import dev.launchready.portal.file.PortalFileException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The heart of the tests: with one flaw on, the check that it is named after finds it for the reason that it is named after, and no
 * other check changes but those that the flaw declares; with none on, everything passes.
 */
class MatrixTest {
    /** All but the one that a portal file asks for by naming a lock, which the demo's does not. */
    private static final List<String> CHECKS = CheckRegistry.all().stream()
            .map(Check::id)
            .filter(check -> !check.equals("authz.access-lock"))
            .toList();

    /** Looks at the answers of the whole run, so that it tells of a leak whichever check had it shown. */
    private static final String OF_ALL_ANSWERS = "authz.excess-data";

    /** Reasons that this portal cannot show, and why. */
    private static final Map<String, String> NOT_SHOWN = Map.ofEntries(
            Map.entry("authz.access-lock/may-now", "its portal file names no lock; held by the command line's test"),
            Map.entry("authz.access-lock/new-route", "its portal file names no lock"),
            Map.entry("authz.access-lock/new-closed-route", "its portal file names no lock"),
            Map.entry("authz.access-lock/may-no-longer", "its portal file names no lock; held as may-now is"),
            Map.entry("authz.access-lock/route-gone", "its portal file names no lock"),
            Map.entry("auth.session-expiry/alive-when-idle", "nothing here waits for minutes; held by the dialects"),
            Map.entry("auth.cookie-flags/no-secure-on-loopback", "it is about portals without TLS"),
            Map.entry("auth.forged-token/foreign-secret-accepted", "nothing but the token says who is asking"),
            Map.entry("auth.forged-token/guessable-token", "its tokens are signed or random"),
            Map.entry("auth.forged-token/altered-token-accepted", "its tokens are signed, and that is told as such"),
            Map.entry("cors.trusted-origins/credentials-refused", "the session of its API travels in a header"),
            Map.entry("authz.object-write/other-adds", "nothing is added to its objects by the API; held by a board"),
            Map.entry(
                    "authz.open-backend/sign-up-open",
                    "its portal file says that people sign up by themselves; held by the dialects"));

    /** A pattern of the ids of the flaws to try: {@code -Ddemo.flaws='authz.*'} */
    private static final String ONLY = "demo.flaws";

    private static Map<String, Verdict> sound = Map.of();

    /** What of a result the matrix compares. */
    private record Verdict(Outcome outcome, Set<String> reasons) {
        static Verdict of(CheckResult result) {
            Set<String> reasons = new TreeSet<>();
            result.findings().stream().map(Finding::reason).forEach(reasons::add);
            result.problem().ifPresent(problem -> reasons.add(problem.code()));
            return new Verdict(result.outcome(), reasons);
        }
    }

    @BeforeAll
    static void scanTheSoundPortal() throws IOException, PortalFileException {
        sound = scan(Set.of(), CHECKS);
    }

    @Test
    void withoutFlawsEverythingPasses() {
        assertThat(sound)
                .isNotEmpty()
                .allSatisfy((check, verdict) -> assertThat(verdict.outcome())
                        .as("%s %s", check, verdict.reasons())
                        .isIn(Outcome.PASS, Outcome.NOT_APPLICABLE));
    }

    static Stream<Flaw> flaws() {
        String only = System.getProperty(ONLY, ".*");
        return Flaws.all().stream().filter(flaw -> flaw.id().matches(only));
    }

    @Test
    void everyFlawBelongsToACheckAndAReasonOfItsCard() throws CatalogException {
        Catalog catalog = CatalogReader.read(CheckFolder.bundled());

        assertThat(Flaws.all())
                .allSatisfy(flaw -> assertThat(catalog.card(flaw.check())
                                .map(card -> card.reasons().keySet())
                                .orElse(Set.of()))
                        .as(flaw.id())
                        .contains(flaw.reason()));
    }

    @Test
    void everyReasonThatFailsOrWarnsHasAFlawWhereTheDemoCanShowIt() throws CatalogException {
        Set<String> shown = Flaws.all().stream()
                .map(flaw -> flaw.check() + "/" + flaw.reason())
                .collect(Collectors.toSet());
        List<String> without = CatalogReader.read(CheckFolder.bundled()).cards().values().stream()
                .flatMap(card -> card.reasons().entrySet().stream()
                        .filter(entry -> entry.getValue().severity().isPresent())
                        .map(entry -> card.id() + "/" + entry.getKey()))
                .filter(reason -> !shown.contains(reason))
                .toList();

        assertThat(without).containsExactlyInAnyOrderElementsOf(NOT_SHOWN.keySet());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("flaws")
    void aFlawIsFoundForItsReasonAndChangesNothingElseInItsFamily(Flaw flaw) throws IOException, PortalFileException {
        List<String> near = CHECKS.stream()
                .filter(check -> family(check).equals(family(flaw.check()))
                        || flaw.alsoChanges().contains(check))
                .toList();
        Map<String, Verdict> flawed = scan(Set.of(flaw), near);

        Verdict found = flawed.get(flaw.check());
        assertThat(found.reasons()).as("reasons of %s", flaw.check()).contains(flaw.reason());
        assertThat(found.outcome()).isNotEqualTo(Outcome.PASS);
        assertThat(changed(flawed, flaw.check()).keySet())
                .as("other checks that changed: %s", changed(flawed, flaw.check()))
                .isEqualTo(flaw.alsoChanges());
    }

    static Stream<String> families() {
        return Flaws.all().stream().map(flaw -> family(flaw.check())).distinct();
    }

    /** The flaws of a family all at once, as a scan for each with every check would take too long. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("families")
    void theFlawsOfAFamilyChangeNoOtherFamilyButWhereTheySay(String family) throws IOException, PortalFileException {
        Set<Flaw> on = Flaws.together().stream()
                .filter(flaw -> family(flaw.check()).equals(family))
                .collect(Collectors.toSet());
        Set<String> declared =
                on.stream().flatMap(flaw -> flaw.alsoChanges().stream()).collect(Collectors.toSet());
        List<String> far = CHECKS.stream()
                .filter(check -> !family(check).equals(family) && !declared.contains(check))
                .filter(check -> !check.equals(OF_ALL_ANSWERS))
                .toList();

        assertThat(changed(scan(on, far), "")).isEmpty();
    }

    /** Checks that sign in so often that each is a family by itself, and those that read files alone beside others that ask a lot. */
    private static final Set<String> ALONE = Set.of(
            "auth.account-enumeration",
            "auth.reauthentication",
            "auth.duplicate-accounts",
            "secrets.ci-scanning",
            "secrets.rotation-plan",
            "secrets.least-privilege",
            "secrets.logs");

    /** The part of a check's id before its dot. */
    private static String family(String check) {
        return ALONE.contains(check) ? check : check.substring(0, check.indexOf('.'));
    }

    private static Map<String, Verdict> changed(Map<String, Verdict> flawed, String but) {
        Map<String, Verdict> changed = new TreeMap<>(flawed);
        changed.keySet()
                .removeIf(check -> check.equals(but) || flawed.get(check).equals(sound.get(check)));
        return changed;
    }

    @Test
    void withAllFlawsOnEachIsFound() throws IOException, PortalFileException {
        Map<String, Verdict> flawed = scan(Flaws.together(), CHECKS);

        assertThat(flaws().filter(Flaws.together()::contains))
                .allSatisfy(flaw -> assertThat(flawed.get(flaw.check()).reasons())
                        .as(flaw.id())
                        .contains(flaw.reason()));
    }

    private static Map<String, Verdict> scan(Set<Flaw> on, List<String> checks)
            throws IOException, PortalFileException {
        try (DemoPortal portal = DemoPortal.start(on)) {
            List<CheckResult> results = CheckHarness.run(checks, PortalFile.read(portal.portalFile(), Map.of()));
            return results.stream()
                    .collect(Collectors.toMap(result -> result.card().id(), Verdict::of));
        }
    }
}
