package dev.launchready.cli;

import dev.launchready.check.face.PublicFace;
import dev.launchready.check.face.SignInForm;
import dev.launchready.engine.FirstLook;
import dev.launchready.engine.Outside;
import dev.launchready.model.Url;
import dev.launchready.portal.Address;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Routes;
import dev.launchready.portal.draft.DraftFacts;
import dev.launchready.portal.draft.PortalDraft;
import dev.launchready.portal.file.PortalFile;
import dev.launchready.portal.routes.RouteImportException;
import dev.launchready.portal.routes.RouteImports;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.dns.DnsProbe;
import dev.launchready.probe.dns.DnsProbe.RecordType;
import dev.launchready.run.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code launch-ready init}. */
@Command(
        name = "init",
        description = "Writes a portal file, with comments, from what it finds; asks nothing that it can find out.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class InitCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(arity = "0..1", paramLabel = "URL", description = "Where a person starts.")
    private @Nullable String address;

    @Option(
            names = "--import",
            paramLabel = "FILE",
            arity = "1..*",
            description = "OpenAPI, HAR, Postman or a plain list: where routes come from.")
    private List<Path> imports = new ArrayList<>();

    @Option(names = "--out", paramLabel = "FILE", description = "Default: launch-ready.yml in this folder.")
    private Path out = Path.of(Targets.USUAL_FILE);

    @Option(names = "--force", description = "Replace a file that is there.")
    private boolean force;

    InitCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws UsageException, InterruptedException, IOException {
        Url url = url();
        Path file = surroundings.resolve(out);
        if (Files.exists(file) && !force) {
            throw new UsageException("'" + out + "' is there already: give another --out, or --force to replace it");
        }
        Routes routes = routes(url);
        DraftFacts facts = facts(url, routes);
        WholeFile.write(file, PortalDraft.write(facts).getBytes(StandardCharsets.UTF_8));
        surroundings.out().println("Wrote " + out + " for " + facts.url() + ".");
        facts.signIn().ifPresent(form -> surroundings.out().println("Found the sign-in form at " + form.page() + "."));
        if (!facts.stack().isEmpty()) {
            surroundings.out().println("Recognised: " + String.join(", ", facts.stack()) + ".");
        }
        surroundings
                .out()
                .println("Next: fill in two test accounts, then  launch-ready doctor  and  launch-ready scan");
        return ExitCode.READY.code();
    }

    private Url url() throws UsageException {
        if (address == null) {
            throw new UsageException(
                    "init needs the address where a person starts: launch-ready init https://your.portal");
        }
        try {
            return Url.parse(address.contains("://") ? address : "https://" + address);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private Routes routes(Url url) throws UsageException {
        RouteImports all = new RouteImports(Address.of(url));
        for (Path path : imports) {
            try {
                all.add(surroundings.resolve(path), path.toString(), Optional.empty());
            } catch (RouteImportException e) {
                throw new UsageException(String.valueOf(e.getMessage()));
            }
        }
        return all.merge(List.of(), Set.of());
    }

    private DraftFacts facts(Url url, Routes routes) throws InterruptedException {
        Portal portal = PortalFile.at(url);
        List<String> files = imports.stream().map(Path::toString).toList();
        Optional<String> repository =
                Files.exists(surroundings.resolve(Path.of(".git"))) ? Optional.of(".") : Optional.empty();
        try (Outside outside = new Outside(portal, surroundings.clock(), Version.number())) {
            List<String> hosts = siblings(url, outside.ports().dns());
            Optional<PublicFace> face = face(outside);
            Url start =
                    face.map(seen -> seen.front().url()).filter(url::sameOrigin).orElse(url);
            return new DraftFacts(
                    start.at("/"),
                    face.map(seen -> seen.front().document().title()).filter(title -> !title.isBlank()),
                    Optional.empty(),
                    hosts,
                    Optional.empty(),
                    face.map(seen -> seen.stack().names()).orElse(List.of()),
                    List.of(),
                    face.flatMap(PublicFace::signIn).flatMap(SignInForm::of).map(InitCommand::signIn),
                    files,
                    routes,
                    List.of(),
                    repository);
        }
    }

    private static DraftFacts.SignIn signIn(SignInForm form) {
        return new DraftFacts.SignIn(
                form.page().target(), form.action().target(), form.userField(), form.passwordField());
    }

    private Optional<PublicFace> face(Outside outside) throws InterruptedException {
        try {
            return Optional.of(FirstLook.at(outside.ports(), PublicFace.KEY));
        } catch (ProbeException e) {
            surroundings.err().println(e.getMessage() + " The file is written from its address alone.");
            return Optional.empty();
        }
    }

    /** The same site with or without {@code www}, where that name exists. */
    private static List<String> siblings(Url url, DnsProbe dns) throws InterruptedException {
        String host = url.host();
        if (!host.contains(".") || host.matches("[\\d.]+|\\[.*")) {
            return List.of();
        }
        String sibling = host.startsWith("www.") ? host.substring("www.".length()) : "www." + host;
        return dns.ask(sibling, RecordType.A).code() == DnsProbe.Code.NOERROR ? List.of(sibling) : List.of();
    }
}
