package dev.launchready.portal.file;

import dev.launchready.portal.Address;
import dev.launchready.portal.Request;
import dev.launchready.portal.Routes;
import dev.launchready.portal.Routes.Access;
import dev.launchready.portal.Routes.Route;
import dev.launchready.portal.routes.RouteImportException;
import dev.launchready.portal.routes.RouteImports;
import dev.launchready.portal.yaml.Mark;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads {@code routes}, with everything that it imports. */
final class RoutesReader {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final Reading reading;
    private final Map<String, Route> written = new LinkedHashMap<>();

    private RoutesReader(Reading reading) {
        this.reading = reading;
    }

    /** @param variables the values of a Postman collection's variables */
    private record Import(Path file, Optional<Path> variables, Mark at) {}

    /**
     * The routes of the file and of its imports.
     *
     * @param address absent when the file does not say where the portal is, so that nothing can be imported
     * @param recordings the recordings that lend a session to an identity, whose routes and ids are of use as well
     */
    static Routes read(
            Optional<Section> section, Optional<Address> address, Reading reading, Map<Path, Mark> recordings) {
        RoutesReader reader = new RoutesReader(reading);
        List<Import> imports = section.map(each -> each.oneOrMany("import", RoutesReader::imported))
                .orElse(List.of());
        Set<String> shared = new LinkedHashSet<>();
        section.ifPresent(each -> {
            reader.written(each);
            shared.addAll(each.oneOrMany("shared", Slot::text));
            each.done();
        });
        return address.map(each -> reader.merged(new RouteImports(each), imports, recordings, shared))
                .orElse(Routes.NONE);
    }

    private Routes merged(
            RouteImports importing, List<Import> imports, Map<Path, Mark> recordings, Set<String> shared) {
        Set<Path> done = new HashSet<>();
        for (Import each : imports) {
            if (done.add(each.file())) {
                add(importing, each);
            }
        }
        recordings.forEach((recording, at) -> {
            if (done.add(recording)) {
                add(importing, new Import(recording, Optional.empty(), at));
            }
        });
        return importing.merge(List.copyOf(written.values()), shared);
    }

    private void add(RouteImports importing, Import each) {
        String name = reading.name(each.file());
        try {
            importing.add(each.file(), name, each.variables());
        } catch (RouteImportException e) {
            reading.problem(each.at(), name + ": " + e.says());
        }
    }

    private static Optional<Import> imported(Slot slot) {
        Mark at = slot.yaml().at();
        if (slot.isText()) {
            return slot.existing().map(file -> new Import(file, Optional.empty(), at));
        }
        return slot.section().flatMap(section -> {
            Optional<Path> file =
                    section.required("file", "the path of the import").flatMap(Slot::existing);
            Optional<Path> variables = section.get("variables").flatMap(Slot::existing);
            section.done();
            return file.map(each -> new Import(each, variables, at));
        });
    }

    private void written(Section section) {
        listed(section, "public", Access.PUBLIC);
        listed(section, "signed-in", Access.SIGNED_IN);
        listed(section, "owned", Access.OWNED);
        section.map("roles", Optional::of)
                .forEach((role, slot) -> slot.oneOrMany().forEach(item -> put(item, Access.ROLES, Set.of(role))));
        listed(section, "ignore", Access.IGNORED);
    }

    private void listed(Section section, String key, Access access) {
        section.get(key).ifPresent(slot -> slot.oneOrMany().forEach(item -> put(item, access, Set.of())));
    }

    private void put(Slot slot, Access access, Set<String> roles) {
        RequestReader.line(slot).ifPresent(request -> {
            String key = request.method() + " " + request.target().replaceAll("\\{[^{}]*}", "{}");
            Route before = written.get(key);
            if (before == null || before.access() == access || access == Access.IGNORED) {
                Set<String> all = new TreeSet<>(roles);
                Optional.ofNullable(before).ifPresent(same -> all.addAll(same.roles()));
                written.put(key, route(slot, request, access, all));
            } else if (access == Access.ROLES && before.access() == Access.OWNED) {
                Set<String> all = new TreeSet<>(roles);
                all.addAll(before.roles());
                written.put(key, with(before, all));
            } else {
                slot.problem(request + " is listed under '" + key(access) + "' and under '" + key(before.access())
                        + "'"
                        + before.line().map(line -> " (line " + line + ")").orElse("")
                        + "; it can be only one of them");
            }
        });
    }

    private static String key(Access access) {
        return access == Access.IGNORED
                ? "ignore"
                : access.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Route with(Route route, Set<String> roles) {
        return new Route(
                route.method(),
                route.template(),
                route.access(),
                roles,
                route.assumed(),
                route.safe(),
                route.sources(),
                route.parameters(),
                route.line(),
                route.operation());
    }

    private Route route(Slot slot, Request request, Access access, Set<String> roles) {
        int line = slot.yaml().at().line();
        return new Route(
                request.method(),
                request.target(),
                access,
                roles,
                false,
                SAFE.contains(request.method()),
                List.of(reading.file() + ":" + line),
                List.of(),
                Optional.of(line),
                Optional.empty());
    }
}
