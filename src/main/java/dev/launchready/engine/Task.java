package dev.launchready.engine;

import dev.launchready.catalog.CheckCard;
import dev.launchready.check.Check;
import dev.launchready.check.Footprint;
import dev.launchready.check.Params;
import java.util.Comparator;

/** One check that is to run. */
public record Task(Check<?> check, CheckCard card, Params params, Footprint footprint) {

    public String id() {
        return card.id();
    }

    /** What a scan loses most without comes first when time is short. */
    static final Comparator<Task> MOST_VALUABLE_FIRST = Comparator.comparing(
                    (Task task) -> task.card().severity())
            .thenComparing(task -> -task.card().weight());
}
