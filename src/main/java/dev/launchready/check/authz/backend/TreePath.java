package dev.launchready.check.authz.backend;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A path in a tree of data, as a front names it: {@code journals}, or {@code users/{id}/orders}, where an id stands in between.
 *
 * @param prefix what stands before the id; empty: the root
 * @param suffix what stands behind it, with its slash; empty where nothing does
 */
record TreePath(String prefix, String suffix) {
    private static final Pattern OPEN =
            Pattern.compile("\\$\\{[^}]{0,80}}|\\{[^}]{0,80}}|\\$[A-Za-z_]\\w*|:[A-Za-z_]\\w*");
    private static final Pattern STEP = Pattern.compile("(?!__)[A-Za-z0-9_~@ -]{1,80}");
    private static final int DEEPEST = 6;

    static final TreePath ROOT = new TreePath("", "");

    /** Empty for what is no path, or one with several ids. */
    static Optional<TreePath> of(String text) {
        String plain = OPEN.matcher(text.strip())
                .replaceAll("{}")
                .replaceAll("^/+", "")
                .replaceAll("/+$", "");
        List<String> steps = Arrays.asList(plain.split("/", -1));
        long open = steps.stream().filter("{}"::equals).count();
        boolean named = steps.stream()
                .allMatch(step -> step.equals("{}") || STEP.matcher(step).matches());
        if (!named || open > 1 || steps.size() > DEEPEST || steps.get(0).equals("{}")) {
            return Optional.empty();
        }
        int at = plain.indexOf("/{}");
        return Optional.of(
                at < 0 ? new TreePath(plain, "") : new TreePath(plain.substring(0, at), plain.substring(at + 3)));
    }

    boolean root() {
        return prefix.isEmpty();
    }

    /** Where one of its children is, from the prefix on. */
    String child(String id) {
        return id + suffix;
    }

    /** As a person writes it. */
    String shown() {
        return root() ? "/" : suffix.isEmpty() ? prefix : prefix + "/{id}" + suffix;
    }

    /** The last name in it, by which a type of objects is known. */
    String type() {
        String whole = suffix.isEmpty() ? prefix : suffix;
        return whole.substring(whole.lastIndexOf('/') + 1);
    }
}
