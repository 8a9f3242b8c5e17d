package dev.launchready.cli;

import dev.launchready.report.CheckList;
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
        if (args.length == 2 && args[0].equals("list") && args[1].equals("checks")) {
            writer(System.out).append(CheckList.bundled()).flush(); // asked by completion and by scripts as well
            return;
        }
        int code = LaunchReady.run(args, Surroundings.ofProcess(writer(System.out), writer(System.err)));
        System.exit(code);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }
}
