package dev.launchready.check.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/** Tokens that anybody can write down: a name, an address, a number, encoded or not. */
final class Guessing {
    private static final int LONGEST_NUMBER = 9;

    private Guessing() {}

    /** @param words the identity's own names */
    static boolean easy(String token, Set<String> words) {
        return readings(token).stream()
                .anyMatch(text -> words.contains(text)
                        || (!text.isEmpty()
                                && text.length() <= LONGEST_NUMBER
                                && text.chars().allMatch(Character::isDigit)));
    }

    private static List<String> readings(String token) {
        List<String> readings = new ArrayList<>(List.of(token));
        try {
            readings.add(URLDecoder.decode(token, UTF_8));
            readings.add(new String(Base64.getUrlDecoder().decode(token.replaceAll("=+$", "")), UTF_8));
        } catch (IllegalArgumentException e) {
            // what cannot be decoded is read as it stands
        }
        return readings;
    }
}
