package dev.launchready.check.dialect;

import static dev.launchready.check.dialect.Phrases.email;
import static dev.launchready.check.dialect.Phrases.identities;
import static dev.launchready.check.dialect.Phrases.json;

import dev.launchready.check.DialectServer.Ask;
import dev.launchready.check.DialectServer.Reply;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** 204 for nobody, {@code null} for strangers; Basic. */
record NothingAtAll() implements Dialect {
    private static final Map<String, String> BASIC = Map.of(
            "Basic " + base64("alice@north.example:pw-alice"),
            "alice",
            "Basic " + base64("bob@south.example:pw-bob"),
            "bob",
            "Basic " + base64("admin@harbor.example:pw-admin"),
            "admin");

    @Override
    public String name() {
        return "nothing-at-all";
    }

    private static String base64(String text) {
        return java.util.Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String file() {
        return identities("{kind: basic, user: MAIL, password: pw-NAME}")
                + "routes: {signed-in: [GET /me, GET /invoices], owned: [\"GET /invoices/{invoice_number}\"]}\n";
    }

    @Override
    public Optional<String> who(Ask ask) {
        return Optional.ofNullable(BASIC.get(ask.header("Authorization")));
    }

    @Override
    public Optional<Reply> signIn(Ask ask) {
        return Optional.empty();
    }

    @Override
    public String me() {
        return "/me";
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
        return Reply.empty(204);
    }

    @Override
    public Reply refuseForeign(Ask ask) {
        return Reply.json(200, "null");
    }

    @Override
    public Reply missing(Ask ask) {
        return Reply.empty(404);
    }

    @Override
    public Reply meOf(String who) {
        return Reply.json(200, "{\"name\":\"" + email(who) + "\"}");
    }

    @Override
    public Reply listOf(List<Invoice> invoices) {
        return Reply.json(
                200,
                invoices.stream()
                        .map(each -> "{\"invoice_number\":\"" + each.id() + "\",\"to\":\"" + each.customer() + "\"}")
                        .collect(Collectors.joining(",", "[", "]")));
    }

    @Override
    public Reply one(Invoice invoice) {
        return Reply.json(200, json(invoice));
    }

    @Override
    public List<Invoice> invoices() {
        return Phrases.invoices("2026/A".replace('/', '-'), "2026-B", "2026-C", "2026-D");
    }
}
