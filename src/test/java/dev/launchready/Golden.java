package dev.launchready;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares an output with the one kept in the repository; {@code -Dupdate.golden=true} renews it, and the diff is read by a person. */
public final class Golden {
    private static final Path HOME = Path.of(System.getProperty("launchready.home", "."));

    private Golden() {}

    /** @param name a path under {@code src/test/resources/golden} */
    public static void assertSame(String name, String actual) {
        assertSame(HOME.resolve("src/test/resources/golden").resolve(name), actual);
    }

    /** @param file any file of the repository that is generated */
    public static void assertSame(Path file, String actual) {
        try {
            if (Boolean.getBoolean("update.golden")) {
                Files.createDirectories(file.resolveSibling("."));
                Files.writeString(file, actual);
            }
            assertThat(file)
                    .as("%s is missing: renew it with -Dupdate.golden=true", file)
                    .exists();
            assertThat(actual)
                    .as("%s is stale: renew it with -Dupdate.golden=true and read the diff", file)
                    .isEqualTo(Files.readString(file).replace("\r\n", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
