package dev.launchready.cli;

import dev.launchready.catalog.Catalog;
import dev.launchready.check.CheckRegistry;
import dev.launchready.cli.Targets.Target;
import dev.launchready.engine.Needs;
import dev.launchready.engine.Outside;
import dev.launchready.engine.Plan;
import dev.launchready.engine.Planner;
import dev.launchready.engine.Selection;
import dev.launchready.engine.SelectionException;
import dev.launchready.model.CheckResult;
import dev.launchready.model.Problem;
import dev.launchready.model.Url;
import dev.launchready.portal.Portal;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code launch-ready doctor}. */
@Command(
        name = "doctor",
        description = "Tells whether a portal file can do what it promises, and which lines would let it prove more.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(
            arity = "0..1",
            paramLabel = "PORTAL-FILE | URL",
            description = "Default: launch-ready.yml in this folder.")
    private List<String> target = new ArrayList<>();

    @Option(
            names = "--env-file",
            paramLabel = "FILE",
            description = "Lines NAME=VALUE for $${env:NAME} in the portal file.")
    private @Nullable Path envFile;

    private boolean broken;

    DoctorCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = surroundings.out();
        Target found = new Targets(surroundings, Optional.ofNullable(envFile))
                .of(target)
                .get(0);
        Portal portal = found.portal();
        out.println("launch-ready " + Version.number() + ", Java "
                + Runtime.version().feature());
        out.println("ok   " + found.file().map(file -> file + " can be read").orElse(portal.url() + " is an address"));
        consent(portal);
        files(portal);
        try (Outside outside = new Outside(portal, surroundings.clock(), Version.number())) {
            doors(portal, outside);
        }
        wishes(portal);
        out.flush();
        return broken ? ExitCode.NOT_PROVEN.code() : ExitCode.READY.code();
    }

    private void consent(Portal portal) {
        LocalDate today = LocalDate.now(surroundings.clock());
        portal.consent().until().ifPresent(last -> {
            if (today.isAfter(last)) {
                no("the consent ran out on " + last, "consent.until: a later day, when the owner agrees");
            } else {
                ok("the consent holds until " + last);
            }
        });
    }

    private void files(Portal portal) {
        portal.source().repository().ifPresent(path -> exists("source.repository", path));
        portal.source().artifacts().forEach(path -> exists("source.artifacts", path));
        portal.waivers().ifPresent(path -> exists("waivers", path));
        portal.mail().samples().forEach(path -> exists("mail.samples", path));
    }

    private void exists(String key, Path path) {
        if (Files.exists(path)) {
            ok(key + " is there: " + path);
        } else {
            no(key + " names " + path + ", and nothing is there", key + ": the path from the portal file's folder");
        }
    }

    private void doors(Portal portal, Outside outside) throws InterruptedException {
        Map<String, Url> doors = new LinkedHashMap<>();
        doors.put("portal.url", portal.url());
        doors.put("portal.api", portal.api());
        portal.address().backends().forEach(backend -> doors.put("backends " + backend.kind(), backend.url()));
        List<String> seen = new ArrayList<>();
        for (Map.Entry<String, Url> door : doors.entrySet()) {
            if (!seen.contains(door.getValue().origin())) {
                seen.add(door.getValue().origin());
                door(door.getKey(), door.getValue(), outside);
            }
        }
    }

    private void door(String key, Url url, Outside outside) throws InterruptedException {
        try {
            HttpAnswer answer = outside.ports().http().send(HttpCall.get(url));
            ok(key + " answers: " + url + " with status " + answer.status() + " over " + answer.protocol());
        } catch (ProbeException e) {
            String add = e instanceof ProbeException.Tls
                    ? "portal.trust: [your-ca.pem], or mend the certificate"
                    : key + ": the address at which it runs, or start it";
            no(String.valueOf(e.getMessage()), add);
        }
    }

    /** What the file does not promise, and what each missing line would let a scan prove. */
    private void wishes(Portal portal) throws UsageException {
        Catalog catalog = Catalogs.read(Optional.empty());
        Needs needs = new Needs(LocalDate.now(surroundings.clock()));
        Map<String, List<String>> checksByAdd = new LinkedHashMap<>();
        for (CheckResult result : plan(catalog, needs, portal).untested()) {
            String add = result.problem().map(Problem::add).orElse("");
            checksByAdd
                    .computeIfAbsent(add, unseen -> new ArrayList<>())
                    .add(result.card().id());
        }
        checksByAdd.forEach((add, checks) ->
                surroundings.out().println("more " + String.join(", ", checks) + " could run with: " + add));
    }

    private Plan plan(Catalog catalog, Needs needs, Portal portal) throws UsageException {
        try {
            return new Planner(catalog, CheckRegistry.all(), needs)
                    .plan(portal, Catalogs.profile(catalog, "default", surroundings), Selection.ALL);
        } catch (SelectionException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private void ok(String says) {
        surroundings.out().println("ok   " + says);
    }

    private void no(String says, String add) {
        broken = true;
        surroundings.out().println("no   " + says);
        surroundings.out().println("     add: " + add);
    }
}
