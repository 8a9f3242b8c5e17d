package dev.launchready.session;

import dev.launchready.portal.Routes.Parameter;
import dev.launchready.portal.Routes.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The placeholders of a route's template, and the type of object that each stands for. */
public final class Slots {
    static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}/]+)}");
    private static final Pattern SUFFIX =
            Pattern.compile("[-_]?(id|uuid|guid|slug|key|number|num|no|code|ref|pk|name|handle)$");
    private static final Set<String> GENERIC = Set.of(
            "id", "uuid", "guid", "slug", "key", "number", "num", "no", "code", "ref", "pk", "name", "handle", "_id",
            "item", "object", "param", "param1", "param2");

    private static final Pattern ID_NAME =
            Pattern.compile("(?i:(^|[-_])(id|uuid|guid|slug))$|[a-z](Id|ID|Uuid|UUID|Slug)$");
    private static final Pattern VERB = Pattern.compile("^(?i:get|fetch|load|find|read|show|my|query|one)(?=[A-Z_])");
    private static final Pattern NO_WORD = Pattern.compile("[^a-z0-9]");
    private static final Pattern OF_WORDS = Pattern.compile("[A-Za-z]");
    private static final List<String> HISSING = List.of("sses", "shes", "ches", "xes", "zes");
    private static final Pattern MARKED_X = Pattern.compile("^x-");
    private static final String PATH = "path";

    private Slots() {}

    /**
     * One place of a request that names an object.
     *
     * @param name of the placeholder, or of the parameter
     * @param in {@code path} for a placeholder of the template; else {@code query}, {@code header}, {@code cookie} or {@code body}
     * @param type in lower case and singular: {@code invoice} for {@code {invoice}}, {@code {invoiceId}} and {@code /invoices/{id}}
     */
    public record Slot(String name, String in, String type) {}

    /** In the order of the template. */
    public static List<Slot> of(String template) {
        List<Slot> slots = new ArrayList<>();
        Matcher matcher = PLACEHOLDER.matcher(template);
        while (matcher.find()) {
            slots.add(new Slot(matcher.group(1), PATH, type(matcher.group(1), template.substring(0, matcher.start()))));
        }
        return slots;
    }

    /**
     * The places of a route that name an object: its placeholders, then the parameters whose own names say that they are ids, such as
     * {@code X-Account-Id}, {@code ?customer_id=} or {@code variables.invoiceId}.
     */
    public static List<Slot> of(Route route) {
        List<Slot> slots = new ArrayList<>(of(route.template()));
        for (Parameter parameter : route.parameters()) {
            String name = parameter.name().substring(parameter.name().lastIndexOf('.') + 1);
            boolean id = ID_NAME.matcher(name).find() && !parameter.in().equals(PATH);
            boolean placed = slots.stream().anyMatch(slot -> slot.name().equals(parameter.name()));
            if (id && !placed) {
                String type = named(name).orElseGet(() -> about(route));
                slots.add(new Slot(parameter.name(), parameter.in(), type));
            }
        }
        return slots;
    }

    /** What a route without an id in its path is about: the operation's own word, or the last word of its path. */
    private static String about(Route route) {
        Optional<String> operation = route.operation()
                .map(each -> VERB.matcher(each.name()).replaceFirst("").replaceFirst("By[A-Z].*$", ""));
        return operation
                .filter(word -> !word.isEmpty())
                .or(() -> above(route.template() + "/"))
                .map(Slots::singular)
                .orElse("");
    }

    /**
     * The type of the object that a route is about: that of its last placeholder, or without any of its first id elsewhere. Where its path,
     * or its operation, ends in a word of which an id elsewhere tells, it is about that: {@code /orgs/{org}/invoices?invoice_id=}.
     */
    public static Optional<String> subject(Route route) {
        List<Slot> slots = of(route);
        String word = about(route);
        Optional<String> said = endsInId(route.template())
                ? Optional.empty()
                : slots.stream().map(Slot::type).filter(word::equals).findFirst();
        return said.or(() -> subject(route.template()))
                .or(() -> slots.stream().map(Slot::type).findFirst());
    }

    /** The type of the object that a template is about: that of the last placeholder of its path, or of its query where its path ends in a word. */
    public static Optional<String> subject(String template) {
        List<Slot> slots = endsInId(template) ? of(withoutQuery(template)) : of(template);
        return slots.isEmpty()
                ? Optional.empty()
                : Optional.of(slots.get(slots.size() - 1).type());
    }

    private static boolean endsInId(String template) {
        String path = withoutQuery(template);
        return path.endsWith("}") || path.endsWith("}/");
    }

    /** What a URL path gives for the placeholders, when it has the template's shape; queries are not looked at. */
    public static Optional<Map<String, String>> match(String template, String path) {
        return TemplateShape.of(template).match(path);
    }

    /** A word as a type: lower case, letters and digits alone, singular. */
    public static String singular(String word) {
        String plain = NO_WORD.matcher(word.toLowerCase(Locale.ROOT)).replaceAll("");
        if (plain.endsWith("ies") && plain.length() > 4) {
            return plain.substring(0, plain.length() - 3) + "y";
        }
        if (HISSING.stream().anyMatch(plain::endsWith)) {
            return plain.substring(0, plain.length() - 2);
        }
        boolean plural = plain.endsWith("s") && !plain.endsWith("ss") && !plain.endsWith("us") && !plain.endsWith("is");
        return plural && plain.length() > 2 ? plain.substring(0, plain.length() - 1) : plain;
    }

    /** The type that a member's or placeholder's own name tells: {@code invoice} for {@code invoiceId}; empty for {@code id} alone. */
    static Optional<String> named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (GENERIC.contains(lower)) {
            return Optional.empty();
        }
        String stem = SUFFIX.matcher(MARKED_X.matcher(lower).replaceFirst("")).replaceFirst("");
        return Optional.of(singular(stem.isEmpty() ? lower : stem));
    }

    static String type(String name, String before) {
        return named(name).orElseGet(() -> above(before).map(Slots::singular).orElse(singular(name)));
    }

    /** The last literal segment, or query parameter, before a placeholder. */
    private static Optional<String> above(String before) {
        String path = withoutQuery(before);
        String[] segments = path.split("/", -1);
        for (int at = segments.length - 1; at >= 0; at--) {
            String segment = segments[at];
            if (!segment.isEmpty()
                    && !segment.contains("{")
                    && OF_WORDS.matcher(segment).find()) {
                return Optional.of(segment);
            }
        }
        return Optional.empty();
    }

    static String withoutQuery(String text) {
        int mark = text.indexOf('?');
        return mark < 0 ? text : text.substring(0, mark);
    }
}
