package dev.launchready.engine;

import dev.launchready.catalog.Catalog;
import dev.launchready.catalog.CheckCard;
import dev.launchready.catalog.Need;
import dev.launchready.catalog.Profile;
import dev.launchready.check.Check;
import dev.launchready.check.Params;
import dev.launchready.model.CheckResult;
import dev.launchready.model.Problem;
import dev.launchready.model.TrafficClass;
import dev.launchready.portal.Attested;
import dev.launchready.portal.Portal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Turns portal, profile and choice into a plan; sends nothing. */
public final class Planner {
    private final Catalog catalog;
    private final Map<String, Check<?>> checks = new LinkedHashMap<>();
    private final Needs needs;

    public Planner(Catalog catalog, List<Check<?>> registry, Needs needs) {
        this.catalog = catalog;
        registry.forEach(check -> checks.put(check.id(), check));
        this.needs = needs;
    }

    /** @throws SelectionException when a glob matches no check there is */
    public Plan plan(Portal portal, Profile profile, Selection selection) throws SelectionException {
        List<Task> tasks = new ArrayList<>();
        List<CheckResult> untested = new ArrayList<>();
        for (String id : candidates(profile, selection, portal)) {
            CheckCard card = catalog.card(id).orElseThrow(() -> new IllegalStateException("no card for " + id));
            if (selection.skipped(id)) {
                if (profile.required().contains(id)) {
                    untested.add(Results.notTested(card, skipped(id)));
                }
                continue;
            }
            Optional<Need> missing = missing(card, portal);
            if (missing.isPresent()) {
                untested.add(Results.notTested(card, problem(missing.get(), id, portal)));
            } else {
                tasks.add(task(card, profile, portal));
            }
        }
        return new Plan(profile, tasks, untested, !selection.only().isEmpty());
    }

    private List<String> candidates(Profile profile, Selection selection, Portal portal) throws SelectionException {
        for (String glob : Stream.concat(selection.only().stream(), selection.skip().stream())
                .toList()) {
            if (catalog.cards().keySet().stream().noneMatch(id -> Selection.matches(glob, id))) {
                throw new SelectionException("no check is called '" + glob + "': see launch-ready list checks");
            }
        }
        List<String> ofProfile = Stream.concat(profile.checks().stream(), askedFor(portal))
                .filter(selection::chosen)
                .distinct()
                .toList();
        if (!ofProfile.isEmpty()) {
            return ofProfile;
        }
        return catalog.cards().keySet().stream().filter(selection::chosen).toList();
    }

    /** Checks that no profile lists, and that the portal file itself asks for. */
    private Stream<String> askedFor(Portal portal) {
        return catalog.cards().values().stream()
                .filter(card -> catalog.optional(card)
                        && card.needs().stream().allMatch(need -> needs.met(need, portal, card.id())))
                .map(CheckCard::id);
    }

    private Task task(CheckCard card, Profile profile, Portal portal) {
        Check<?> check = checks.get(card.id());
        if (check == null) {
            throw new IllegalStateException("the card " + card.id() + " has no check");
        }
        Params params = params(card, profile);
        return new Task(check, card, params, check.footprint(portal, params));
    }

    /** The card's defaults with the profile's values over them. */
    public static Params params(CheckCard card, Profile profile) {
        Map<String, Object> values = new LinkedHashMap<>();
        card.params().forEach((name, param) -> values.put(name, param.value()));
        values.putAll(profile.params().getOrDefault(card.id(), Map.of()));
        return new Params(values);
    }

    private Optional<Need> missing(CheckCard card, Portal portal) {
        Stream<String> consents =
                card.safety().stream().filter(TrafficClass::needsConsent).map(Needs::consent);
        return Stream.concat(card.needs().stream(), consents)
                .filter(id -> !needs.met(id, portal, card.id()))
                .findFirst()
                .map(this::need);
    }

    private Need need(String id) {
        Need need = catalog.needs().get(id);
        if (need == null) {
            throw new IllegalStateException("checks/needs.yml has no words for '" + id + "'");
        }
        return need;
    }

    /** The need's words, with the check's id, and who vouched for it and until when, where somebody did. */
    private static Problem problem(Need need, String check, Portal portal) {
        Optional<Attested> word = Optional.ofNullable(portal.attest().get(check));
        UnaryOperator<String> fill = text -> text.replace("{check}", check)
                .replace("{by}", word.map(Attested::by).orElse(""))
                .replace("{until}", word.map(each -> each.until().toString()).orElse(""));
        return new Problem(need.id(), fill.apply(need.says()), fill.apply(need.add()), need.minutes());
    }

    private static Problem skipped(String id) {
        return new Problem(
                "skipped", "It was left out by --skip, though the profile requires it.", "drop --skip " + id, 1);
    }
}
