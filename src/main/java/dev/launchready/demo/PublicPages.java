package dev.launchready.demo;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The pages that anybody may read. */
final class PublicPages {
    private static final Map<String, String> TITLES = Map.of(
            "/", "Harbor Coaching",
            "/about", "About us",
            "/pricing", "Pricing",
            "/contact", "Contact",
            "/help", "Help",
            "/help/6", "Help",
            "/privacy", "Privacy");

    /** Their paths, and the one of the sign-in page. */
    static final Set<String> PATHS = Set.of("/", "/about", "/pricing", "/contact", "/help", "/privacy", "/login");

    private final PageFrame frame;
    private final Places places;
    private final Set<Flaw> on;

    PublicPages(PageFrame frame, Places places, Set<Flaw> on) {
        this.frame = frame;
        this.places = places;
        this.on = Set.copyOf(on);
    }

    Optional<Reply> page(Visit visit) {
        String path = bare(visit.path());
        String title = TITLES.get(path);
        if (title == null || !visit.reads()) {
            return Optional.empty();
        }
        String name = path.equals("/") ? "home" : path.split("/", -1)[1];
        String body = Resources.text("pages/" + name + ".html");
        if (name.equals("home") && on.contains(ContentFlaws.MIXED_PAGE)) {
            body += "<p><img src=\"" + places.plain(Places.CDN) + "/assets/tide.png\" alt=\"The harbour at ebb\"></p>";
        }
        Reply page = frame.open(title, body).with("Cache-Control", "private, no-cache");
        boolean inert = name.equals("privacy");
        return Optional.of(inert ? page.saying(page.text().replaceAll("(?m)^<script .*$\\n", "")) : page);
    }

    /** A path with a slash at the end gets here only when nothing has led it to the one without. */
    private static String bare(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
