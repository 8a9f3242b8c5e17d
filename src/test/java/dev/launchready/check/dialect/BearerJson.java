package dev.launchready.check.dialect;

import static dev.launchready.check.dialect.Phrases.array;
import static dev.launchready.check.dialect.Phrases.email;
import static dev.launchready.check.dialect.Phrases.identities;
import static dev.launchready.check.dialect.Phrases.json;
import static dev.launchready.check.dialect.Phrases.volatilePart;

import dev.launchready.check.DialectServer.Ask;
import dev.launchready.check.DialectServer.Reply;
import java.util.List;
import java.util.Optional;

/** Tokens in {@code Authorization}; 401 and 403 as the book says; numbers as ids. */
record BearerJson() implements Dialect {
    @Override
    public String name() {
        return "bearer-json";
    }

    @Override
    public String file() {
        return identities(
                        "{kind: json, request: POST /api/login, body: {email: MAIL, password: pw-NAME}, token: $.token}")
                + "routes: {signed-in: [GET /api/me, GET /api/invoices], owned: [\"GET /api/invoices/{invoice}\"]}\n";
    }

    @Override
    public Optional<String> who(Ask ask) {
        return Tokens.bearer(ask);
    }

    @Override
    public Optional<Reply> signIn(Ask ask) {
        return Tokens.json(
                ask,
                "/api/login",
                who -> Reply.json(200, "{\"token\":\"tok-" + who + "-1\"}"),
                Reply.json(401, "{\"error\":\"bad credentials\"}"));
    }

    @Override
    public String me() {
        return "/api/me";
    }

    @Override
    public String list() {
        return "/api/invoices";
    }

    @Override
    public String detail() {
        return "/api/invoices/";
    }

    @Override
    public Reply refuseNobody(Ask ask) {
        return Reply.json(401, "{\"error\":\"unauthorized\"}");
    }

    @Override
    public Reply refuseForeign(Ask ask) {
        return Reply.json(403, "{\"error\":\"forbidden\"}");
    }

    @Override
    public Reply missing(Ask ask) {
        return Reply.json(404, "{\"error\":\"no such route\"}");
    }

    @Override
    public Reply meOf(String who) {
        return Reply.json(200, "{\"email\":\"" + email(who) + "\",\"at\":\"" + volatilePart() + "\"}");
    }

    @Override
    public Reply listOf(List<Invoice> invoices) {
        return Reply.json(200, "{\"items\":" + array(invoices) + ",\"count\":" + invoices.size() + "}");
    }

    @Override
    public Reply one(Invoice invoice) {
        return Reply.json(200, json(invoice));
    }

    @Override
    public List<Invoice> invoices() {
        return Phrases.invoices("1001", "1002", "2001", "2002");
    }
}
