package dev.launchready.detect;

import java.util.Base64;
import java.util.Optional;

/** Base64 in either alphabet, with or without padding (RFC 4648, sections 4 and 5). */
final class Base64Text {
    private Base64Text() {}

    static Optional<byte[]> decode(String text) {
        String standard = text.replace('-', '+').replace('_', '/');
        int end = standard.length();
        while (end > 0 && standard.charAt(end - 1) == '=') {
            end--;
        }
        try {
            return Optional.of(Base64.getDecoder().decode(standard.substring(0, end)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
