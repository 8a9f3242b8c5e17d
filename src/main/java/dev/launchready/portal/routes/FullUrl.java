package dev.launchready.portal.routes;

import dev.launchready.model.Url;
import java.util.Optional;

/** Full URLs with placeholders in their path, which {@link Url} would encode. */
final class FullUrl {
    private FullUrl() {}

    /** Its path below the portal's API or at another host of the portal; empty for a foreign host or when it is none. */
    static Optional<String> rebased(String text, Rebase rebase) {
        int path = path(text);
        return origin(text).flatMap(origin -> rebase.place(origin, path < 0 ? "/" : text.substring(path)));
    }

    static Optional<Url> origin(String text) {
        int path = path(text);
        try {
            return Optional.of(Url.parse(path < 0 ? text : text.substring(0, path)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static String host(String text) {
        return origin(text).map(Url::host).orElse("an unreadable address");
    }

    /** Where the path begins, or -1. */
    private static int path(String text) {
        int scheme = text.indexOf("://");
        return text.indexOf('/', scheme < 0 ? 0 : scheme + 3);
    }
}
