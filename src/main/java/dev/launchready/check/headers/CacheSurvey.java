package dev.launchready.check.headers;

import dev.launchready.check.headers.HeaderSurvey.Seen;
import java.util.List;
import java.util.Optional;

/**
 * What was said about keeping answers, by the public face and by private routes.
 *
 * @param open what a visitor who has not signed in got
 * @param reads private routes as an identity got them
 * @param unseen why no private answer was seen; absent where one was
 * @param file the portal file as the person named it
 */
public record CacheSurvey(List<Seen> open, List<PrivateRead> reads, Optional<String> unseen, Optional<String> file) {
    public CacheSurvey {
        open = List.copyOf(open);
        reads = List.copyOf(reads);
    }

    /**
     * One private route, as an identity and then as nobody.
     *
     * @param byAuthorization the session travels in {@code Authorization}, which caches respect (RFC 9111 section 3.5)
     * @param afterwards what a visitor who has not signed in got from the very same address
     */
    public record PrivateRead(Seen seen, boolean byAuthorization, Afterwards afterwards) {}

    /** What became of the same address for a visitor who has not signed in. */
    public enum Afterwards {
        /** Turned away, or given something else. */
        OTHER,
        /** The identity's answer, while the same address with another query was refused: a cache gave it away. */
        FROM_CACHE,
        /** The identity's answer, and so with another query: the route asks for no session, which other checks judge. */
        OPEN_TO_ALL,
        NOT_SEEN
    }
}
