package dev.launchready.session;

import java.time.Instant;

/**
 * One proof of life, or of its loss.
 *
 * @param at when it was looked at
 * @param seen what the portal showed, in a few words without secrets: {@code GET /api/me answered 401}
 */
public record Liveness(String identity, Instant at, boolean alive, String seen) {}
