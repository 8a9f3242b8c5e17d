package dev.launchready.check.auth;

import dev.launchready.probe.http.HttpAnswer;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** How many more requests a limiter says that it lets through (draft-ietf-httpapi-ratelimit-headers, its older editions, and the usual X- headers). */
final class TriesLeft {
    private static final List<String> NAMES =
            List.of("ratelimit-remaining", "x-ratelimit-remaining", "x-rate-limit-remaining");
    private static final Pattern NUMBER = Pattern.compile("^\\s*(\\d{1,9})");
    private static final Pattern MEMBER = Pattern.compile("(?:\\br|\\bremaining)\\s*=\\s*(\\d{1,9})");

    private TriesLeft() {}

    /** The fewest of all that are named; empty where the answer names none. */
    static OptionalInt of(HttpAnswer answer) {
        OptionalInt plain = fewest(answer, NAMES, NUMBER);
        OptionalInt listed = fewest(answer, List.of("ratelimit"), MEMBER);
        return plain.isPresent() && listed.isPresent()
                ? OptionalInt.of(Math.min(plain.getAsInt(), listed.getAsInt()))
                : plain.isPresent() ? plain : listed;
    }

    private static OptionalInt fewest(HttpAnswer answer, List<String> names, Pattern pattern) {
        return names.stream()
                .flatMap(name -> answer.headers(name).stream())
                .flatMap(line -> pattern.matcher(line).results())
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .min();
    }
}
