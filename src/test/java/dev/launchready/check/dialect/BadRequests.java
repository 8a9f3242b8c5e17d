package dev.launchready.check.dialect;

import static dev.launchready.check.dialect.Phrases.array;
import static dev.launchready.check.dialect.Phrases.email;
import static dev.launchready.check.dialect.Phrases.identities;
import static dev.launchready.check.dialect.Phrases.json;

import dev.launchready.check.DialectServer.Ask;
import dev.launchready.check.DialectServer.Reply;
import java.util.List;
import java.util.Optional;

/** 400 for every refusal; e-mail addresses as ids; the right cookie of three. */
record BadRequests() implements Dialect {
    @Override
    public String name() {
        return "bad-request";
    }

    @Override
    public String file() {
        return identities("{kind: json, request: POST /auth, body: {login: MAIL, secret: pw-NAME}}")
                + "routes: {signed-in: [GET /api/profile, GET /api/orders], owned: [\"GET /api/orders/{order}\"]}\n";
    }

    @Override
    public Optional<String> who(Ask ask) {
        return Tokens.cookie(ask, "SID");
    }

    @Override
    public Optional<Reply> signIn(Ask ask) {
        return Tokens.json(
                ask,
                "/auth",
                who -> Reply.json(200, "{\"ok\":1}")
                        .with("Set-Cookie", "lang=en; Path=/")
                        .with("Set-Cookie", "SID=tok-" + who + "-1; Path=/")
                        .with("Set-Cookie", "seen=1; Path=/"),
                Reply.json(400, "{\"code\":\"E1\"}"));
    }

    @Override
    public String me() {
        return "/api/profile";
    }

    @Override
    public String list() {
        return "/api/orders";
    }

    @Override
    public String detail() {
        return "/api/orders/";
    }

    @Override
    public Reply refuseNobody(Ask ask) {
        return Reply.json(400, "{\"code\":\"E17\"}");
    }

    @Override
    public Reply refuseForeign(Ask ask) {
        return Reply.json(400, "{\"code\":\"E18\"}");
    }

    @Override
    public Reply missing(Ask ask) {
        return Reply.json(400, "{\"code\":\"E0\"}");
    }

    @Override
    public Reply meOf(String who) {
        return Reply.json(200, "{\"login\":\"" + email(who) + "\"}");
    }

    @Override
    public Reply listOf(List<Invoice> invoices) {
        return Reply.json(200, "{\"orders\":" + array(invoices) + "}");
    }

    @Override
    public Reply one(Invoice invoice) {
        return Reply.json(200, "{\"order\":" + json(invoice) + "}");
    }

    @Override
    public List<Invoice> invoices() {
        return Phrases.invoices(
                "march@bakery.example", "spring@mill.example", "crane@quarry.example", "plan@lakeside.example");
    }
}
