package dev.launchready.probe;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The ways in which one secret may be written on its travels. */
final class Spellings {
    /** Base64 of fewer bytes leaves too few characters to be sure of. */
    private static final int SHORTEST_BASE64 = 6;

    private static final Pattern ESCAPED = Pattern.compile("[^A-Za-z0-9]+");

    private Spellings() {}

    /** Spellings of the secret as a whole; those of its single characters are {@link #mixed}. */
    static Set<String> of(String secret) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(secret);
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        forms.add(hex(bytes, "%02x"));
        if (bytes.length >= SHORTEST_BASE64) {
            base64(bytes, forms);
        }
        return forms;
    }

    /**
     * Finds the secret with any of its special characters escaped in the manner of URLs, forms, JSON or HTML; empty where it has
     * none. Which characters an encoder escapes, and in which case it writes hex digits, differs from one to the next.
     */
    static Optional<Pattern> mixed(String secret) {
        if (secret.codePoints().allMatch(c -> c < 0x80 && Character.isLetterOrDigit(c))) {
            return Optional.empty();
        }
        StringBuilder pattern = new StringBuilder();
        secret.codePoints()
                .forEach(c -> pattern.append(
                        c < 0x80 && Character.isLetterOrDigit(c) ? Character.toString(c) : alternatives(c)));
        return Optional.of(Pattern.compile(pattern.toString()));
    }

    /** The longest run of letters and digits in the secret, which stands in every spelling of {@link #mixed}; may be empty. */
    static String plain(String secret) {
        return ESCAPED.splitAsStream(secret)
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    private static String alternatives(int c) {
        String plain = Character.toString(c);
        StringBuilder out = new StringBuilder("(?:\\\\?").append(Pattern.quote(plain));
        out.append("|(?i:").append(hex(plain.getBytes(StandardCharsets.UTF_8), "%%%02x"));
        out.append("|&#0*")
                .append(c)
                .append(";?|&#x0*")
                .append(Integer.toHexString(c))
                .append(";?");
        out.append('|');
        plain.chars().forEach(unit -> out.append(String.format(Locale.ROOT, "\\\\u%04x", unit)));
        out.append(')');
        String named =
                switch (c) {
                    case ' ' -> "|\\+";
                    case '&' -> "|&amp;";
                    case '<' -> "|&lt;";
                    case '>' -> "|&gt;";
                    case '"' -> "|&quot;";
                    case '\n' -> "|\\\\n";
                    case '\r' -> "|\\\\r";
                    case '\t' -> "|\\\\t";
                    default -> "";
                };
        return out.append(named).append(')').toString();
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

    private static String hex(byte[] bytes, String format) {
        StringBuilder out = new StringBuilder(bytes.length * 3);
        for (byte each : bytes) {
            out.append(String.format(Locale.ROOT, format, each));
        }
        return out.toString();
    }
}
