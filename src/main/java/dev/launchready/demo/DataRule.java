package dev.launchready.demo;

import java.util.Optional;

/** Who gets which part of a table, a function's answer or a bucket. */
enum DataRule {
    /** The right itself was taken away from all who come from outside. */
    NOBODY,
    OWN,
    SIGNED_IN,
    EVERYBODY;

    /** This rule, or the one that a flaw puts in its place. */
    DataRule unless(boolean flawed, DataRule instead) {
        return flawed ? instead : this;
    }

    /** Whether what belongs to that owner is shown; an owner below 1 is nobody. */
    boolean shows(int owner, Optional<Person> who) {
        return switch (this) {
            case NOBODY -> false;
            case OWN -> who.filter(person -> person.id() == owner).isPresent();
            case SIGNED_IN -> who.isPresent();
            case EVERYBODY -> true;
        };
    }
}
