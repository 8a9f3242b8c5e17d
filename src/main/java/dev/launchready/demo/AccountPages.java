package dev.launchready.demo;

import dev.launchready.demo.Sessions.Session;
import java.util.Map;
import java.util.Optional;

/** Changing the password with a browser. */
final class AccountPages {
    private static final String CHANGED = "/account?changed=1";

    private final DemoDatabase database;
    private final Accounts accounts;
    private final Sessions sessions;
    private final PrivatePages pages;
    private final Switches on;

    AccountPages(DemoDatabase database, Sessions sessions, PrivatePages pages, Switches on) {
        this.database = database;
        this.accounts = new Accounts(database, on);
        this.sessions = sessions;
        this.pages = pages;
        this.on = on;
    }

    Optional<Reply> answer(Visit visit) {
        return visit.is("POST", "/account/password") ? Optional.of(changePassword(visit)) : Optional.empty();
    }

    private Reply changePassword(Visit visit) {
        Optional<Session> session = sessions.of(visit);
        Optional<Person> person = session.flatMap(held -> database.person(held.person()));
        if (person.isEmpty()) {
            return Reply.redirect(302, "/login?next=/account");
        }
        Map<String, String> fields = visit.form();
        String field = Optional.ofNullable(fields.get("csrf")).orElse("");
        if (!session.get().csrf().equals(field)) {
            return Reply.redirect(303, "/account");
        }
        boolean proved = on.has(AccountFlaws.PASSWORD_BY_PAGE)
                || accounts.proves(person.get(), fields.getOrDefault("current", ""));
        boolean changed = proved && accounts.changePassword(person.get(), fields.getOrDefault("new", ""));
        return changed
                ? Reply.redirect(303, CHANGED)
                : pages.account(person.get(), session.get().csrf(), "The password was not changed.");
    }
}
