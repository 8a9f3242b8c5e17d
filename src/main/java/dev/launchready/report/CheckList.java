package dev.launchready.report;

import dev.launchready.catalog.Catalog;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Formatter;
import java.util.Locale;

/** What {@code list checks} prints: a line for each check. */
public final class CheckList {
    private static final String RESOURCE = "/list-of-checks.txt";

    private CheckList() {}

    public static String of(Catalog catalog) {
        Formatter lines = new Formatter(new StringBuilder(), Locale.ROOT);
        catalog.cards()
                .values()
                .forEach(card -> lines.format(
                        "%-34s %-9s %s\n", card.id(), card.severity().name().toLowerCase(Locale.ROOT), card.title()));
        return lines.toString();
    }

    /** That of the program's own checks, made beforehand: to read all the cards takes longer than all else that a list needs. */
    public static String bundled() {
        try (InputStream list = CheckList.class.getResourceAsStream(RESOURCE)) {
            if (list == null) {
                throw new IllegalStateException("the program was built without its list of checks");
            }
            return new String(list.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the list of checks cannot be read", e);
        }
    }
}
