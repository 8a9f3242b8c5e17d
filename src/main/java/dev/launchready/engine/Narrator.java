package dev.launchready.engine;

import dev.launchready.catalog.CheckCard;
import dev.launchready.catalog.CheckCard.ReasonText;
import dev.launchready.check.Judgement;
import dev.launchready.check.Judgement.Control;
import dev.launchready.check.Judgement.Unproven;
import dev.launchready.check.Raised;
import dev.launchready.model.CheckResult;
import dev.launchready.model.Evidence;
import dev.launchready.model.Finding;
import dev.launchready.model.Fingerprint;
import dev.launchready.model.Outcome;
import dev.launchready.model.Problem;
import dev.launchready.model.Proof;
import dev.launchready.model.Provenance;
import dev.launchready.model.Secret;
import dev.launchready.model.Where;
import dev.launchready.portal.Portal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Puts the card's words to a judgement. */
public final class Narrator {
    private static final Pattern LONE_FACT = Pattern.compile("\\{[a-z-]+}");

    private final Portal portal;
    private final List<String> stack;

    /** @param stack of the portal, as given or recognised; the first that a card has its own steps for wins */
    public Narrator(Portal portal, List<String> stack) {
        this.portal = portal;
        this.stack = List.copyOf(stack);
    }

    public CheckResult result(CheckCard card, Judgement judgement, int requests, long elapsedMs) {
        if (judgement instanceof Judgement.Passed passed) {
            String summary = Template.fill(card.passes(), facts(passed.facts()));
            return result(card, Outcome.PASS, summary, passed.controls(), List.of(), List.of(), requests, elapsedMs);
        }
        if (judgement instanceof Judgement.Warned warned) {
            List<Finding> findings = findings(card, warned.raised());
            return result(
                    card, Outcome.WARN, summary(findings), warned.controls(), findings, List.of(), requests, elapsedMs);
        }
        if (judgement instanceof Judgement.Failed failed) {
            List<Finding> findings = findings(card, failed.raised());
            return result(
                    card,
                    Outcome.FAIL,
                    summary(findings),
                    failed.controls(),
                    findings,
                    failed.unproven(),
                    requests,
                    elapsedMs);
        }
        if (judgement instanceof Judgement.Blocked blocked) {
            List<Finding> findings = findings(card, blocked.warned());
            String summary =
                    problem(card, blocked.unproven()).map(Problem::says).orElse("");
            return result(
                    card,
                    Outcome.BLOCKED,
                    summary,
                    blocked.controls(),
                    findings,
                    blocked.unproven(),
                    requests,
                    elapsedMs);
        }
        Judgement.NotApplicable none = (Judgement.NotApplicable) judgement;
        String summary = Template.fill(text(card, none.reason().code()).says(), facts(none.facts()));
        return result(card, Outcome.NOT_APPLICABLE, summary, List.of(), List.of(), List.of(), requests, elapsedMs);
    }

    private CheckResult result(
            CheckCard card,
            Outcome outcome,
            String summary,
            List<Control> controls,
            List<Finding> findings,
            List<Unproven> unproven,
            int requests,
            long elapsedMs) {
        List<String> seen = controls.stream()
                .map(control -> Template.fill(controlText(card, control.code()), facts(control.facts())))
                .distinct()
                .toList();
        return new CheckResult(
                card.ref(),
                outcome,
                Provenance.MEASURED,
                summary,
                seen,
                findings,
                problem(card, unproven),
                Optional.empty(),
                requests,
                elapsedMs);
    }

    private static String summary(List<Finding> findings) {
        String first = findings.get(0).message();
        int more = findings.size() - 1;
        return more == 0 ? first : first + " (and " + more + " more)";
    }

    private Optional<Problem> problem(CheckCard card, List<Unproven> unproven) {
        if (unproven.isEmpty()) {
            return Optional.empty();
        }
        Unproven first = unproven.get(0);
        ReasonText text = text(card, first.reason().code());
        Map<String, String> facts = facts(first.facts());
        String says = Template.fill(text.says(), facts);
        String counted = unproven.size() == 1 ? says : says + " (and " + (unproven.size() - 1) + " more like it)";
        return Optional.of(
                new Problem(first.reason().code(), counted, Template.fill(text.add(), facts), text.minutes()));
    }

    private List<Finding> findings(CheckCard card, List<Raised> raised) {
        Map<String, Finding> byFingerprint = new LinkedHashMap<>();
        for (Raised each : raised) {
            Finding finding = finding(card, each);
            byFingerprint.merge(finding.fingerprint(), finding, Narrator::merged);
        }
        List<Finding> findings = new ArrayList<>(byFingerprint.values());
        findings.sort((a, b) -> a.severity().compareTo(b.severity()));
        return findings;
    }

    private static Finding merged(Finding first, Finding second) {
        int most = 5;
        List<Evidence> evidence = new ArrayList<>(first.evidence());
        second.evidence().stream().limit(Math.max(0, most - evidence.size())).forEach(evidence::add);
        return first.withEvidence(evidence);
    }

    private Finding finding(CheckCard card, Raised raised) {
        ReasonText text = text(card, raised.reason().code());
        Where where = located(raised.where());
        Map<String, String> facts = facts(raised.facts());
        where.method().ifPresent(value -> facts.putIfAbsent("method", value));
        where.route().ifPresent(value -> facts.putIfAbsent("route", value));
        where.host().ifPresent(value -> facts.putIfAbsent("host", value));
        boolean hint = raised.proof() == Proof.HEURISTIC;
        return new Finding(
                raised.secret()
                        .map(Secret::fingerprint)
                        .orElseGet(() -> Fingerprint.of(
                                card.id(), raised.reason().code(), where, raised.roles(), raised.locator())),
                raised.reason().code(),
                hint ? Outcome.WARN : text.outcome(),
                raised.secret()
                        .map(Secret::severity)
                        .or(text::severity)
                        .orElseThrow(() -> new IllegalStateException("no severity for " + raised.reason())),
                raised.proof(),
                Template.fill(text.says(), facts),
                Template.fill(text.means(), facts),
                where,
                raised.facts(),
                raised.evidence(),
                text.fixFor(stack).stream().flatMap(step -> steps(step, facts)).toList(),
                text.effortHours(),
                Finding.NEW,
                Optional.empty(),
                raised.secret());
    }

    /** A step that is nothing but a fact stands for as many steps as the fact has lines. */
    private static Stream<String> steps(String step, Map<String, String> facts) {
        String filled = Template.fill(step, facts);
        return LONE_FACT.matcher(step).matches() ? filled.lines() : Stream.of(filled);
    }

    private Where located(Where where) {
        if (where.file().isPresent() || portal.lines().file().isEmpty()) {
            return where;
        }
        String file = portal.lines().file().get();
        Optional<Integer> ofRoute = portal.routes().all().stream()
                .filter(route -> where.route().filter(route.template()::equals).isPresent()
                        && where.method().filter(route.method()::equals).isPresent())
                .findFirst()
                .flatMap(route -> route.line());
        int line = ofRoute.or(() -> portal.lines().line("portal.url")).orElse(1);
        return where.in(file, line);
    }

    private Map<String, String> facts(Map<String, String> own) {
        Map<String, String> facts = new LinkedHashMap<>(own);
        facts.putIfAbsent("portal", portal.url().toString());
        facts.putIfAbsent("portal-origin", portal.url().origin());
        facts.putIfAbsent("portal-host", portal.url().host());
        return facts;
    }

    private static ReasonText text(CheckCard card, String code) {
        ReasonText text = card.reasons().get(code);
        if (text == null) {
            throw new IllegalStateException("the card of " + card.id() + " has no words for '" + code + "'");
        }
        return text;
    }

    private static String controlText(CheckCard card, String code) {
        String text = card.controls().get(code);
        if (text == null) {
            throw new IllegalStateException(
                    "the card of " + card.id() + " has no words for the control '" + code + "'");
        }
        return text;
    }
}
