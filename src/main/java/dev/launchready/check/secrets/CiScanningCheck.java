package dev.launchready.check.secrets;

import dev.launchready.check.Check;
import dev.launchready.check.CheckContext;
import dev.launchready.check.Footprint;
import dev.launchready.check.Judgement;
import dev.launchready.check.Listing;
import dev.launchready.check.Params;
import dev.launchready.check.Raised;
import dev.launchready.check.Tally;
import dev.launchready.check.Vouched;
import dev.launchready.check.secrets.CiFiles.CiFile;
import dev.launchready.check.secrets.CiScan.Standing;
import dev.launchready.model.Attestation;
import dev.launchready.model.Evidence;
import dev.launchready.model.Proof;
import dev.launchready.model.Reason;
import dev.launchready.model.Where;
import dev.launchready.portal.Portal;
import dev.launchready.probe.ProbeException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every build looks for secrets, so that the next one is met before it is pushed on. */
public final class CiScanningCheck implements Check<CiScanningCheck.Seen> {
    static final Reason NO_BUILD = Reason.fails("no-build");
    static final Reason NOT_SCANNED = Reason.fails("not-scanned");
    static final Reason SWITCHED_OFF = Reason.fails("switched-off");
    static final Reason NEVER_FAILS = Reason.fails("never-fails");
    static final Reason BY_HAND = Reason.warns("by-hand");
    static final Reason HOOK_ONLY = Reason.warns("hook-only");
    static final Reason NOT_EVERY_BUILD = Reason.warns("not-every-build");
    static final Reason STAGED_ONLY = Reason.warns("staged-only");
    static final Reason ELSEWHERE = Reason.blocks("elsewhere");
    static final Reason NOT_READ = Reason.blocks("not-read");

    private static final int MOST_NAMED = 5;

    /**
     * @param builds files that say what a build does
     * @param hooks files that say what a commit sets off
     * @param unread files with the line at which they are no YAML
     * @param word of a person, that something else scans
     */
    public record Seen(
            List<String> builds, List<String> hooks, List<CiScan> scans, List<String> unread, Optional<Vouched> word) {
        public Seen {
            builds = List.copyOf(builds);
            hooks = List.copyOf(hooks);
            scans = List.copyOf(scans);
            unread = List.copyOf(unread);
        }

        Optional<CiScan> best() {
            return scans.stream().min(Comparator.comparing(CiScan::standing));
        }

        boolean scanned() {
            return best().filter(scan -> scan.standing() == Standing.RUNS).isPresent();
        }
    }

    @Override
    public String id() {
        return "secrets.ci-scanning";
    }

    @Override
    public Set<Reason> reasons() {
        Set<Reason> reasons = new HashSet<>(Vouched.reasons());
        reasons.addAll(List.of(NO_BUILD, NOT_SCANNED, SWITCHED_OFF, NEVER_FAILS, BY_HAND, HOOK_ONLY));
        reasons.addAll(List.of(NOT_EVERY_BUILD, STAGED_ONLY, ELSEWHERE, NOT_READ));
        return Set.copyOf(reasons);
    }

    @Override
    public Class<Seen> observed() {
        return Seen.class;
    }

    @Override
    public Footprint footprint(Portal portal, Params params) {
        return Footprint.ofSource();
    }

    @Override
    public Seen observe(CheckContext context) throws ProbeException {
        Path root = context.portal()
                .source()
                .repository()
                .orElseThrow(() -> new ProbeException.Unreadable("No repository is named."));
        CiFiles reader = new CiFiles(context.files(), root);
        List<CiFile> files = reader.all();
        Scanners scanners = new Scanners(context.params().list("scanners"));
        CiReading reading = new CiReading(scanners, new ShellScans(scanners, reader::script));
        List<CiScan> scans = reading.read(files);
        return new Seen(
                files.stream().filter(file -> !file.hook()).map(CiFile::name).toList(),
                files.stream().filter(CiFile::hook).map(CiFile::name).toList(),
                scans,
                reading.unread(),
                Vouched.observe(context, id(), context.params().list("words")));
    }

    @Override
    public Optional<Attestation> attestation(Seen seen) {
        return seen.scanned() ? Optional.empty() : seen.word().map(Vouched::attestation);
    }

    @Override
    public Judgement judge(Seen seen, Params params) {
        Tally tally = new Tally().fact("builds", seen.builds().size());
        List<CiScan> running = seen.scans().stream()
                .filter(scan -> scan.standing() == Standing.RUNS)
                .limit(MOST_NAMED)
                .toList();
        if (!running.isEmpty()) {
            running.forEach(scan -> tally.control("scans", facts(scan)));
            return tally.conclude();
        }
        if (seen.word().isPresent()) {
            seen.word().get().judge(tally);
            return tally.conclude();
        }
        for (String file : seen.unread()) {
            tally.unproven(NOT_READ, Map.of("file", file));
        }
        Optional<CiScan> best = seen.best();
        if (best.isPresent() && best.get().standing() == Standing.ELSEWHERE) {
            tally.unproven(ELSEWHERE, facts(best.get()));
        } else if (best.isPresent()) {
            tally.raise(raised(best.get()));
        } else if (!seen.builds().isEmpty() && seen.unread().isEmpty()) {
            tally.raise(Raised.of(NOT_SCANNED, Where.file(seen.builds().get(0), 1), Proof.CONFIRMED)
                    .fact("files", Listing.of(seen.builds(), MOST_NAMED)));
        } else if (seen.unread().isEmpty()) {
            tally.raise(Raised.of(NO_BUILD, Where.SITE, Proof.CONFIRMED));
        }
        return tally.conclude();
    }

    private static Raised raised(CiScan scan) {
        Reason reason =
                switch (scan.standing()) {
                    case DISABLED -> SWITCHED_OFF;
                    case IGNORED, RUNS, ELSEWHERE -> NEVER_FAILS;
                    case SELDOM -> NOT_EVERY_BUILD;
                    case STAGED -> STAGED_ONLY;
                    case MANUAL -> BY_HAND;
                    case HOOK -> HOOK_ONLY;
                };
        Raised raised = Raised.of(reason, Where.file(scan.file(), scan.line()), Proof.CONFIRMED)
                .locatedBy(scan.scanner())
                .showing(new Evidence.FileLocation(
                        scan.file(),
                        Optional.of(scan.line()),
                        Optional.empty(),
                        Optional.empty(),
                        scan.because().isEmpty() ? scan.scanner() : scan.because(),
                        ""));
        for (Map.Entry<String, String> fact : facts(scan).entrySet()) {
            raised = raised.fact(fact.getKey(), fact.getValue());
        }
        return raised;
    }

    private static Map<String, String> facts(CiScan scan) {
        return Map.of(
                "scanner", scan.scanner(),
                "file", scan.file(),
                "line", String.valueOf(scan.line()),
                "because", scan.because());
    }
}
