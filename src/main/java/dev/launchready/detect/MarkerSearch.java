package dev.launchready.detect;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks for any number of exact strings at once, such as the markers of all identities in all answers of a run. Immutable and shared by all
 * threads. Besides the string as it is, the ways in which HTML, JSON and URLs write it are found.
 */
public final class MarkerSearch {
    private static final int MIN_LENGTH = 4;

    private final List<String> markers;
    private final int[] markerOf;
    private final Keywords keywords;

    /**
     * A marker that was met.
     *
     * @param marker index in the list that the search was made of
     * @param offset bytes from the start
     */
    public record Met(int marker, int offset) {}

    private MarkerSearch(List<String> markers, List<String> spellings, int[] markerOf) {
        this.markers = markers;
        this.markerOf = markerOf;
        this.keywords = Keywords.exact(spellings);
    }

    /**
     * @param markers strings to look for
     * @throws IllegalArgumentException where one is shorter than four characters and would be met by chance
     */
    public static MarkerSearch of(List<String> markers) {
        Map<String, Integer> spellings = new HashMap<>();
        for (int marker = 0; marker < markers.size(); marker++) {
            String text = markers.get(marker);
            if (text.length() < MIN_LENGTH) {
                throw new IllegalArgumentException("a marker of fewer than four characters proves nothing");
            }
            for (String spelling : spellings(text)) {
                spellings.putIfAbsent(spelling, marker);
            }
        }
        List<String> words = List.copyOf(spellings.keySet());
        int[] markerOf =
                words.stream().mapToInt(word -> spellings.getOrDefault(word, 0)).toArray();
        return new MarkerSearch(List.copyOf(markers), words, markerOf);
    }

    private static Set<String> spellings(String text) {
        Set<String> all = new TreeSet<>();
        all.add(text);
        all.add(text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;"));
        all.add(text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("\"", "&#34;")
                .replace("'", "&#39;"));
        all.add(text.replace("\\", "\\\\").replace("\"", "\\\"").replace("/", "\\/"));
        all.add(text.replace("\\", "\\\\").replace("\"", "\\\""));
        all.add(asciiJson(text));
        String form = URLEncoder.encode(text, StandardCharsets.UTF_8);
        all.add(form);
        all.add(form.replace("+", "%20"));
        all.add(form.replace("%40", "@"));
        return all;
    }

    /** JSON in which everything beyond ASCII is escaped. */
    private static String asciiJson(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char each = text.charAt(at);
            if (each < 0x80) {
                escaped.append(each);
            } else {
                escaped.append(String.format("\\u%04x", (int) each));
            }
        }
        return escaped.toString();
    }

    /** The strings that are looked for. */
    public List<String> markers() {
        return Collections.unmodifiableList(markers);
    }

    /** Every place where a marker stands, in order. */
    public List<Met> in(byte[] bytes) {
        List<Met> met = new ArrayList<>();
        keywords.find(bytes, 0, bytes.length, bytes.length, (word, at) -> met.add(new Met(markerOf[word], at)));
        return met;
    }

    /** Which markers stand in the bytes. */
    public Set<Integer> indexesIn(byte[] bytes) {
        Set<Integer> found = new TreeSet<>();
        keywords.find(bytes, 0, bytes.length, bytes.length, (word, at) -> found.add(markerOf[word]));
        return found;
    }
}
