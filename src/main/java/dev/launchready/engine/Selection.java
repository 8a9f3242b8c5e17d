package dev.launchready.engine;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Which checks a person chose.
 *
 * @param only globs ({@code authz.*}); empty: all of the profile
 * @param skip globs of checks to leave out
 */
public record Selection(List<String> only, List<String> skip) {
    public static final Selection ALL = new Selection(List.of(), List.of());

    public Selection {
        only = List.copyOf(only);
        skip = List.copyOf(skip);
    }

    boolean chosen(String id) {
        return only.isEmpty() || only.stream().anyMatch(glob -> matches(glob, id));
    }

    boolean skipped(String id) {
        return skip.stream().anyMatch(glob -> matches(glob, id));
    }

    static boolean matches(String glob, String id) {
        String regex = Pattern.quote(glob).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
        return id.matches(regex);
    }
}
