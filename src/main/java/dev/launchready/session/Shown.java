package dev.launchready.session;

import dev.launchready.model.Json;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.JsonBody;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The named values that an answer shows: the scalars of a document by their paths, the fields and labelled texts of a page. */
public record Shown(Map<List<String>, Json> values) {
    /** How a stored yes is shown. */
    private static final Set<String> YES = Set.of("true", "yes", "1", "on", "t");

    private static final String LABELS = "dt, th[scope=row], td:first-child:not(:last-child)";

    public Shown {
        values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Everything that it shows. */
    public static Shown in(HttpAnswer answer) {
        Optional<Json> json = JsonBody.parse(answer.text());
        if (json.isPresent()) {
            return of(json.get());
        }
        return Likeness.html(answer) ? new Shown(labelled(answer)) : new Shown(Map.of());
    }

    /** What it shows of the one entry of its lists in which that text stands; everything where it is in no list. */
    public static Shown of(HttpAnswer answer, String text) {
        return JsonBody.parse(answer.text())
                .map(json -> of(entry(json, text).orElse(json)))
                .orElseGet(() -> in(answer));
    }

    /** Everything in that document. */
    public static Shown of(Json json) {
        Map<List<String>, Json> values = new LinkedHashMap<>();
        json.scalars(values::put);
        return new Shown(values);
    }

    /** Everything under a step more, so that what several answers show can stand side by side. */
    public Shown under(String step) {
        Map<List<String>, Json> deeper = new LinkedHashMap<>();
        values.forEach((path, value) -> {
            List<String> longer = new ArrayList<>();
            longer.add(step);
            longer.addAll(path);
            deeper.put(List.copyOf(longer), value);
        });
        return new Shown(deeper);
    }

    /** What both show. */
    public Shown and(Shown other) {
        Map<List<String>, Json> both = new LinkedHashMap<>(values);
        both.putAll(other.values);
        return new Shown(both);
    }

    /** The entry of the outermost list that holds the text. */
    private static Optional<Json> entry(Json json, String text) {
        if (json instanceof Json.Arr arr) {
            return arr.items().stream().filter(item -> holds(item, text)).findFirst();
        }
        return json instanceof Json.Obj obj
                ? obj.members().values().stream()
                        .filter(member -> holds(member, text))
                        .findFirst()
                        .flatMap(member -> entry(member, text))
                : Optional.empty();
    }

    private static boolean holds(Json json, String text) {
        return of(json).values.values().stream()
                .anyMatch(value -> value.text().orElse("").contains(text));
    }

    /** Inputs by their names, and what stands beside a label in lists of terms and in rows. */
    private static Map<List<String>, Json> labelled(HttpAnswer answer) {
        Map<List<String>, Json> values = new LinkedHashMap<>();
        Document page = Jsoup.parse(answer.text());
        for (Element input : page.select("input[name]:not([type=password]), select[name], textarea[name]")) {
            String name = input.attr("name");
            if (!Session.csrfName(name)) {
                values.put(List.of(name), new Json.Str(content(input)));
            }
        }
        for (Element label : page.select(LABELS)) {
            Element value = label.nextElementSibling();
            if (value != null) {
                String name = label.text().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
                values.putIfAbsent(List.of(name), new Json.Str(value.text()));
            }
        }
        return values;
    }

    private static String content(Element input) {
        return switch (input.normalName()) {
            case "textarea" -> input.text();
            case "select" -> input.select("option[selected]").attr("value");
            default -> input.val();
        };
    }

    /** The path of the object that shows that text itself; the root where none does. */
    public List<String> holder(String text) {
        return values.entrySet().stream()
                .filter(entry -> entry.getValue().text().orElse("").contains(text))
                .map(entry ->
                        entry.getKey().subList(0, Math.max(0, entry.getKey().size() - 1)))
                .findFirst()
                .orElse(List.of());
    }

    public boolean shows(String text) {
        return values.values().stream()
                .anyMatch(value -> value.text().orElse("").contains(text));
    }

    /** Whether it shows that value at that path, or in the list at that path; numbers count by their worth. */
    public boolean shows(List<String> path, Json value) {
        List<Json> there = new ArrayList<>();
        values.forEach((at, shown) -> {
            boolean inList = at.size() == path.size() + 1
                    && at.get(path.size()).matches("[0-9]+")
                    && at.subList(0, path.size()).equals(path);
            if (at.equals(path) || inList) {
                there.add(shown);
            }
        });
        return there.stream().anyMatch(shown -> same(shown, value));
    }

    private static boolean same(Json shown, Json value) {
        String one = shown.text().orElse("");
        String other = value.text().orElse("");
        if (one.equalsIgnoreCase(other) || (other.equals("true") && YES.contains(one.toLowerCase(Locale.ROOT)))) {
            return true;
        }
        boolean numbers = one.matches("-?[0-9]+(\\.[0-9]+)?") && other.matches("-?[0-9]+(\\.[0-9]+)?");
        return numbers && new java.math.BigDecimal(one).compareTo(new java.math.BigDecimal(other)) == 0;
    }
}
