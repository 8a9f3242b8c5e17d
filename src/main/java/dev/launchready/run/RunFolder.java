package dev.launchready.run;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The folder of one run, {@code launch-ready-report/} unless told otherwise: reports, observations, journal, older runs. */
public record RunFolder(Path folder) {
    private static final String HISTORY = "history";
    private static final List<String> OF_A_RUN = List.of(
            "scorecard.json",
            "report.html",
            "report.md",
            "report.sarif",
            "junit.xml",
            "report.pdf",
            "observations",
            "journal",
            "launch-ready.log");

    public Path journal() {
        return folder.resolve("journal");
    }

    public Path observations() {
        return folder.resolve("observations");
    }

    public Path file(String name) {
        return folder.resolve(name);
    }

    /**
     * Makes room for a new run: what an older one left moves to {@code history/<its start>/}.
     *
     * @throws IOException when the folder cannot be written; the message names it
     */
    public void begin() throws IOException {
        try {
            Files.createDirectories(folder);
        } catch (FileAlreadyExistsException e) {
            throw new IOException("'" + folder + "' is a file, so no report can be written there", e);
        }
        List<Path> older = new ArrayList<>();
        for (String name : OF_A_RUN) {
            if (Files.exists(folder.resolve(name))) {
                older.add(folder.resolve(name));
            }
        }
        if (older.isEmpty()) {
            return;
        }
        Path aside = unused(folder.resolve(HISTORY).resolve(startOf()));
        Files.createDirectories(aside);
        for (Path file : older) {
            Files.move(file, aside.resolve(file.getFileName().toString()));
        }
    }

    private String startOf() throws IOException {
        return Journal.header(journal())
                .map(header -> header.started().toString().replace(':', '-'))
                .orElse("unknown");
    }

    private static Path unused(Path wanted) {
        Path free = wanted;
        for (int next = 2; Files.exists(free); next++) {
            free = wanted.resolveSibling(wanted.getFileName() + "-" + next);
        }
        return free;
    }
}
