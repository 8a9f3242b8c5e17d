package dev.launchready.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** Runs the whole command line inside a test. */
record Cli(int code, String out, String err) {

    static Cli run(Path folder, String... args) {
        return run(folder, Map.of(), args);
    }

    static Cli run(Path folder, Map<String, String> environment, String... args) {
        return run(folder, environment, InputStream.nullInputStream(), args);
    }

    static Cli run(Path folder, Map<String, String> environment, InputStream in, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = LaunchReady.run(
                args,
                new Surroundings(
                        in, new PrintWriter(out), new PrintWriter(err), environment, folder, Clock.systemUTC(), false));
        return new Cli(code, out.toString(), err.toString());
    }

    String all() {
        return out + err;
    }
}
