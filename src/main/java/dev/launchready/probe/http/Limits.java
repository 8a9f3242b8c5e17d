package dev.launchready.probe.http;

import java.time.Duration;

/**
 * What one answer may cost.
 *
 * @param bodyBytes kept of a body, as sent and again when decompressed; the rest is left unread
 * @param headerLines an answer with more is refused
 * @param headerBytes names and values together; at most 256 KiB, where the client itself gives up
 * @param connect time for the TCP connection and for the TLS handshake, each
 * @param silence longest pause between two bytes
 * @param total time from connecting to the last byte
 */
public record Limits(
        int bodyBytes, int headerLines, int headerBytes, Duration connect, Duration silence, Duration total) {
    private static final int MEBIBYTE = 1024 * 1024;

    public static final Limits DEFAULT = new Limits(
            10 * MEBIBYTE, 1_000, MEBIBYTE / 4, Duration.ofSeconds(10), Duration.ofSeconds(15), Duration.ofSeconds(20));
}
