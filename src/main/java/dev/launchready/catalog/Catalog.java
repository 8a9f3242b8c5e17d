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

    public Optional<Profile> profile(String id) {
        return Optional.ofNullable(profiles.get(id));
    }
}
