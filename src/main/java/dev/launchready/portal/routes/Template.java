package dev.launchready.portal.routes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Paths with placeholders: their shape, how a concrete path fits them, and names for new placeholders. */
final class Template {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}/]*)}");
    private static final Pattern FOREIGN = Pattern.compile(
            "(?<=/):([A-Za-z_][A-Za-z0-9_]*)|<(?:[a-z]+:)?([A-Za-z_][A-Za-z0-9_]*)>|\\[(?:\\.\\.\\.)?([A-Za-z_][A-Za-z0-9_]*)]"
                    + "|\\{\\+?([A-Za-z_][A-Za-z0-9_-]*)[?*]}|\\{\\{\\s*([A-Za-z_][A-Za-z0-9_.-]*)\\s*}}");
    private static final int SHORTEST_PLURAL = 4;

    private Template() {}

    /** The template with every placeholder empty, without query and last slash: two templates of one shape are one route. */
    static String shape(String template) {
        String path = PLACEHOLDER.matcher(path(template)).replaceAll("{}");
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    static String path(String template) {
        int query = template.indexOf('?');
        return query < 0 ? template : template.substring(0, query);
    }

    /** The names of the placeholders of the path, in their order. */
    static List<String> names(String template) {
        List<String> names = new ArrayList<>();
        Matcher matcher = PLACEHOLDER.matcher(path(template));
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /** Placeholders as other tools write them ({@code :id}, {@code <int:id>}, {@code [id]}, <code>{{id}}</code>) in braces. */
    static String normal(String path) {
        return FOREIGN.matcher(path).replaceAll(match -> {
            for (int group = 1; group <= match.groupCount(); group++) {
                if (match.group(group) != null) {
                    return "{" + match.group(group).replace('.', '_') + "}";
                }
            }
            return Matcher.quoteReplacement(match.group());
        });
    }

    /** The segments between the slashes; a full URL's origin is the first. */
    static List<String> segments(String path) {
        int scheme = path.indexOf("://");
        int start = scheme < 0 ? 0 : Math.max(path.indexOf('/', scheme + 3), 0);
        List<String> segments = new ArrayList<>();
        segments.add(path.substring(0, start));
        segments.addAll(
                List.of(path.substring(Math.min(start + 1, path.length())).split("/", -1)));
        return segments;
    }

    /** What stands in the placeholders when a concrete path fits the template; empty when it does not. */
    static Optional<Map<String, String>> fit(List<String> template, List<String> concrete) {
        if (template.size() != concrete.size()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int at = 0; at < template.size(); at++) {
            String wanted = template.get(at);
            if (!wanted.equals(concrete.get(at)) && !fill(wanted, concrete.get(at), values)) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    private static boolean fill(String wanted, String value, Map<String, String> values) {
        int open = wanted.indexOf('{');
        int close = wanted.indexOf('}', open);
        if (open < 0 || close < 0 || wanted.indexOf('{', close) >= 0) {
            return false;
        }
        String before = wanted.substring(0, open);
        String after = wanted.substring(close + 1);
        boolean fits =
                value.startsWith(before) && value.endsWith(after) && value.length() > before.length() + after.length();
        if (fits) {
            values.put(
                    wanted.substring(open + 1, close),
                    value.substring(before.length(), value.length() - after.length()));
        }
        return fits;
    }

    /** A name for the placeholder behind a segment: one of what the segment has many of ({@code invoices} gives {@code invoice}). */
    static String name(String segment, Set<String> taken) {
        String word = segment.replaceAll("[^A-Za-z0-9_]", "_").toLowerCase(Locale.ROOT);
        boolean usable = word.matches("[a-z][a-z0-9_]*") && !word.matches("api|v[0-9]+|id");
        String name = usable ? singular(word) : "id";
        String unique = name;
        for (int number = 2; !taken.add(unique); number++) {
            unique = name + number;
        }
        return unique;
    }

    static String singular(String word) {
        if (word.length() < SHORTEST_PLURAL || !word.endsWith("s") || word.matches(".*(ss|us|is)")) {
            return word;
        }
        if (word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        return word.matches(".*(sses|xes|ches|shes)")
                ? word.substring(0, word.length() - 2)
                : word.substring(0, word.length() - 1);
    }
}
