package dev.launchready.probe.git;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.InflaterInputStream;

/** Objects that lie in files of their own. Immutable once listed, but for the kinds, which are learnt when a file is read. */
final class LooseObjects {
    private static final int HEAD = 32;
    private static final String FOLDER = "[0-9a-f][0-9a-f]";

    /** One file. */
    private record File(byte[] name, Path folder) {}

    private final List<File> files;

    private LooseObjects(List<File> files) {
        this.files = files;
    }

    /** Lists the loose objects of several object folders; the first of two of the same name counts. */
    static LooseObjects list(List<Path> folders, Consumer<String> unreadable) {
        List<File> found = new ArrayList<>();
        for (Path folder : folders) {
            try (DirectoryStream<Path> inner = Files.newDirectoryStream(folder, FOLDER)) {
                for (Path each : inner) {
                    list(folder, each, found);
                }
            } catch (IOException e) {
                unreadable.accept(folder + " cannot be listed");
            }
        }
        found.sort(Comparator.comparing(File::name, Arrays::compareUnsigned));
        List<File> once = new ArrayList<>();
        for (File each : found) {
            boolean again =
                    !once.isEmpty() && Arrays.equals(once.get(once.size() - 1).name(), each.name());
            if (!again) {
                once.add(each);
            }
        }
        return new LooseObjects(List.copyOf(once));
    }

    private static void list(Path folder, Path inner, List<File> found) throws IOException {
        try (DirectoryStream<Path> each = Files.newDirectoryStream(inner)) {
            for (Path file : each) {
                String name = inner.getFileName().toString() + file.getFileName();
                if (Names.isHex(name)) {
                    found.add(new File(Names.bytes(name), folder));
                }
            }
        }
    }

    int count() {
        return files.size();
    }

    byte[] name(int at) {
        return files.get(at).name();
    }

    Path folder(int at) {
        return files.get(at).folder();
    }

    /** Place of the name at {@code bytes[from]}, or less than 0. */
    int find(byte[] bytes, int from) {
        int low = 0;
        int high = files.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Arrays.compareUnsigned(
                    files.get(middle).name(), 0, PackIndex.NAME, bytes, from, from + PackIndex.NAME);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    /** An open object. */
    record Opened(byte kind, long size, InputStream content) implements AutoCloseable {
        /** The whole of it. */
        byte[] bytes() throws IOException {
            if (size > FamilyWalk.LARGEST) {
                throw new FamilyWalk.TooLarge();
            }
            byte[] all = content.readNBytes((int) size);
            if (all.length != size || content.read() >= 0) {
                throw new IOException("a loose object is not as long as it says");
            }
            return all;
        }

        @Override
        public void close() throws IOException {
            content.close();
        }
    }

    /** Opens the file of an object and reads its head. */
    Opened open(int at) throws IOException {
        String hex = Names.hex(files.get(at).name());
        Path file = files.get(at).folder().resolve(hex.substring(0, 2)).resolve(hex.substring(2));
        InputStream in = new BufferedInputStream(new InflaterInputStream(Files.newInputStream(file)));
        try {
            StringBuilder head = new StringBuilder();
            int each = in.read();
            while (each > 0 && head.length() < HEAD) {
                head.append((char) each);
                each = in.read();
            }
            String[] words = head.toString().split(" ", -1);
            if (each != 0 || words.length != 2 || !words[1].matches("[0-9]{1,18}")) {
                throw new IOException("a loose object without a head");
            }
            return new Opened(Kind.of(words[0]), Long.parseLong(words[1]), in);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }
}
