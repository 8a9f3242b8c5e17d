package dev.launchready.engine;

import dev.launchready.catalog.Catalog;
import dev.launchready.catalog.CheckCard;
import dev.launchready.catalog.Profile;
import dev.launchready.check.Check;
import dev.launchready.check.Judgement;
import dev.launchready.model.CheckResult;
import dev.launchready.model.Problem;
import dev.launchready.model.Scorecard;
import dev.launchready.model.Url;
import dev.launchready.portal.Portal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Judges saved observations once more, with the thresholds of another profile. */
public final class Rejudge {
    private final Catalog catalog;
    private final Map<String, Check<?>> checks = new LinkedHashMap<>();
    private final Scorecard before;
    private final Observations observations;

    /** What a run saw. */
    public interface Observations {
        /** Empty when that check saved nothing. */
        <O extends Record> Optional<O> of(String check, Class<O> type) throws IOException;
    }

    public Rejudge(Catalog catalog, List<Check<?>> registry, Scorecard before, Observations observations) {
        this.catalog = catalog;
        registry.forEach(check -> checks.put(check.id(), check));
        this.before = before;
        this.observations = observations;
    }

    /** One result for each check of the profile; a check that did not look in that run is not tested. */
    public List<CheckResult> results(Profile profile) throws IOException {
        List<CheckResult> results = new ArrayList<>();
        for (String id : judged(profile)) {
            CheckCard card = catalog.card(id).orElseThrow(() -> new IllegalStateException("no card for " + id));
            Optional<CheckResult> old = before.checks().stream()
                    .filter(result -> result.card().id().equals(id))
                    .findFirst();
            Optional<CheckResult> again = judged(card, profile, old);
            results.add(again.or(() -> old).orElseGet(() -> Results.notTested(card, unseen())));
        }
        return results;
    }

    /** The profile's checks, and those that the run was asked for besides. */
    private List<String> judged(Profile profile) {
        Stream<String> besides = before.checks().stream()
                .map(result -> result.card().id())
                .filter(id -> catalog.card(id).filter(catalog::optional).isPresent());
        return Stream.concat(profile.checks().stream(), besides).distinct().toList();
    }

    private Optional<CheckResult> judged(CheckCard card, Profile profile, Optional<CheckResult> old)
            throws IOException {
        Check<?> check = checks.get(card.id());
        return check == null ? Optional.empty() : judged(card, check, profile, old);
    }

    private <O extends Record> Optional<CheckResult> judged(
            CheckCard card, Check<O> check, Profile profile, Optional<CheckResult> old) throws IOException {
        Optional<O> seen = observations.of(card.id(), check.observed());
        if (seen.isEmpty()) {
            return Optional.empty();
        }
        Judgement judgement = check.judge(seen.get(), Planner.params(card, profile));
        Narrator narrator = new Narrator(
                Portal.at(Url.parse(before.portal().url())), before.portal().stack());
        int requests = old.map(CheckResult::requests).orElse(0);
        long elapsed = old.map(CheckResult::elapsedMs).orElse(0L);
        CheckResult measured =
                narrator.result(card, judgement, requests, elapsed).withAccess(check.access(seen.get()));
        CheckResult result =
                check.attestation(seen.get()).map(measured::onTheWordOf).orElse(measured);
        return Optional.of(old.map(was -> placed(result, was)).orElse(result));
    }

    /** The findings with the lines of the portal file that the run itself had found. */
    private static CheckResult placed(CheckResult result, CheckResult old) {
        return result.withFindings(result.findings().stream()
                .map(finding -> old.findings().stream()
                        .filter(was -> was.fingerprint().equals(finding.fingerprint()))
                        .findFirst()
                        .map(was -> finding.at(was.where()))
                        .orElse(finding))
                .toList());
    }

    private static Problem unseen() {
        return new Problem("not-in-run", "That run did not look at it.", "launch-ready scan", 1);
    }
}
