package dev.launchready.check.dialect;

import dev.launchready.check.DialectServer.Ask;
import dev.launchready.check.DialectServer.Reply;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The dialects that judges of sessions and authorization are held to; written before the checks, after D15 of the rules. */
public final class Dialects {
    private Dialects() {}

    public static List<Dialect> all() {
        return List.of(
                new BearerJson(),
                new ErrorWith200(),
                new ServerPages(),
                new SoftMissing(),
                new ShellForAll(),
                new ThrowsFor(),
                new EmptyForOthers(),
                new BadRequests(),
                new NothingAtAll(),
                new OwnPage());
    }

    /** All of them, and two portals of which only recordings are known. */
    public static List<Dialect> withRecordings() {
        List<Dialect> all = new ArrayList<>(all());
        all.add(new Recorded("recordings-alone", false));
        all.add(new Recorded("graphql-recordings", true));
        return all;
    }

    /** All of them with an admin and a route for admins alone. */
    public static List<Dialect> staffed() {
        return all().stream().map(each -> (Dialect) new Staffed(each)).toList();
    }

    private static List<Dialect.Invoice> invoices(String... ids) {
        return List.of(
                new Dialect.Invoice(ids[0], "alice", "Harbor Bakery Ltd", "Delivery of March to pier 7", 12050),
                new Dialect.Invoice(ids[1], "alice", "Old Mill Coaching", "Six evenings in the spring", 43100),
                new Dialect.Invoice(ids[2], "bob", "Quarry Stone Works", "Repair of the north crane", 9900),
                new Dialect.Invoice(ids[3], "bob", "Lakeside Dental Care", "Yearly plan, second half", 120000));
    }

    private static String volatilePart() {
        return UUID.randomUUID().toString();
    }

    private static String email(String who) {
        return switch (who) {
            case "alice" -> "alice@north.example";
            case "bob" -> "bob@south.example";
            default -> who + "@harbor.example";
        };
    }

    /** A JSON document of an invoice with a part that changes with every answer. */
    private static String json(Dialect.Invoice invoice) {
        return """
                {"id":"%s","customer":"%s","note":"%s","total":%d,"state":"open","requestId":"%s"}""".formatted(invoice.id(), invoice.customer(), invoice.note(), invoice.total(), volatilePart());
    }

    private static String array(List<Dialect.Invoice> invoices) {
        return invoices.stream().map(Dialects::json).collect(Collectors.joining(",", "[", "]"));
    }

    private static String page(String title, String body) {
        return "<!doctype html><html><head><title>" + title + "</title><meta name=csrf-token content=" + volatilePart()
                + "></head><body><nav><a href=/>Harbor</a></nav><main>" + body
                + "</main><footer>Imprint</footer></body></html>";
    }

    private static String identities(String login) {
        return """
                identities:
                  alice: {role: client, tenant: north, login: %s}
                  bob: {role: client, tenant: south, login: %s}
                consent: {by: the owner, allow: [active]}
                """.formatted(
                        login.replace("NAME", "alice").replace("MAIL", email("alice")),
                        login.replace("NAME", "bob").replace("MAIL", email("bob")));
    }

    /** Tokens in {@code Authorization}; 401 and 403 as the book says; numbers as ids. */
    private record BearerJson() implements Dialect {
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
            return Dialects.invoices("1001", "1002", "2001", "2002");
        }
    }

    /** Every refusal is a 200 with an error in it; a header of its own; slugs as ids. */
    private record ErrorWith200() implements Dialect {
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
                    "{\"success\":false,\"data\":null,\"error\":\"" + text + "\",\"trace\":\"" + volatilePart()
                            + "\"}");
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
            return Dialects.invoices("harbor-bakery-march", "old-mill-spring", "quarry-crane", "lakeside-plan");
        }
    }

    /** Pages with a cookie among others; nobody is sent to the sign-in, strangers to their own start page. */
    private record ServerPages() implements Dialect {
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
                    "<h1>Invoice</h1><p>" + invoice.customer() + "</p><p>" + invoice.note() + "</p><p>"
                            + invoice.total() + "</p>"));
        }

        @Override
        public List<Invoice> invoices() {
            return Dialects.invoices("17", "18", "21", "22");
        }
    }

    /** Whatever is missing, foreign or closed is a friendly page with 200. */
    private record SoftMissing() implements Dialect {
        private static final ServerPages PAGES = new ServerPages();

        @Override
        public String name() {
            return "soft-missing";
        }

        @Override
        public String file() {
            return PAGES.file();
        }

        @Override
        public Optional<String> who(Ask ask) {
            return PAGES.who(ask);
        }

        @Override
        public Optional<Reply> signIn(Ask ask) {
            return PAGES.signIn(ask);
        }

        @Override
        public String me() {
            return PAGES.me();
        }

        @Override
        public String list() {
            return PAGES.list();
        }

        @Override
        public String detail() {
            return PAGES.detail();
        }

        @Override
        public Reply refuseNobody(Ask ask) {
            return Reply.html(page(
                    "Sign in",
                    "<form method=post action=/login><input name=email><input type=password name=password></form>"));
        }

        @Override
        public Reply refuseForeign(Ask ask) {
            return missing(ask);
        }

        @Override
        public Reply missing(Ask ask) {
            return Reply.html(
                    page("Oh!", "<h1>We could not find what you look for</h1><p>Perhaps the search helps?</p>"));
        }

        @Override
        public Reply meOf(String who) {
            return PAGES.meOf(who);
        }

        @Override
        public Reply listOf(List<Invoice> invoices) {
            return PAGES.listOf(invoices);
        }

        @Override
        public Reply one(Invoice invoice) {
            return PAGES.one(invoice);
        }

        @Override
        public List<Invoice> invoices() {
            return PAGES.invoices();
        }
    }

    /** The application's shell answers every address that the API does not know, and every refusal; UUIDs. */
    private record ShellForAll() implements Dialect {
        private static final BearerJson API = new BearerJson();
        private static final String SHELL =
                "<!doctype html><html><head><title>Harbor</title><script src=/app.4f2.js></script></head><body><div id=root></div></body></html>";

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
        public Optional<String> who(Ask ask) {
            return API.who(ask);
        }

        @Override
        public Optional<Reply> signIn(Ask ask) {
            return API.signIn(ask);
        }

        @Override
        public String me() {
            return API.me();
        }

        @Override
        public String list() {
            return API.list();
        }

        @Override
        public String detail() {
            return API.detail();
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
        public Reply meOf(String who) {
            return API.meOf(who);
        }

        @Override
        public Reply listOf(List<Invoice> invoices) {
            return Reply.json(200, "{\"invoices\":" + array(invoices) + "}");
        }

        @Override
        public Reply one(Invoice invoice) {
            return API.one(invoice);
        }

        @Override
        public List<Invoice> invoices() {
            return Dialects.invoices(
                    "0b9f6f5e-6d3a-4e0e-9c7b-0d9a41f7a001",
                    "0b9f6f5e-6d3a-4e0e-9c7b-0d9a41f7a002",
                    "7c1d2e3f-1a2b-4c3d-8e9f-0a1b2c3d4e01",
                    "7c1d2e3f-1a2b-4c3d-8e9f-0a1b2c3d4e02");
        }
    }

    /** A missing session and a foreign object end in an exception: refused, but by accident. */
    private record ThrowsFor() implements Dialect {
        private static final BearerJson API = new BearerJson();

        @Override
        public String name() {
            return "throws-500";
        }

        @Override
        public String file() {
            return API.file();
        }

        @Override
        public Optional<String> who(Ask ask) {
            return API.who(ask);
        }

        @Override
        public Optional<Reply> signIn(Ask ask) {
            return API.signIn(ask);
        }

        @Override
        public String me() {
            return API.me();
        }

        @Override
        public String list() {
            return API.list();
        }

        @Override
        public String detail() {
            return API.detail();
        }

        @Override
        public Reply refuseNobody(Ask ask) {
            return Reply.json(500, "{\"exception\":\"NullPointerException\",\"path\":\"" + ask.path() + "\"}");
        }

        @Override
        public Reply refuseForeign(Ask ask) {
            return Reply.json(500, "{\"exception\":\"NoSuchElementException\",\"path\":\"" + ask.path() + "\"}");
        }

        @Override
        public Reply missing(Ask ask) {
            return Reply.json(404, "{}");
        }

        @Override
        public Reply meOf(String who) {
            return API.meOf(who);
        }

        @Override
        public Reply listOf(List<Invoice> invoices) {
            return API.listOf(invoices);
        }

        @Override
        public Reply one(Invoice invoice) {
            return API.one(invoice);
        }

        @Override
        public List<Invoice> invoices() {
            return API.invoices();
        }
    }

    /** Rows behind a policy: whoever may not see them gets an empty list; the id stands in the query; two headers. */
    private record EmptyForOthers() implements Dialect {
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
            return Dialects.invoices("8801", "8802", "8901", "8902");
        }
    }

    /** 400 for every refusal; e-mail addresses as ids; the right cookie of three. */
    private record BadRequests() implements Dialect {
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
            return Dialects.invoices(
                    "march@bakery.example", "spring@mill.example", "crane@quarry.example", "plan@lakeside.example");
        }
    }

    /** 204 for nobody, {@code null} for strangers; Basic. */
    private record NothingAtAll() implements Dialect {
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
                            .map(each ->
                                    "{\"invoice_number\":\"" + each.id() + "\",\"to\":\"" + each.customer() + "\"}")
                            .collect(Collectors.joining(",", "[", "]")));
        }

        @Override
        public Reply one(Invoice invoice) {
            return Reply.json(200, json(invoice));
        }

        @Override
        public List<Invoice> invoices() {
            return Dialects.invoices("2026/A".replace('/', '-'), "2026-B", "2026-C", "2026-D");
        }
    }

    /** Whoever asks for something foreign gets the first of its own instead, with 200. */
    private record OwnPage() implements Dialect {
        private static final BearerJson API = new BearerJson();

        @Override
        public String name() {
            return "own-instead";
        }

        @Override
        public String file() {
            return API.file();
        }

        @Override
        public Optional<String> who(Ask ask) {
            return API.who(ask);
        }

        @Override
        public Optional<Reply> signIn(Ask ask) {
            return API.signIn(ask);
        }

        @Override
        public String me() {
            return API.me();
        }

        @Override
        public String list() {
            return API.list();
        }

        @Override
        public String detail() {
            return API.detail();
        }

        @Override
        public Reply refuseNobody(Ask ask) {
            return Reply.json(200, "{\"user\":null}");
        }

        @Override
        public Reply refuseForeign(Ask ask) {
            String who = who(ask).orElse("");
            return invoices().stream()
                    .filter(each -> each.owner().equals(who))
                    .findFirst()
                    .map(this::one)
                    .orElseGet(() -> refuseNobody(ask));
        }

        @Override
        public Reply missing(Ask ask) {
            return Reply.json(404, "{}");
        }

        @Override
        public Reply meOf(String who) {
            return API.meOf(who);
        }

        @Override
        public Reply listOf(List<Invoice> invoices) {
            return API.listOf(invoices);
        }

        @Override
        public Reply one(Invoice invoice) {
            return API.one(invoice);
        }

        @Override
        public List<Invoice> invoices() {
            return API.invoices();
        }
    }
}
