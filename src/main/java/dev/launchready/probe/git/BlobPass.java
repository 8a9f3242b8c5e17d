package dev.launchready.probe.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Hands each blob of a store to a reader. For one thread.
 *
 * @param <K> what the reader knows of a blob
 */
final class BlobPass<K extends Known> implements StoreWalk.Visitor<K> {
    /** What Git LFS leaves in the place of a file (git-lfs specification, "The Pointer"). */
    private static final byte[] POINTER =
            "version https://git-lfs.github.com/spec/".getBytes(StandardCharsets.US_ASCII);

    private static final int MAX_POINTER = 1024;
    private static final Pattern OID = Pattern.compile("(?m)^oid sha256:([0-9a-f]{64})$");
    private static final int STREAMED = 8 * 1024 * 1024;

    private final ObjectStore store;
    private final BlobReader<K> reader;
    private final FoundBlobs found;
    private final Copies nothingCopied = new Copies();
    private final byte[] scratch = new byte[PackIndex.NAME];

    BlobPass(ObjectStore store, BlobReader<K> reader, FoundBlobs found) {
        this.store = store;
        this.reader = reader;
        this.found = found;
    }

    @Override
    public boolean wants(int number) {
        return !store.again(number, scratch);
    }

    @Override
    public K visit(int number, byte[] bytes, int length, @Nullable K base, Copies copies) {
        found.blobs.increment();
        found.bytes.add(length);
        if (isPointer(bytes, length)) {
            pointer(number, bytes, length);
        }
        K known = reader.read(bytes, length, Optional.ofNullable(base), copies);
        keep(number, known.marks());
        return known;
    }

    @Override
    public long size(K known) {
        return known.size();
    }

    private void keep(int number, Marks marks) {
        if (!marks.none()) {
            found.marks.put(number, marks.distinct());
        }
    }

    /** Whether this stands for a file that Git LFS keeps elsewhere. */
    static boolean isPointer(byte[] bytes, int length) {
        return length < MAX_POINTER
                && length > POINTER.length
                && Arrays.equals(bytes, 0, POINTER.length, POINTER, 0, POINTER.length);
    }

    private void pointer(int number, byte[] bytes, int length) {
        Matcher oid = OID.matcher(new String(bytes, 0, length, StandardCharsets.US_ASCII));
        if (oid.find()) {
            found.pointers.put(number, oid.group(1));
        }
    }

    @Override
    public void stream(int number, long size, InputStream content) throws IOException {
        found.blobs.increment();
        keep(number, reader.read(content));
        found.bytes.add(size);
    }

    @Override
    public void broken(int number, IOException why) {
        count(why);
    }

    private void count(IOException why) {
        (why instanceof FamilyWalk.TooLarge ? found.tooLarge : found.corrupt).increment();
    }

    @Override
    public void loose(int number, LooseObjects.Opened object) throws IOException {
        if (object.kind() == Kind.UNKNOWN) {
            throw new IOException("a loose object of no kind");
        }
        if (object.kind() != Kind.BLOB) {
            return;
        }
        if (object.size() > STREAMED) {
            stream(number, object.size(), object.content());
            return;
        }
        byte[] bytes = object.bytes();
        found.blobs.increment();
        found.bytes.add(bytes.length);
        if (isPointer(bytes, bytes.length)) {
            pointer(number, bytes, bytes.length);
        }
        keep(
                number,
                reader.read(bytes, bytes.length, Optional.empty(), nothingCopied)
                        .marks());
    }

    @Override
    public void brokenLoose(int number, IOException why) {
        count(why);
    }
}
