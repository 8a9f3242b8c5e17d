package dev.launchready.probe.git;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * All objects of a repository and of its alternates. Each has a number: those of the packs first, the largest pack first, and in a pack by
 * rank; then the loose ones. Of an object that lies in several places, the first counts.
 */
final class ObjectStore implements AutoCloseable {
    static final int NONE = -1;

    private final List<Pack> packs;
    private final Path ownFolder;
    private final int[] firsts;
    private final LooseObjects loose;
    private final List<String> unreadable;

    private ObjectStore(Path ownFolder, List<Pack> packs, LooseObjects loose, List<String> unreadable) {
        this.ownFolder = ownFolder;
        this.packs = List.copyOf(packs);
        this.loose = loose;
        this.unreadable = List.copyOf(unreadable);
        this.firsts = new int[packs.size() + 1];
        for (int pack = 0; pack < packs.size(); pack++) {
            firsts[pack + 1] = firsts[pack] + packs.get(pack).count();
        }
    }

    /** @param folders that of the repository, then those that it borrows from */
    static ObjectStore open(List<Path> folders) {
        List<String> unreadable = new ArrayList<>();
        List<Pack> packs = new ArrayList<>();
        for (Path folder : folders) {
            open(folder.resolve("pack"), packs, unreadable);
        }
        packs.sort(Comparator.comparingInt(Pack::count).reversed());
        LooseObjects loose = LooseObjects.list(folders, unreadable::add);
        return new ObjectStore(folders.get(0), packs, loose, unreadable);
    }

    private static void open(Path folder, List<Pack> packs, List<String> unreadable) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "pack-*.pack")) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                try {
                    packs.add(Pack.open(file, folder.resolve(name.replaceFirst("pack$", "idx"))));
                } catch (IOException e) {
                    unreadable.add(name + " cannot be read: " + says(e));
                }
            }
        } catch (IOException e) {
            unreadable.add(folder + " cannot be listed");
        }
    }

    private static String says(IOException e) {
        return e instanceof NoSuchFileException ? "its index is missing" : String.valueOf(e.getMessage());
    }

    List<Pack> packs() {
        return packs;
    }

    LooseObjects loose() {
        return loose;
    }

    List<String> unreadable() {
        return unreadable;
    }

    int count() {
        return firsts[packs.size()] + loose.count();
    }

    /** Number of the first object of a pack. */
    int first(int pack) {
        return firsts[pack];
    }

    int firstLoose() {
        return firsts[packs.size()];
    }

    /** Number of the object whose name stands at {@code bytes[from]}, or {@link #NONE}. */
    int find(byte[] bytes, int from) {
        for (int pack = 0; pack < firsts.length - 1; pack++) {
            int rank = packs.get(pack).find(bytes, from);
            if (rank >= 0) {
                return firsts[pack] + rank;
            }
        }
        int at = loose.find(bytes, from);
        return at < 0 ? NONE : firstLoose() + at;
    }

    byte[] name(int number) {
        byte[] name = new byte[PackIndex.NAME];
        if (number >= firstLoose()) {
            return loose.name(number - firstLoose()).clone();
        }
        int pack = packOf(number);
        packs.get(pack).name(number - firsts[pack], name);
        return name;
    }

    /** Whether an object lies in the repository itself, and not in one that it borrows from. */
    boolean own(int number) {
        return number >= firstLoose()
                ? loose.folder(number - firstLoose()).equals(ownFolder)
                : packs.get(packOf(number)).file().startsWith(ownFolder);
    }

    int packOf(int number) {
        int pack = 0;
        while (number >= firsts[pack + 1]) {
            pack++;
        }
        return pack;
    }

    /** Kind of a packed object. */
    byte kind(int number) {
        int pack = packOf(number);
        return packs.get(pack).kind(number - firsts[pack]);
    }

    /** Whether an earlier place holds the same object. */
    boolean again(int number, byte[] scratch) {
        int pack = packOf(number);
        if (pack == 0) {
            return false;
        }
        packs.get(pack).name(number - firsts[pack], scratch);
        return find(scratch, 0) < firsts[pack];
    }

    @Override
    public void close() throws IOException {
        IOException first = null;
        for (Pack pack : packs) {
            try {
                pack.close();
            } catch (IOException e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
