package dev.launchready.check.secrets;

import dev.launchready.check.Check;
import dev.launchready.check.CheckContext;
import dev.launchready.check.Footprint;
import dev.launchready.check.Judgement;
import dev.launchready.check.Params;
import dev.launchready.check.Tally;
import dev.launchready.detect.Looked;
import dev.launchready.detect.ScanWorker;
import dev.launchready.detect.Source;
import dev.launchready.model.Reason;
import dev.launchready.portal.Portal;
import dev.launchready.probe.files.FoundFile;
import dev.launchready.probe.files.LeftOut;
import dev.launchready.probe.files.LeftOut.Why;
import dev.launchready.probe.files.Listing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the build puts out, and the logs that it leaves, hold no secrets. */
public final class ArtifactsCheck implements Check<ArtifactsCheck.Seen> {
    static final Reason NOTHING_THERE = Reason.blocks("nothing-there");
    static final Reason NOT_READ = Reason.blocks("not-read");

    private static final int MOST_NAMED = 10;

    /** @param name as the portal file has it, as far as it lies below it */
    public record Place(String name, long files, long bytes) {}

    /** @param unread what could not be read, the first of it; {@code leftOut} all of it, links and archives over the bounds included */
    public record Seen(List<Place> places, List<FoundSecret> secrets, List<String> unread, long leftOut) {
        public Seen {
            places = List.copyOf(places);
            secrets = List.copyOf(secrets);
            unread = List.copyOf(unread);
        }
    }

    @Override
    public String id() {
        return "secrets.artifacts";
    }

    @Override
    public Set<Reason> reasons() {
        Set<Reason> reasons = new HashSet<>(SecretReasons.all());
        reasons.remove(SecretReasons.PUBLIC_KEY);
        reasons.addAll(List.of(NOTHING_THERE, NOT_READ));
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
    public Seen observe(CheckContext context) {
        Harvest harvest = new Harvest(context.secrets());
        ScanWorker worker = context.secrets().scanner().worker();
        List<Place> places = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        long leftOut = 0;
        for (Path artifact : context.portal().source().artifacts()) {
            String name = SourceNames.of(context.portal(), artifact);
            Listing listing = SourceNames.listing(context, artifact);
            leftOut += listing.leftOut().size();
            listing.leftOut().stream()
                    .filter(each -> each.why() == Why.UNREADABLE || each.why() == Why.TOO_MANY)
                    .map(LeftOut::name)
                    .forEach(unread::add);
            long bytes = 0;
            for (FoundFile file : listing.files()) {
                String source = SourceNames.joined(name, file.name());
                try (InputStream in = context.files().open(file)) {
                    Looked looked = worker.scan(
                            in,
                            Source.of(source),
                            hit -> harvest.add(
                                    hit,
                                    Sighting.of(hit).shownBy(command(hit.spot().line(), source))));
                    bytes += looked.bytes();
                    leftOut += looked.unread().size();
                } catch (IOException e) {
                    unread.add(source);
                }
            }
            places.add(new Place(name, listing.files().size(), bytes));
        }
        return new Seen(places, harvest.found(), unread.subList(0, Math.min(MOST_NAMED, unread.size())), leftOut);
    }

    private static String command(long line, String file) {
        return file.contains("!/") || file.contains("'") ? "" : "sed -n " + line + "p '" + file + "' | cut -c1-400";
    }

    @Override
    public Judgement judge(Seen seen, Params params) {
        Tally tally = new Tally()
                .fact("files", seen.places().stream().mapToLong(Place::files).sum());
        for (Place place : seen.places()) {
            if (place.files() == 0) {
                tally.unproven(NOTHING_THERE, Map.of("place", place.name()));
            } else {
                tally.control(
                        "looked",
                        Map.of(
                                "place",
                                place.name(),
                                "files",
                                String.valueOf(place.files()),
                                "size",
                                size(place.bytes())));
            }
        }
        if (!seen.unread().isEmpty()) {
            tally.unproven(NOT_READ, Map.of("file", seen.unread().get(0)));
        }
        SecretReasons.raiseButPublic(tally, seen.secrets());
        return tally.conclude();
    }

    private static String size(long bytes) {
        return bytes < 1_000_000 ? bytes / 1_000 + " kB" : bytes / 1_000_000 + " MB";
    }
}
