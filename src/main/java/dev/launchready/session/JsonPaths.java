package dev.launchready.session;

import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.Option;
import dev.launchready.model.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** JSONPath (RFC 9535 as far as the library goes) over {@link Json}. */
public final class JsonPaths {
    private static final Configuration ALL = Configuration.builder()
            .options(Option.ALWAYS_RETURN_LIST, Option.SUPPRESS_EXCEPTIONS)
            .build();

    private JsonPaths() {}

    /** Every match, in the document's order; a path that is none matches nothing. */
    public static List<Json> all(Json document, String path) {
        try {
            Object plain = plain(document);
            Object found =
                    plain == null ? List.of() : JsonPath.using(ALL).parse(plain).read(path);
            return found instanceof List<?> list
                    ? list.stream().map(JsonPaths::json).toList()
                    : List.of();
        } catch (JsonPathException | IllegalArgumentException e) {
            return List.of();
        }
    }

    /** The first match that is a scalar, as text. */
    public static Optional<String> text(Json document, String path) {
        return all(document, path).stream()
                .flatMap(found -> found.text().stream())
                .findFirst();
    }

    private static @Nullable Object plain(Json json) {
        if (json instanceof Json.Obj obj) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            obj.members().forEach((name, value) -> map.put(name, plain(value)));
            return map;
        }
        if (json instanceof Json.Arr arr) {
            List<@Nullable Object> list = new ArrayList<>();
            arr.items().forEach(item -> list.add(plain(item)));
            return list;
        }
        if (json instanceof Json.Num num) {
            return num.value();
        }
        if (json instanceof Json.Bool bool) {
            return bool.value();
        }
        return json instanceof Json.Str str ? str.value() : null;
    }

    private static Json json(@Nullable Object plain) {
        if (plain instanceof Map<?, ?> map) {
            Map<String, Json> members = new LinkedHashMap<>();
            map.forEach((name, value) -> members.put(String.valueOf(name), json(value)));
            return new Json.Obj(members);
        }
        if (plain instanceof List<?> list) {
            return new Json.Arr(list.stream().map(JsonPaths::json).toList());
        }
        if (plain instanceof Number number) {
            return new Json.Num(new BigDecimal(number.toString()));
        }
        if (plain instanceof Boolean bool) {
            return new Json.Bool(bool);
        }
        return plain instanceof String text ? new Json.Str(text) : new Json.Null();
    }
}
