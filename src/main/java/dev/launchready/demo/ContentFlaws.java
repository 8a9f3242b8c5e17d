package dev.launchready.demo;

import java.util.List;

/** What can be wrong with the transport of what the pages are made of: strict transport and mixed content. */
final class ContentFlaws {
    static final Flaw NO_HSTS = hsts("missing", "No answer asks for strict transport.");
    static final Flaw SHORT_HSTS = hsts("short", "Strict transport is asked for a day only.");
    static final Flaw HSTS_ONE_HOST = hsts("no-subdomains", "Strict transport leaves the subdomains out.");

    static final Flaw MIXED_PAGE = mixed("page", "The front page loads a picture over plain HTTP.");
    static final Flaw MIXED_STYLE = mixed("style", "The stylesheet loads a picture over plain HTTP.");
    static final Flaw MIXED_SCRIPT = mixed("script", "The script calls an address of plain HTTP.");
    static final Flaw MIXED_MANIFEST = mixed("manifest", "The manifest names an icon of plain HTTP.");
    static final Flaw MIXED_API = mixed("api", "The API hands out addresses of plain HTTP.");

    static final List<Flaw> ALL = List.of(
            NO_HSTS, SHORT_HSTS, HSTS_ONE_HOST, MIXED_PAGE, MIXED_STYLE, MIXED_SCRIPT, MIXED_MANIFEST, MIXED_API);

    private ContentFlaws() {}

    private static Flaw hsts(String reason, String says) {
        return Flaw.of("transport.hsts/" + reason, says);
    }

    private static Flaw mixed(String reason, String says) {
        return Flaw.of("transport.mixed-content/" + reason, says);
    }
}
