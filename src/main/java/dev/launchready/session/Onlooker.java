package dev.launchready.session;

import dev.launchready.model.Json;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.JsonBody;
import dev.launchready.session.Glimpse.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells what a stranger saw of an original. No status decides alone: first what belongs to the rightful one is looked for, at any
 * status; then the answer's own shape is read, since refusals come in many.
 */
public final class Onlooker {
    private static final int SUCCESS = 2;
    /** From here on an answer may be a developer's page, with words of the portal's own templates. */
    private static final int REFUSED = 400;
    /** Two equal values are the least that is no chance; see the rule on strong proof. */
    private static final int LEAST_ALIKE = 2;

    private static final double SHARE_ALIKE = 0.5;
    private static final double SAME_SCHEMA = 0.9;

    private final Original original;
    private final Backdrop backdrop;
    private final Set<String> proving;
    private final Set<String> telling;

    /** @param original a control without {@link Original#trouble} */
    public Onlooker(Original original, Backdrop backdrop) {
        this.original = original;
        this.backdrop = backdrop;
        Set<String> ordinary = backdrop.texts();
        this.telling = original.texts().stream()
                .filter(text -> !ordinary.contains(text) && !Telling.generic(text))
                .collect(Collectors.toUnmodifiableSet());
        this.proving = telling.stream().filter(Telling::proves).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the original shows anything by which a leak could be told. */
    public boolean canTell() {
        return !telling.isEmpty()
                || original.json().map(json -> !Telling.hollow(json)).orElse(false);
    }

    /** Whether it shows a value that proves whose it is. */
    public boolean canProve() {
        return proving.stream().anyMatch(text -> !Echo.asked(original.before(), text));
    }

    public Glimpse see(HttpAnswer stranger) {
        int status = stranger.status();
        long shown = proving.stream()
                .filter(text -> !Echo.asked(stranger, text) && shows(stranger, text))
                .filter(text -> status < REFUSED || Telling.unmistakable(text))
                .count();
        if (shown > 0) {
            return glimpse(Kind.SHOWN, "shows " + counted(shown, "value") + " that only the owner gets", stranger);
        }
        if (heldBack(stranger)) {
            return glimpse(Kind.UNCLEAR, "a limiter or a wall answered " + status, stranger);
        }
        if (stranger.truncated()) {
            return glimpse(Kind.UNCLEAR, "the answer was cut short", stranger);
        }
        Optional<Json> json = JsonBody.parse(stranger.text());
        Alike alike = alike(stranger, json);
        if (alike.leak()) {
            return glimpse(Kind.ALIKE, counted(alike.equal(), "value") + " equal to the owner's", stranger);
        }
        if (status >= 500) {
            return glimpse(Kind.CRASHED, "shows nothing, but answers " + status, stranger);
        }
        if (status / 100 != SUCCESS) {
            return glimpse(Kind.REFUSED, "answered " + status, stranger);
        }
        return success(stranger, json, alike);
    }

    /** An answer that claims success and shows no value of the owner's. */
    private Glimpse success(HttpAnswer stranger, Optional<Json> json, Alike alike) {
        if (!canTell()) {
            return glimpse(Kind.UNCLEAR, "the owner's answer shows nothing by which a leak could be told", stranger);
        }
        if (stranger.text().isBlank() || json.map(Telling::hollow).orElse(false)) {
            return glimpse(Kind.REFUSED, "answered " + stranger.status() + " with nothing in it", stranger);
        }
        if (backdrop.misses().stream().anyMatch(miss -> Likeness.alike(miss, stranger))) {
            return glimpse(Kind.REFUSED, "the same as for something that does not exist", stranger);
        }
        if (backdrop.own().stream().anyMatch(own -> Likeness.alike(own, stranger))) {
            return glimpse(Kind.OWN_INSTEAD, "its own came instead", stranger);
        }
        boolean sameSchema = json.flatMap(mine -> original.json().map(theirs -> sameSchema(theirs, mine)))
                .orElse(false);
        if (sameSchema || alike.hint()) {
            return glimpse(Kind.RESEMBLES, "of the same structure", stranger);
        }
        return glimpse(Kind.REFUSED, "answered " + stranger.status() + " and shows nothing of it", stranger);
    }

    private static boolean sameSchema(Json theirs, Json mine) {
        Set<String> keys = Likeness.keys(theirs);
        return keys.size() >= LEAST_ALIKE && Likeness.jaccard(keys, Likeness.keys(mine)) >= SAME_SCHEMA;
    }

    /** How many of the owner's values the stranger got at the same places, or for pages: anywhere; and of how many. */
    private Alike alike(HttpAnswer stranger, Optional<Json> json) {
        if (json.isPresent() && original.json().isPresent()) {
            Map<List<String>, String> theirs = original.values();
            theirs.values()
                    .removeIf(value -> Telling.hollow(value) || Telling.generic(value) || Echo.asked(stranger, value));
            ordinary().forEach(values -> theirs.entrySet().removeAll(values.entrySet()));
            Map<List<String>, String> mine = Likeness.values(json.get());
            return new Alike(
                    theirs.entrySet().stream()
                            .filter(entry -> entry.getValue().equals(mine.get(entry.getKey())))
                            .count(),
                    theirs.size());
        }
        Set<String> texts = Likeness.texts(stranger);
        List<String> theirs =
                telling.stream().filter(text -> !Echo.asked(stranger, text)).toList();
        return new Alike(theirs.stream().filter(texts::contains).count(), theirs.size());
    }

    /** Values at their places that the stranger gets for something missing, or for its own. */
    private Stream<Map<List<String>, String>> ordinary() {
        return Stream.concat(backdrop.misses().stream(), backdrop.own().stream())
                .flatMap(answer -> JsonBody.parse(answer.text()).stream())
                .map(Likeness::values);
    }

    private record Alike(long equal, long of) {
        boolean leak() {
            return equal >= LEAST_ALIKE && equal >= SHARE_ALIKE * of;
        }

        boolean hint() {
            return equal > 0 && equal >= SHARE_ALIKE * of;
        }
    }

    private static boolean shows(HttpAnswer stranger, String text) {
        return Sign.shows(stranger, text)
                || stranger.headers().stream().anyMatch(header -> header.value().contains(text));
    }

    /** Whether the rightful one gets no more than the application's shell, or a page that stands in for anything missing. */
    public boolean shell() {
        return Likeness.html(original.before())
                && backdrop.misses().stream().anyMatch(miss -> Likeness.samePage(miss, original.before()));
    }

    /** Whether a limiter, a server in trouble or a wall answered in the portal's place. */
    public static boolean heldBack(HttpAnswer answer) {
        return answer.heldBack() || walled(answer);
    }

    private static boolean walled(HttpAnswer answer) {
        return answer.header("cf-mitigated").isPresent()
                || answer.header("x-vercel-mitigated").isPresent()
                || answer.header("x-amzn-waf-action").isPresent();
    }

    private static Glimpse glimpse(Kind kind, String sign, HttpAnswer stranger) {
        return new Glimpse(kind, sign, stranger.status());
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
