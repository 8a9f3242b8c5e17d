package dev.launchready.check.dialect;

import static dev.launchready.check.dialect.Phrases.email;
import static dev.launchready.check.dialect.Phrases.identities;
import static dev.launchready.check.dialect.Phrases.page;

import dev.launchready.check.DialectServer.Ask;
import dev.launchready.check.DialectServer.Reply;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Pages with a cookie among others; nobody is sent to the sign-in, strangers to their own start page. */
record ServerPages() implements Dialect {
    @Override
    public String name() {
        return "server-pages";
    }

    @Override
    public String file() {
        return identities(
                        "{kind: form, page: GET /login, request: POST /login, body: {email: MAIL, password: pw-NAME}}")
                + "routes: {signed-in: [GET /account, GET /invoices], owned: [\"GET /invoices/{id}\"]}\n";
    }

    @Override
    public Optional<String> who(Ask ask) {
        return Tokens.cookie(ask, "_harbor_session");
    }

    @Override
    public Optional<Reply> signIn(Ask ask) {
        if (!ask.path().equals("/login")) {
            return Optional.empty();
        }
        String form = page(
                "Sign in",
                "<form method=post action=/login><input type=hidden name=csrf value=h-1><input name=email>"
                        + "<input type=password name=password></form>");
        if (ask.method().equals("GET")) {
            return Optional.of(Reply.html(form).with("Set-Cookie", "theme=dark; Path=/"));
        }
        return Optional.of(
                ask.raw().getBodyAsString().contains("csrf=h-1")
                        ? Tokens.form(ask)
                                .map(who -> Reply.empty(302)
                                        .with("Location", "/")
                                        .with("Set-Cookie", "_harbor_session=tok-" + who + "-1; Path=/; HttpOnly"))
                                .orElse(Reply.html(form))
                        : Reply.html(form));
    }

    @Override
    public String me() {
        return "/account";
    }

    @Override
    public String list() {
        return "/invoices";
    }

    @Override
    public String detail() {
        return "/invoices/";
    }

    @Override
    public Reply refuseNobody(Ask ask) {
        return Reply.empty(302).with("Location", "/login?next=" + ask.path());
    }

    @Override
    public Reply refuseForeign(Ask ask) {
        return Reply.empty(303).with("Location", "/");
    }

    @Override
    public Reply missing(Ask ask) {
        return Reply.of(404, "text/html", page("Not found", "<h1>There is nothing here</h1>"));
    }

    @Override
    public Reply meOf(String who) {
        return Reply.html(
                page("Account", "<h1>Your account</h1><p>" + email(who) + "</p><a href=/logout>Sign out</a>"));
    }

    @Override
    public Reply listOf(List<Invoice> invoices) {
        return Reply.html(page(
                "Invoices",
                invoices.stream()
                        .map(each -> "<li><a href=/invoices/" + each.id() + ">" + each.customer() + "</a></li>")
                        .collect(Collectors.joining("", "<ul>", "</ul>"))));
    }

    @Override
    public Reply one(Invoice invoice) {
        return Reply.html(page(
                "Invoice",
                "<h1>Invoice</h1><p>" + invoice.customer() + "</p><p>" + invoice.note() + "</p><p>" + invoice.total()
                        + "</p>"));
    }

    @Override
    public List<Invoice> invoices() {
        return Phrases.invoices("17", "18", "21", "22");
    }
}
