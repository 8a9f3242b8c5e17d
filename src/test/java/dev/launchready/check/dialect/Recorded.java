package dev.launchready.check.dialect;

import dev.launchready.check.DialectServer.Ask;
import dev.launchready.check.DialectServer.Reply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A portal of which two recordings of two users are all that is known: no list of routes, no recipe, no ids. */
record Recorded(String name, boolean graphql) implements Variant {
    private static final Dialect API = new BearerJson();
    private static final String GRAPHQL = "/graphql";

    @Override
    public Dialect base() {
        return API;
    }

    @Override
    public String file() {
        return """
                identities:
                  alice: {role: client, tenant: north, login: {kind: har, file: alice.har}}
                  bob: {role: client, tenant: south, login: {kind: har, file: bob.har}}
                consent: {by: the owner, allow: [active]}
                routes: {import: [alice.har, bob.har]}
                """;
    }

    @Override
    public Map<String, String> files(int port) {
        return Map.of("alice.har", har(port, "alice"), "bob.har", har(port, "bob"));
    }

    private String har(int port, String who) {
        List<String> entries = new ArrayList<>();
        entries.add(entry(port, who, "/api/me", "Me", "query Me { me { email } }", "", meOf(who)));
        List<Invoice> own =
                invoices().stream().filter(each -> each.owner().equals(who)).toList();
        entries.add(
                entry(port, who, "/api/invoices", "Invoices", "query Invoices { invoices { id } }", "", listOf(own)));
        for (Invoice invoice : own) {
            entries.add(entry(
                    port,
                    who,
                    "/api/invoices/" + invoice.id(),
                    "Invoice",
                    "query Invoice($invoiceId: ID!) { invoice(id: $invoiceId) { id } }",
                    invoice.id(),
                    one(invoice)));
        }
        return Tape.of(entries);
    }

    private String entry(int port, String who, String path, String operation, String query, String id, Reply reply) {
        String at = "http://127.0.0.1:" + port;
        String token = "tok-" + who + "-1";
        String variables = id.isEmpty() ? "{}" : "{\"invoiceId\":\"" + id + "\"}";
        String body =
                "{\"operationName\":\"" + operation + "\",\"query\":\"" + query + "\",\"variables\":" + variables + "}";
        return graphql ? Tape.post(at + GRAPHQL, token, body, reply) : Tape.get(at + path, token, reply);
    }

    @Override
    public Reply answer(Ask ask, Set<Flaw> flaws) {
        String tail = ask.path().equals(GRAPHQL + "/") ? "/" : "";
        if (!graphql || !ask.path().equals(GRAPHQL + tail)) {
            return Variant.super.answer(ask, flaws);
        }
        String body = ask.raw().getBodyAsString();
        Map<String, String> paths = new LinkedHashMap<>();
        paths.put("\"Me\"", me());
        paths.put("\"Invoices\"", list());
        paths.put("\"Invoice\"", detail() + between(body, "\"invoiceId\":"));
        for (Map.Entry<String, String> each : paths.entrySet()) {
            if (body.contains("\"operationName\":" + each.getKey())) {
                return Variant.super.answer(
                        new Ask("GET", ask.host(), each.getValue() + tail, ask.origin(), ask.raw()), flaws);
            }
        }
        return refuseForeign(ask);
    }

    private static String between(String body, String key) {
        int at = body.indexOf(key);
        return at < 0 ? "" : body.substring(at + key.length()).replaceAll("^\"?([^\",}]*).*$", "$1");
    }

    @Override
    public Optional<Reply> signIn(Ask ask) {
        return Optional.empty();
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
        return graphql
                ? Reply.json(
                        200,
                        "{\"errors\":[{\"message\":\"Not signed in\",\"extensions\":{\"code\":\"UNAUTHENTICATED\"}}],\"data\":null}")
                : API.refuseNobody(ask);
    }

    @Override
    public Reply refuseForeign(Ask ask) {
        return graphql
                ? Reply.json(200, "{\"errors\":[{\"message\":\"Not found\"}],\"data\":{\"invoice\":null}}")
                : API.refuseForeign(ask);
    }

    @Override
    public Reply meOf(String who) {
        return data("me", API.meOf(who));
    }

    @Override
    public Reply listOf(List<Invoice> invoices) {
        Reply plain = API.listOf(invoices);
        return graphql ? Reply.json(200, "{\"data\":{\"invoices\":" + plain.body() + "}}") : plain;
    }

    @Override
    public Reply one(Invoice invoice) {
        return data("invoice", API.one(invoice));
    }

    private Reply data(String name, Reply reply) {
        return graphql ? Reply.json(200, "{\"data\":{\"" + name + "\":" + reply.body() + "}}") : reply;
    }
}
