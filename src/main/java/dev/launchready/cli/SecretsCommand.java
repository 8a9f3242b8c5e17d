package dev.launchready.cli;

import dev.launchready.check.Notebook;
import dev.launchready.model.SecretInventory;
import dev.launchready.report.Palette;
import dev.launchready.report.SecretsJson;
import dev.launchready.report.SecretsSarif;
import dev.launchready.report.SecretsTerminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code launch-ready secrets}: the secrets engine alone. */
@Command(
        name = "secrets",
        description = "Looks for secrets in a folder, a file, or what comes on stdin (-), such as git diff --cached.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Of a value nothing is ever shown but at most four characters, its length and a fingerprint.",
            "Of a diff on stdin only added lines count. Of a repository all versions are looked at, in all branches.",
            "Exit codes: 0 none found, 1 found, 2 wrong usage or a wrong file, 3 none found but something could not",
            "be read, 4 the engine did not find what it must (self-test). Hints are listed and never count."
        })
final class SecretsCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(arity = "1..*", paramLabel = "PATH|-", description = "Folders and files to look at, or - for stdin.")
    private List<String> targets = new ArrayList<>();

    @Mixin
    private SecretsOptions options = new SecretsOptions();

    SecretsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws UsageException, IOException, InterruptedException {
        if (!List.of("terminal", "json", "sarif").contains(options.format())) {
            throw new UsageException("--format takes terminal, json or sarif, not '" + options.format() + "'");
        }
        SecretsSetting setting = SecretsSetting.of(surroundings, options);
        List<String> faults = setting.selfTest();
        if (!faults.isEmpty()) {
            surroundings.err().println("The secrets engine failed its self-test, so nothing was looked at:");
            faults.forEach(surroundings.err()::println);
            return ExitCode.FAULT.code();
        }
        SecretInventory inventory = new SecretsLook(surroundings, setting, options.history(), notes()).at(targets);
        if (options.writeBaseline().isPresent()) {
            setting.writeBaseline(inventory, options.writeBaseline().get());
        }
        int code = code(inventory);
        print(inventory, code);
        return code;
    }

    private Notebook notes() {
        if (options.kept().isPresent()) {
            return new NotesFolder(surroundings.resolve(options.kept().get()));
        }
        Path usual = surroundings.resolve(Scan.USUAL_FOLDER);
        return Files.isDirectory(usual) ? new NotesFolder(usual.resolve(NotesFolder.NAME)) : Notebook.NONE;
    }

    private int code(SecretInventory inventory) {
        if (!inventory.closing().isEmpty()) {
            return ExitCode.NOT_READY.code();
        }
        boolean unproven = !inventory.extent().unread().isEmpty() && !options.allowUnproven();
        return unproven ? ExitCode.NOT_PROVEN.code() : ExitCode.READY.code();
    }

    private void print(SecretInventory inventory, int code) throws IOException {
        switch (options.format()) {
            case "json" -> new SecretsJson(Version.number()).write(inventory, code, surroundings.out());
            case "sarif" ->
                new SecretsSarif(Version.number(), surroundings.folder()).write(inventory, code, surroundings.out());
            default -> {
                boolean colour = options.color().orElse(surroundings.colour());
                new SecretsTerminal(surroundings.width(), colour ? Palette.ANSI : Palette.PLAIN)
                        .write(inventory, code, surroundings.out());
            }
        }
        surroundings.out().flush();
    }
}
