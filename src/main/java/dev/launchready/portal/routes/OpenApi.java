package dev.launchready.portal.routes;

import dev.launchready.model.Json;
import dev.launchready.model.Url;
import dev.launchready.portal.Routes.Need;
import dev.launchready.portal.routes.Found.Guard;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the routes of OpenAPI 3.0 and 3.1 and of Swagger 2. */
final class OpenApi {
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final Json root;
    private final Rebase rebase;
    private final String source;
    private final References references;
    private final Schemas schemas;
    private final Neutral neutral;
    private final Set<String> foreign = new TreeSet<>();

    OpenApi(Json root, Rebase rebase, String source) {
        this.root = root;
        this.rebase = rebase;
        this.source = source;
        this.references = new References(root);
        this.schemas = new Schemas(references);
        this.neutral = new Neutral(references);
    }

    static boolean is(Json json) {
        return json.get("openapi").isPresent() || json.get("swagger").isPresent();
    }

    Imported read() {
        List<Found> routes = new ArrayList<>();
        Document.members(root, "paths").forEach((path, item) -> {
            Json resolved = references.follow(item);
            if (resolved instanceof Json.Obj obj && !path.startsWith("x-")) {
                obj.members().forEach((method, operation) -> {
                    if (METHODS.contains(method.toLowerCase(Locale.ROOT))) {
                        routes.add(route(path, method, resolved, references.follow(operation)));
                    }
                });
            }
        });
        return new Imported(routes, notes());
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (!references.external().isEmpty()) {
            notes.add(source + ": references to other files were not followed: "
                    + Inventory.listed(List.copyOf(references.external())));
        }
        if (!foreign.isEmpty()) {
            notes.add(source + ": it describes " + String.join(", ", foreign)
                    + "; its routes are taken as those of portal.api");
        }
        return notes;
    }

    private Found route(String path, String method, Json item, Json operation) {
        // some descriptions tell operations of one path apart by a fragment, which is never sent
        String bare = path.replaceFirst("#.*$", "");
        String below = bare.startsWith("/") ? bare : "/" + bare;
        String template = rebase.onApi(base(item, operation), Template.normal(below));
        Parameters parameters = new Parameters();
        Document.items(item, "parameters").forEach(each -> parameter(references.follow(each), parameters));
        Document.items(operation, "parameters").forEach(each -> parameter(references.follow(each), parameters));
        body(operation, parameters);
        String label = String.join(
                "\n",
                Document.text(operation, "summary"),
                Document.text(operation, "operationId"),
                Document.text(operation, "description"));
        return new Found(
                method.toUpperCase(Locale.ROOT),
                template,
                guard(operation),
                parameters.list(),
                label,
                false,
                source,
                Optional.empty());
    }

    /** The path of the server that the operation names, or its path, or the document; of several the portal's own. */
    private String base(Json item, Json operation) {
        for (Json level : List.of(operation, item, root)) {
            List<Json> servers = Document.items(level, "servers");
            if (!servers.isEmpty()) {
                List<String> addresses = servers.stream().map(OpenApi::address).toList();
                Optional<String> own = addresses.stream().filter(this::own).findFirst();
                return path(own.orElse(addresses.get(0)), own.isPresent());
            }
        }
        String host = Document.text(root, "host");
        String basePath = Document.text(root, "basePath");
        String address = host.isEmpty() ? basePath : "https://" + host + basePath;
        return path(address, own(address));
    }

    private boolean own(String address) {
        return !address.contains("://")
                || FullUrl.origin(address)
                        .flatMap(origin -> rebase.place(origin, "/"))
                        .isPresent();
    }

    private String path(String address, boolean own) {
        if (!address.contains("://")) {
            return address.startsWith("/") ? address : address.isEmpty() || address.equals(".") ? "" : "/" + address;
        }
        Optional<Url> origin = FullUrl.origin(address);
        if (!own) {
            foreign.add(origin.map(Url::origin).orElse("an address that cannot be read"));
        }
        int slash = address.indexOf('/', address.indexOf("://") + 3);
        return slash < 0 ? "" : address.substring(slash);
    }

    private static String address(Json server) {
        String url = Document.text(server, "url");
        for (Map.Entry<String, Json> variable :
                Document.members(server, "variables").entrySet()) {
            url = url.replace("{" + variable.getKey() + "}", Document.text(variable.getValue(), "default"));
        }
        return url;
    }

    private Guard guard(Json operation) {
        Optional<Json> security = operation.get("security").or(() -> root.get("security"));
        if (security.isEmpty() || !(security.get() instanceof Json.Arr arr)) {
            return Guard.UNKNOWN;
        }
        boolean open = arr.items().isEmpty()
                || arr.items().stream()
                        .anyMatch(each ->
                                each instanceof Json.Obj obj && obj.members().isEmpty());
        return open ? Guard.OPEN : Guard.SECURED;
    }

    private void parameter(Json parameter, Parameters parameters) {
        String name = Document.text(parameter, "name");
        String in = Document.text(parameter, "in");
        switch (in) {
            case "path", "query", "header", "cookie" -> {
                parameters.add(name, in);
                schemas.examples(parameter).forEach(example -> parameters.add(name, in, example));
                if (in.equals("query")) {
                    boolean required = parameter
                            .get("required")
                            .filter(new Json.Bool(true)::equals)
                            .isPresent();
                    parameters.need(
                            name,
                            in,
                            required ? Need.REQUIRED : Need.OPTIONAL,
                            required ? Optional.of(neutral.value(parameter)) : Optional.empty());
                }
            }
            case "formData" -> {
                parameters.add(name, "body");
                schemas.examples(parameter).forEach(example -> parameters.add(name, "body", example));
            }
            case "body" -> parameter.get("schema").ifPresent(schema -> schemas.members(schema, parameters));
            default -> {
                // no place that OpenAPI knows
            }
        }
    }

    private void body(Json operation, Parameters parameters) {
        Json body = operation.get("requestBody").map(references::follow).orElse(operation);
        Document.members(body, "content").values().forEach(media -> {
            media.get("schema").ifPresent(schema -> schemas.members(schema, parameters));
            media.get("example").ifPresent(example -> Schemas.values(example, parameters));
            Document.members(media, "examples")
                    .values()
                    .forEach(example -> references
                            .follow(example)
                            .get("value")
                            .ifPresent(value -> Schemas.values(value, parameters)));
        });
    }
}
