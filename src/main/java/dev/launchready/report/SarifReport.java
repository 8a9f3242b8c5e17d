package dev.launchready.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.launchready.catalog.Catalog;
import dev.launchready.model.CheckResult;
import dev.launchready.model.Finding;
import dev.launchready.model.Outcome;
import dev.launchready.model.Scorecard;
import dev.launchready.model.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * SARIF 2.1.0 (OASIS) in the form that GitHub's code scanning takes: every result lies in a file of the repository, which
 * for a route is its line in the portal file, and has a fingerprint that stays from run to run.
 */
public final class SarifReport implements Report {
    static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    private static final String ROOT_ID = "%SRCROOT%";
    static final String FINGERPRINT = "launchReady/v1";
    /** The only one of the partial fingerprints that GitHub compares. */
    static final String GITHUB_FINGERPRINT = "primaryLocationLineHash";

    private final ObjectMapper mapper = new ObjectMapper();
    private final JsonNodeFactory nodes = mapper.getNodeFactory();
    private final Catalog catalog;
    private final SarifPlaces places;

    /** @param root the repository's top folder: places in files are given from there */
    public SarifReport(Catalog catalog, Path root) {
        this.catalog = catalog;
        this.places = new SarifPlaces(root);
    }

    @Override
    public void write(Scorecard scorecard, Appendable out) throws IOException {
        SarifRules rules = SarifRules.of(scorecard, catalog, nodes);
        ObjectNode log = nodes.objectNode();
        log.put("$schema", SCHEMA).put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", scorecard.tool().name())
                .put("semanticVersion", scorecard.tool().version())
                .put("version", scorecard.tool().version());
        driver.set("rules", rules.rules());
        run.putObject("automationDetails").put("id", "launch-ready/" + target(scorecard) + "/");
        run.putObject("originalUriBaseIds")
                .putObject(ROOT_ID)
                .putObject("description")
                .put("text", "The repository's top folder.");
        run.putArray("invocations").add(invocation(scorecard));
        ArrayNode results = run.putArray("results");
        for (CheckResult check : scorecard.checks()) {
            for (Finding finding : check.findings()) {
                results.add(result(scorecard, check, finding, rules));
            }
        }
        run.put("columnKind", "utf16CodeUnits");
        run.putObject("properties")
                .put("decision", scorecard.verdict().decision().name())
                .put("profile", scorecard.profile().id());
        out.append(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(log))
                .append('\n');
    }

    /** One category for each target, so that the alerts of two portals of one repository do not close each other. */
    private static String target(Scorecard scorecard) {
        return scorecard
                .portal()
                .url()
                .replaceFirst("^[a-zA-Z]+://", "")
                .replaceAll("[^A-Za-z0-9.:_-]+", "-")
                .replaceAll("-+$", "");
    }

    /** What came to no verdict is no alert, but stands with the run, so that nobody takes silence for a pass. */
    private ObjectNode invocation(Scorecard scorecard) {
        ObjectNode invocation = nodes.objectNode();
        boolean sound = scorecard.checks().stream().noneMatch(check -> check.outcome() == Outcome.ERROR)
                && !scorecard.verdict().interrupted();
        invocation.put("executionSuccessful", sound);
        invocation.put(
                "startTimeUtc",
                scorecard.started().truncatedTo(ChronoUnit.MILLIS).toString());
        invocation.put(
                "endTimeUtc",
                scorecard
                        .started()
                        .plusMillis(scorecard.elapsedMs())
                        .truncatedTo(ChronoUnit.MILLIS)
                        .toString());
        invocation.put("exitCode", scorecard.verdict().exitCode());
        invocation.put("exitCodeDescription", line(Overview.of(scorecard).exitLine()));
        ArrayNode notices = invocation.putArray("toolExecutionNotifications");
        for (CheckResult check : scorecard.checks()) {
            check.problem().ifPresent(problem -> {
                ObjectNode notice = notices.addObject();
                notice.put(
                        "level",
                        check.outcome() == Outcome.ERROR
                                ? "error"
                                : check.outcome() == Outcome.BLOCKED ? "warning" : "note");
                notice.putObject("descriptor").put("id", check.card().id() + "/" + problem.code());
                String add = problem.add().isBlank() ? "" : " Add: " + problem.add();
                notice.putObject("message")
                        .put(
                                "text",
                                line(check.card().id() + " is " + Words.of(check.outcome()) + ": " + problem.says()
                                        + add));
            });
        }
        return invocation;
    }

    private ObjectNode result(Scorecard scorecard, CheckResult check, Finding finding, SarifRules rules) {
        ObjectNode result = nodes.objectNode();
        String rule = SarifRules.id(check, finding.reason());
        result.put("ruleId", rule).put("ruleIndex", rules.index(rule)).put("level", level(finding));
        result.putObject("message").put("text", message(finding));
        result.putArray("locations").add(location(scorecard, finding));
        result.putObject("partialFingerprints")
                .put(GITHUB_FINGERPRINT, finding.fingerprint() + ":1")
                .put(FINGERPRINT, finding.fingerprint());
        ArrayNode suppressions = nodes.arrayNode();
        finding.waived()
                .ifPresent(sentence -> suppressions
                        .addObject()
                        .put("kind", "external")
                        .put("status", "accepted")
                        .put("justification", line(sentence)));
        result.set("suppressions", suppressions);
        ObjectNode properties = result.putObject("properties");
        properties.put("severity", Words.of(finding.severity())).put("proof", Words.of(finding.proof()));
        properties.put("state", finding.state()).put("outcome", Words.of(finding.outcome()));
        return result;
    }

    private static String message(Finding finding) {
        List<String> parts = new ArrayList<>(List.of(finding.message()));
        if (!finding.means().isBlank()) {
            parts.add(finding.means());
        }
        finding.fix().stream().findFirst().ifPresent(step -> parts.add("Fix: " + step));
        return line(String.join(" ", parts));
    }

    private ObjectNode location(Scorecard scorecard, Finding finding) {
        SarifPlaces.Place place = places.of(scorecard, finding);
        ObjectNode location = nodes.objectNode();
        ObjectNode physical = location.putObject("physicalLocation");
        physical.putObject("artifactLocation").put("uri", place.uri()).put("uriBaseId", ROOT_ID);
        physical.putObject("region").put("startLine", place.line());
        location.putArray("logicalLocations")
                .addObject()
                .put("fullyQualifiedName", line(Words.of(finding.where())))
                .put("kind", "resource");
        return location;
    }

    private static String level(Finding finding) {
        boolean failed = finding.outcome() == Outcome.FAIL;
        return switch (finding.severity()) {
            case CRITICAL, HIGH -> failed ? "error" : "warning";
            case MEDIUM -> "warning";
            case LOW, INFO -> "note";
        };
    }

    /** The number by which GitHub sorts (CVSS's scale): over 9.0 critical, from 7.0 high, from 4.0 medium, else low. */
    static String securitySeverity(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "9.5";
            case HIGH -> "8.0";
            case MEDIUM -> "5.5";
            case LOW -> "3.0";
            case INFO -> "0.5";
        };
    }

    private static String line(String text) {
        return Plain.line(text);
    }
}
