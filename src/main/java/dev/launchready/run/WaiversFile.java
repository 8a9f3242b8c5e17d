package dev.launchready.run;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.launchready.score.Waiver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code waivers.yml}: a list of {@code fingerprint} or {@code check}, {@code reason}, {@code owner} and {@code until}. */
public final class WaiversFile {
    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Set<String> KEYS = Set.of("fingerprint", "check", "reason", "owner", "until");

    private WaiversFile() {}

    /** @throws IOException with a line for each fault of the file */
    public static List<Waiver> read(Path file, LocalDate today) throws IOException {
        JsonNode root;
        try {
            root = MAPPER.readTree(Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new UnreadableRunException(file + ": there is no such file of waivers");
        } catch (JsonProcessingException e) {
            throw new UnreadableRunException(
                    file + ":" + e.getLocation().getLineNr() + ": this is no YAML that can be read");
        }
        JsonNode list = root.isObject() ? root.path("waivers") : root;
        if (!list.isArray()) {
            throw new UnreadableRunException(file + ": a file of waivers is a list of entries");
        }
        List<String> faults = new ArrayList<>();
        List<Waiver> waivers = new ArrayList<>();
        for (int at = 0; at < list.size(); at++) {
            String place = file + ": entry " + (at + 1) + ": ";
            waiver(list.get(at), today, place, faults).ifPresent(waivers::add);
        }
        if (!faults.isEmpty()) {
            throw new UnreadableRunException(String.join("\n", faults));
        }
        return waivers;
    }

    private static Optional<Waiver> waiver(JsonNode entry, LocalDate today, String place, List<String> faults) {
        int before = faults.size();
        entry.fieldNames().forEachRemaining(key -> {
            if (!KEYS.contains(key)) {
                faults.add(place + "unknown key '" + key + "'; valid here: check or fingerprint, reason, owner, until");
            }
        });
        String fingerprint = entry.path("fingerprint").asText("");
        String check = entry.path("check").asText("");
        if (fingerprint.isEmpty() == check.isEmpty()) {
            faults.add(place + "give either 'fingerprint' or 'check'");
        }
        for (String key : List.of("reason", "owner", "until")) {
            if (entry.path(key).asText("").isBlank()) {
                faults.add(place + "'" + key + "' is missing: nothing is accepted without reason, owner and end");
            }
        }
        if (faults.size() > before) {
            return Optional.empty();
        }
        try {
            LocalDate until = LocalDate.parse(entry.path("until").asText());
            if (until.isAfter(today.plusDays(Waiver.MOST_DAYS))) {
                faults.add(place + "'until' may be " + Waiver.MOST_DAYS + " days from today at most, so "
                        + today.plusDays(Waiver.MOST_DAYS));
                return Optional.empty();
            }
            return Optional.of(new Waiver(
                    fingerprint.isEmpty() ? check : fingerprint,
                    entry.path("reason").asText(),
                    entry.path("owner").asText(),
                    until));
        } catch (DateTimeException e) {
            faults.add(place + "'until' is no date: write it as 2026-12-31");
            return Optional.empty();
        }
    }
}
