package dev.launchready.probe.files;

import dev.launchready.probe.files.LeftOut.Why;
import java.util.ArrayList;
import java.util.List;

/**
 * What lies under a folder.
 *
 * @param files the largest first, so that threads that share them end together
 */
public record Listing(List<FoundFile> files, List<LeftOut> leftOut) {
    public static final Listing NOTHING = new Listing(List.of(), List.of());

    public Listing {
        files = List.copyOf(files);
        leftOut = List.copyOf(leftOut);
    }

    public Listing and(Listing other) {
        List<FoundFile> both = new ArrayList<>(files);
        other.files.stream()
                .filter(each -> files.stream().noneMatch(mine -> mine.path().equals(each.path())))
                .forEach(both::add);
        List<LeftOut> out = new ArrayList<>(leftOut);
        out.addAll(other.leftOut);
        return new Listing(both, out);
    }

    public long count(Why why) {
        return leftOut.stream().filter(each -> each.why() == why).count();
    }

    public long bytes() {
        return files.stream().mapToLong(FoundFile::bytes).sum();
    }
}
