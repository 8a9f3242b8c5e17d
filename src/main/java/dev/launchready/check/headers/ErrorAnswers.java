package dev.launchready.check.headers;

import dev.launchready.check.AnswerPlace;
import dev.launchready.check.CheckContext;
import dev.launchready.check.Provoked;
import dev.launchready.check.headers.HeaderSurvey.Part;
import dev.launchready.check.headers.HeaderSurvey.Seen;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every error that the portal answered with in the run, whoever asked for what, one of each kind. */
final class ErrorAnswers {
    private static final int FIRST_ERROR = 400;
    /** Kept for the record of the run; what gives something away is kept before what does not. */
    private static final int MOST_KEPT = 40;

    private final AnswerPlace.Finder places;
    private final Set<String> hosts;
    private final Map<String, Seen> telling = new LinkedHashMap<>();
    private final Map<String, Seen> silent = new LinkedHashMap<>();

    private ErrorAnswers(CheckContext context) {
        this.places = new AnswerPlace.Finder(context.portal());
        this.hosts = context.portal().hosts();
    }

    /** The provoked ones, and those that other checks of the run were answered with. */
    static List<Seen> of(CheckContext context) throws ProbeException, InterruptedException {
        ErrorAnswers errors = new ErrorAnswers(context);
        Provoked provoked = context.memo().get(Provoked.KEY);
        Set<HttpAnswer> faults = new HashSet<>(provoked.faults());
        provoked.faults().forEach(answer -> errors.add(answer, Part.FAULT));
        provoked.missing().forEach(answer -> errors.add(answer, Part.ERROR));
        context.answers().all().stream()
                .filter(answer -> !faults.contains(answer))
                .forEach(answer -> errors.add(answer, Part.ERROR));
        List<Seen> all = new ArrayList<>(errors.telling.values());
        all.addAll(errors.silent.values());
        return all.stream().limit(MOST_KEPT).toList();
    }

    /** What a limiter or a gateway says is not the portal's own word, and tells nothing of it. */
    private void add(HttpAnswer answer, Part part) {
        boolean error = part == Part.FAULT || answer.status() >= FIRST_ERROR;
        if (!error || answer.heldBack() || !hosts.contains(answer.call().url().host())) {
            return;
        }
        Seen seen = SeenReader.wrong(answer, places.of(answer), part);
        Map<String, Seen> kept = seen.signs().isEmpty() ? silent : telling;
        kept.putIfAbsent(seen.route() + " " + seen.status() + " " + seen.signs(), seen);
    }
}
