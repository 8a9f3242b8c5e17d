package dev.launchready.check.transport;

import dev.launchready.check.face.Trouble;
import dev.launchready.probe.http.HttpAnswer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** What an answer over plain HTTP holds, and so what a listener on the way can read or change; the worst first. */
enum ClearContent {
    /** A form that asks for a password. */
    SIGN_IN,
    /** The browser is asked for a password itself (RFC 7617). */
    BASIC,
    COOKIE,
    /** A page that only sends the browser on, by {@code <meta refresh>} or script: no redirect that a client must follow. */
    REFRESH,
    /** Anything else that was asked for. */
    PAGE,
    /** Refused: 4xx. */
    REFUSAL,
    /** Too many requests, or a fault of the server. */
    TROUBLE,
    /** A redirect, or no content at all. */
    NOTHING;

    private static final int PAGE_HEAD = 100_000;
    private static final Pattern SCRIPTED =
            Pattern.compile("location(\\.href|\\.protocol)?\\s*(=|\\.replace\\(|\\.assign\\()[^;]{0,80}https:");

    static ClearContent of(HttpAnswer answer) {
        if (Trouble.of(answer.status())) {
            return TROUBLE;
        }
        boolean asks = answer.headers("www-authenticate").stream()
                .anyMatch(value -> value.toLowerCase(Locale.ROOT).startsWith("basic"));
        if (answer.status() == 401 && asks) {
            return BASIC;
        }
        if (answer.status() >= 400) {
            return REFUSAL;
        }
        if (answer.redirect()) {
            return NOTHING;
        }
        return page(answer);
    }

    private static ClearContent page(HttpAnswer answer) {
        String text = answer.text();
        Document page = Jsoup.parse(text.substring(0, Math.min(text.length(), PAGE_HEAD)));
        if (!page.select("input[type=password]").isEmpty()) {
            return SIGN_IN;
        }
        if (!answer.headers("set-cookie").isEmpty()) {
            return COOKIE;
        }
        if (refreshes(page)) {
            return REFRESH;
        }
        return text.isBlank() ? NOTHING : PAGE;
    }

    private static boolean refreshes(Document page) {
        boolean meta = page.select("meta[http-equiv=refresh]").stream()
                .anyMatch(tag -> tag.attr("content").toLowerCase(Locale.ROOT).contains("https:"));
        return meta || SCRIPTED.matcher(page.select("script").html()).find();
    }
}
