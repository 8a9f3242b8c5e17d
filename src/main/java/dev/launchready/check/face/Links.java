package dev.launchready.check.face;

import dev.launchready.model.Url;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Routes.Access;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** The links of a page that a visitor may follow without doing anything by it. */
public final class Links {
    /** A GET that says of itself that it does something (algorithms: GET is not always safe). */
    private static final Pattern DOES_SOMETHING = Pattern.compile(
            "(?i)(log|sign)[-_]?(out|off)|delete|remove|destroy|unsubscribe|cancel|confirm|verify|activate|approve|reject|"
                    + "download|export|checkout|add[-_]?to|reset|token=|action=");

    private static final Pattern FILE = Pattern.compile("(?i).*\\.(?!html?$|php$|aspx?$|jsp$)[a-z0-9]{1,6}$");

    private Links() {}

    /** Pages of the same origin, in the page's order, one for each path. */
    public static List<Url> pages(Page page, Portal portal) {
        List<Pattern> ignored = portal.routes().of(Access.IGNORED).stream()
                .map(route ->
                        Pattern.compile(Pattern.quote(route.template()).replaceAll("\\{[^}]*}", "\\\\E[^/]+\\\\Q")))
                .toList();
        Set<String> paths = new LinkedHashSet<>();
        List<Url> links = new ArrayList<>();
        for (Element link : page.document().select("a[href]")) {
            page.url()
                    .resolve(link.attr("href"))
                    .filter(url -> url.sameOrigin(page.url()) && harmless(url))
                    .filter(url -> ignored.stream()
                            .noneMatch(route -> route.matcher(url.path()).matches()))
                    .filter(url -> paths.add(url.path()))
                    .ifPresent(links::add);
        }
        return links;
    }

    static boolean harmless(Url url) {
        return !DOES_SOMETHING.matcher(url.target()).find()
                && !FILE.matcher(url.path()).matches();
    }
}
