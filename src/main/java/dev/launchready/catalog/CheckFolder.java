package dev.launchready.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The YAML files of a {@code checks} folder, by their path below it ({@code cors/untrusted-origin.yml}).
 *
 * @param name what to call the folder in a message
 */
public record CheckFolder(String name, SortedMap<String, String> files) {
    private static final String RESOURCE = "/checks/needs.yml";
    private static final String FOLDER = "checks/";
    private static final String ENDING = ".yml";
    private static final String RULES = "secrets/rules/";
    private static final int DEPTH = 3;
    private static final long MAX_BYTES = 1_000_000;

    public CheckFolder {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** The folder that comes with the program. */
    public static CheckFolder bundled() {
        URL url = CheckFolder.class.getResource(RESOURCE);
        if (url == null) {
            throw new IllegalStateException("the program was built without its checks folder");
        }
        try {
            if (!(url.openConnection() instanceof JarURLConnection connection)) {
                return read("checks", Path.of(url.toURI()).resolve("..").normalize());
            }
            connection.setUseCaches(false);
            try (JarFile jar = connection.getJarFile()) {
                return read(jar);
            }
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException("the checks folder of the program cannot be read", e);
        }
    }

    /** From the program's own archive, whose index the class loader has read already. */
    private static CheckFolder read(JarFile jar) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        for (JarEntry entry : Collections.list(jar.entries())) {
            String name = entry.getName();
            if (name.startsWith(FOLDER) && name.endsWith(ENDING)) {
                try (InputStream in = jar.getInputStream(entry)) {
                    files.put(name.substring(FOLDER.length()), new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return new CheckFolder("checks", files);
    }

    /**
     * A folder of a person's own.
     *
     * @throws IOException when it cannot be read; the message names the file
     */
    public static CheckFolder at(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("there is no folder of checks at '" + folder + "'");
        }
        return read(folder.toString(), folder);
    }

    /** This folder with the files of another over its own. */
    public CheckFolder overlaidBy(CheckFolder other) {
        SortedMap<String, String> all = new TreeMap<>(files);
        all.putAll(other.files);
        return new CheckFolder(other.name, all);
    }

    private static CheckFolder read(String name, Path folder) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder, DEPTH)) {
            paths.filter(path -> path.toString().endsWith(ENDING))
                    .filter(path -> wanted(relative(folder, path)))
                    .forEach(path -> files.put(relative(folder, path), text(path)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return new CheckFolder(name, files);
    }

    private static boolean wanted(String file) {
        return file.startsWith(RULES)
                || file.chars().filter(each -> each == '/').count() <= 1;
    }

    /** The rules for secrets, by the name of their file without its ending. */
    public Map<String, String> secretRules() {
        Map<String, String> rules = new TreeMap<>();
        files.forEach((file, text) -> {
            if (rule(file)) {
                rules.put(file.substring(RULES.length(), file.lastIndexOf('.')), text);
            }
        });
        return rules;
    }

    /** Whether a file of this folder holds rules, and no card. */
    static boolean rule(String file) {
        return file.startsWith(RULES);
    }

    private static String relative(Path folder, Path path) {
        return folder.relativize(path).toString().replace('\\', '/');
    }

    private static String text(Path path) {
        try {
            if (Files.size(path) > MAX_BYTES) {
                throw new IOException(
                        "'" + path + "' is over " + MAX_BYTES + " bytes: no card or profile is that long");
            }
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
