package dev.launchready.portal.file;

import dev.launchready.portal.Request;
import dev.launchready.portal.Routes;
import dev.launchready.portal.Routes.Access;
import dev.launchready.portal.Routes.Route;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code routes}. */
final class RoutesReader {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private RoutesReader() {}

    static Routes read(Section section) {
        List<Route> routes = new ArrayList<>();
        List<Import> imports = section.oneOrMany("import", RoutesReader::imported);
        routes.addAll(section.oneOrMany("public", slot -> route(slot, Access.PUBLIC, Set.of())));
        routes.addAll(section.oneOrMany("signed-in", slot -> route(slot, Access.SIGNED_IN, Set.of())));
        routes.addAll(section.oneOrMany("owned", slot -> route(slot, Access.OWNED, Set.of())));
        section.map("roles", Optional::of)
                .forEach((role, slot) -> slot.oneOrMany()
                        .forEach(item -> route(item, Access.ROLES, Set.of(role)).ifPresent(routes::add)));
        routes.addAll(section.oneOrMany("ignore", slot -> route(slot, Access.IGNORED, Set.of())));
        Set<String> shared = new LinkedHashSet<>(section.oneOrMany("shared", Slot::text));
        section.done();
        List<String> notes =
                imports.isEmpty() ? List.of() : List.of("imported routes are merged with those listed here");
        return new Routes(routes, shared, notes, List.of());
    }

    /** @param variables the values of a Postman collection's variables */
    record Import(Path file, Optional<Path> variables, int line) {}

    private static Optional<Import> imported(Slot slot) {
        int line = slot.yaml().at().line();
        if (slot.isText()) {
            return slot.existing().map(file -> new Import(file, Optional.empty(), line));
        }
        return slot.section().flatMap(section -> {
            Optional<Path> file =
                    section.required("file", "the path of the import").flatMap(Slot::existing);
            Optional<Path> variables = section.get("variables").flatMap(Slot::existing);
            section.done();
            return file.map(each -> new Import(each, variables, line));
        });
    }

    private static Optional<Route> route(Slot slot, Access access, Set<String> roles) {
        Optional<Request> request = RequestReader.line(slot);
        int line = slot.yaml().at().line();
        return request.map(each -> new Route(
                each.method(),
                each.target(),
                access,
                roles,
                false,
                SAFE.contains(each.method()),
                List.of(slot.reading().file() + ":" + line),
                List.of(),
                Optional.of(line),
                Optional.empty()));
    }
}
