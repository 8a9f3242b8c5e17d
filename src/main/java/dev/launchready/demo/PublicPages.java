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
            "/privacy", "Privacy");

    /** Their paths, and the one of the sign-in page. */
    static final Set<String> PATHS = Set.of("/", "/about", "/pricing", "/contact", "/privacy", "/login");

    private final PageFrame frame;

    PublicPages(PageFrame frame) {
        this.frame = frame;
    }

    Optional<Reply> page(Visit visit) {
        String title = TITLES.get(visit.path());
        if (title == null || !visit.reads()) {
            return Optional.empty();
        }
        String name = visit.path().equals("/") ? "home" : visit.path().substring(1);
        String body = Resources.text("pages/" + name + ".html");
        Reply page = frame.open(title, body).with("Cache-Control", "private, no-cache");
        boolean inert = name.equals("privacy");
        return Optional.of(inert ? page.saying(page.text().replaceAll("(?m)^<script .*$\\n", "")) : page);
    }
}
