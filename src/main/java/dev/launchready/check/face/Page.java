package dev.launchready.check.face;

import dev.launchready.model.Url;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpProbe.Chain;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * One page, and the way to it.
 *
 * @param chain the redirects that led to it, the page's own answer last
 */
public record Page(Chain chain) {

    public HttpAnswer answer() {
        return chain.last();
    }

    /** Its own address, at the end of all redirects. */
    public Url url() {
        return answer().call().url();
    }

    /** The redirects before it. */
    public List<HttpAnswer> redirects() {
        return chain.hops().subList(0, chain.hops().size() - 1);
    }

    /** Whether a browser would show it as a page: by its type, or by its look where none is declared. */
    public boolean html() {
        String type = answer().mediaType();
        if (type.isEmpty()) {
            return answer().text().stripLeading().toLowerCase(Locale.ROOT).startsWith("<");
        }
        return type.equals("text/html") || type.equals("application/xhtml+xml");
    }

    /** Read anew at each call; an answer that is no HTML gives a document without elements of note. */
    public Document document() {
        return Jsoup.parse(answer().text(), url().toString());
    }

    public boolean asksForPassword() {
        return html() && !document().select("input[type=password]").isEmpty();
    }
}
