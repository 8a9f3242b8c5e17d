package dev.launchready.portal.file;

import dev.launchready.portal.yaml.Yaml;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sees that a flow has no placeholder that nothing would fill: it would be sent as it stands. */
final class Placeholders {
    private static final Pattern PLACEHOLDER = Pattern.compile("(?<!\\$)\\{([A-Za-z_][A-Za-z0-9_.:-]*)}");
    private static final String OWNS = "owns.";
    private static final String OF_ANY_TYPE = "owns.TYPE";
    private static final String COOKIE = "cookie:";
    private static final List<String> KNOWN = List.of(
            "user",
            "password",
            "new-password",
            "email",
            "new-email",
            "random",
            "random-number",
            "random-email",
            "word",
            "marker",
            "id",
            OF_ANY_TYPE);

    /** Flows that are sent about objects of whoever sends them. */
    private static final Set<String> OF_OBJECTS = Set.of("create", "search");

    /** What the sign-in took from answers, under names of the file's own, goes along. */
    private static final Set<String> AFTER_SIGN_IN = Set.of("logout");

    /** What is looked for in answers, and documents of GraphQL, which have braces of their own. */
    private static final Set<String> NO_TEMPLATES = Set.of("refused", "contains", "counts", "field", "query");

    private final Reading reading;

    Placeholders(Reading reading) {
        this.reading = reading;
    }

    /** @param flow as the file names it */
    void look(String flow, Yaml yaml) {
        if (yaml instanceof Yaml.Block block) {
            block.entries().stream()
                    .filter(entry -> !NO_TEMPLATES.contains(entry.key()))
                    .forEach(entry -> look(flow, entry.value()));
        } else if (yaml instanceof Yaml.Sequence sequence) {
            sequence.items().forEach(item -> look(flow, item));
        } else if (yaml instanceof Yaml.Scalar scalar) {
            look(flow, scalar);
        }
    }

    private void look(String flow, Yaml.Scalar scalar) {
        String rest = PLACEHOLDER.matcher(scalar.text()).replaceAll("");
        boolean nested = rest.replaceAll("\\$\\{[^}]*}", "").matches("(?s).*[{}].*");
        Matcher matcher = PLACEHOLDER.matcher(nested ? "" : scalar.text());
        while (matcher.find()) {
            String name = matcher.group(1);
            boolean owned = name.startsWith(OWNS) && name.length() > OWNS.length();
            if (owned && !OF_OBJECTS.contains(flow)) {
                reading.problem(
                        scalar.at(),
                        "'{" + name + "}' is filled in flows.create and flows.search only; write an id in flows."
                                + flow);
            } else if (!owned && unknown(flow, name)) {
                reading.problem(scalar.at(), "unknown placeholder '{" + name + "}'" + Nearest.hint(name, KNOWN));
            }
        }
    }

    private static boolean unknown(String flow, String name) {
        boolean taken = AFTER_SIGN_IN.contains(flow) || name.startsWith(COOKIE);
        return !taken && (!KNOWN.contains(name) || name.equals(OF_ANY_TYPE));
    }
}
