package dev.launchready.demo;

import java.util.List;

/**
 * An account of the seeded database with its password, which is no secret: it opens nothing but a demo on this machine.
 *
 * @param key its name in the portal file
 * @param owns its seeded objects, as the portal file writes them
 * @param bills invoices that it sees in a browser too
 */
record Account(String key, Person person, String password, String owns, String bills) {
    static final List<Account> SEEDED = List.of(
            new Account(
                    "alice",
                    new Person(2, "alice@north.example", "Alice Nordin", "client", "north"),
                    "Northern-breeze-58",
                    "{project: [17, 18], task: [{project: 17, task: 5}], invoice: [inv_1001, inv_1002], statement: [inv_1001, inv_1002],"
                            + " note: [7d0c1f6e-52a4-4a0f-9d52-0c7a4e0f1a11], file: [plan-night-shift]}",
                    "inv_1001"),
            new Account(
                    "bob",
                    new Person(4, "bob@south.example", "Bob Sutter", "client", "south"),
                    "Southern-current-77",
                    "{project: [23, 24], task: [{project: 23, task: 9}], invoice: [inv_2001, inv_2002], statement: [inv_2001, inv_2002],"
                            + " note: [c5a7f3b8-19de-4b2c-b1c4-3e8d7a6f4b33], file: [price-list-draft]}",
                    "inv_2001"),
            new Account(
                    "anna",
                    new Person(3, "anna@north.example", "Anna Lund", "client", "north"),
                    "Northern-stars-24",
                    "{project: [19], note: [0b8e2d94-7c1b-4f63-8a07-6f2b9d5c3e22]}",
                    ""),
            new Account(
                    "admin",
                    new Person(1, "harriet@harbor.example", "Harriet Moor", "admin", "harbor"),
                    "Lighthouse-keeper-31",
                    "{}",
                    ""));
}
