package dev.launchready.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The entry of the process. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        if (args.length == 1 && args[0].equals("--version")) {
            System.out.println(Version.line()); // asked by scripts at every start: not worth a parser
            return;
        }
        int code = LaunchReady.run(args, Surroundings.ofProcess(writer(System.out), writer(System.err)));
        System.exit(code);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }
}
