package dev.launchready.probe.http;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;

/** Bytes to text the way a browser does it (WHATWG Encoding: a BOM wins over the declared charset). */
final class BodyText {
    private static final String CHARSET = "charset=";

    private BodyText() {}

    static String decode(byte[] body, String contentType) {
        if (startsWith(body, 0xEF, 0xBB, 0xBF)) {
            return new String(body, 3, body.length - 3, StandardCharsets.UTF_8);
        }
        if (startsWith(body, 0xFE, 0xFF) || startsWith(body, 0xFF, 0xFE)) {
            return new String(body, StandardCharsets.UTF_16);
        }
        return new String(body, declared(contentType));
    }

    private static Charset declared(String contentType) {
        int at = contentType.toLowerCase(Locale.ROOT).indexOf(CHARSET);
        if (at < 0) {
            return StandardCharsets.UTF_8;
        }
        String name =
                contentType.substring(at + CHARSET.length()).replace("\"", "").split("[;,\\s]", 2)[0];
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }

    private static boolean startsWith(byte[] body, int... prefix) {
        if (body.length < prefix.length) {
            return false;
        }
        for (int at = 0; at < prefix.length; at++) {
            if ((body[at] & 0xff) != prefix[at]) {
                return false;
            }
        }
        return true;
    }
}
