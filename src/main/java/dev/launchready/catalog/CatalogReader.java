package dev.launchready.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a whole checks folder: {@code <family>/<slug>.yml}, {@code profiles/<id>.yml}, {@code needs.yml}. */
public final class CatalogReader {
    private static final String PROFILES = "profiles/";
    private static final String NEEDS = "needs.yml";
    private static final int DIGEST_DIGITS = 12;

    private final CheckFolder folder;
    private final List<String> faults = new ArrayList<>();
    private final YamlReader yaml;

    private CatalogReader(CheckFolder folder) {
        this.folder = folder;
        this.yaml = new YamlReader(folder.name(), faults);
    }

    /** @throws CatalogException with every fault of every file */
    public static Catalog read(CheckFolder folder) throws CatalogException {
        CatalogReader reader = new CatalogReader(folder);
        Map<String, Need> needs = reader.needs();
        Map<String, CheckCard> cards = reader.cards(needs);
        reader.stopOnFaults();
        Map<String, Profile> profiles = reader.profiles(cards);
        reader.stopOnFaults();
        return new Catalog(cards, profiles, needs, reader.digest());
    }

    /**
     * One profile from a file of its own, against the cards of a catalogue.
     *
     * @param name of the file, without its ending: the profile's id
     */
    public static Profile profile(String name, String text, Catalog catalog) throws CatalogException {
        CatalogReader reader = new CatalogReader(new CheckFolder(".", new java.util.TreeMap<>()));
        Optional<Profile> profile = reader.profile(name + ".yml", name, text, catalog.cards());
        if (!reader.faults.isEmpty() || profile.isEmpty()) {
            throw new CatalogException(reader.faults);
        }
        return profile.get();
    }

    private Map<String, Need> needs() {
        String text = folder.files().get(NEEDS);
        Map<String, Need> needs = new LinkedHashMap<>();
        if (text == null) {
            return needs;
        }
        for (JsonNode root : yaml.read(NEEDS, text, JsonNode.class)) {
            root.properties().forEach(entry -> {
                JsonNode need = entry.getValue();
                if (need.path("says").asText().isEmpty()
                        || need.path("add").asText().isEmpty()) {
                    faults.add(folder.name() + "/" + NEEDS + ": '" + entry.getKey() + "' needs 'says' and 'add'");
                }
                needs.put(
                        entry.getKey(),
                        new Need(
                                entry.getKey(),
                                need.path("says").asText(),
                                need.path("add").asText(),
                                need.path("minutes").asInt(),
                                need.path("optional").asBoolean()));
            });
        }
        return needs;
    }

    private Map<String, CheckCard> cards(Map<String, Need> needs) {
        Map<String, CheckCard> cards = new LinkedHashMap<>();
        folder.files().forEach((file, text) -> {
            if (file.startsWith(PROFILES) || !file.contains("/") || CheckFolder.rule(file)) {
                return;
            }
            String id = stem(file).replace('/', '.');
            for (CardFile card : yaml.read(file, text, CardFile.class)) {
                card.card(id, fault -> fault(file, fault)).ifPresent(whole -> {
                    whole.needs().stream()
                            .filter(need -> !needs.containsKey(need))
                            .forEach(need -> fault(file, "'needs' names '" + need + "', which " + NEEDS + " lacks"));
                    cards.put(id, whole);
                });
            }
        });
        return cards;
    }

    private Map<String, Profile> profiles(Map<String, CheckCard> cards) {
        Map<String, Profile> profiles = new LinkedHashMap<>();
        folder.files().forEach((file, text) -> {
            if (file.startsWith(PROFILES)) {
                String id = stem(file).substring(PROFILES.length());
                profile(file, id, text, cards).ifPresent(profile -> profiles.put(id, profile));
            }
        });
        return profiles;
    }

    private Optional<Profile> profile(String file, String id, String text, Map<String, CheckCard> cards) {
        return yaml.read(file, text, ProfileFile.class).stream()
                .findFirst()
                .flatMap(read -> read.profile(id, cards, fault -> fault(file, fault)));
    }

    /** Called before what builds on something broken would only repeat its fault. */
    private void stopOnFaults() throws CatalogException {
        if (!faults.isEmpty()) {
            throw new CatalogException(faults);
        }
    }

    private void fault(String file, String sentence) {
        faults.add(folder.name() + "/" + file + ": " + sentence);
    }

    private static String stem(String file) {
        return file.substring(0, file.lastIndexOf('.'));
    }

    private String digest() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            folder.files().forEach((file, text) -> {
                sha.update(file.getBytes(StandardCharsets.UTF_8));
                sha.update(text.getBytes(StandardCharsets.UTF_8));
            });
            return HexFormat.of().formatHex(sha.digest()).substring(0, DIGEST_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
