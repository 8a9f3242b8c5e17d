package dev.launchready.check.cors;

import java.util.Collection;
import java.util.stream.Collectors;

/** A few of many, for a sentence. */
final class Listing {
    private static final int NAMED = 4;

    private Listing() {}

    static String of(Collection<String> all) {
        String few = all.stream().limit(NAMED).collect(Collectors.joining(", "));
        return all.size() <= NAMED ? few : few + " and " + (all.size() - NAMED) + " more";
    }
}
