package dev.launchready.probe;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** The ways in which one secret may be written on its travels. */
final class Spellings {
    /** Base64 of fewer bytes leaves too few characters to be sure of. */
    private static final int SHORTEST_BASE64 = 6;

    private Spellings() {}

    static Set<String> of(String secret) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(secret);
        String form = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        forms.add(form);
        forms.add(form.replace("+", "%20"));
        forms.add(percentLower(form));
        forms.add(percentLower(form.replace("+", "%20")));
        forms.add(json(secret));
        forms.add(json(secret).replace("/", "\\/"));
        forms.add(html(secret));
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        forms.add(hex(bytes));
        if (bytes.length >= SHORTEST_BASE64) {
            base64(bytes, forms);
        }
        return forms;
    }

    /** Base64 of the secret alone, and what it leaves inside a longer text ({@code user:secret}) at each of three offsets. */
    private static void base64(byte[] bytes, Set<String> forms) {
        for (int offset = 0; offset < 3; offset++) {
            byte[] shifted = new byte[offset + bytes.length];
            System.arraycopy(bytes, 0, shifted, offset, bytes.length);
            String all = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            int head = offset == 0 ? 0 : offset + 1;
            int tail = shifted.length % 3 == 0 ? 0 : 1;
            String inner = all.substring(head, all.length() - tail);
            forms.add(inner);
            forms.add(inner.replace('+', '-').replace('/', '_'));
            forms.add(URLEncoder.encode(inner, StandardCharsets.UTF_8));
        }
        forms.add(Base64.getEncoder().encodeToString(bytes));
        forms.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    private static String json(String text) {
        return text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
    }

    private static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String hex(byte[] bytes) {
        StringBuilder out = new StringBuilder(bytes.length * 2);
        for (byte each : bytes) {
            out.append(String.format(Locale.ROOT, "%02x", each));
        }
        return out.toString();
    }

    private static String percentLower(String encoded) {
        StringBuilder out = new StringBuilder(encoded);
        for (int at = encoded.indexOf('%'); at >= 0; at = encoded.indexOf('%', at + 3)) {
            out.replace(at, at + 3, encoded.substring(at, at + 3).toLowerCase(Locale.ROOT));
        }
        return out.toString();
    }
}
