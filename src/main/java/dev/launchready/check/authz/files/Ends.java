package dev.launchready.check.authz.files;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Moments as addresses write them. */
final class Ends {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,19}");
    private static final int MILLISECONDS_FROM = 12;
    private static final int SECONDS_FROM = 9;
    private static final Duration DAY = Duration.ofDays(1);
    /** As in {@code X-Amz-Date} and {@code X-Goog-Date}: basic ISO 8601. */
    private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT);

    private Ends() {}

    /** Seconds or milliseconds of the epoch, or ISO 8601; empty for anything else. */
    static Optional<Instant> of(String text) {
        String plain = text.replace("%3A", ":").replace("%3a", ":").replace("%2B", "+");
        try {
            if (NUMBER.matcher(plain).matches()) {
                return plain.length() < SECONDS_FROM ? Optional.empty() : Optional.of(number(plain));
            }
            return Optional.of(
                    plain.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
                            ? Instant.parse(plain + "T00:00:00Z")
                            : OffsetDateTime.parse(plain).toInstant());
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Instant number(String text) {
        long value = Long.parseLong(text);
        return text.length() > MILLISECONDS_FROM ? Instant.ofEpochMilli(value) : Instant.ofEpochSecond(value);
    }

    static Optional<Instant> basic(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, BASIC).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A number of seconds; empty for anything else. */
    static Optional<Duration> seconds(String text) {
        return NUMBER.matcher(text).matches() && text.length() <= SECONDS_FROM
                ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
                : Optional.empty();
    }

    /** The same way of writing, a day later. */
    static String later(String text) {
        Optional<Instant> end = of(text);
        if (NUMBER.matcher(text).matches()) {
            boolean milliseconds = text.length() > MILLISECONDS_FROM;
            return Long.toString(Long.parseLong(text) + (milliseconds ? DAY.toMillis() : DAY.toSeconds()));
        }
        return end.map(moment -> moment.plus(DAY).toString()).orElse(text);
    }
}
