package dev.launchready.check.authz.backend;

import dev.launchready.model.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a GraphQL service tells of itself when it is asked for its schema (GraphQL specification, section 4, Introspection). */
final class GraphSchema {
    private static final String TYPE = "type{kind name ofType{kind name ofType{kind name ofType{kind name}}}}";
    static final String QUESTION =
            "{__schema{queryType{name} types{name kind fields{name args{type{kind} defaultValue} " + TYPE + "}}}}";

    private static final int MOST_FIELDS = 12;
    private static final int DEEPEST = 4;
    /** Where lists that come in pages keep their entries. */
    private static final List<String> PAGES = List.of("nodes", "items", "data", "results");

    private final Map<String, Json> types = new LinkedHashMap<>();
    private final String root;

    private GraphSchema(Json schema) {
        root = schema.get("queryType")
                .flatMap(type -> type.get("name"))
                .flatMap(Json::text)
                .orElse("");
        items(schema.get("types"))
                .forEach(type -> type.get("name").flatMap(Json::text).ifPresent(name -> types.put(name, type)));
    }

    /** Empty where the answer holds no schema. */
    static Optional<GraphSchema> in(Optional<Json> answer) {
        return answer.flatMap(json -> json.get("data"))
                .flatMap(data -> data.get("__schema"))
                .filter(Json.Obj.class::isInstance)
                .map(GraphSchema::new);
    }

    /** What can be asked for without saying which one, each as a whole query under the field's own name. */
    Map<String, String> questions(int most) {
        Map<String, String> questions = new LinkedHashMap<>();
        for (Json field : fields(root)) {
            String name = name(field);
            Optional<String> selection = asked(field) ? selection(type(field), true) : Optional.empty();
            if (questions.size() < most) {
                selection.ifPresent(each -> questions.put(name, "{" + name + each + "}"));
            }
        }
        return questions;
    }

    private Optional<String> selection(String type, boolean outer) {
        List<Json> fields = fields(type);
        List<String> plain = fields.stream()
                .filter(field -> asked(field) && plain(type(field)))
                .map(GraphSchema::name)
                .limit(MOST_FIELDS)
                .collect(Collectors.toCollection(ArrayList::new));
        for (Json field : outer ? fields : List.<Json>of()) {
            if (PAGES.contains(name(field)) && asked(field)) {
                selection(type(field), false).ifPresent(inner -> plain.add(name(field) + inner));
            }
        }
        return plain.isEmpty() ? Optional.empty() : Optional.of("{" + String.join(" ", plain) + "}");
    }

    /** Whether a field can be asked for without an argument. */
    private static boolean asked(Json field) {
        return items(field.get("args")).stream()
                .noneMatch(argument -> argument.get("type")
                                .flatMap(type -> type.get("kind"))
                                .flatMap(Json::text)
                                .filter("NON_NULL"::equals)
                                .isPresent()
                        && argument.get("defaultValue").flatMap(Json::text).isEmpty());
    }

    /** Whether a value of that type is given as it is; a union is not, though it has no fields. */
    private boolean plain(String type) {
        return Optional.ofNullable(types.get(type))
                .flatMap(each -> each.get("kind"))
                .flatMap(Json::text)
                .filter(kind -> kind.equals("SCALAR") || kind.equals("ENUM"))
                .isPresent();
    }

    private List<Json> fields(String type) {
        return Optional.ofNullable(types.get(type))
                .map(each -> items(each.get("fields")))
                .orElse(List.of());
    }

    /** The name of what a field gives, lists and the like taken off. */
    private static String type(Json field) {
        Optional<Json> type = field.get("type");
        for (int depth = 0; depth < DEEPEST; depth++) {
            Optional<Json> inner = type.flatMap(each -> each.get("ofType")).filter(Json.Obj.class::isInstance);
            type = inner.isPresent() ? inner : type;
        }
        return type.flatMap(each -> each.get("name")).flatMap(Json::text).orElse("");
    }

    private static String name(Json field) {
        return field.get("name").flatMap(Json::text).orElse("");
    }

    private static List<Json> items(Optional<Json> list) {
        return list.filter(Json.Arr.class::isInstance)
                .map(json -> ((Json.Arr) json).items())
                .orElse(List.of());
    }
}
