package dev.launchready.check.dialect;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** What several dialects say alike. */
final class Phrases {
    private Phrases() {}

    static List<Dialect.Invoice> invoices(String... ids) {
        return List.of(
                new Dialect.Invoice(ids[0], "alice", "Harbor Bakery Ltd", "Delivery of March to pier 7", 12050),
                new Dialect.Invoice(ids[1], "alice", "Old Mill Coaching", "Six evenings in the spring", 43100),
                new Dialect.Invoice(ids[2], "bob", "Quarry Stone Works", "Repair of the north crane", 9900),
                new Dialect.Invoice(ids[3], "bob", "Lakeside Dental Care", "Yearly plan, second half", 120000));
    }

    static String volatilePart() {
        return UUID.randomUUID().toString();
    }

    static String email(String who) {
        return switch (who) {
            case "alice" -> "alice@north.example";
            case "bob" -> "bob@south.example";
            default -> who + "@harbor.example";
        };
    }

    /** A JSON document of an invoice with a part that changes with every answer. */
    static String json(Dialect.Invoice invoice) {
        return """
                {"id":"%s","customer":"%s","note":"%s","total":%d,"state":"open","requestId":"%s"}""".formatted(invoice.id(), invoice.customer(), invoice.note(), invoice.total(), volatilePart());
    }

    static String array(List<Dialect.Invoice> invoices) {
        return invoices.stream().map(Phrases::json).collect(Collectors.joining(",", "[", "]"));
    }

    static String page(String title, String body) {
        return "<!doctype html><html><head><title>" + title + "</title><meta name=csrf-token content=" + volatilePart()
                + "></head><body><nav><a href=/>Harbor</a></nav><main>" + body
                + "</main><footer>Imprint</footer></body></html>";
    }

    static String identities(String login) {
        return """
                identities:
                  alice: {role: client, tenant: north, login: %s}
                  bob: {role: client, tenant: south, login: %s}
                consent: {by: the owner, allow: [active]}
                """.formatted(
                        login.replace("NAME", "alice").replace("MAIL", email("alice")),
                        login.replace("NAME", "bob").replace("MAIL", email("bob")));
    }
}
