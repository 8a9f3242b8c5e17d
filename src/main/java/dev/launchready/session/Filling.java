package dev.launchready.session;

import dev.launchready.model.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills {@code {name}} in texts and JSON; a placeholder without a value stays as it is. */
public final class Filling {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z_][A-Za-z0-9_.:-]*)}");

    private Filling() {}

    public static String fill(String text, Map<String, String> values) {
        return fill(text, values, UnaryOperator.identity());
    }

    /** @param encode what is done to each value before it is put in */
    public static String fill(String text, Map<String, String> values, UnaryOperator<String> encode) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            String value = values.get(matcher.group(1));
            String put = value == null ? matcher.group() : encode.apply(value);
            matcher.appendReplacement(out, Matcher.quoteReplacement(put));
        }
        return matcher.appendTail(out).toString();
    }

    /** Fills every string of the document, member names left alone. */
    public static Json fill(Json json, Map<String, String> values) {
        if (json instanceof Json.Obj obj) {
            Map<String, Json> members = new LinkedHashMap<>();
            obj.members().forEach((name, value) -> members.put(name, fill(value, values)));
            return new Json.Obj(members);
        }
        if (json instanceof Json.Arr arr) {
            return new Json.Arr(
                    arr.items().stream().map(item -> fill(item, values)).toList());
        }
        return json instanceof Json.Str str ? new Json.Str(fill(str.value(), values)) : json;
    }

    /** Whether the text still holds a placeholder. */
    public static boolean open(String text) {
        return PLACEHOLDER.matcher(text).find();
    }
}
