package dev.launchready.cli;

import dev.launchready.detect.FingerprintKey;
import dev.launchready.detect.GitleaksConfig;
import dev.launchready.detect.RuleSet;
import dev.launchready.detect.SecretScanner;
import dev.launchready.detect.SelfTest;
import dev.launchready.model.SecretInventory;
import dev.launchready.model.SecretInventory.Acceptance;
import dev.launchready.portal.Portal;
import dev.launchready.run.BaselineFile;
import dev.launchready.run.WaiversFile;
import dev.launchready.score.Waiver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * By which rules a look goes, and what of its finds is accepted already.
 *
 * @param ours whether the program's own rules are among them, as they stand
 */
record SecretsSetting(
        RuleSet rules,
        boolean ours,
        FingerprintKey key,
        SecretScanner scanner,
        Set<String> baseline,
        List<Waiver> waivers,
        LocalDate today,
        Surroundings surroundings) {
    /** Without a portal file fingerprints are the same everywhere, so that a baseline can be shared. */
    private static final String USUAL_KEY = "launch-ready secrets";

    static SecretsSetting of(Surroundings surroundings, SecretsOptions options) throws UsageException {
        Optional<Portal> portal = portal(surroundings, options);
        FingerprintKey key = portal.map(SecretsSetting::key).orElseGet(() -> FingerprintKey.of(USUAL_KEY));
        LocalDate today = LocalDate.now(surroundings.clock());
        try {
            RuleSet rules = RuleSet.builtIn();
            if (options.gitleaks().isPresent()) {
                GitleaksConfig.Read read = GitleaksConfig.read(
                        surroundings.resolve(options.gitleaks().get()));
                read.notes().forEach(surroundings.err()::println);
                rules = read.rules();
            }
            Set<String> baseline = options.baseline().isPresent()
                    ? BaselineFile.read(surroundings.resolve(options.baseline().get()))
                    : Set.of();
            Optional<Path> waivers =
                    options.waivers().map(surroundings::resolve).or(() -> portal.flatMap(Portal::waivers));
            return new SecretsSetting(
                    rules,
                    options.gitleaks().isEmpty(),
                    key,
                    SecretScanner.of(rules, key),
                    baseline,
                    waivers.isPresent() ? WaiversFile.read(waivers.get(), today) : List.of(),
                    today,
                    surroundings);
        } catch (IOException | IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()).lines().toList());
        }
    }

    private static FingerprintKey key(Portal portal) {
        return FingerprintKey.of(portal.address().fingerprintKey(), portal.url().host());
    }

    /** The file that a person named must be sound; the one that merely lies here may lack its variables in a hook. */
    private static Optional<Portal> portal(Surroundings surroundings, SecretsOptions options) throws UsageException {
        Targets targets = new Targets(surroundings, Optional.empty());
        if (options.portal().isPresent()) {
            return Optional.of(targets.file(options.portal().get()).portal());
        }
        Path usual = Path.of(Targets.USUAL_FILE);
        if (!Files.exists(surroundings.resolve(usual))) {
            return Optional.empty();
        }
        try {
            return Optional.of(targets.file(usual).portal());
        } catch (UsageException e) {
            boolean matters = options.baseline().isPresent()
                    || options.writeBaseline().isPresent()
                    || options.waivers().isPresent();
            if (matters) {
                throw e;
            }
            surroundings
                    .err()
                    .println(usual + " cannot be used, so fingerprints are not those of its portal: "
                            + e.lines().get(0));
            return Optional.empty();
        }
    }

    /** Faults of the engine, a sentence each. A person's own rules and allowlists are theirs to test. */
    List<String> selfTest() {
        return ours ? SelfTest.of(scanner) : SelfTest.run();
    }

    Acceptance acceptance(String fingerprint) {
        Optional<Waiver> waiver = waivers.stream()
                .filter(each -> each.target().equals(fingerprint))
                .findFirst();
        waiver.filter(each -> !each.valid(today))
                .ifPresent(each -> surroundings
                        .err()
                        .println("The waiver for " + fingerprint + " ran out on " + each.until()
                                + " and counts no more."));
        return new Acceptance(
                baseline.contains(fingerprint),
                waiver.filter(each -> each.valid(today)).map(Waiver::sentence));
    }

    void writeBaseline(SecretInventory inventory, Path file) throws IOException {
        BaselineFile.write(
                inventory.leaks().stream()
                        .map(leak -> new BaselineFile.Entry(
                                leak.mark().fingerprint(),
                                "secrets",
                                leak.kind().rule()))
                        .toList(),
                surroundings.resolve(file));
    }
}
