package dev.launchready.portal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * One entry of {@code attest}: a named person's word for a check.
 *
 * @param proof a link or a path, as it was written
 * @param file the proof as a file, where it is no link
 * @param days how long it holds from {@code on}
 * @param details further keys, such as {@code minutes}
 */
public record Attested(
        String by, LocalDate on, Optional<String> proof, Optional<Path> file, int days, Map<String, String> details) {
    public Attested {
        details = Map.copyOf(details);
    }

    public LocalDate until() {
        return on.plusDays(days);
    }

    /** The time that it speaks of; empty without {@code minutes}, or where they are no whole number. */
    public Optional<Duration> minutes() {
        return Optional.ofNullable(details.get("minutes"))
                .filter(text -> text.matches("[0-9]{1,7}"))
                .map(text -> Duration.ofMinutes(Long.parseLong(text)));
    }
}
