package dev.launchready.check.dialect;

import static dev.launchready.check.dialect.Phrases.email;
import static dev.launchready.check.dialect.Phrases.identities;
import static dev.launchready.check.dialect.Phrases.json;
import static dev.launchready.check.dialect.Phrases.volatilePart;

import dev.launchready.check.DialectServer.Ask;
import dev.launchready.check.DialectServer.Reply;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every refusal is a 200 with an error in it; a header of its own; slugs as ids. */
record ErrorWith200() implements Dialect {
    @Override
    public String name() {
        return "error-with-200";
    }

    @Override
    public String file() {
        return identities(
                        "{kind: json, request: POST /v1/session, body: {user: MAIL, pass: pw-NAME}, token: $.data.key, send-as: \"X-Auth-Token: {token}\"}")
                + "routes: {signed-in: [GET /v1/account, GET /v1/bills], owned: [\"GET /v1/bills/{slug}\"]}\n";
    }

    @Override
    public Optional<String> who(Ask ask) {
        return Tokens.known(ask.header("X-Auth-Token"));
    }

    @Override
    public Optional<Reply> signIn(Ask ask) {
        return Tokens.json(
                ask,
                "/v1/session",
                who -> Reply.json(200, "{\"success\":true,\"data\":{\"key\":\"tok-" + who + "-1\"}}"),
                error("wrong user or password"));
    }

    private static Reply error(String text) {
        return Reply.json(
                200,
                "{\"success\":false,\"data\":null,\"error\":\"" + text + "\",\"trace\":\"" + volatilePart() + "\"}");
    }

    @Override
    public String me() {
        return "/v1/account";
    }

    @Override
    public String list() {
        return "/v1/bills";
    }

    @Override
    public String detail() {
        return "/v1/bills/";
    }

    @Override
    public Reply refuseNobody(Ask ask) {
        return error("please sign in");
    }

    @Override
    public Reply refuseForeign(Ask ask) {
        return error("you have no access to " + ask.path());
    }

    @Override
    public Reply missing(Ask ask) {
        return error("nothing at " + ask.path());
    }

    @Override
    public Reply meOf(String who) {
        return Reply.json(200, "{\"success\":true,\"data\":{\"user\":\"" + email(who) + "\"},\"error\":null}");
    }

    @Override
    public Reply listOf(List<Invoice> invoices) {
        return Reply.json(
                200,
                invoices.stream()
                        .map(each -> "{\"slug\":\"" + each.id() + "\",\"customer\":\"" + each.customer() + "\"}")
                        .collect(Collectors.joining(",", "{\"success\":true,\"data\":[", "],\"error\":null}")));
    }

    @Override
    public Reply one(Invoice invoice) {
        return Reply.json(200, "{\"success\":true,\"data\":" + json(invoice) + ",\"error\":null}");
    }

    @Override
    public List<Invoice> invoices() {
        return Phrases.invoices("harbor-bakery-march", "old-mill-spring", "quarry-crane", "lakeside-plan");
    }
}
