package dev.launchready.demo;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** Who has an account: signing up, signing in, changing what one signs in with, and leaving. */
final class Accounts {
    private static final int LEAST_PASSWORD = 10;
    private static final int LONGEST = 200;
    /** Ids from here on are those of people who signed up by themselves. */
    private static final int FIRST_NEWCOMER = 1000;

    private final DemoDatabase database;
    private final Switches on;

    Accounts(DemoDatabase database, Switches on) {
        this.database = database;
        this.on = on;
    }

    /** What became of a sign-up. */
    enum SignedUp {
        NEW,
        TAKEN,
        INVALID
    }

    Optional<Person> signIn(String email, String password) {
        return database.signIn(address(email), password);
    }

    boolean known(String email) {
        return database.person(address(email)).isPresent();
    }

    Optional<Person> named(String email) {
        return database.person(address(email));
    }

    /** One mailbox is one account, however its address is written. */
    String address(String written) {
        String address = written;
        if (!on.has(AccountFlaws.SECOND_BY_UNICODE)) {
            address = Normalizer.normalize(address, Normalizer.Form.NFKC);
        }
        if (!on.has(AccountFlaws.SECOND_BY_SPACE)) {
            address = address.strip();
        }
        return on.has(AccountFlaws.SECOND_BY_CASE) ? address : address.toLowerCase(Locale.ROOT);
    }

    /**
     * @param role that it gets
     * @param tenant that it joins; absent: one of its own
     */
    synchronized SignedUp signUp(String email, String name, String password, String role, Optional<String> tenant) {
        String address = address(email);
        int at = address.indexOf('@');
        boolean fits = at > 0 && address.length() <= LONGEST && name.length() <= LONGEST;
        if (!fits || password.length() < LEAST_PASSWORD || address.indexOf('@', at + 1) > 0) {
            return SignedUp.INVALID;
        }
        if (database.person(address).isPresent()) {
            if (on.has(AccountFlaws.SIGN_UP_TAKES_OVER)) {
                database.change("update person set secret = ? where email = ?", Passwords.hash(password), address);
            }
            return SignedUp.TAKEN;
        }
        int id = database.row("select max(id) as last from person")
                .map(row -> Math.max(FIRST_NEWCOMER, row.number("last") + 1))
                .orElse(FIRST_NEWCOMER);
        if (tenant.isEmpty()) {
            database.change("insert into tenant values (?, ?)", "t" + id, name);
        }
        database.change(
                "insert into person values (?, ?, ?, ?, ?, ?)",
                id,
                address,
                name,
                role,
                tenant.orElse("t" + id),
                Passwords.hash(password));
        return SignedUp.NEW;
    }

    boolean isTenant(String id) {
        return database.row("select id from tenant where id = ?", id).isPresent();
    }

    /** Whether that is the person's password. */
    boolean proves(Person person, String password) {
        return database.signIn(person.email(), password).isPresent();
    }

    boolean changePassword(Person person, String password) {
        return password.length() >= LEAST_PASSWORD
                && database.change("update person set secret = ? where id = ?", Passwords.hash(password), person.id())
                        > 0;
    }

    boolean rename(Person person, String name, String role) {
        boolean fits = !name.isBlank() && name.length() <= LONGEST;
        return fits
                && database.change("update person set name = ?, role = ? where id = ?", name, role, person.id()) > 0;
    }

    synchronized boolean changeAddress(Person person, String email) {
        String address = address(email);
        boolean free = address.indexOf('@') > 0 && database.person(address).isEmpty();
        return free && database.change("update person set email = ? where id = ?", address, person.id()) > 0;
    }

    /** Removes whoever signed up by himself, and what is his. */
    synchronized boolean remove(Person person) {
        if (person.id() < FIRST_NEWCOMER) {
            return false;
        }
        for (String table : new String[] {"note", "invoice", "file", "project"}) {
            database.change("delete from " + table + " where owner = ?", person.id());
        }
        boolean gone = database.change("delete from person where id = ?", person.id()) > 0;
        database.change("delete from tenant where id = ?", "t" + person.id());
        return gone;
    }
}
