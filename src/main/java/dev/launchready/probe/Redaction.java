package dev.launchready.probe;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes secrets out of text before it is kept: those it was told of, in the spellings in which they travel, and whatever
 * looks like one. Safe for use by many threads; secrets may be added while it is in use.
 */
public final class Redaction {
    /** What stands in place of a secret. */
    public static final String MARK = "[secret]";

    /** Shorter values would strike out ordinary words. */
    private static final int SHORTEST = 4;

    private static final int DEFAULT_EXCERPT = 300;
    /** How much text is read for each excerpt: masking shortens, and a secret cut in half would not be known again. */
    private static final int WINDOW = 8192;

    /** How many characters an escaped one takes at most, over the length of the secret's longest whole spelling. */
    private static final int ESCAPED = 3;

    private final Map<String, String> names = new ConcurrentSkipListMap<>(
            Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    private final List<Escaped> patterns = new CopyOnWriteArrayList<>();

    /** @param plain the longest part of the secret that no encoder touches, as a quick look before the slow one */
    private record Escaped(Pattern pattern, String plain, String name) {}

    public Redaction() {}

    public Redaction(Iterable<String> secrets) {
        secrets.forEach(this::add);
    }

    /** @param secrets shell variable to value, as in {@link #add(String, String)} */
    public static Redaction named(Map<String, String> secrets) {
        Redaction redaction = new Redaction();
        secrets.forEach(redaction::add);
        return redaction;
    }

    /** Never shows this value again, in none of its spellings. */
    public void add(String secret) {
        add("SECRET", secret);
    }

    /** @param name the shell variable that stands for it in a reproducing command, such as {@code ALICE_TOKEN} */
    public void add(String name, String secret) {
        if (secret.strip().length() < SHORTEST) {
            return;
        }
        if (names.containsKey(secret.strip())) {
            return;
        }
        for (String form : Spellings.of(secret.strip())) {
            names.putIfAbsent(form, name);
        }
        Spellings.mixed(secret.strip())
                .ifPresent(pattern -> patterns.add(new Escaped(pattern, Spellings.plain(secret), name)));
    }

    /** Known secrets, token-looking values and the local parts of e-mail addresses replaced. */
    public String mask(String text) {
        return Lookalikes.maskAll(maskSecrets(text));
    }

    /** Known secrets alone replaced: for text that is public by nature, such as a DNS record. */
    public String maskSecrets(String text) {
        return replace(text, name -> MARK);
    }

    /**
     * A URL with known secrets, signed tokens and the values of credential parameters replaced. Other long path segments stay, as
     * they are what names a file.
     */
    public String maskUrl(String url) {
        return Lookalikes.maskUrl(maskSecrets(url));
    }

    /** Known secrets replaced by what {@code mark} makes of their names. */
    public String replace(String text, UnaryOperator<String> mark) {
        String result = text;
        for (Map.Entry<String, String> each : names.entrySet()) {
            if (result.length() >= each.getKey().length() && result.contains(each.getKey())) {
                result = result.replace(each.getKey(), mark.apply(each.getValue()));
            }
        }
        for (Escaped each : patterns) {
            if (result.contains(each.plain())) {
                result = each.pattern().matcher(result).replaceAll(Matcher.quoteReplacement(mark.apply(each.name())));
            }
        }
        return result;
    }

    /** The beginning of the text, masked, at most 300 characters, control characters made visible. */
    public String excerpt(String text) {
        return excerpt(text, 0, DEFAULT_EXCERPT);
    }

    /** What stands from {@code from} on, masked, at most {@code most} characters, control characters made visible. */
    public String excerpt(String text, int from, int most) {
        int start = Math.max(0, Math.min(from, text.length()));
        int begin = Math.max(0, start - longest());
        int end = Math.min(text.length(), start + WINDOW);
        String before = mask(text.substring(begin, end));
        String lead = begin == start ? "" : mask(text.substring(begin, start));
        String masked = before.startsWith(lead) ? before.substring(lead.length()) : before;
        boolean cut = end < text.length();
        int whole = cut ? Math.max(0, masked.length() - longest()) : masked.length();
        return shorten(visible(masked.substring(0, whole)), most);
    }

    private int longest() {
        return names.isEmpty() ? 0 : names.keySet().iterator().next().length() * ESCAPED;
    }

    private static String shorten(String text, int most) {
        return text.length() <= most ? text : text.substring(0, Math.max(0, most - 1)) + "…";
    }

    /** Control, format and broken characters written out, so that no terminal or page acts on them. */
    public static String visible(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    int type = Character.getType(c);
                    boolean hidden = type == Character.CONTROL
                            || type == Character.FORMAT
                            || type == Character.SURROGATE
                            || type == Character.LINE_SEPARATOR
                            || type == Character.PARAGRAPH_SEPARATOR;
                    out.append(hidden ? String.format(Locale.ROOT, "\\u%04x", c) : Character.toString(c));
                }
            }
        });
        return out.toString();
    }

    @Override
    public String toString() {
        return "Redaction";
    }
}
