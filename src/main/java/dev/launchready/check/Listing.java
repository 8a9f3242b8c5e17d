package dev.launchready.check;

import java.util.Collection;
import java.util.stream.Collectors;

/** A few of many, for a fact that stands in a sentence. */
public final class Listing {
    private static final int NAMED = 4;

    private Listing() {}

    /** The first four, and how many more there are. */
    public static String of(Collection<String> all) {
        return of(all, NAMED);
    }

    /** The first so many, and how many more there are. */
    public static String of(Collection<String> all, int named) {
        String few = all.stream().limit(named).collect(Collectors.joining(", "));
        return all.size() <= named ? few : few + " and " + (all.size() - named) + " more";
    }
}
