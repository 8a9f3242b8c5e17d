package dev.launchready.check.secrets;

import dev.launchready.check.CheckContext;
import dev.launchready.check.secrets.LogsCheck.Met;
import dev.launchready.check.secrets.LogsCheck.Pattern;
import dev.launchready.check.secrets.LogsCheck.Sample;
import dev.launchready.check.secrets.LogsCheck.Seen;
import dev.launchready.detect.FingerprintKey;
import dev.launchready.detect.Looked;
import dev.launchready.detect.PersonalHit.Kind;
import dev.launchready.detect.PersonalScan;
import dev.launchready.detect.PersonalTally;
import dev.launchready.detect.ScanWorker;
import dev.launchready.detect.SecretHit;
import dev.launchready.detect.Source;
import dev.launchready.model.Proof;
import dev.launchready.portal.FileGlob;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.files.FoundFile;
import dev.launchready.probe.files.LeftOut.Why;
import dev.launchready.probe.files.Listing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads every log that the portal file names, twice: for personal data, and for secrets. */
final class LogReading {
    private static final int MOST_NAMED = 10;
    private static final Set<String> PACKED_OTHERWISE = Set.of(".bz2", ".xz", ".zst", ".Z", ".7z", ".lz4", ".rar");

    /** Rules and names of what is told by its kind already. */
    private static final Set<String> TOKENS = Set.of("jwt", "bearer-authorization", "token-authorization");

    private static final Set<String> COUNTED = Set.of("pass", "pwd", "sess", "auth", "bearer", "cookie");

    private final CheckContext context;
    private final PersonalScan personal;
    private final PersonalTally tally;
    private final Harvest harvest;
    private final ScanWorker worker;
    private final Set<Path> read = new HashSet<>();
    private final List<String> unread = new ArrayList<>();

    LogReading(CheckContext context) {
        this.context = context;
        this.personal = new PersonalScan(FingerprintKey.of(
                context.portal().address().fingerprintKey(),
                context.portal().url().host()));
        this.tally = new PersonalTally(context.params().integer("samples"));
        this.harvest = new Harvest(context.secrets());
        this.worker = context.secrets().scanner().worker();
    }

    Seen read() throws InterruptedException {
        List<Pattern> patterns = new ArrayList<>();
        for (FileGlob glob : context.portal().source().logs()) {
            patterns.add(pattern(glob));
        }
        List<Met> met = Arrays.stream(Kind.values())
                .filter(kind -> tally.count(kind) > 0)
                .map(this::met)
                .toList();
        return new Seen(patterns, met, harvest.found(), unread.subList(0, Math.min(MOST_NAMED, unread.size())));
    }

    private Pattern pattern(FileGlob glob) throws InterruptedException {
        String folder = SourceNames.of(context.portal(), glob.base());
        String name = SourceNames.joined(folder, glob.pattern());
        long files = 0;
        long bytes = 0;
        for (FoundFile file : listing(glob).files()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            files++;
            bytes += read.add(file.path()) ? log(file, SourceNames.joined(folder, file.name())) : 0;
        }
        return new Pattern(name, files, bytes);
    }

    private Listing listing(FileGlob glob) {
        try {
            Listing listing = context.files().matching(glob.base(), glob.pattern());
            listing.leftOut().stream()
                    .filter(each -> each.why() == Why.UNREADABLE)
                    .forEach(each -> unread.add(each.name()));
            return listing;
        } catch (ProbeException e) {
            return Listing.NOTHING;
        }
    }

    private long log(FoundFile file, String name) {
        if (PACKED_OTHERWISE.stream().anyMatch(name::endsWith)) {
            unread.add(name);
            return 0;
        }
        Source source = Source.of(name);
        try (InputStream forPeople = context.files().open(file);
                InputStream forSecrets = context.files().open(file)) {
            Looked looked = personal.scan(forPeople, source, tally);
            worker.scan(forSecrets, source, this::secret);
            unread.addAll(looked.unread());
            return looked.bytes();
        } catch (IOException e) {
            unread.add(name);
            return 0;
        }
    }

    /** A token of somebody's session is counted with the others of its kind; there may be one in each line. */
    private void secret(SecretHit hit) {
        String label = hit.label().orElse("").toLowerCase(Locale.ROOT);
        boolean generic = hit.rule().startsWith("generic");
        boolean counted =
                TOKENS.contains(hit.rule()) || (generic && COUNTED.stream().anyMatch(label::contains));
        boolean guess = generic && hit.proof() == Proof.HEURISTIC;
        if (!counted && !guess) {
            harvest.add(hit, Sighting.of(hit));
        }
    }

    private Met met(Kind kind) {
        return new Met(
                kind,
                tally.count(kind),
                tally.proved(kind),
                tally.different(kind),
                tally.samples(kind).stream()
                        .map(hit -> new Sample(hit.source().name(), hit.line(), hit.sample()))
                        .toList());
    }
}
