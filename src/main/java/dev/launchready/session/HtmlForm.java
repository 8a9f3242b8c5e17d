package dev.launchready.session;

import dev.launchready.model.Url;
import dev.launchready.probe.http.HttpAnswer;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A form as a page shows it.
 *
 * @param action where it is sent; empty for a form that is sent to its own page
 * @param hidden its hidden fields
 * @param csrfMeta the page's CSRF token where it stands in a {@code meta} element
 */
record HtmlForm(Optional<Url> action, Map<String, String> hidden, Optional<String> csrfMeta) {
    static final HtmlForm NONE = new HtmlForm(Optional.empty(), Map.of(), Optional.empty());
    private static final int PASSWORD_WORTH = 10;

    HtmlForm {
        hidden = Map.copyOf(hidden);
    }

    /** The page's form that has most of these fields, one with a password before others. */
    static HtmlForm in(HttpAnswer page, Set<String> fields) {
        Document document = Jsoup.parse(page.text(), page.call().url().toString());
        Optional<String> meta = csrf(document);
        Optional<Element> form = document.select("form").stream()
                .filter(each -> worth(each, fields) > 0)
                .max(Comparator.comparingInt(each -> worth(each, fields)));
        if (form.isEmpty()) {
            return new HtmlForm(Optional.empty(), Map.of(), meta);
        }
        Map<String, String> hidden = new LinkedHashMap<>();
        form.get()
                .select("input[type=hidden][name]")
                .forEach(input -> hidden.put(input.attr("name"), input.attr("value")));
        String action = form.get().attr("action");
        Optional<Url> target =
                action.isBlank() ? Optional.empty() : page.call().url().resolve(action);
        return new HtmlForm(target, hidden, meta);
    }

    private static int worth(Element form, Set<String> fields) {
        int named = (int) form.select("[name]").stream()
                .filter(input -> fields.contains(input.attr("name")))
                .count();
        return named + (form.select("input[type=password]").isEmpty() ? 0 : PASSWORD_WORTH);
    }

    private static Optional<String> csrf(Document document) {
        return document.select("meta[name][content]").stream()
                .filter(meta -> Session.csrfName(meta.attr("name"))
                        && !meta.attr("name").toLowerCase(java.util.Locale.ROOT).contains("param")
                        && !meta.attr("name").toLowerCase(java.util.Locale.ROOT).contains("header"))
                .map(meta -> meta.attr("content"))
                .filter(text -> !text.isBlank())
                .findFirst();
    }
}
