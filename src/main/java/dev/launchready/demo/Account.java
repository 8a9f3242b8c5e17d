package dev.launchready.demo;

import java.util.List;

/**
 * An account of the seeded database with its password, which is no secret: it opens nothing but a demo on this machine.
 *
 * @param key its name in the portal file
 */
record Account(String key, Person person, String password) {
    static final List<Account> SEEDED = List.of(
            new Account(
                    "admin",
                    new Person(1, "harriet@harbor.example", "Harriet Moor", "admin", "harbor"),
                    "Lighthouse-keeper-31"),
            new Account(
                    "alice",
                    new Person(2, "alice@north.example", "Alice Nordin", "client", "north"),
                    "Northern-breeze-58"),
            new Account(
                    "anna", new Person(3, "anna@north.example", "Anna Lund", "client", "north"), "Northern-stars-24"),
            new Account(
                    "bob", new Person(4, "bob@south.example", "Bob Sutter", "client", "south"), "Southern-current-77"));
}
