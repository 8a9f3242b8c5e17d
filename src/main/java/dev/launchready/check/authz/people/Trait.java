package dev.launchready.check.authz.people;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a member of a record says of a person. */
public enum Trait {
    EMAIL("e-mail addresses"),
    PHONE("telephone numbers"),
    BIRTH("dates of birth"),
    STREET("home addresses"),
    NUMBER("identity, tax, bank or card numbers"),
    /** Named as a person's: first name, surname, full name. */
    NAME("names"),
    /** Two or more capitalised words under a plain {@code name}: a person, a company or a place. */
    TITLE("names"),
    /** How somebody's account stands: role, last sign-in, plan. */
    ACCOUNT("states of accounts"),
    /** Whom a business record is about. */
    PARTY("customers"),
    MONEY("amounts"),
    /** Says that the record is an invoice, a booking or the like. */
    BUSINESS("invoices or bookings");

    private final String plural;

    Trait(String plural) {
        this.plural = plural;
    }

    boolean contact() {
        return this == EMAIL || this == PHONE;
    }

    /** What a directory of people who want to be found does not have. */
    boolean inmost() {
        return this == BIRTH || this == STREET || this == NUMBER || this == ACCOUNT;
    }

    boolean namesSomebody() {
        return this == NAME || this == TITLE || this == PARTY;
    }

    /** For a person, at most four of them: {@code e-mail addresses, dates of birth}. */
    public static List<String> words(Collection<Trait> traits) {
        Set<String> words = traits.stream()
                .sorted()
                .map(trait -> trait.plural)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return words.stream().limit(4).toList();
    }
}
