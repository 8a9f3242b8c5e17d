package dev.launchready.catalog;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Every card, profile and need that was loaded and found whole.
 *
 * @param digest twelve hex digits over all files, so that a moved score can be told from a moved portal
 */
public record Catalog(
        Map<String, CheckCard> cards, Map<String, Profile> profiles, Map<String, Need> needs, String digest) {
    public Catalog {
        cards = Collections.unmodifiableMap(new TreeMap<>(cards));
        profiles = Collections.unmodifiableMap(new TreeMap<>(profiles));
        needs = Collections.unmodifiableMap(new TreeMap<>(needs));
    }

    public Optional<CheckCard> card(String id) {
        return Optional.ofNullable(cards.get(id));
    }

    /** Whether that check is run only where somebody asks for it, whatever the profile. */
    public boolean optional(CheckCard card) {
        return !card.needs().isEmpty()
                && card.needs().stream()
                        .allMatch(id -> Optional.ofNullable(needs.get(id))
                                .filter(Need::optional)
                                .isPresent());
    }

    public Optional<Profile> profile(String id) {
        return Optional.ofNullable(profiles.get(id));
    }
}
