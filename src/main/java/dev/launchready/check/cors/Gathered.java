package dev.launchready.check.cors;

import dev.launchready.check.Listing;
import dev.launchready.check.Raised;
import dev.launchready.check.cors.CorsSurvey.RoutePolicy;
import dev.launchready.model.Evidence;
import dev.launchready.model.Proof;
import dev.launchready.model.Reason;
import dev.launchready.model.Where;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Cases of several routes, told as one finding for each reason and host: a policy is mended in one place. */
final class Gathered {
    private static final int EVIDENCE_SHOWN = 4;

    private final CorsSurvey survey;
    private final Map<String, List<Case>> cases = new LinkedHashMap<>();

    Gathered(CorsSurvey survey) {
        this.survey = survey;
    }

    /** @param value what decided it, as observed */
    private record Case(Reason reason, RoutePolicy policy, CorsAnswer answer, String value) {}

    void add(Reason reason, RoutePolicy policy, CorsAnswer answer, String value) {
        cases.computeIfAbsent(reason.code() + " " + policy.host(), any -> new ArrayList<>())
                .add(new Case(reason, policy, answer, value));
    }

    boolean has(Reason reason, String host) {
        return cases.containsKey(reason.code() + " " + host);
    }

    List<Raised> raised() {
        return cases.values().stream().map(this::raised).toList();
    }

    private Raised raised(List<Case> same) {
        Case first = same.get(0);
        Set<String> routes = new LinkedHashSet<>();
        Set<String> origins = new LinkedHashSet<>();
        Set<String> values = new LinkedHashSet<>();
        same.forEach(each -> {
            routes.add(each.policy().toString());
            origins.add(each.answer().origin());
            values.add(each.value());
        });
        Where host = Where.host(first.policy().host());
        Optional<Integer> line =
                same.stream().flatMap(each -> each.policy().line().stream()).findFirst();
        Where placed = survey.file().isPresent() && line.isPresent()
                ? host.in(survey.file().get(), line.get())
                : host;
        return Raised.of(first.reason(), placed, Proof.CONFIRMED)
                .fact("host", first.policy().host())
                .fact("routes", Listing.of(routes))
                .fact("count", routes.size())
                .fact("origin", Listing.of(origins))
                .fact("value", Listing.of(values))
                .fact("trusted", survey.trusted().get(0))
                .fact("allowed", String.join(", ", first.answer().allowOrigin()))
                .fact("method", first.policy().method())
                .showing(evidence(same));
    }

    private static List<Evidence> evidence(List<Case> same) {
        return same.stream()
                .flatMap(each -> each.answer().evidence().stream())
                .limit(EVIDENCE_SHOWN)
                .map(Evidence.class::cast)
                .toList();
    }
}
