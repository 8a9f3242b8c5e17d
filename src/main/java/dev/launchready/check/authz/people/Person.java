package dev.launchready.check.authz.people;

import java.util.Set;

/**
 * A record that is about somebody.
 *
 * @param key by which one person is told from another: a personal value, never to leave memory
 * @param named as a client or an account, by the place where it stands; else it may stand in a directory
 * @param members where in the document, list positions as {@code *}
 */
record Person(String key, Set<Trait> traits, boolean named, Set<String> members) {
    Person {
        traits = Set.copyOf(traits);
        members = Set.copyOf(members);
    }

    boolean client() {
        return named || traits.stream().anyMatch(Trait::inmost);
    }

    /** An invoice, a booking: whom it is about, and how much. */
    boolean business() {
        return traits.contains(Trait.MONEY)
                && traits.contains(Trait.BUSINESS)
                && (traits.contains(Trait.PARTY) || traits.contains(Trait.NAME) || traits.contains(Trait.EMAIL));
    }

    /** A person rather than a company or a shop, as far as that can be told. */
    boolean human() {
        return traits.contains(Trait.EMAIL)
                || traits.contains(Trait.NAME)
                || traits.contains(Trait.BIRTH)
                || traits.contains(Trait.NUMBER);
    }

    /** More than a name and one way to be reached. */
    boolean full() {
        long reached = traits.stream().filter(Trait::contact).count();
        return traits.stream().anyMatch(Trait::inmost) || reached > 1;
    }

    /** Never the key. */
    @Override
    public String toString() {
        return traits.toString();
    }
}
