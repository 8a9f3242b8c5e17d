package dev.launchready.session;

import java.security.SecureRandom;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;

/** Ids of the same shape that nothing has: what a miss looks like is learnt with them. */
public final class LookalikeId {
    private static final Pattern UUID_SHAPE =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern HEX = Pattern.compile("(?=.*[0-9])(?=.*[a-f])[0-9a-f]{8,}");
    private static final String HEX_DIGITS = "0123456789abcdef";
    /** Large enough to be nobody's, small enough for a 32-bit column. */
    private static final int NUMBER_FROM = 1_900_000_000;

    private static final int NUMBER_SPAN = 200_000_000;
    private static final int LONG_NUMBER = 9;

    private final Random random;

    public LookalikeId() {
        this(new SecureRandom());
    }

    LookalikeId(Random random) {
        this.random = random;
    }

    /** Digits for digits, letters for letters in the same case, everything else as it stands; a short number becomes a long one. */
    public String of(String id) {
        if (UUID_SHAPE.matcher(id).matches()) {
            return UUID.randomUUID().toString();
        }
        int kind = prefix(id);
        if (id.substring(kind).matches("[0-9]+") && id.length() - kind < LONG_NUMBER) {
            return id.substring(0, kind) + (NUMBER_FROM + random.nextInt(NUMBER_SPAN));
        }
        boolean hex = HEX.matcher(id).matches();
        StringBuilder out = new StringBuilder(id.length());
        int local = id.contains("@") ? id.indexOf('@') : id.length();
        int prefix = hex ? 0 : kind;
        for (int at = 0; at < id.length(); at++) {
            out.append(at >= local || at < prefix ? id.charAt(at) : other(id.charAt(at), hex));
        }
        return out.toString();
    }

    /** The length of a prefix that names the kind, as in {@code inv_1001}. */
    private static int prefix(String id) {
        int mark = Math.max(id.indexOf('_'), id.indexOf('-'));
        boolean kind = mark > 0
                && mark <= 6
                && id.substring(0, mark).chars().allMatch(Character::isLetter)
                && id.substring(mark + 1).chars().anyMatch(Character::isDigit);
        return kind ? mark + 1 : 0;
    }

    private char other(char c, boolean hex) {
        if (hex) {
            return HEX_DIGITS.charAt(random.nextInt(HEX_DIGITS.length()));
        }
        if (Character.isDigit(c)) {
            return (char) ('1' + random.nextInt(9));
        }
        if (c >= 'a' && c <= 'z') {
            return (char) ('a' + random.nextInt(26));
        }
        if (c >= 'A' && c <= 'Z') {
            return (char) ('A' + random.nextInt(26));
        }
        return c;
    }
}
