package dev.launchready.demo;

import dev.launchready.demo.DemoDatabase.Row;
import dev.launchready.demo.Sessions.Session;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writing notes with a browser: forms, each with the token of its session. */
final class NotePages {
    private static final Pattern ONE = Pattern.compile("/notes/([a-z0-9-]{1,64})(/remove)?");
    private static final String LIST = "/notes";

    private final DemoDatabase database;
    private final Sessions sessions;
    private final PrivatePages pages;
    private final Switches on;

    NotePages(DemoDatabase database, Sessions sessions, PrivatePages pages, Switches on) {
        this.database = database;
        this.sessions = sessions;
        this.pages = pages;
        this.on = on;
    }

    Optional<Reply> answer(Visit visit) {
        Matcher one = ONE.matcher(visit.path());
        boolean list = visit.path().equals(LIST);
        boolean page = visit.reads() && (list || (one.matches() && one.group(2) == null));
        boolean form = visit.method().equals("POST") && (list || (one.matches() && one.group(2) != null));
        if (!page && !form) {
            return Optional.empty();
        }
        Optional<Session> session = sessions.of(visit);
        Optional<Person> person = session.flatMap(held -> database.person(held.person()));
        if (person.isEmpty()) {
            return Optional.of(Reply.redirect(302, "/login?next=" + LIST));
        }
        String csrf = session.get().csrf();
        if (page) {
            return list ? Optional.of(list(person.get(), csrf)) : shown(person.get(), one.group(1), csrf);
        }
        if (!ours(visit, session.get())) {
            return Optional.of(Reply.redirect(303, LIST + "?again=1"));
        }
        return Optional.of(list ? made(visit, person.get()) : removed(person.get(), one.group(1)));
    }

    /** Whether the form came from a page of this session, or a flaw asks for less. */
    private boolean ours(Visit visit, Session session) {
        String token = visit.form().getOrDefault("csrf", "");
        return on.has(FormFlaws.NO_TOKEN)
                || (on.has(FormFlaws.ANY_TOKEN) && sessions.gave(token))
                || session.csrf().equals(token);
    }

    private Reply list(Person person, String csrf) {
        StringBuilder cards = new StringBuilder();
        for (Row row : database.rows("select * from note where owner = ? order by title", person.id())) {
            cards.append("<article><h2><a href=\"/notes/")
                    .append(PageFrame.escaped(row.text("id")))
                    .append("\">")
                    .append(PageFrame.escaped(row.text("title")))
                    .append("</a></h2><p>")
                    .append(PageFrame.escaped(row.text("body")))
                    .append("</p></article>");
        }
        return pages.framed(
                person,
                csrf,
                "<h1>Notes</h1><section class=\"cards\">" + cards + "</section><form method=\"post\" action=\"" + LIST
                        + "\" class=\"card\">" + token(csrf) + "<label>Title <input name=\"title\" required></label>"
                        + "<label>Note <textarea name=\"body\"></textarea></label><button>Write it down</button></form>");
    }

    private Optional<Reply> shown(Person person, String id, String csrf) {
        return database.row("select * from note where id = ? and owner = ?", id, person.id())
                .map(row -> pages.framed(
                        person,
                        csrf,
                        "<h1>" + PageFrame.escaped(row.text("title")) + "</h1><p class=\"lead\">"
                                + PageFrame.escaped(row.text("body")) + "</p><form method=\"post\" action=\"/notes/"
                                + id
                                + "/remove\">" + token(csrf) + "<button class=\"plain\">Remove it</button></form>"))
                .or(() -> Optional.of(pages.missing()));
    }

    private static String token(String csrf) {
        return "<input type=\"hidden\" name=\"csrf\" value=\"" + csrf + "\">";
    }

    private Reply made(Visit visit, Person person) {
        Map<String, String> fields = visit.form();
        String title = fields.getOrDefault("title", "");
        if (title.isBlank()) {
            return Reply.redirect(303, LIST + "?title=1");
        }
        String id = UUID.randomUUID().toString();
        database.change(
                "insert into note values (?, ?, ?, ?, ?, '{}')",
                id,
                person.tenant(),
                person.id(),
                title,
                fields.getOrDefault("body", ""));
        return Reply.redirect(303, LIST + "/" + id);
    }

    private Reply removed(Person person, String id) {
        if (!on.has(FormFlaws.STAYS)) {
            database.change("delete from note where id = ? and owner = ?", id, person.id());
        }
        return Reply.redirect(303, LIST);
    }
}
