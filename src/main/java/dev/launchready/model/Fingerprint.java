package dev.launchready.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The name of a finding that stays the same from run to run: {@code lr1-} and twelve hex digits. */
public final class Fingerprint {
    private static final String VERSION = "lr1-";
    private static final int DIGITS = 12;
    private static final char SEPARATOR = '\u001f';

    private Fingerprint() {}

    /**
     * @param roles the pair of roles, as {@code client>client}; empty where none is concerned
     * @param locator what else tells two findings of one route apart, and stays: a header's name, a host; never a URL with
     *     ids, a position, a time or a body
     */
    public static String of(String check, String reason, Where where, String roles, String locator) {
        String text = String.join(
                String.valueOf(SEPARATOR),
                check,
                reason,
                where.method().orElse(""),
                where.route().orElse(""),
                roles,
                locator);
        return of(sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The fingerprint that a digest (at least six bytes, such as the HMAC of a secret) stands for. */
    public static String of(byte[] digest) {
        return VERSION + HexFormat.of().formatHex(digest).substring(0, DIGITS);
    }

    private static byte[] sha256(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
