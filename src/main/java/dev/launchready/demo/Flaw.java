package dev.launchready.demo;

import java.util.Set;

/**
 * One thing that can be wrong with the demo portal, as a switch.
 *
 * @param id {@code <check>/<reason>}, with {@code #variant} where several flaws give the same reason
 * @param at the path or the host where it shows, so that many flaws can be on at once; empty: everywhere
 * @param says what is wrong, one sentence
 * @param alsoChanges ids of the other checks whose outcome or reasons it rightly changes
 */
public record Flaw(String id, String at, String says, Set<String> alsoChanges) {

    public Flaw {
        alsoChanges = Set.copyOf(alsoChanges);
        if (!id.matches("[a-z]+\\.[a-z0-9-]+/[a-z0-9-]+(#[a-z0-9-]+)?")) {
            throw new IllegalArgumentException(
                    "'" + id + "' is no id of a flaw: write check/reason or check/reason#variant");
        }
    }

    static Flaw of(String id, String at, String says) {
        return new Flaw(id, at, says, Set.of());
    }

    Flaw changing(String... checks) {
        return new Flaw(id, at, says, Set.of(checks));
    }

    /** The check that must find it. */
    public String check() {
        return id.substring(0, id.indexOf('/'));
    }

    /** The reason with which that check must find it. */
    public String reason() {
        String rest = id.substring(id.indexOf('/') + 1);
        int variant = rest.indexOf('#');
        return variant < 0 ? rest : rest.substring(0, variant);
    }

    /** Whether it shows on a host of its own, which is there only with the flaw. */
    boolean hasHost() {
        return !at.isEmpty() && !at.startsWith("/");
    }

    /** The host above the one where it shows. */
    String parent() {
        return at.substring(at.indexOf('.') + 1);
    }

    @Override
    public String toString() {
        return id;
    }
}
