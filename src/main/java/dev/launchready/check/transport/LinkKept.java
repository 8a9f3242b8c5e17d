package dev.launchready.check.transport;

import dev.launchready.model.Url;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Whether a redirect brings a visitor to what was asked for, and not just to the same site. */
final class LinkKept {
    private LinkKept() {}

    /**
     * Path and query may have moved into a parameter ({@code /login?next=...}), and slash and case may have been put right, but they
     * must still be there.
     */
    static boolean keeps(Url asked, Url target) {
        String decoded = decoded(target.target()).toLowerCase(Locale.ROOT);
        return decoded.contains(bare(asked.path().toLowerCase(Locale.ROOT)))
                && decoded.contains(
                        asked.query().map(LinkKept::decoded).orElse("").toLowerCase(Locale.ROOT));
    }

    private static String bare(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
