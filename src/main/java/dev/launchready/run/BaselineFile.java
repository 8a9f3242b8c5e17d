package dev.launchready.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.launchready.model.CheckResult;
import dev.launchready.model.Finding;
import dev.launchready.model.Scorecard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The baseline: fingerprint, check and reason of each known finding, and nothing that would give anything away. */
public final class BaselineFile {
    private static final JsonMapper MAPPER = Mappers.plain().build();
    private static final int VERSION = 1;

    private BaselineFile() {}

    /** @throws IOException with one sentence when there is no such file, or it is no baseline */
    public static Set<String> read(Path file) throws IOException {
        try {
            JsonNode root = MAPPER.readTree(Files.readString(file));
            JsonNode findings = root.path("findings");
            if (!findings.isArray()) {
                throw new UnreadableRunException(file + ": this is no baseline: it has no list 'findings'");
            }
            Set<String> fingerprints = new TreeSet<>();
            findings.forEach(
                    finding -> fingerprints.add(finding.path("fingerprint").asText()));
            return fingerprints;
        } catch (NoSuchFileException e) {
            throw new UnreadableRunException(
                    file + ": there is no such baseline; write one with --write-baseline " + file);
        } catch (JsonProcessingException e) {
            throw new UnreadableRunException(file + ":" + e.getLocation().getLineNr() + ": this is no JSON");
        }
    }

    /** One known finding. */
    public record Entry(String fingerprint, String check, String reason) {}

    public static void write(Scorecard scorecard, Path file) throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (CheckResult check : scorecard.checks()) {
            for (Finding finding : check.findings()) {
                entries.add(new Entry(finding.fingerprint(), check.card().id(), finding.reason()));
            }
        }
        write(entries, file);
    }

    public static void write(List<Entry> entries, Path file) throws IOException {
        ObjectNode root = MAPPER.createObjectNode().put("schemaVersion", VERSION);
        ArrayNode findings = root.putArray("findings");
        entries.forEach(entry -> findings.addObject()
                .put("fingerprint", entry.fingerprint())
                .put("check", entry.check())
                .put("reason", entry.reason()));
        WholeFile.write(file, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(root));
    }
}
