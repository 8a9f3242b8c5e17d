package dev.launchready.check.dialect;

import static dev.launchready.check.dialect.Phrases.array;
import static dev.launchready.check.dialect.Phrases.identities;

import dev.launchready.check.DialectServer.Ask;
import dev.launchready.check.DialectServer.Reply;
import java.util.List;

/** The application's shell answers every address that the API does not know, and every refusal; UUIDs. */
record ShellForAll(Dialect base) implements Variant {
    private static final String SHELL =
            "<!doctype html><html><head><title>Harbor</title><script src=/app.4f2.js></script></head><body><div id=root></div></body></html>";

    ShellForAll() {
        this(new BearerJson());
    }

    @Override
    public String name() {
        return "shell-for-all";
    }

    @Override
    public String file() {
        return identities(
                        "{kind: json, request: POST /api/login, body: {email: MAIL, password: pw-NAME}, token: $.token}")
                + "routes: {signed-in: [GET /api/me, GET /api/invoices, GET /dashboard], owned: [\"GET /api/invoices/{invoiceId}\"]}\n";
    }

    @Override
    public Reply refuseNobody(Ask ask) {
        return Reply.html(SHELL);
    }

    @Override
    public Reply refuseForeign(Ask ask) {
        return Reply.html(SHELL);
    }

    @Override
    public Reply missing(Ask ask) {
        return Reply.html(SHELL);
    }

    @Override
    public Reply listOf(List<Invoice> invoices) {
        return Reply.json(200, "{\"invoices\":" + array(invoices) + "}");
    }

    @Override
    public List<Invoice> invoices() {
        return Phrases.invoices(
                "0b9f6f5e-6d3a-4e0e-9c7b-0d9a41f7a001",
                "0b9f6f5e-6d3a-4e0e-9c7b-0d9a41f7a002",
                "7c1d2e3f-1a2b-4c3d-8e9f-0a1b2c3d4e01",
                "7c1d2e3f-1a2b-4c3d-8e9f-0a1b2c3d4e02");
    }
}
