package dev.launchready.session;

import dev.launchready.model.Json;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/** Which values can tell whose an answer is. */
final class Telling {
    private static final int LEAST_PROVING = 6;
    private static final int LEAST_WORDS = 12;
    private static final int LEAST_NUMBER = 8;
    private static final Pattern DATE = Pattern.compile(
            "\\d{4}-\\d{2}-\\d{2}([T ][0-9:.]+(Z|[+-]\\d{2}:?\\d{2})?)?|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|\\d{1,2}:\\d{2}(:\\d{2})?");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9][0-9.,]*");
    private static final Set<String> GENERIC = Set.of(
            "true",
            "false",
            "null",
            "none",
            "undefined",
            "success",
            "active",
            "inactive",
            "pending",
            "enabled",
            "disabled",
            "draft",
            "open",
            "closed",
            "paid",
            "unpaid",
            "admin",
            "member",
            "client",
            "user",
            "owner",
            "public",
            "private");

    private Telling() {}

    /** A value that any answer of the kind may have: a flag, a state, a date. */
    static boolean generic(String text) {
        return GENERIC.contains(text.toLowerCase(Locale.ROOT))
                || DATE.matcher(text).matches();
    }

    /**
     * A value that proves whose it is when nobody else gets it: an address, an id, a name of some length. A single plain word is none,
     * nor a short number.
     */
    static boolean proves(String text) {
        if (text.length() < LEAST_PROVING || generic(text)) {
            return false;
        }
        if (NUMBER.matcher(text).matches()) {
            return text.length() >= LEAST_NUMBER;
        }
        boolean mixed =
                text.chars().anyMatch(Character::isDigit) && text.chars().anyMatch(Character::isLetter);
        boolean words = text.length() >= LEAST_WORDS && text.contains(" ");
        boolean name = text.contains(" ") && Character.isUpperCase(text.charAt(0));
        return mixed || words || name || text.contains("@") || text.length() >= 2 * LEAST_WORDS;
    }

    /** Of those that prove, the ones that no template holds: addresses, and ids in which letters and digits mix or that are long numbers. */
    static boolean unmistakable(String text) {
        boolean digits = text.chars().anyMatch(Character::isDigit);
        return proves(text) && (text.contains("@") || (digits && !text.contains(" ")));
    }

    static boolean hollow(String value) {
        return value.isEmpty() || value.equals("false") || value.equals("0") || value.equals("null");
    }

    /** Whether a document carries nothing: no scalar but null, false, zero and empty text. */
    static boolean hollow(Json json) {
        AtomicBoolean full = new AtomicBoolean();
        json.scalars((path, value) -> {
            if (!hollow(value.text().orElse(""))) {
                full.set(true);
            }
        });
        return !full.get();
    }
}
