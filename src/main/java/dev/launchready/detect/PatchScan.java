package dev.launchready.detect;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Scans a unified diff ({@code git diff --cached}, {@code git show}, {@code diff -u}): what it adds counts, under the file and line where it will
 * stand; what it removes or only shows does not. One thread.
 */
public final class PatchScan {
    private static final int HEAD = 64 * 1024;

    private final ScanWorker worker;
    private final String prefix;

    /** @param prefix before the names of files */
    public PatchScan(ScanWorker worker, String prefix) {
        this.worker = worker;
        this.prefix = prefix;
    }

    /** A stream whose beginning can be looked at first. */
    public static InputStream markable(InputStream in) {
        return new BufferedInputStream(in, HEAD);
    }

    /** Whether a {@link #markable} stream begins as a diff does; it is not moved. */
    public static boolean isPatch(InputStream in) throws IOException {
        in.mark(HEAD);
        byte[] head = in.readNBytes(HEAD / 2);
        in.reset();
        return PatchFile.begins(head);
    }

    /** Scans a diff to its end. */
    public Looked scan(InputStream in, Consumer<SecretHit> hits) throws IOException {
        PatchLines lines = new PatchLines(in);
        Looked looked = Looked.NOTHING;
        List<String> unread = new ArrayList<>();
        for (Optional<PatchFile> next = PatchFile.next(lines, unread);
                next.isPresent();
                next = PatchFile.next(lines, unread)) {
            PatchFile file = next.get();
            Source source = Source.of(prefix + file.name());
            looked = looked.and(worker.scan(
                    file, source, hit -> file.added(hit.spot().line()).ifPresent(line -> hits.accept(at(hit, line)))));
        }
        return looked.and(new Looked(0, 0, unread));
    }

    private static SecretHit at(SecretHit hit, long line) {
        Spot spot = hit.spot();
        return new SecretHit(
                hit.rule(),
                hit.kind(),
                hit.keyClass(),
                hit.severity(),
                hit.proof(),
                hit.ref(),
                new Spot(spot.source(), spot.offset(), line, spot.column(), spot.layers()),
                hit.label(),
                hit.facts());
    }
}
