package dev.launchready.portal.routes;

import dev.launchready.model.Json;
import dev.launchready.portal.Routes.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises operations of GraphQL in a request's body or query. */
final class GraphQl {
    private static final Pattern DOCUMENT = Pattern.compile(
            "\\s*(#[^\\n]*\\n\\s*)*(query|mutation|subscription|fragment)\\b[^{]*\\{.*|\\s*\\{\\s*[A-Za-z_].*",
            Pattern.DOTALL);
    private static final Pattern HEAD =
            Pattern.compile("\\b(query|mutation|subscription)\\b\\s*([A-Za-z_][A-Za-z0-9_]*)?");
    private static final Pattern FIELD =
            Pattern.compile("\\{\\s*(?:[A-Za-z_][A-Za-z0-9_]*\\s*:\\s*)?([A-Za-z_][A-Za-z0-9_]*)");
    private static final Pattern INLINE = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)\\s*:\\s*\"");
    private static final int MAX_DOCUMENT = 20_000;

    /** @param variables by their path, {@code variables.id} */
    record Asked(Operation operation, Map<String, String> variables) {}

    private GraphQl() {}

    /** The operations of a body: one, or several in a batch; none when it is no GraphQL. */
    static List<Asked> in(Json body) {
        List<Asked> asked = new ArrayList<>();
        List<Json> entries = body instanceof Json.Arr arr ? arr.items() : List.of(body);
        for (Json entry : entries) {
            asked(entry).ifPresent(asked::add);
        }
        return asked.size() == entries.size() ? asked : List.of();
    }

    private static Optional<Asked> asked(Json entry) {
        String document = Document.text(entry, "query");
        String name = Document.text(entry, "operationName");
        boolean persisted = document.isEmpty()
                && !name.isEmpty()
                && (entry.get("extensions").isPresent()
                        || entry.get("id").isPresent()
                        || entry.get("doc_id").isPresent());
        if (!persisted && !DOCUMENT.matcher(document).matches()) {
            return Optional.empty();
        }
        Map<String, String> variables = new LinkedHashMap<>();
        entry.get("variables")
                .map(Bodies::values)
                .orElse(Map.of())
                .forEach((path, value) -> variables.put("variables." + path, value));
        return Optional.of(new Asked(operation(document, name), variables));
    }

    /** An operation known by its hash only is taken for a mutation: nobody can tell that it changes nothing. */
    private static Operation operation(String document, String name) {
        String kind = document.isEmpty() ? "mutation" : "query";
        String found = name;
        Matcher head = HEAD.matcher(document);
        while (head.find()) {
            String here = head.group(2) == null ? "" : head.group(2);
            if (name.isEmpty() || here.equals(name)) {
                kind = head.group(1);
                found = found.isEmpty() ? here : found;
                break;
            }
        }
        if (found.isEmpty()) {
            Matcher field = FIELD.matcher(document);
            found = field.find() ? field.group(1) : "anonymous";
        }
        boolean keep = !document.isEmpty() && document.length() <= MAX_DOCUMENT && !credential(document);
        return new Operation(found, kind, keep ? Optional.of(document) : Optional.empty());
    }

    private static boolean credential(String document) {
        return INLINE.matcher(document).results().anyMatch(match -> SecretNames.secret(match.group(1)));
    }
}
