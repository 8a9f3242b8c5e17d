package dev.launchready.check.transport;

import dev.launchready.check.face.Page;
import dev.launchready.check.transport.InClear.What;
import dev.launchready.model.Url;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds what a page's own markup would fetch or send in clear. Links are not among it: following one is no mixed content. */
final class MixedMarkup {
    private record Rule(String selector, String attribute, What what) {}

    private static final List<Rule> RULES = List.of(
            new Rule("script[src]", "src", What.ACTIVE),
            new Rule("iframe[src], frame[src], embed[src]", "src", What.ACTIVE),
            new Rule("object[data]", "data", What.ACTIVE),
            new Rule("svg script[href]", "href", What.ACTIVE),
            new Rule(
                    "img[src], audio[src], video[src], source[src], track[src], input[type=image][src]",
                    "src",
                    What.PASSIVE),
            new Rule("video[poster]", "poster", What.PASSIVE),
            new Rule("svg image[href]", "href", What.PASSIVE),
            new Rule("svg image[xlink:href]", "xlink:href", What.PASSIVE),
            new Rule("button[formaction], input[formaction]", "formaction", What.FORM));

    private static final Set<String> ACTIVE_LINKS = Set.of("stylesheet", "modulepreload", "import", "manifest");
    private static final Set<String> PASSIVE_LINKS = Set.of("icon", "apple-touch-icon", "mask-icon");

    private final Page page;
    private final Document document;
    private final Url base;
    private final boolean covered;
    private final Set<InClear> found = new LinkedHashSet<>();

    private MixedMarkup(Page page) {
        this.page = page;
        this.document = page.document();
        this.base = Optional.ofNullable(document.selectFirst("base[href]"))
                .flatMap(element -> page.url().resolve(element.attr("href")))
                .orElse(page.url());
        this.covered = upgrades(page);
    }

    static Set<InClear> of(Page page) {
        MixedMarkup markup = new MixedMarkup(page);
        markup.look();
        return markup.found;
    }

    /** Whether the page asks browsers to upgrade (CSP, in a header or a meta element). */
    static boolean upgrades(Page page) {
        List<String> policies = new ArrayList<>(page.answer().headers("content-security-policy"));
        page.document()
                .select("meta[http-equiv=Content-Security-Policy]")
                .forEach(meta -> policies.add(meta.attr("content")));
        return policies.stream()
                .map(policy -> policy.toLowerCase(Locale.ROOT))
                .anyMatch(policy -> policy.contains("upgrade-insecure-requests"));
    }

    private void look() {
        for (Rule rule : RULES) {
            document.select(rule.selector()).forEach(element -> note(rule.what(), element.attr(rule.attribute())));
        }
        document.select("img[srcset], source[srcset]").forEach(element -> sources(element.attr("srcset")));
        document.select("link[href]").forEach(this::link);
        document.select("form[action]").forEach(this::form);
        document.select("style").forEach(style -> styles(style.data()));
        document.select("[style]").forEach(element -> styles(element.attr("style")));
    }

    private void note(What what, String reference) {
        InClear.of(what, base.resolve(reference), page.url().path(), covered).ifPresent(found::add);
    }

    private void sources(String srcset) {
        for (String candidate : srcset.split(",\\s+", -1)) {
            note(What.PASSIVE, candidate.strip().replaceFirst("\\s.*", ""));
        }
    }

    private void link(Element link) {
        Set<String> relations = Set.copyOf(
                List.of(link.attr("rel").toLowerCase(Locale.ROOT).strip().split("\\s+", -1)).stream()
                        .distinct()
                        .toList());
        String as = link.attr("as").toLowerCase(Locale.ROOT);
        boolean preload = relations.contains("preload") || relations.contains("prefetch");
        if (relations.stream().anyMatch(ACTIVE_LINKS::contains) || (preload && !as.equals("image"))) {
            note(What.ACTIVE, link.attr("href"));
        } else if (relations.stream().anyMatch(PASSIVE_LINKS::contains) || preload) {
            note(What.PASSIVE, link.attr("href"));
        }
    }

    private void form(Element form) {
        boolean password = !form.select("input[type=password]").isEmpty();
        note(password ? What.PASSWORD_FORM : What.FORM, form.attr("action"));
    }

    private void styles(String css) {
        found.addAll(MixedStyle.of(css, base, page.url().path(), covered));
    }
}
