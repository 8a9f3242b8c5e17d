package dev.launchready.portal.routes;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.launchready.model.Json;
import dev.launchready.portal.Address;
import dev.launchready.portal.Routes;
import dev.launchready.portal.Routes.Recording;
import dev.launchready.portal.Routes.Route;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Imports routes from files of any known dialect, told apart by content, and merges them with those that a person wrote. */
public final class RouteImports {
    private static final int HEAD = 4096;

    private final Rebase rebase;
    private final List<Imported> described = new ArrayList<>();
    private final List<Recorded> recorded = new ArrayList<>();

    public RouteImports(Address address) {
        this.rebase = new Rebase(address);
    }

    /**
     * Reads one file.
     *
     * @param name the file as the person named it, for sources and notes
     * @param variables the values of a Postman collection's variables
     * @throws RouteImportException when no routes can be read from it
     */
    public void add(Path file, String name, Optional<Path> variables) throws RouteImportException {
        if (recording(file)) {
            Recorded first = new Har(file, name, rebase).read();
            recorded.add(
                    first.elsewhere().isPresent()
                            ? again(file, name, first.elsewhere().get())
                            : first);
            return;
        }
        String text = Document.text(file);
        if (list(text)) {
            described.add(new PlainList(rebase, name).read(text));
            return;
        }
        Json document = Document.parse(text);
        if (OpenApi.is(document)) {
            described.add(new OpenApi(document, rebase, name).read());
        } else if (Postman.is(document)) {
            Map<String, String> values = variables.isPresent()
                    ? PostmanVariables.file(Document.parse(Document.text(variables.get())))
                    : Map.of();
            described.add(postman(document, values, name));
        } else {
            throw new RouteImportException(
                    "this is neither OpenAPI, Swagger, HAR, a Postman collection nor a list of requests");
        }
    }

    private Imported postman(Json document, Map<String, String> values, String name) {
        Imported first = new Postman(document, values, rebase, name).read();
        if (first.elsewhere().isEmpty()) {
            return first;
        }
        String host = first.elsewhere().get();
        Imported taken = new Postman(document, values, rebase.taking(host), name).read();
        return new Imported(taken.routes(), with(taken.notes(), name, host));
    }

    private Recorded again(Path file, String name, String host) throws RouteImportException {
        Recorded taken = new Har(file, name, rebase.taking(host)).read();
        return new Recorded(
                file, name, taken.calls(), taken.named(), with(taken.notes(), name, host), Optional.empty());
    }

    private static List<String> with(List<String> notes, String name, String host) {
        List<String> all = new ArrayList<>(notes);
        all.add(name + ": it speaks of " + host + " only; its routes are taken as those of portal.api");
        return all;
    }

    /** One inventory of everything. */
    public Routes merge(List<Route> written, Set<String> shared) {
        Inventory inventory = new Inventory(rebase, written);
        described.forEach(inventory::add);
        Templates templates = new Templates(inventory.templates(), recorded);
        List<Recording> recordings = new ArrayList<>();
        recorded.forEach(each -> recordings.add(inventory.add(each, templates)));
        return inventory.routes(shared, recordings);
    }

    /** Whether the file is a HAR: a JSON object with {@code log}. Only as much is read as it takes to tell. */
    private static boolean recording(Path file) throws RouteImportException {
        if (!head(file).stripLeading().replaceFirst("^\uFEFF", "").startsWith("{")) {
            return false;
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
                JsonParser parser = Document.JSON.createParser(in)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                if (name.equals("log")) {
                    return true;
                }
                if (Set.of("openapi", "swagger", "info", "item", "paths", "collection")
                        .contains(name)) {
                    return false;
                }
                parser.nextToken();
                parser.skipChildren();
            }
            return false;
        } catch (JsonProcessingException e) {
            throw Document.broken(e);
        } catch (IOException e) {
            throw new RouteImportException(
                    "the file cannot be read: " + e.getClass().getSimpleName());
        }
    }

    private static String head(Path file) throws RouteImportException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new RouteImportException(
                    "the file cannot be read: " + e.getClass().getSimpleName());
        }
    }

    private static boolean list(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .findFirst()
                .map(line -> line.matches("([A-Z]{3,10}\\s+)?(/|https?://)\\S*.*"))
                .orElse(false);
    }
}
