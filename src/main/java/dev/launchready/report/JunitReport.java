package dev.launchready.report;

import dev.launchready.model.CheckResult;
import dev.launchready.model.Finding;
import dev.launchready.model.Outcome;
import dev.launchready.model.Scorecard;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Test results as build servers read them (the XML of Ant's JUnit task): a suite for each family, a case for each check.
 * What was not tested, was blocked or does not apply is skipped, and so never counted as passed.
 */
public final class JunitReport implements Report {
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final double MILLIS = 1_000.0;

    @Override
    public void write(Scorecard scorecard, Appendable out) throws IOException {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            suites(scorecard, xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException("test results cannot be written as XML", e);
        }
        out.append(text.toString()).append('\n');
    }

    private static void suites(Scorecard scorecard, XMLStreamWriter xml) throws XMLStreamException {
        Map<String, List<CheckResult>> families = scorecard.checks().stream()
                .collect(
                        Collectors.groupingBy(check -> check.card().family(), LinkedHashMap::new, Collectors.toList()));
        open(xml, 0, "testsuites");
        int id = 0;
        for (Map.Entry<String, List<CheckResult>> family : families.entrySet()) {
            suite(scorecard, family.getKey(), family.getValue(), id++, xml);
        }
        close(xml, 0);
    }

    private static void suite(Scorecard scorecard, String family, List<CheckResult> checks, int id, XMLStreamWriter xml)
            throws XMLStreamException {
        open(xml, 1, "testsuite");
        attribute(xml, "name", family);
        attribute(xml, "package", "launch-ready");
        attribute(xml, "id", Integer.toString(id));
        attribute(xml, "timestamp", SECOND.format(scorecard.started()));
        attribute(xml, "hostname", host(scorecard));
        attribute(xml, "tests", Integer.toString(checks.size()));
        attribute(xml, "failures", count(checks, check -> check.outcome() == Outcome.FAIL && !suppressed(check)));
        attribute(xml, "errors", count(checks, check -> check.outcome() == Outcome.ERROR));
        attribute(xml, "skipped", count(checks, JunitReport::skipped));
        attribute(
                xml,
                "time",
                seconds(checks.stream().mapToLong(CheckResult::elapsedMs).sum()));
        open(xml, 2, "properties");
        property(xml, "profile", scorecard.profile().id());
        property(xml, "decision", scorecard.verdict().decision().name());
        close(xml, 2);
        for (CheckResult check : checks) {
            testcase(scorecard, check, xml);
        }
        text(xml, "system-out", warnings(checks));
        text(xml, "system-err", "");
        close(xml, 1);
    }

    private static void testcase(Scorecard scorecard, CheckResult check, XMLStreamWriter xml)
            throws XMLStreamException {
        open(xml, 2, "testcase");
        attribute(xml, "name", check.card().id() + ": " + check.card().title());
        attribute(xml, "classname", "launch-ready." + check.card().family());
        attribute(xml, "time", seconds(check.elapsedMs()));
        switch (check.outcome()) {
            case FAIL -> failure(scorecard, check, xml);
            case ERROR -> result(xml, "error", Optional.of(code(check)), check.summary(), problem(check));
            case NOT_TESTED, BLOCKED, NOT_APPLICABLE ->
                result(
                        xml,
                        "skipped",
                        Optional.empty(),
                        Words.of(check.outcome()) + ": " + check.summary(),
                        problem(check));
            case PASS, WARN -> {}
        }
        close(xml, 2);
    }

    /** A failure that is waived, or known from the baseline, does not fail a build, nor does it pass. */
    private static void failure(Scorecard scorecard, CheckResult check, XMLStreamWriter xml) throws XMLStreamException {
        if (suppressed(check)) {
            result(xml, "skipped", Optional.empty(), "waived or known: " + check.summary(), findings(scorecard, check));
        } else {
            result(
                    xml,
                    "failure",
                    Optional.of(check.card().severity().name()),
                    check.summary(),
                    findings(scorecard, check));
        }
    }

    private static boolean suppressed(CheckResult check) {
        List<Finding> failing = check.findings().stream()
                .filter(finding -> finding.outcome() == Outcome.FAIL)
                .toList();
        return check.outcome() == Outcome.FAIL
                && !failing.isEmpty()
                && failing.stream().allMatch(Cluster::isSuppressed);
    }

    private static void result(XMLStreamWriter xml, String kind, Optional<String> type, String message, String body)
            throws XMLStreamException {
        xml.writeCharacters("\n      ");
        xml.writeStartElement(kind);
        attribute(xml, "message", Plain.line(message));
        if (type.isPresent()) {
            attribute(xml, "type", type.get());
        }
        xml.writeCharacters(Plain.block(body));
        xml.writeEndElement();
    }

    private static String findings(Scorecard scorecard, CheckResult check) {
        StringBuilder text = new StringBuilder();
        for (Finding finding : check.findings()) {
            text.append(finding(finding)).append('\n');
        }
        return text.append(Words.recheck(scorecard, check.card().id())).toString();
    }

    private static String finding(Finding finding) {
        StringBuilder text = new StringBuilder(Words.of(finding.severity()))
                .append(": ")
                .append(finding.message())
                .append('\n');
        finding.where()
                .file()
                .ifPresent(file -> text.append("at ")
                        .append(file)
                        .append(finding.where().line().map(line -> ":" + line).orElse(""))
                        .append('\n'));
        finding.fix().forEach(step -> text.append("- ").append(step).append('\n'));
        finding.waived()
                .ifPresent(sentence -> text.append("waived: ").append(sentence).append('\n'));
        return text.append(finding.fingerprint()).append('\n').toString();
    }

    private static String problem(CheckResult check) {
        return check.problem()
                .map(problem -> problem.says() + "\n" + problem.add())
                .orElse("");
    }

    private static String code(CheckResult check) {
        return check.problem().map(problem -> problem.code()).orElse("fault");
    }

    /** The format has no word for a warning: those cases pass, and what they warn of stands in the suite's output. */
    private static String warnings(List<CheckResult> checks) {
        return checks.stream()
                .filter(check -> check.outcome() == Outcome.WARN)
                .map(check -> "WARN " + check.card().id() + ": " + check.summary() + "\n"
                        + check.findings().stream().map(JunitReport::finding).collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    private static String host(Scorecard scorecard) {
        try {
            String host = URI.create(scorecard.portal().url()).getHost();
            return host == null ? "localhost" : host;
        } catch (IllegalArgumentException e) {
            return "localhost";
        }
    }

    private static boolean skipped(CheckResult check) {
        return switch (check.outcome()) {
            case NOT_TESTED, BLOCKED, NOT_APPLICABLE -> true;
            case FAIL -> suppressed(check);
            case PASS, WARN, ERROR -> false;
        };
    }

    private static String count(List<CheckResult> checks, Predicate<CheckResult> counted) {
        return Long.toString(checks.stream().filter(counted).count());
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.3f", millis / MILLIS);
    }

    private static void property(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeCharacters("\n      ");
        xml.writeEmptyElement("property");
        attribute(xml, "name", name);
        attribute(xml, "value", value);
    }

    private static void text(XMLStreamWriter xml, String element, String text) throws XMLStreamException {
        open(xml, 2, element);
        xml.writeCharacters(Plain.block(text));
        xml.writeEndElement();
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, Plain.line(value));
    }

    private static void open(XMLStreamWriter xml, int depth, String element) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
        xml.writeStartElement(element);
    }

    private static void close(XMLStreamWriter xml, int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
        xml.writeEndElement();
    }
}
