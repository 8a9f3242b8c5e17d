package dev.launchready.check.face;

import dev.launchready.model.Url;
import dev.launchready.probe.http.HttpAnswer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What makes an answer like another: status, destination, structure, words. Its own address, which many error pages repeat, is left out.
 *
 * @param place where a redirect leads, without the part that repeats the address asked for; empty for other answers
 * @param tags how often each element or member name occurs
 */
public record Likeness(int status, String place, String type, Map<String, Integer> tags, Set<String> words, int lines) {
    private static final int MOST_TEXT = 200_000;
    private static final Pattern STRUCTURE = Pattern.compile("<([a-zA-Z][a-zA-Z0-9-]*)|\"([A-Za-z_][\\w-]*)\"\\s*:");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]{2,}");
    /** Build ids, nonces, times and request ids: long runs with digits, which differ from answer to answer. */
    private static final Pattern VOLATILE = Pattern.compile("(?=\\w*\\d)\\w{8,}");

    /** As alike as two answers must be to say the same thing; ZAP's hidden-file rule uses the same figure. */
    static final double ALIKE = 0.9;

    /** Whether two answers show a visitor the same thing. */
    public static boolean alike(HttpAnswer one, HttpAnswer other) {
        return of(one).to(of(other), Weights.USUAL) >= ALIKE;
    }

    static Likeness of(HttpAnswer answer) {
        Url url = answer.call().url();
        String body = answer.text();
        String text = withoutAddress(body.substring(0, Math.min(body.length(), MOST_TEXT)), url);
        String place = answer.location()
                .map(target -> withoutAddress(target.origin() + target.path(), url))
                .orElse("");
        return new Likeness(answer.status(), place, answer.mediaType(), counts(text), words(text), (int)
                text.lines().count());
    }

    /** From 0 to 1; answers with another status, destination or type are never alike. */
    double to(Likeness other, Weights weights) {
        if (status != other.status || !place.equals(other.place) || !type.equals(other.type)) {
            return 0;
        }
        Shares shares = shares(other);
        return faded(shares.tags(), weights.tags())
                * faded(shares.words(), weights.words())
                * faded(shares.lines(), weights.lines());
    }

    Shares shares(Likeness other) {
        return new Shares(sharedTags(other), sharedWords(other), ratio(lines, other.lines));
    }

    /** How much of each trait two answers share, 0 to 1. */
    record Shares(double tags, double words, double lines) {}

    /**
     * How far each trait is to be believed, 0 to 1: one that moves between two plain replays fades.
     */
    record Weights(double tags, double words, double lines) {
        /** Structure says more than length. */
        static final Weights USUAL = new Weights(0.5, 0.5, 0.25);

        Weights fadedBy(Shares replay) {
            return new Weights(tags * replay.tags(), words * replay.words(), lines * replay.lines());
        }
    }

    private static double faded(double share, double weight) {
        return share * weight + 1 - weight;
    }

    private double sharedTags(Likeness other) {
        Set<String> names = new HashSet<>(tags.keySet());
        names.addAll(other.tags.keySet());
        int least = 0;
        int most = 0;
        for (String name : names) {
            int here = tags.getOrDefault(name, 0);
            int there = other.tags.getOrDefault(name, 0);
            least += Math.min(here, there);
            most += Math.max(here, there);
        }
        return ratio(least, most);
    }

    private double sharedWords(Likeness other) {
        Set<String> both = new HashSet<>(words);
        both.retainAll(other.words);
        return ratio(both.size(), words.size() + other.words.size() - both.size());
    }

    private static double ratio(int one, int other) {
        return one == other ? 1 : (double) Math.min(one, other) / Math.max(one, other);
    }

    private static Map<String, Integer> counts(String text) {
        Map<String, Integer> counts = new HashMap<>();
        Matcher found = STRUCTURE.matcher(text);
        while (found.find()) {
            String name =
                    found.group(1) == null ? found.group(2) : found.group(1).toLowerCase(Locale.ROOT);
            counts.merge(name, 1, Integer::sum);
        }
        return Map.copyOf(counts);
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        Matcher found = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (found.find()) {
            if (!VOLATILE.matcher(found.group()).matches()) {
                words.add(found.group());
            }
        }
        return Set.copyOf(words);
    }

    private static String withoutAddress(String text, Url url) {
        List<String> spellings = new ArrayList<>(List.of(url.toString(), url.target()));
        if (url.path().length() > 1) {
            spellings.add(url.path());
            spellings.add(url.path().substring(1));
            spellings.add(url.path().substring(1).replace("/", "%2F"));
            spellings.add(url.path().substring(1).replace("/", "\\/"));
        }
        String without = text;
        for (String spelling : spellings) {
            without = spelling.length() > 1 ? without.replace(spelling, "") : without;
        }
        return without;
    }
}
