package dev.launchready.demo;

import java.util.Set;

/**
 * One thing that can be wrong with the demo portal, as a switch.
 *
 * @param id {@code <check>/<reason>}, with {@code #variant} where several flaws give the same reason
 * @param says what is wrong, one sentence
 * @param alsoChanges ids of the other checks whose outcome or reasons it rightly changes
 */
public record Flaw(String id, String says, Set<String> alsoChanges) {

    public Flaw {
        alsoChanges = Set.copyOf(alsoChanges);
        if (!id.matches("[a-z]+\\.[a-z0-9-]+/[a-z0-9-]+(#[a-z0-9-]+)?")) {
            throw new IllegalArgumentException(
                    "'" + id + "' is no id of a flaw: write check/reason or check/reason#variant");
        }
    }

    static Flaw of(String id, String says) {
        return new Flaw(id, says, Set.of());
    }

    Flaw changing(String... checks) {
        return new Flaw(id, says, Set.of(checks));
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

    @Override
    public String toString() {
        return id;
    }
}
