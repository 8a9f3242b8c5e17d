package dev.launchready.check.authz.people;

import dev.launchready.model.Json;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.JsonBody;
import dev.launchready.session.Likeness;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** The records of an answer as JSON, whatever it is written in: JSON, a page with tables and payloads, XML, lines with commas. */
final class Documents {
    private static final int MOST_ROWS = 5_000;
    private static final int LEAST_COLUMNS = 2;
    /** What frameworks give to their scripts: {@code window.__STATE__ = {…}}. */
    private static final Pattern ASSIGNED = Pattern.compile(
            "^\\s*(?:window\\.|self\\.|var |const )[\\w.$\\[\\]\"']{2,60}\\s*=\\s*(\\{.*})\\s*;?\\s*$", Pattern.DOTALL);

    private static final Pattern SEPARATED = Pattern.compile("(?i)csv|tab-separated|\\.tsv");

    private Documents() {}

    static List<Json> of(HttpAnswer answer) {
        String text = answer.text();
        if (Likeness.html(answer)) {
            return page(Jsoup.parse(text));
        }
        Optional<Json> json = JsonBody.parse(text);
        if (json.isPresent()) {
            return List.of(json.get());
        }
        if (answer.mediaType().contains("xml") || text.stripLeading().startsWith("<?xml")) {
            Document document = Jsoup.parse(text, "", Parser.xmlParser());
            return document.children().stream()
                    .filter(child -> !child.children().isEmpty())
                    .map(Documents::element)
                    .toList();
        }
        return separated(answer) ? lines(text) : lineByLine(text);
    }

    /** By the declared type, or by the name under which it is meant to be kept. */
    private static boolean separated(HttpAnswer answer) {
        String names = answer.mediaType() + " " + answer.call().url().path() + " "
                + answer.header("content-disposition").orElse("");
        return SEPARATED.matcher(names).find();
    }

    private static List<Json> page(Document page) {
        List<Json> documents = new ArrayList<>();
        for (Element script : page.select("script")) {
            String type = script.attr("type");
            if (type.equals("application/ld+json")) {
                continue; // written for search engines: shown on purpose
            }
            boolean payload = type.endsWith("json");
            Matcher assigned = ASSIGNED.matcher(script.data());
            Optional<Json> json = payload
                    ? JsonBody.parse(script.data())
                    : assigned.matches() ? JsonBody.parse(assigned.group(1)) : Optional.empty();
            json.ifPresent(documents::add);
        }
        page.select("table").forEach(table -> table(table).ifPresent(documents::add));
        return documents;
    }

    /** Rows below a head that names their columns. */
    private static Optional<Json> table(Element table) {
        List<String> names = table.select("tr").stream()
                .map(row -> row.select("> th").eachText())
                .filter(head -> head.size() >= LEAST_COLUMNS)
                .findFirst()
                .orElse(List.of());
        if (names.isEmpty()) {
            return Optional.empty();
        }
        List<Json> rows = table.select("tr").stream()
                .map(row -> row.select("> td, > th[scope=row]").eachText())
                .filter(cells -> cells.size() >= LEAST_COLUMNS)
                .limit(MOST_ROWS)
                .map(cells -> row(names, cells))
                .toList();
        return Optional.of(new Json.Arr(rows));
    }

    private static Json row(List<String> names, List<String> cells) {
        Map<String, Json> members = new LinkedHashMap<>();
        for (int at = 0; at < Math.min(names.size(), cells.size()); at++) {
            members.put(names.get(at), new Json.Str(cells.get(at)));
        }
        return new Json.Obj(members);
    }

    private static Json element(Element element) {
        if (element.children().isEmpty() && element.attributes().isEmpty()) {
            return new Json.Str(element.text());
        }
        Map<String, List<Json>> children = new LinkedHashMap<>();
        element.attributes()
                .forEach(each -> children.computeIfAbsent(each.getKey(), unseen -> new ArrayList<>())
                        .add(new Json.Str(each.getValue())));
        element.children().stream()
                .limit(MOST_ROWS)
                .forEach(child -> children.computeIfAbsent(child.tagName(), unseen -> new ArrayList<>())
                        .add(element(child)));
        Map<String, Json> members = new LinkedHashMap<>();
        children.forEach((name, all) -> members.put(name, all.size() == 1 ? all.get(0) : new Json.Arr(all)));
        if (!element.ownText().isBlank()) {
            members.putIfAbsent("text", new Json.Str(element.ownText()));
        }
        return new Json.Obj(members);
    }

    private static List<Json> lines(String text) {
        List<String> lines =
                text.lines().filter(line -> !line.isBlank()).limit(MOST_ROWS).toList();
        if (lines.size() < 2) {
            return List.of();
        }
        String separator = List.of("\t", ";", ",").stream()
                .filter(lines.get(0)::contains)
                .findFirst()
                .orElse(",");
        List<String> names = cells(lines.get(0), separator);
        return List.of(new Json.Arr(lines.stream()
                .skip(1)
                .map(line -> row(names, cells(line, separator)))
                .toList()));
    }

    /** Cells of a line, quotes taken off; a separator inside of quotes does not part (RFC 4180). */
    private static List<String> cells(String line, String separator) {
        return Pattern.compile(Pattern.quote(separator) + "(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")
                .splitAsStream(line)
                .map(cell -> cell.strip().replaceAll("^\"|\"$", ""))
                .toList();
    }

    /** A JSON document in each line. */
    private static List<Json> lineByLine(String text) {
        return text.startsWith("{")
                ? text.lines()
                        .limit(MOST_ROWS)
                        .flatMap(line -> JsonBody.parse(line).stream())
                        .toList()
                : List.of();
    }
}
