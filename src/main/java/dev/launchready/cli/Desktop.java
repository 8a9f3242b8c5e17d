package dev.launchready.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Opens a file with whatever the desktop opens it with. */
final class Desktop {
    private Desktop() {}

    static void open(Path file, PrintWriter err) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        List<String> opener = system.contains("mac")
                ? List.of("open")
                : system.contains("win") ? List.of("cmd", "/c", "start", "") : List.of("xdg-open");
        List<String> command = new java.util.ArrayList<>(opener);
        command.add(file.toString());
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            err.println("The report cannot be opened here; it is " + file);
        }
    }
}
