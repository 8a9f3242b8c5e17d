package dev.launchready.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import org.slf4j.LoggerFactory;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line as a whole; {@link #run} is its one entry, for the process and for tests. */
@Command(
        name = "launch-ready",
        description = "Tells whether a web portal may go live: a scorecard with proof and fix path for every row.",
        mixinStandardHelpOptions = true,
        versionProvider = LaunchReady.Versions.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ScanCommand.class,
            DemoCommand.class,
            InitCommand.class,
            DoctorCommand.class,
            ListCommand.class,
            ExplainCommand.class,
            ReportCommand.class,
            RejudgeCommand.class,
            SecretsCommand.class
        },
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  READY, or the command did what it was asked",
            "  1  NOT_READY: a finding closes the gate",
            "  2  wrong usage, or a file that cannot be used",
            "  3  NOT_PROVEN: nothing closes the gate, but something required was not proven",
            "  4  a fault of launch-ready itself",
            "",
            "Start with:  launch-ready scan https://your.portal     or     launch-ready demo"
        })
public final class LaunchReady implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    private LaunchReady() {}

    /** Runs one command line and gives the exit code; never throws, never ends the process. */
    public static int run(String[] args, Surroundings surroundings) {
        CommandLine commands = new CommandLine(new LaunchReady(), new Factory(surroundings));
        CommandLine completion = new CommandLine(new GenerateCompletion());
        completion
                .getCommandSpec()
                .usageMessage()
                .description("Prints a completion script for bash and zsh: source <(launch-ready completion)");
        commands.addSubcommand("completion", completion);
        commands.setOut(surroundings.out())
                .setErr(surroundings.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(surroundings.colour() ? Ansi.ON : Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpLongOptionsMaxWidth(32)
                .setParameterExceptionHandler(LaunchReady::misused)
                .setExecutionExceptionHandler((e, command, parsed) -> failed(e, surroundings.err()));
        return commands.execute(args);
    }

    /** The bare command is a question; its help is the answer. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int misused(ParameterException e, String[] args) {
        PrintWriter err = e.getCommandLine().getErr();
        err.println(e.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
        err.println("See: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE.code();
    }

    private static int failed(Exception e, PrintWriter err) {
        if (e instanceof UsageException usage) {
            usage.lines().forEach(err::println);
            return ExitCode.USAGE.code();
        }
        LoggerFactory.getLogger(LaunchReady.class).error("the command failed", e);
        err.println("launch-ready itself failed: " + e.getClass().getSimpleName()
                + (e.getMessage() == null
                        ? ""
                        : ": " + e.getMessage().lines().findFirst().orElse("")));
        err.println("Please report it, with launch-ready-report/launch-ready.log if there is one.");
        return ExitCode.FAULT.code();
    }

    /** Gives every command the surroundings that it asks for in its constructor. */
    private record Factory(Surroundings surroundings) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            List<java.lang.reflect.Constructor<?>> constructors = Arrays.asList(type.getDeclaredConstructors());
            for (java.lang.reflect.Constructor<?> each : constructors) {
                if (Arrays.equals(each.getParameterTypes(), new Class<?>[] {Surroundings.class})) {
                    return type.cast(each.newInstance(surroundings));
                }
            }
            return CommandLine.defaultFactory().create(type);
        }
    }

    /** For picocli. */
    static final class Versions implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {Version.line()};
        }
    }
}
