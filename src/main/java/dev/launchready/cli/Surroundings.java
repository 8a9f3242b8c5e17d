package dev.launchready.cli;

import java.io.Console;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * Where the command line runs.
 *
 * @param in what is piped in
 * @param out for what was asked for
 * @param err for progress and complaints
 * @param terminal whether a person watches
 */
public record Surroundings(
        InputStream in,
        PrintWriter out,
        PrintWriter err,
        Map<String, String> environment,
        Path folder,
        Clock clock,
        boolean terminal) {
    private static final int USUAL_WIDTH = 80;
    private static final int LEAST_WIDTH = 40;
    private static final int MOST_WIDTH = 120;

    public Surroundings {
        environment = Map.copyOf(environment);
    }

    /** Those of a process. */
    static Surroundings ofProcess(PrintWriter out, PrintWriter err) {
        return new Surroundings(
                System.in, out, err, System.getenv(), Path.of("").toAbsolutePath(), Clock.systemUTC(), watched());
    }

    /** Since Java 22 there is a console even where nobody watches; it then says so itself. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean watched() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    /** A path as a person gave it, from the folder in which they stand. */
    Path resolve(Path path) {
        return folder.resolve(path);
    }

    /** In columns. */
    int width() {
        String columns = environment.getOrDefault("COLUMNS", "");
        int width = columns.matches("\\d{1,4}") ? Integer.parseInt(columns) : USUAL_WIDTH;
        return Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, width));
    }

    /** Whether colour is welcome (https://no-color.org). */
    boolean colour() {
        boolean refused = !environment.getOrDefault("NO_COLOR", "").isEmpty()
                || environment.getOrDefault("TERM", "").equals("dumb");
        return terminal && !refused;
    }
}
