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
            "/terms", "Terms",
            "/privacy", "Privacy");

    /** Their paths, and the one of the sign-in page. */
    static final Set<String> PATHS =
            Set.of("/", "/about", "/pricing", "/contact", "/help", "/terms", "/privacy", "/login");

    private final PageFrame frame;
    private final Places places;
    private final Switches on;

    PublicPages(PageFrame frame, Places places, Switches on) {
        this.frame = frame;
        this.places = places;
        this.on = on;
    }

    Optional<Reply> page(Visit visit) {
        String path = visit.path();
        if (on.has(TransportFlaws.LEGACY_STAYS) && path.equals(TransportFlaws.LEGACY_STAYS.at())) {
            path = "/about";
        }
        String title = TITLES.get(path);
        if (title == null || !visit.reads()) {
            return Optional.empty();
        }
        String name = path.equals("/") ? "home" : path.substring(1);
        String body = Resources.text("pages/" + name + ".html") + astray(visit);
        Reply page = frame.open(title, body).with("Cache-Control", "private, no-cache");
        boolean inert = name.equals("privacy");
        return Optional.of(inert ? page.saying(page.text().replaceAll("(?m)^<script .*$\\n", "")) : page);
    }

    /** What flaws add to the page. */
    private String astray(Visit visit) {
        return people(visit) + parts(visit);
    }

    private String people(Visit visit) {
        Person alice = Account.SEEDED.get(0).person();
        if (on.here(OpenFlaws.KNOWN_CLIENT, visit)) {
            return "<blockquote>I found my trade here. <cite>" + alice.email() + "</cite></blockquote>";
        }
        return on.here(OpenFlaws.KNOWN_NAME, visit)
                ? "<p>Thanks to " + alice.name() + ", who has read this page over.</p>"
                : "";
    }

    private String parts(Visit visit) {
        String plain = places.plain(Places.CDN);
        if (on.here(ContentFlaws.PICTURE, visit)) {
            return "<p><img src=\"" + plain + "/assets/tide.png\" alt=\"The harbour at ebb\"></p>";
        }
        if (on.here(ContentFlaws.ACTIVE, visit)) {
            return "<script src=\"" + plain + "/assets/tides.js\" nonce=\"" + SecurityHeaders.NONCE + "\"></script>";
        }
        if (on.here(HeaderFlaws.TOKEN_CACHEABLE, visit)) {
            return "<form class=\"panel\" method=\"post\" action=\"/contact\"><input type=\"hidden\" name=\"csrf_token\""
                    + " value=\"" + Randomness.name()
                    + "\"><label>Message <textarea name=\"message\"></textarea></label>"
                    + "<button>Send</button></form>" + form(visit);
        }
        return form(visit);
    }

    private String form(Visit visit) {
        return on.here(ContentFlaws.FORM, visit)
                ? "<form class=\"panel\" method=\"post\" action=\"" + places.plain(Places.PORTAL)
                        + "/contact\"><label>Your address <input name=\"email\" type=\"email\"></label>"
                        + "<label>Message <textarea name=\"message\"></textarea></label><button>Send</button></form>"
                : "";
    }
}
