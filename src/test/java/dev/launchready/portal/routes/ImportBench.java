package dev.launchready.portal.routes;

import dev.launchready.model.Url;
import dev.launchready.portal.Address;
import dev.launchready.portal.Routes;
import dev.launchready.portal.Routes.Access;
import dev.launchready.portal.Routes.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/** Imports texts as if they were files beside a portal file. */
final class ImportBench {
    private final Path folder;
    private final Address address;
    private final List<Route> written = new ArrayList<>();
    private final Map<String, Optional<String>> files = new LinkedHashMap<>();

    ImportBench(Path folder, String url, String api) {
        this.folder = folder;
        Address plain = Address.of(Url.parse(url));
        this.address = new Address(
                plain.name(),
                plain.url(),
                Url.parse(api),
                List.of("www.harbor.example"),
                plain.mailDomain(),
                plain.stack(),
                plain.headers(),
                plain.trust(),
                plain.resolver(),
                plain.resolve(),
                plain.legacyUrls(),
                plain.fingerprintKey(),
                plain.backends());
    }

    static ImportBench harbor(Path folder) {
        return new ImportBench(folder, "https://portal.harbor.example", "https://api.harbor.example/v1");
    }

    ImportBench written(String method, String template, Access access) {
        written.add(new Route(
                method,
                template,
                access,
                Set.of(),
                false,
                method.equals("GET"),
                List.of("launch-ready.yml:1"),
                List.of(),
                Optional.of(1),
                Optional.empty()));
        return this;
    }

    ImportBench file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        files.put(name, Optional.empty());
        return this;
    }

    ImportBench file(String name, String text, String variables) throws IOException {
        file(name, text);
        Files.writeString(folder.resolve(name + ".variables"), variables);
        files.put(name, Optional.of(name + ".variables"));
        return this;
    }

    Routes routes() throws RouteImportException {
        RouteImports imports = new RouteImports(address);
        for (Map.Entry<String, Optional<String>> file : files.entrySet()) {
            imports.add(
                    folder.resolve(file.getKey()),
                    file.getKey(),
                    file.getValue().map(folder::resolve));
        }
        return imports.merge(written, Set.of());
    }

    static Route route(Routes routes, String text) {
        return routes.all().stream()
                .filter(each -> each.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(text + " is not in " + routes.all()));
    }

    static List<String> texts(Routes routes) {
        return routes.all().stream().map(Route::toString).toList();
    }

    static List<String> examples(Route route, String parameter) {
        return route.parameters().stream()
                .filter(each -> each.name().equals(parameter))
                .flatMap(each -> each.examples().stream())
                .toList();
    }
}
