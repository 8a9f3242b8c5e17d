package dev.launchready.check.headers;

import dev.launchready.check.headers.HeaderSurvey.PageTraits;
import dev.launchready.model.Url;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.JsonBody;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a browser makes of a page, as far as headers are concerned. */
final class PageReader {
    private static final int MOST_HASHES = 6;

    private PageReader() {}

    static PageTraits read(HttpAnswer answer, Optional<HttpAnswer> second) {
        String text = answer.text();
        Url url = answer.call().url();
        Document page = Jsoup.parse(text, url.toString());
        List<String> metaPolicies = page.select("head meta[http-equiv~=(?i)^content-security-policy$]")
                .eachAttr("content");
        Optional<String> referrer = page.select("meta[name~=(?i)^referrer$]").eachAttr("content").stream()
                .findFirst();
        boolean handlers = page.getAllElements().stream()
                .anyMatch(element -> element.attributes().asList().stream()
                        .anyMatch(attribute -> attribute.getKey().startsWith("on")));
        boolean active = handlers
                || !page.select("script:not([type=application/ld+json]), form, input, button, iframe")
                        .isEmpty();
        return new PageTraits(
                metaPolicies,
                referrer.map(value -> value.strip().toLowerCase(java.util.Locale.ROOT)),
                active,
                repeatedNonce(answer, metaPolicies, second),
                token(page),
                jsonInside(text),
                proposal(page, url, handlers));
    }

    private static boolean repeatedNonce(HttpAnswer answer, List<String> metas, Optional<HttpAnswer> second) {
        Set<String> first = nonces(answer, metas);
        if (first.isEmpty() || second.isEmpty()) {
            return false;
        }
        List<String> otherMetas = Jsoup.parse(second.get().text())
                .select("head meta[http-equiv~=(?i)^content-security-policy$]")
                .eachAttr("content");
        return nonces(second.get(), otherMetas).stream().anyMatch(first::contains);
    }

    private static Set<String> nonces(HttpAnswer answer, List<String> metas) {
        return new LinkedHashSet<>(ContentSecurityPolicy.read(answer.headers("content-security-policy"), metas)
                .nonces());
    }

    private static boolean token(Document page) {
        return page.select("input[type=hidden][name], meta[name*=csrf]").stream()
                .map(field -> field.hasAttr("content") ? field.attr("content") : field.attr("value"))
                .anyMatch(value -> value.length() >= 16 && !value.contains(" "));
    }

    private static boolean jsonInside(String text) {
        String start = text.stripLeading();
        return (start.startsWith("{") || start.startsWith("["))
                && JsonBody.parse(text).isPresent();
    }

    /** A policy under which this page would still run, as strict as what it loads allows. */
    private static String proposal(Document page, Url url, boolean handlers) {
        StringBuilder policy = new StringBuilder("default-src 'self'; script-src 'self'");
        origins(page, "script[src]", "src", url)
                .forEach(origin -> policy.append(' ').append(origin));
        page.select("script:not([src])").stream()
                .filter(script ->
                        !script.data().isBlank() && !script.attr("type").contains("json"))
                .limit(MOST_HASHES)
                .forEach(script ->
                        policy.append(" 'sha256-").append(hash(script.data())).append('\''));
        Set<String> styles = origins(page, "link[rel=stylesheet][href]", "href", url);
        boolean inlineStyle = !page.select("style, [style]").isEmpty();
        if (!styles.isEmpty() || inlineStyle) {
            policy.append("; style-src 'self'").append(inlineStyle ? " 'unsafe-inline'" : "");
            styles.forEach(origin -> policy.append(' ').append(origin));
        }
        Set<String> images = origins(page, "img[src]", "src", url);
        if (!images.isEmpty()) {
            policy.append("; img-src 'self' data:");
            images.forEach(origin -> policy.append(' ').append(origin));
        }
        policy.append("; object-src 'none'; base-uri 'none'; frame-ancestors 'none'");
        return handlers ? policy + " (move the on… attributes into a script first)" : policy.toString();
    }

    private static Set<String> origins(Document page, String select, String attribute, Url url) {
        Set<String> origins = new LinkedHashSet<>();
        for (Element element : page.select(select)) {
            url.resolve(element.attr(attribute))
                    .filter(target -> !target.sameOrigin(url))
                    .ifPresent(target -> origins.add(target.origin()));
        }
        return origins;
    }

    private static String hash(String script) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return Base64.getEncoder().encodeToString(sha.digest(script.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
