package dev.launchready.check.dialect;

import static dev.launchready.check.dialect.Phrases.array;
import static dev.launchready.check.dialect.Phrases.email;
import static dev.launchready.check.dialect.Phrases.identities;
import static dev.launchready.check.dialect.Phrases.json;

import dev.launchready.check.DialectServer.Ask;
import dev.launchready.check.DialectServer.Reply;
import java.util.List;
import java.util.Optional;

/** Rows behind a policy: whoever may not see them gets an empty list; the id stands in the query; two headers. */
record EmptyForOthers() implements Dialect {
    @Override
    public String name() {
        return "empty-for-others";
    }

    @Override
    public String file() {
        return identities("{kind: header, send-as: [\"apikey: open-key-1\", \"Authorization: Bearer tok-NAME-1\"]}")
                + "routes: {signed-in: [GET /rest/v1/profile, GET /rest/v1/invoices], owned: [\"GET /rest/v1/invoices?id=eq.{invoice}\"]}\n";
    }

    @Override
    public Optional<String> who(Ask ask) {
        return ask.header("apikey").equals("open-key-1") ? Tokens.bearer(ask) : Optional.empty();
    }

    @Override
    public Optional<Reply> signIn(Ask ask) {
        return Optional.empty();
    }

    @Override
    public String me() {
        return "/rest/v1/profile";
    }

    @Override
    public String list() {
        return "/rest/v1/invoices";
    }

    @Override
    public String detail() {
        return "/rest/v1/invoices?id=eq.";
    }

    @Override
    public Optional<String> asked(Ask ask) {
        int at = ask.raw().getUrl().indexOf("?id=eq.");
        return at < 0 || !ask.path().equals(list())
                ? Optional.empty()
                : Optional.of(Dialect.decoded(ask.raw().getUrl().substring(at + 7)));
    }

    @Override
    public Reply refuseNobody(Ask ask) {
        return Reply.json(200, "[]");
    }

    @Override
    public Reply refuseForeign(Ask ask) {
        return Reply.json(200, "[]");
    }

    @Override
    public Reply missing(Ask ask) {
        return Reply.json(404, "{\"code\":\"42P01\"}");
    }

    @Override
    public Reply meOf(String who) {
        return Reply.json(200, "[{\"email\":\"" + email(who) + "\"}]");
    }

    @Override
    public Reply listOf(List<Invoice> invoices) {
        return Reply.json(200, array(invoices));
    }

    @Override
    public Reply one(Invoice invoice) {
        return Reply.json(200, "[" + json(invoice) + "]");
    }

    @Override
    public List<Invoice> invoices() {
        return Phrases.invoices("8801", "8802", "8901", "8902");
    }
}
