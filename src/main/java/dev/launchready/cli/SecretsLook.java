package dev.launchready.cli;

import dev.launchready.check.Notebook;
import dev.launchready.detect.KeyClass;
import dev.launchready.detect.Looked;
import dev.launchready.detect.PatchScan;
import dev.launchready.detect.Rule;
import dev.launchready.detect.SecretHit;
import dev.launchready.detect.SecretScanner;
import dev.launchready.detect.SecretTally;
import dev.launchready.detect.Source;
import dev.launchready.engine.SecretSweep;
import dev.launchready.model.SecretInventory;
import dev.launchready.model.SecretInventory.Extent;
import dev.launchready.model.SecretInventory.Kind;
import dev.launchready.model.SecretInventory.Leak;
import dev.launchready.model.SecretInventory.Mark;
import dev.launchready.model.SecretInventory.Place;
import dev.launchready.model.SecretInventory.Use;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.files.LeftOut;
import dev.launchready.probe.files.LeftOut.Why;
import dev.launchready.probe.files.Listing;
import dev.launchready.probe.files.LocalFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One look for secrets at what a person named. */
final class SecretsLook {
    private static final String STDIN = "-";
    private static final int MOST_PLACES = 100;

    private final Surroundings surroundings;
    private final SecretsSetting setting;
    private final SecretScanner scanner;
    private final SecretTally tally = new SecretTally(MOST_PLACES);
    private final LocalFiles files = new LocalFiles();

    private final boolean history;
    private final SecretsHistory histories;

    /**
     * @param history whether that of a repository is looked at as well
     * @param notes remembers how far histories were read
     */
    SecretsLook(Surroundings surroundings, SecretsSetting setting, boolean history, Notebook notes) {
        this.surroundings = surroundings;
        this.setting = setting;
        this.history = history;
        this.histories = new SecretsHistory(setting, notes, surroundings.clock());
        this.scanner = setting.scanner();
    }

    SecretInventory at(List<String> targets) throws UsageException, IOException, InterruptedException {
        Extent extent = Extent.NOTHING;
        for (String target : targets) {
            extent = extent.and(target.equals(STDIN) ? stdin() : path(target));
        }
        Map<String, Leak> leaks = new LinkedHashMap<>();
        Stream.concat(tally.secrets().stream().map(this::leak), histories.leaks().stream())
                .forEach(each -> leaks.merge(each.mark().fingerprint(), each, Leak::and));
        List<Leak> worstFirst = leaks.values().stream()
                .sorted(Comparator.comparing(Leak::proof)
                        .thenComparing(each -> each.kind().severity()))
                .toList();
        return new SecretInventory(String.join(" ", targets), worstFirst, extent);
    }

    private Extent stdin() throws IOException {
        InputStream in = PatchScan.markable(surroundings.in());
        boolean patch = PatchScan.isPatch(in);
        Looked looked = patch
                ? new PatchScan(scanner.worker(), "").scan(in, tally)
                : scanner.scan(in, Source.of("stdin"), tally);
        return new Extent(1, looked.bytes(), looked.entries(), looked.unread(), List.of());
    }

    private Extent path(String target) throws UsageException, InterruptedException {
        Path root = surroundings.resolve(Path.of(target));
        if (!Files.exists(root)) {
            throw new UsageException("there is nothing at '" + target + "'");
        }
        String prefix = prefix(target, Files.isDirectory(root));
        if (SecretsHistory.isBare(root)) {
            return histories.look(root, target, prefix);
        }
        boolean past = history && SecretsHistory.isTop(root);
        Extent now = files(root, prefix, past);
        return past ? now.and(histories.look(root, target, prefix)) : now;
    }

    private Extent files(Path root, String prefix, boolean past) throws UsageException, InterruptedException {
        Listing listing;
        try {
            listing = files.under(root);
        } catch (ProbeException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
        SecretSweep.Swept swept = new SecretSweep(files, scanner).over(listing.files(), prefix, tally);
        List<String> unread = new ArrayList<>(swept.unreadable());
        listing.leftOut().stream()
                .filter(each -> each.why() == Why.UNREADABLE || each.why() == Why.TOO_MANY)
                .map(each -> prefix + each.name() + says(each))
                .forEach(unread::add);
        List<String> leftOut = Stream.concat(
                        listing.leftOut().stream()
                                .filter(each -> each.why() != Why.UNREADABLE && each.why() != Why.TOO_MANY)
                                .filter(each -> !(past
                                        && each.why() == Why.HISTORY
                                        && each.name().equals(".git")))
                                .map(each -> prefix + each.name() + says(each)),
                        swept.looked().unread().stream())
                .toList();
        return new Extent(swept.files(), swept.looked().bytes(), swept.looked().entries(), leftOut, unread);
    }

    /** What stands before a file's name, so that the place can be opened from where the person stands. */
    private static String prefix(String target, boolean folder) {
        if (!folder) {
            int slash = target.replace('\\', '/').lastIndexOf('/');
            return target.substring(0, slash + 1);
        }
        boolean here = target.equals(".") || target.equals("./");
        return here ? "" : target.endsWith("/") ? target : target + "/";
    }

    private static String says(LeftOut out) {
        return switch (out.why()) {
            case UNREADABLE -> " cannot be read.";
            case TOO_MANY -> " lies behind the bound for files.";
            case LINK -> " is a link, which is not followed.";
            case SPECIAL -> " is no plain file.";
            case HISTORY -> " is history, and was not looked at.";
        };
    }

    private Leak leak(SecretTally.Joined joined) {
        SecretHit best = joined.best();
        Optional<Rule> rule = setting.rules().rule(best.rule());
        return new Leak(
                new Mark(
                        best.ref().fingerprint(),
                        best.ref().prefix(),
                        best.ref().length(),
                        best.facts()),
                new Kind(
                        best.rule(),
                        best.kind(),
                        use(best.keyClass()),
                        best.severity(),
                        rule.map(each -> each.rotate()).orElse(List.of()),
                        rule.flatMap(each -> each.restriction())),
                best.proof(),
                joined.hits().stream().map(SecretsLook::place).toList(),
                joined.count(),
                setting.acceptance(best.ref().fingerprint()));
    }

    static Use use(KeyClass keyClass) {
        return switch (keyClass) {
            case SECRET -> Use.SECRET;
            case PUBLIC -> Use.PUBLIC;
            case TEST -> Use.TEST;
        };
    }

    private static Place place(SecretHit hit) {
        return new Place(
                hit.spot().source().name(),
                hit.spot().line(),
                hit.spot().column(),
                hit.label(),
                hit.spot().layers());
    }
}
