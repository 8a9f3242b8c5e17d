package dev.launchready.probe.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads each commit, tag and tree of a store once: who names whom, whether all that is named is there, and what a reader finds in messages.
 * For one thread.
 *
 * @param <K> what the reader knows of a message
 */
final class TreePass<K extends Known> implements StoreWalk.Visitor<Boolean> {
    private static final int FOLDER = '4';
    private static final int SUBMODULE = '6';
    private static final int EXECUTABLE_OR_FILE = '1';

    private final ObjectStore store;
    private final FoundTrees found;
    private final MarkedBlobs marked;
    private final BlobReader<K> reader;
    private final EntryNames.Local names;
    private final IntRows entries = new IntRows();
    private final Copies nothingCopied = new Copies();
    private final byte[] scratch = new byte[PackIndex.NAME];

    TreePass(ObjectStore store, FoundTrees found, MarkedBlobs marked, BlobReader<K> reader) {
        this.store = store;
        this.found = found;
        this.marked = marked;
        this.reader = reader;
        this.names = found.names.new Local();
        found.entries.add(entries);
    }

    @Override
    public boolean wants(int number) {
        return !store.again(number, scratch);
    }

    @Override
    public Boolean visit(int number, byte[] bytes, int length, @Nullable Boolean base, Copies copies) {
        look(number, store.kind(number), bytes, length, base == null ? nothingCopied : copies);
        return Boolean.TRUE;
    }

    @Override
    public long size(Boolean known) {
        return 0;
    }

    private void look(int number, byte kind, byte[] bytes, int length, Copies copies) {
        if (kind == Kind.TREE) {
            if (!tree(number, bytes, length, copies)) {
                found.corrupt.increment();
            }
        } else if (kind == Kind.COMMIT) {
            Commits.commit(number, bytes, length, store)
                    .ifPresentOrElse(commit -> found.commits.put(number, commit), found.corrupt::increment);
            message(number, bytes, length);
        } else if (kind == Kind.TAG) {
            Commits.tag(number, bytes, length, store)
                    .ifPresentOrElse(tag -> found.tags.put(number, tag), found.corrupt::increment);
            message(number, bytes, length);
        }
    }

    private void message(int number, byte[] bytes, int length) {
        Marks marks = reader.message(bytes, length);
        if (!marks.none()) {
            found.said.put(number, marks.distinct());
        }
    }

    /** Reads {@code mode name NUL id} again and again; whether it is well formed. */
    private boolean tree(int number, byte[] bytes, int length, Copies copies) {
        int at = 0;
        int part = 0;
        while (at < length) {
            int from = at;
            while (at < length && bytes[at] != ' ') {
                at++;
            }
            boolean folder = bytes[from] == FOLDER;
            boolean submodule = bytes[from] == EXECUTABLE_OR_FILE && at - from == 6 && bytes[from + 1] == SUBMODULE;
            int nameFrom = at + 1;
            at = nameFrom;
            while (at < length && bytes[at] != 0) {
                at++;
            }
            int id = at + 1;
            at = id + PackIndex.NAME;
            if (at > length) {
                return false;
            }
            if (folder) {
                folder(number, bytes, nameFrom, id);
            } else if (submodule) {
                String name = new String(bytes, nameFrom, id - 1 - nameFrom, StandardCharsets.UTF_8);
                found.links
                        .computeIfAbsent(number, none -> ConcurrentHashMap.newKeySet())
                        .add(name);
            } else {
                while (part < copies.count() && copies.to(part) + copies.length(part) < at) {
                    part++;
                }
                boolean seen = part < copies.count() && copies.to(part) <= id;
                file(number, bytes, nameFrom, id, seen);
            }
        }
        return true;
    }

    private void folder(int number, byte[] bytes, int nameFrom, int id) {
        int child = store.find(bytes, id);
        if (child == ObjectStore.NONE) {
            missing(number, bytes, id);
        } else {
            entries.add(number, child, names.number(bytes, nameFrom, id - 1));
        }
    }

    /** @param seen whether the tree that this one was made from names the same, which was looked for then */
    private void file(int number, byte[] bytes, int nameFrom, int id, boolean seen) {
        int child = marked.number(bytes, id);
        if (child != ObjectStore.NONE) {
            entries.add(number, child, names.number(bytes, nameFrom, id - 1));
        } else if (!seen && store.find(bytes, id) == ObjectStore.NONE) {
            missing(number, bytes, id);
        }
    }

    private void missing(int number, byte[] bytes, int id) {
        found.incomplete.add(number);
        found.missing.add(Names.prefix(bytes, id));
    }

    @Override
    public void stream(int number, long size, InputStream content) {
        found.tooLarge.increment();
    }

    @Override
    public void broken(int number, IOException why) {
        (why instanceof FamilyWalk.TooLarge ? found.tooLarge : found.corrupt).increment();
    }

    @Override
    public void loose(int number, LooseObjects.Opened object) throws IOException {
        if (object.kind() == Kind.COMMIT || object.kind() == Kind.TREE || object.kind() == Kind.TAG) {
            byte[] bytes = object.bytes();
            look(number, object.kind(), bytes, bytes.length, nothingCopied);
        }
    }

    @Override
    public void brokenLoose(int number, IOException why) {
        // counted when the blobs were read
    }
}
