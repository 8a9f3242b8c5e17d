package dev.launchready.demo;

import dev.launchready.demo.DemoDatabase.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What flaws add to answers that are rightly given. */
final class Oversharing {
    private static final int CLEAR_LENGTH = 20;

    private final DemoDatabase database;
    private final Switches on;

    Oversharing(DemoDatabase database, Switches on) {
        this.database = database;
        this.on = on;
    }

    /** One's own record. */
    Map<String, Object> me(Map<String, Object> record, Person person, Tokens tokens) {
        Map<String, Object> more = new LinkedHashMap<>(record);
        if (on.has(AnswerFlaws.PASSWORD_HASH)) {
            more.put("password_digest", djangoStyle(person));
        }
        if (on.has(AnswerFlaws.PASSWORD_IN_CLEAR)) {
            Account.SEEDED.stream()
                    .filter(account -> account.person().id() == person.id())
                    .forEach(account -> more.put("login_hint", account.password()));
        }
        if (on.has(AnswerFlaws.ACCOUNT_SECRET)) {
            more.put("reset_password_token", Randomness.name().substring(0, CLEAR_LENGTH));
        }
        if (on.has(AnswerFlaws.FOREIGN_SESSION)) {
            more.put("signed_in_too", tokens.ofOthers(person));
        }
        return more;
    }

    /** The stored password as a framework would write it: scheme, rounds, salt, hash. */
    private String djangoStyle(Person person) {
        String stored = database.row("select secret from person where id = ?", person.id())
                .map(row -> row.text("secret"))
                .orElse("");
        return "pbkdf2_sha256$20000$" + stored;
    }

    Map<String, Object> project(Row row, Person person) {
        if (!on.has(AnswerFlaws.FOREIGN_VALUES)) {
            return row.columns();
        }
        List<String> others =
                database.rows("select email from person where tenant <> ? order by id", person.tenant()).stream()
                        .map(each -> each.text("email"))
                        .toList();
        return with(row, Map.of("seen_by", others));
    }

    Map<String, Object> invoice(Row row) {
        return on.has(AnswerFlaws.INTERNAL_FIELDS)
                ? with(row, Map.of("internal_note", "Pays late; remind by phone.", "cost_price", 310))
                : row.columns();
    }

    private static Map<String, Object> with(Row row, Map<String, Object> more) {
        Map<String, Object> all = new LinkedHashMap<>(row.columns());
        all.putAll(more);
        return all;
    }

    /** A paragraph of the dashboard. */
    String recommended(Person person) {
        return on.has(AnswerFlaws.LOOKS_FOREIGN)
                ? database.row("select name from project where tenant <> ? order by id desc", person.tenant())
                        .map(row -> "<p>Others work on this: <em>" + PageFrame.escaped(row.text("name")) + "</em></p>")
                        .orElse("")
                : "";
    }
}
