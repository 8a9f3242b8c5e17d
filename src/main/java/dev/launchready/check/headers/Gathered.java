package dev.launchready.check.headers;

import dev.launchready.check.Listing;
import dev.launchready.check.Raised;
import dev.launchready.check.Tally;
import dev.launchready.check.headers.HeaderSurvey.Seen;
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

/** What is wrong with several answers of one site, told as one finding for each reason: it is mended in one place. */
final class Gathered {
    private static final String NOTHING = "no header";
    private static final int EVIDENCE_SHOWN = 3;
    private static final int MOST_SHOWN = 300;

    private final Map<Reason, List<Case>> cases = new LinkedHashMap<>();

    /** @param value what decided it, as observed; empty where something is absent */
    private record Case(Seen seen, String value) {}

    void add(Reason reason, Seen seen, String value) {
        cases.computeIfAbsent(reason, any -> new ArrayList<>()).add(new Case(seen, value));
    }

    void raiseInto(Tally tally, Optional<String> file) {
        cases.forEach((reason, same) -> tally.raise(raised(reason, same, file)));
    }

    private static Raised raised(Reason reason, List<Case> same, Optional<String> file) {
        Set<String> routes = new LinkedHashSet<>();
        Set<String> values = new LinkedHashSet<>();
        Set<String> hosts = new LinkedHashSet<>();
        same.forEach(each -> {
            routes.add(each.seen().route());
            hosts.add(each.seen().host());
            if (!each.value().isEmpty()) {
                values.add(each.value());
            }
        });
        Optional<Integer> line =
                same.stream().flatMap(each -> each.seen().line().stream()).findFirst();
        Where place = file.isPresent() && line.isPresent() ? Where.SITE.in(file.get(), line.get()) : Where.SITE;
        String proposal = same.stream()
                .flatMap(each -> each.seen().page().stream())
                .map(HeaderSurvey.PageTraits::proposal)
                .findFirst()
                .orElse("");
        return Raised.of(reason, place, Proof.CONFIRMED)
                .fact("routes", Listing.of(routes))
                .fact("count", routes.size())
                .fact("host", Listing.of(hosts))
                .fact("value", values.isEmpty() ? NOTHING : shortened(Listing.of(values)))
                .fact("proposal", proposal)
                .showing(same.stream()
                        .limit(EVIDENCE_SHOWN)
                        .map(each -> (Evidence) each.seen().evidence())
                        .toList());
    }

    private static String shortened(String text) {
        return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "…";
    }
}
