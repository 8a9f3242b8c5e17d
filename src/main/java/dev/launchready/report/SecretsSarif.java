package dev.launchready.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.launchready.model.Proof;
import dev.launchready.model.SecretInventory;
import dev.launchready.model.SecretInventory.Kind;
import dev.launchready.model.SecretInventory.Leak;
import dev.launchready.model.SecretInventory.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An inventory of secrets as SARIF 2.1.0 (OASIS) in the form that GitHub's code scanning takes: one result for each place. */
public final class SecretsSarif {
    private static final String ROOT_ID = "%SRCROOT%";

    private final ObjectMapper mapper = new ObjectMapper();
    private final String version;
    private final SarifPlaces places;

    /**
     * @param version of this program
     * @param root the repository's top folder: places in files are given from there
     */
    public SecretsSarif(String version, Path root) {
        this.version = version;
        this.places = new SarifPlaces(root);
    }

    public void write(SecretInventory inventory, int exitCode, Appendable out) throws IOException {
        ObjectNode log = mapper.createObjectNode();
        log.put("$schema", SarifReport.SCHEMA).put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "launch-ready").put("semanticVersion", version).put("version", version);
        Map<String, Integer> rules = rules(driver.putArray("rules"), inventory.leaks());
        run.putObject("automationDetails").put("id", "launch-ready/secrets/");
        run.putObject("originalUriBaseIds")
                .putObject(ROOT_ID)
                .putObject("description")
                .put("text", "The repository's top folder.");
        ObjectNode invocation = run.putArray("invocations").addObject();
        invocation.put("executionSuccessful", true).put("exitCode", exitCode);
        ArrayNode notices = invocation.putArray("toolExecutionNotifications");
        inventory.extent().unread().forEach(sentence -> notice(notices.addObject(), "warning", sentence));
        inventory.extent().leftOut().forEach(sentence -> notice(notices.addObject(), "note", sentence));
        ArrayNode results = run.putArray("results");
        for (Leak leak : inventory.leaks()) {
            int number = 1;
            for (Place place : leak.places()) {
                result(results.addObject(), leak, place, number++)
                        .put("ruleIndex", rules.getOrDefault(leak.kind().rule(), -1));
            }
        }
        run.put("columnKind", "utf16CodeUnits");
        out.append(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(log))
                .append('\n');
    }

    private static void notice(ObjectNode node, String level, String sentence) {
        node.put("level", level).putObject("message").put("text", Plain.line(sentence));
    }

    private static Map<String, Integer> rules(ArrayNode array, List<Leak> leaks) {
        Map<String, Integer> indexes = new LinkedHashMap<>();
        for (Leak leak : leaks) {
            Kind kind = leak.kind();
            if (indexes.putIfAbsent(kind.rule(), indexes.size()) == null) {
                ObjectNode rule = array.addObject();
                rule.put("id", kind.rule()).put("name", SarifRules.name(kind.rule()));
                rule.putObject("shortDescription").put("text", Plain.line(kind.title()));
                rule.putObject("help").put("text", Plain.line(String.join(" ", advice(kind))));
                ObjectNode properties = rule.putObject("properties");
                properties.put("security-severity", SarifReport.securitySeverity(kind.severity()));
                properties.putArray("tags").add("security").add("secrets").add("external/cwe/cwe-798");
            }
        }
        return indexes;
    }

    private static List<String> advice(Kind kind) {
        List<String> advice = new ArrayList<>(kind.rotate());
        kind.restriction().ifPresent(advice::add);
        return advice;
    }

    private ObjectNode result(ObjectNode result, Leak leak, Place place, int number) {
        result.put("ruleId", leak.kind().rule()).put("level", level(leak));
        String label = place.label().map(name -> " in " + name).orElse("");
        String since = place.lived().map(lived -> ", since " + lived.since()).orElse("");
        String advice =
                advice(leak.kind()).stream().findFirst().map(step -> " " + step).orElse("");
        result.putObject("message")
                .put(
                        "text",
                        Plain.line(
                                leak.kind().title() + label + " (" + leak.mark().prefix() + "…, "
                                        + leak.mark().length() + " bytes)" + since + "." + advice));
        ObjectNode physical = result.putArray("locations").addObject().putObject("physicalLocation");
        physical.putObject("artifactLocation")
                .put("uri", places.uri(place.file()).orElse("stdin"))
                .put("uriBaseId", ROOT_ID);
        physical.putObject("region").put("startLine", Math.max(1, place.line()));
        result.putObject("partialFingerprints")
                .put(SarifReport.GITHUB_FINGERPRINT, leak.mark().fingerprint() + ":" + number)
                .put(SarifReport.FINGERPRINT, leak.mark().fingerprint());
        ArrayNode suppressions = result.putArray("suppressions");
        Optional<String> accepted = leak.acceptance()
                .waived()
                .or(() -> leak.acceptance().known() ? Optional.of("In the baseline.") : Optional.empty());
        accepted.ifPresent(sentence -> suppressions
                .addObject()
                .put("kind", "external")
                .put("status", "accepted")
                .put("justification", Plain.line(sentence)));
        ObjectNode properties = result.putObject("properties");
        properties
                .put("proof", Words.of(leak.proof()))
                .put("use", leak.kind().use().name());
        return result;
    }

    private static String level(Leak leak) {
        boolean secret = leak.kind().use() == SecretInventory.Use.SECRET;
        if (!secret) {
            return "note";
        }
        return leak.proof() == Proof.HEURISTIC ? "warning" : "error";
    }
}
