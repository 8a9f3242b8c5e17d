package dev.launchready.session;

import dev.launchready.model.Json;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.JsonBody;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the rightful one got, fetched before and after the stranger's try: the positive control. What differs between the two is volatile
 * and counts for nothing.
 */
public record Original(HttpAnswer before, HttpAnswer after) {
    private static final int SUCCESS = 2;

    /** Why it is no control; empty when both answers succeeded, by their own words too, and show something. */
    public Optional<String> trouble() {
        if (before.status() / 100 != SUCCESS) {
            return Optional.of(Words.of(before));
        }
        if (after.status() / 100 != SUCCESS) {
            return Optional.of("afterwards " + Words.of(after));
        }
        if (Failing.said(before)) {
            return Optional.of(Words.of(before));
        }
        if (before.text().isBlank()) {
            return Optional.of(Words.request(before) + " answered " + before.status() + " with nothing in it");
        }
        return Optional.empty();
    }

    /** The pieces of text that both answers show. */
    public Set<String> texts() {
        Set<String> stable = new LinkedHashSet<>(Likeness.texts(before));
        stable.retainAll(Likeness.texts(after));
        return stable;
    }

    Optional<Json> json() {
        return JsonBody.parse(before.text());
    }

    /** Path to value of the scalars that both answers have alike. */
    Map<List<String>, String> values() {
        Map<List<String>, String> stable = new LinkedHashMap<>();
        json().ifPresent(first -> stable.putAll(Likeness.values(first)));
        Map<List<String>, String> later =
                JsonBody.parse(after.text()).map(Likeness::values).orElse(Map.of());
        stable.entrySet().retainAll(later.entrySet());
        return stable;
    }
}
