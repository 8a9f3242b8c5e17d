package dev.launchready.session;

import dev.launchready.model.Json;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.JsonBody;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** How answers compare: by their structure and their values, never by length or status alone. */
public final class Likeness {
    private static final int LEAST_TEXT = 4;
    private static final double HALF = 0.5;
    private static final double SAME_PAGE = 0.95;

    private Likeness() {}

    /**
     * The pieces of text that an answer shows: scalars of JSON, texts of HTML elements but of controls, and their links,
     * else its lines.
     */
    public static Set<String> texts(HttpAnswer answer) {
        Optional<Json> json = JsonBody.parse(answer.text());
        Set<String> texts = new LinkedHashSet<>();
        if (json.isPresent()) {
            json.get().scalars((path, value) -> value.text().ifPresent(texts::add));
        } else if (html(answer)) {
            for (Element element : Jsoup.parse(answer.text()).getAllElements()) {
                if (!element.is("button, label, legend")) {
                    texts.add(element.ownText().strip());
                }
                texts.add(element.attr("href"));
                if (element.is("input:not([type=hidden])")) {
                    texts.add(element.attr("value"));
                }
            }
        } else {
            answer.text().lines().map(String::strip).forEach(texts::add);
        }
        texts.removeIf(text -> text.length() < LEAST_TEXT);
        return texts;
    }

    /** Whether the body is HTML, by its declared type or, where that lies, by its beginning. */
    public static boolean html(HttpAnswer answer) {
        String start = answer.text().stripLeading();
        String head = start.substring(0, Math.min(start.length(), 15)).toLowerCase(java.util.Locale.ROOT);
        return head.startsWith("<!doctype html")
                || head.startsWith("<html")
                || answer.mediaType().contains("html");
    }

    /** Path to value of every scalar; list positions count as part of the path. */
    static Map<List<String>, String> values(Json json) {
        Map<List<String>, String> values = new LinkedHashMap<>();
        json.scalars((path, value) -> values.put(path, value.text().orElse("null")));
        return values;
    }

    /** The member names on the way to every scalar, list positions left out: the answer's schema. */
    static Set<String> keys(Json json) {
        return values(json).keySet().stream()
                .map(path -> path.stream()
                        .map(step -> step.matches("[0-9]+") ? "*" : step)
                        .collect(Collectors.joining(".")))
                .collect(Collectors.toSet());
    }

    /** Whether two answers are one page or document, but for a little: same class of status, same kind, nearly the same texts. */
    public static boolean samePage(HttpAnswer one, HttpAnswer other) {
        return one.status() / 100 == other.status() / 100
                && html(one) == html(other)
                && jaccard(texts(one), texts(other)) >= SAME_PAGE;
    }

    /**
     * Whether two answers say the same but for what changes with every answer: at least half of the first one's values stand at the same
     * places in the other; for pages, nearly the same texts.
     */
    public static boolean alike(HttpAnswer one, HttpAnswer other) {
        Optional<Json> first = JsonBody.parse(one.text());
        Optional<Json> second = JsonBody.parse(other.text());
        if (first.isEmpty() || second.isEmpty()) {
            return samePage(one, other);
        }
        Map<List<String>, String> values = values(first.get());
        Map<List<String>, String> others = values(second.get());
        long equal = values.entrySet().stream()
                .filter(entry -> entry.getValue().equals(others.get(entry.getKey())))
                .count();
        return one.status() / 100 == other.status() / 100
                && equal >= HALF * Math.max(values.size(), others.size())
                && keys(first.get()).equals(keys(second.get()));
    }

    /** Shared members over all members, 0 to 1; two empty sets are alike. */
    static double jaccard(Set<?> one, Set<?> other) {
        if (one.isEmpty() && other.isEmpty()) {
            return 1;
        }
        long shared = one.stream().filter(other::contains).count();
        return (double) shared / (one.size() + other.size() - shared);
    }
}
