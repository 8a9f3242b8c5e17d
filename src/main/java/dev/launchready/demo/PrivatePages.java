package dev.launchready.demo;

import dev.launchready.demo.DemoDatabase.Row;
import dev.launchready.demo.Sessions.Session;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The pages of those who are signed in; nobody else gets further than to the sign-in page. */
final class PrivatePages {
    private final DemoDatabase database;
    private final Sessions sessions;
    private final PageFrame frame;
    private final Switches on;

    PrivatePages(DemoDatabase database, Sessions sessions, PageFrame frame, Switches on) {
        this.on = on;
        this.database = database;
        this.sessions = sessions;
        this.frame = frame;
    }

    /** Whether a path belongs here, so that nobody learns which of them exist. */
    private static boolean ours(String path) {
        return path.matches("/(dashboard|projects|invoices|notes|files|account|admin)(/.*)?");
    }

    Optional<Reply> answer(Visit visit) {
        if (!visit.reads() || !ours(visit.path())) {
            return Optional.empty();
        }
        Optional<Session> session = sessions.of(visit);
        Optional<Person> person = session.flatMap(held -> database.person(held.person()));
        return Optional.of(
                person.isEmpty()
                        ? Reply.redirect(302, "/login?next=" + visit.path())
                        : page(visit, person.get(), session.get().csrf()));
    }

    private Reply page(Visit visit, Person person, String csrf) {
        if (visit.path().equals("/account")) {
            return account(person, csrf, visit.query().isPresent() ? "The password was changed." : "");
        }
        return body(visit.path(), person)
                .map(body -> framed(person, csrf, body))
                .orElseGet(frame::missing);
    }

    /** @param alert what to tell above the form */
    Reply account(Person person, String csrf, String alert) {
        String body = Resources.text("pages/account.html")
                .replace("@NAME@", PageFrame.escaped(person.name()))
                .replace("@EMAIL@", PageFrame.escaped(person.email()))
                .replace("@ALERT@", alert.isEmpty() ? "" : "<p class=\"alert\" role=\"alert\">" + alert + "</p>")
                .replace("@CSRF@", csrf);
        return framed(person, csrf, body);
    }

    Reply missing() {
        return frame.missing();
    }

    /** A page of somebody who is signed in. */
    Reply framed(Person person, String csrf, String body) {
        String links = "<a href=\"/dashboard\">Dashboard</a><a href=\"/projects\">Projects</a>"
                + "<a href=\"/invoices\">Invoices</a><a href=\"/notes\">Notes</a><a href=\"/files\">Files</a>"
                + "<a href=\"/account\">Account</a>"
                + (person.admin() ? "<a href=\"/admin/users\">People</a>" : "")
                + "<form method=\"post\" action=\"/logout\"><input type=\"hidden\" name=\"csrf\" value=\"" + csrf
                + "\"><button class=\"plain\">Sign out</button></form>";
        return frame.signedIn("Your portal", PageFrame.escaped(person.name()), links, body);
    }

    private Optional<String> body(String path, Person person) {
        String[] parts = path.split("/", -1);
        if (parts.length == 3 && parts[1].equals("projects")) {
            return project(person, parts[2]);
        }
        if (parts.length == 3 && parts[1].equals("invoices")) {
            return invoice(person, parts[2]);
        }
        return switch (path) {
            case "/dashboard" -> Optional.of(dashboard(person));
            case "/projects" -> Optional.of(projects(person));
            case "/invoices" -> Optional.of(invoices(person));
            case "/files" -> Optional.of(files(person));
            case "/admin/users" -> person.admin() ? Optional.of(people()) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private String dashboard(Person person) {
        int projects = count("project", person);
        int invoices = count("invoice", person);
        return """
                <h1>Good day, %s</h1>
                <p class="lead">Here is where things stand. <span class="tag" data-health>checking</span></p>
                <section class="cards">
                <article><h2>Projects</h2><p class="price">%d</p><p><a href="/projects">See the plan</a></p></article>
                <article><h2>Invoices</h2><p class="price">%d</p><p><a href="/invoices">See what is open</a></p></article>
                </section>
                %s
                """.formatted(
                        PageFrame.escaped(person.name()),
                        projects,
                        invoices,
                        new Oversharing(database, on).recommended(person));
    }

    private int count(String table, Person person) {
        return database.row("select count(*) as total from " + table + " where tenant = ?", person.tenant())
                .orElseThrow()
                .number("total");
    }

    private String projects(Person person) {
        return "<h1>Projects</h1>"
                + table(
                        List.of("Project", "Stage"),
                        database.rows("select * from project where tenant = ? order by id", person.tenant()),
                        row -> cell("<a href=\"/projects/" + row.text("id") + "\">" + shown(row, "name") + "</a>")
                                + cell("<span class=\"tag\">" + shown(row, "stage") + "</span>"));
    }

    private Optional<String> project(Person person, String id) {
        return database.row("select * from project where cast(id as varchar) = ? and tenant = ?", id, person.tenant())
                .map(row -> "<h1>" + shown(row, "name") + "</h1><p class=\"lead\">" + shown(row, "summary")
                        + "</p><p><span class=\"tag\">" + shown(row, "stage") + "</span></p>");
    }

    private String invoices(Person person) {
        return "<h1>Invoices</h1>"
                + table(
                        List.of("Invoice", "Due", "Status", "Amount"),
                        database.rows("select * from invoice where tenant = ? order by id", person.tenant()),
                        row -> cell("<a href=\"/invoices/" + row.text("id") + "\">" + shown(row, "id") + "</a>")
                                + cell(shown(row, "due"))
                                + cell("<span class=\"tag\">" + shown(row, "status") + "</span>")
                                + "<td class=\"amount\">" + shown(row, "amount") + " " + shown(row, "currency")
                                + "</td>");
    }

    private Optional<String> invoice(Person person, String id) {
        Optional<Row> held = on.has(AccessFlaws.OTHERS_READ_PAGE)
                ? database.row("select * from invoice where id = ?", id)
                : database.row("select * from invoice where id = ? and tenant = ?", id, person.tenant());
        return held.map(
                row -> "<h1>Invoice " + shown(row, "id") + "</h1><dl><dt>Amount</dt><dd>" + shown(row, "amount") + " "
                        + shown(row, "currency") + "</dd><dt>Due</dt><dd>" + shown(row, "due")
                        + "</dd><dt>Status</dt><dd>" + shown(row, "status") + "</dd><dt>For</dt><dd>"
                        + shown(row, "memo") + "</dd></dl>");
    }

    private String files(Person person) {
        return "<h1>Files</h1>"
                + table(
                        List.of("File"),
                        database.rows("select * from file where tenant = ? order by id", person.tenant()),
                        row -> cell(shown(row, "name")));
    }

    private String people() {
        return "<h1>People</h1>"
                + table(
                        List.of("Name", "Address", "Role"),
                        database.rows("select * from person order by id"),
                        row -> cell(shown(row, "name")) + cell(shown(row, "email")) + cell(shown(row, "role")));
    }

    private static String table(List<String> heads, List<Row> rows, java.util.function.Function<Row, String> cells) {
        String head = heads.stream()
                .map(text -> "<th scope=\"col\">" + text + "</th>")
                .collect(Collectors.joining());
        String body =
                rows.stream().map(row -> "<tr>" + cells.apply(row) + "</tr>").collect(Collectors.joining());
        return "<table><thead><tr>" + head + "</tr></thead><tbody>" + body + "</tbody></table>";
    }

    private static String cell(String html) {
        return "<td>" + html + "</td>";
    }

    private static String shown(Row row, String column) {
        return PageFrame.escaped(row.text(column));
    }
}
