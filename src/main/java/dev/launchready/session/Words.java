package dev.launchready.session;

import dev.launchready.probe.http.HttpAnswer;
import org.jsoup.Jsoup;

/** An answer in a few words for a person: the request, the status and the first words, as redacted at arrival. */
final class Words {
    private static final int MOST = 90;

    private Words() {}

    /** Such as {@code POST /api/login answered 401, "Wrong password"}. */
    static String of(HttpAnswer answer) {
        String first = first(answer);
        return request(answer) + " answered " + answer.status() + (first.isEmpty() ? "" : ", \"" + first + "\"");
    }

    /** Such as {@code POST /api/login}; never the query. */
    static String request(HttpAnswer answer) {
        return answer.call().method() + " " + answer.call().url().path();
    }

    private static String first(HttpAnswer answer) {
        String excerpt = answer.evidence().excerpt();
        String text = answer.mediaType().contains("html") ? Jsoup.parse(excerpt).text() : excerpt;
        String flat = text.replaceAll("\\s+", " ").strip();
        return flat.length() <= MOST ? flat : flat.substring(0, MOST) + "…";
    }
}
