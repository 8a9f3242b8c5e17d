package dev.launchready.check.dialect;

import dev.launchready.check.DialectServer.Ask;
import dev.launchready.check.DialectServer.Reply;
import dev.launchready.model.Json;
import dev.launchready.probe.http.JsonBody;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A portal of orders with fields that are its own to set, in one of several manners.
 *
 * @param manner how it takes and gives fields
 * @param loose the fields that it takes from its clients although they are its own
 */
public record FieldBoard(Manner manner, Set<String> loose, Map<String, Map<String, Json>> orders, AtomicInteger next)
        implements Function<Ask, Reply> {
    private static final Set<String> OPEN = Set.of("title", "slug");
    private static final String ORDERS = "/api/orders";

    /** How a board speaks. */
    public enum Manner {
        /** What it does not know it leaves out. */
        IGNORES,
        /** The answer to a write says again whatever was sent, and stores none of it. */
        ECHOES,
        /** A field that it does not know is a 400. */
        REJECTS,
        /** As {@link #REJECTS}, but a 200 with an error in it. */
        ERROR_200,
        /** A write answers with nothing; the id stands in Location. */
        NO_CONTENT,
        /** The client chooses the id. */
        CHOSEN_ID,
        /** Attributes stand under data, and the portal's own beside them under meta. */
        NESTED,
        /** Forms of pages, whose rows are labelled; a token in each form. */
        FORMS,
        /** One endpoint, operations by name, as a recording shows them. */
        GRAPHQL,
        /** Only lists show what was made. */
        LISTS_ONLY,
        /** Owner and tenant must both be right for anybody to find it. */
        BOTH
    }

    public static FieldBoard of(Manner manner, Set<String> loose) {
        return new FieldBoard(manner, loose, new ConcurrentHashMap<>(), new AtomicInteger(40));
    }

    private static Map<String, Json> own(String who) {
        Map<String, Json> own = new LinkedHashMap<>();
        own.put("owner_id", number(who.equals("alice") ? "7001" : "7002"));
        own.put("tenant", new Json.Str(who.equals("alice") ? "north" : "south"));
        own.put("total", number("49.50"));
        own.put("approved", new Json.Bool(false));
        own.put("plan", new Json.Str("free"));
        own.put("role", new Json.Str("member"));
        own.put("status", new Json.Str("pending"));
        own.put("colour", new Json.Str("grey"));
        return own;
    }

    private static Json number(String text) {
        return new Json.Num(new BigDecimal(text));
    }

    /** The portal file from {@code identities} on. */
    public String file() {
        String id =
                switch (manner) {
                    case NO_CONTENT, FORMS -> "$response.header.Location";
                    case CHOSEN_ID -> "$request.body#/slug";
                    case NESTED -> "$.data.id";
                    case ERROR_200 -> "$.data.id";
                    case GRAPHQL -> "$.data.createOrder.id";
                    default -> "$.id";
                };
        String body =
                switch (manner) {
                    case NESTED -> "{data: {attributes: {title: \"{marker}\"}}}";
                    case GRAPHQL ->
                        "{query: \"mutation Make($input: OrderInput!) { createOrder(input: $input) { id } }\", variables: {input: {title: \"{marker}\"}}}";
                    default -> "{title: \"{marker}\", slug: \"order-{random}\"}";
                };
        String request = manner == Manner.GRAPHQL ? "POST /graphql" : "POST " + ORDERS;
        String encoding = manner == Manner.FORMS ? ", encoding: form" : "";
        String undo = manner == Manner.FORMS ? "POST /api/orders/{id}/delete" : "DELETE /api/orders/{id}";
        String routes =
                switch (manner) {
                    case GRAPHQL -> "import: [seen.har]";
                    case LISTS_ONLY -> "signed-in: [GET /api/me, GET /api/orders]";
                    default ->
                        "signed-in: [GET /api/me], owned: [\"GET /api/orders/{order}\", \"PATCH /api/orders/{order}\"]";
                };
        return """
                identities:
                  alice: {role: member, tenant: north, login: {kind: bearer, token: tok-alice-1}, signed-in-when: {request: GET /api/me}}
                  bob: {role: member, tenant: south, login: {kind: bearer, token: tok-bob-1}, signed-in-when: {request: GET /api/me}}
                consent: {by: the owner, allow: [writes]}
                routes: {%s}
                flows:
                  create:
                    order: {request: %s, body: %s, id: "%s", undo: "%s"%s}
                """.formatted(routes, request, body, id, undo, encoding);
    }

    /** The recording of the one endpoint. */
    public Map<String, String> files(int port) {
        String query =
                "{\\\"operationName\\\":\\\"Order\\\",\\\"query\\\":\\\"query Order($id: ID!) { order(id: $id) { id title } }\\\",\\\"variables\\\":{\\\"id\\\":\\\"3\\\"}}";
        return Map.of("seen.har", """
                {"log":{"version":"1.2","creator":{"name":"x","version":"1"},"entries":[{"startedDateTime":"2026-11-01T10:00:00Z","time":1,\
                "request":{"method":"POST","url":"http://127.0.0.1:%d/graphql","httpVersion":"HTTP/1.1","headers":[],"queryString":[],"cookies":[],\
                "postData":{"mimeType":"application/json","text":"%s"}},\
                "response":{"status":200,"headers":[],"content":{"mimeType":"application/json","text":"{}"}}}]}}""".formatted(port, query));
    }

    @Override
    public Reply apply(Ask ask) {
        Optional<String> who = Tokens.bearer(ask);
        if (who.isEmpty()) {
            return Reply.json(401, "{\"error\":\"sign in\"}");
        }
        String path = ask.path();
        if (path.equals("/api/me")) {
            return Reply.json(200, JsonBody.write(new Json.Obj(me(who.get()))));
        }
        if (path.equals("/graphql")) {
            return graphql(who.get(), ask);
        }
        if (path.equals(ORDERS)) {
            return ask.method().equals("POST") ? make(who.get(), ask) : list(who.get());
        }
        if (!path.startsWith(ORDERS + "/")) {
            return Reply.json(404, "{}");
        }
        String id = path.substring(ORDERS.length() + 1).replace("/delete", "");
        Map<String, Json> order = orders.get(id);
        if (order == null || !mine(order, who.get())) {
            return Reply.json(404, "{}");
        }
        return switch (ask.method()) {
            case "GET" -> one(id, order);
            case "PATCH" -> change(ask, order);
            default -> remove(id);
        };
    }

    private static Map<String, Json> me(String who) {
        Map<String, Json> own = own(who);
        Map<String, Json> me = new LinkedHashMap<>();
        me.put("id", own.get("owner_id"));
        me.put("tenant", own.get("tenant"));
        me.put("email", new Json.Str(Phrases.email(who)));
        return me;
    }

    /** Whoever is named as its owner; by some boards all of its tenant, by one only who is both. */
    private boolean mine(Map<String, Json> order, String who) {
        boolean owner = same(order, who, "owner_id");
        boolean tenant = same(order, who, "tenant");
        return switch (manner) {
            case NESTED, LISTS_ONLY, FORMS -> tenant;
            case BOTH -> owner && tenant;
            default -> owner;
        };
    }

    private static boolean same(Map<String, Json> order, String who, String field) {
        return text(order.get(field)).equals(text(own(who).get(field)));
    }

    private Reply make(String who, Ask ask) {
        Map<String, Json> sent = sent(ask);
        if (manner == Manner.FORMS && !"f-1".equals(text(sent.remove("csrf")))) {
            return Reply.of(403, "text/html", "<h1>Try again</h1>");
        }
        if (refused(sent)) {
            return refusal();
        }
        String id = manner == Manner.CHOSEN_ID ? text(sent.get("slug")) : Integer.toString(next.incrementAndGet());
        Map<String, Json> order = own(who);
        take(sent, order);
        orders.put(id, order);
        Map<String, Json> echo = new LinkedHashMap<>(order);
        echo.putAll(manner == Manner.ECHOES ? sent : Map.of());
        return switch (manner) {
            case NO_CONTENT -> Reply.empty(201).with("Location", ORDERS + "/" + id);
            case FORMS -> Reply.empty(303).with("Location", ORDERS + "/" + id);
            case ERROR_200 -> Reply.json(200, "{\"success\":true,\"data\":{\"id\":" + id + "}}");
            default -> shown(201, id, echo);
        };
    }

    private Reply change(Ask ask, Map<String, Json> order) {
        Map<String, Json> sent = sent(ask);
        if (refused(sent)) {
            return refusal();
        }
        take(sent, order);
        return manner == Manner.NO_CONTENT ? Reply.empty(204) : Reply.json(200, "{\"ok\":true}");
    }

    private Reply remove(String id) {
        orders.remove(id);
        return manner == Manner.FORMS ? Reply.empty(303).with("Location", ORDERS) : Reply.empty(204);
    }

    private boolean refused(Map<String, Json> sent) {
        boolean strict = manner == Manner.REJECTS || manner == Manner.ERROR_200 || manner == Manner.GRAPHQL;
        return strict && sent.keySet().stream().anyMatch(name -> !OPEN.contains(name) && !loose.contains(name));
    }

    private Reply refusal() {
        return manner == Manner.REJECTS
                ? Reply.json(400, "{\"error\":\"unknown field\"}")
                : Reply.json(200, "{\"success\":false,\"data\":null,\"errors\":[{\"message\":\"unknown field\"}]}");
    }

    private void take(Map<String, Json> sent, Map<String, Json> order) {
        sent.forEach((name, value) -> {
            if (OPEN.contains(name) || loose.contains(name) || loose.contains("*")) {
                order.put(name, value);
            }
        });
    }

    private Reply list(String who) {
        if (manner == Manner.FORMS) {
            return Reply.html(
                    Phrases.page(
                            "Orders",
                            "<form method=post action=/api/orders><input type=hidden name=csrf value=f-1><input name=title></form>"));
        }
        StringBuilder items = new StringBuilder();
        orders.forEach((id, order) -> {
            if (mine(order, who)) {
                items.append(items.isEmpty() ? "" : ",").append(document(id, order));
            }
        });
        return Reply.json(200, "{\"items\":[" + items + "]}");
    }

    private Reply one(String id, Map<String, Json> order) {
        return shown(200, id, order);
    }

    private Reply shown(int status, String id, Map<String, Json> order) {
        if (manner == Manner.FORMS) {
            StringBuilder rows = new StringBuilder();
            order.forEach((name, value) -> rows.append("<dt>")
                    .append(name)
                    .append("</dt><dd>")
                    .append(text(value))
                    .append("</dd>"));
            return Reply.html(Phrases.page("Order", "<dl>" + rows + "</dl>"));
        }
        return Reply.json(status, document(id, order));
    }

    private String document(String id, Map<String, Json> order) {
        if (manner == Manner.NESTED) {
            Map<String, Json> meta = new LinkedHashMap<>(order);
            Json title = meta.remove("title");
            return "{\"data\":{\"id\":\"" + id + "\",\"attributes\":{\"title\":" + JsonBody.write(title) + "},\"meta\":"
                    + JsonBody.write(new Json.Obj(meta)) + "}}";
        }
        Map<String, Json> whole = new LinkedHashMap<>();
        whole.put("id", new Json.Str(id));
        whole.putAll(order);
        return JsonBody.write(new Json.Obj(whole));
    }

    private Reply graphql(String who, Ask ask) {
        Json body = JsonBody.parse(ask.raw().getBodyAsString()).orElseThrow();
        Json variables = body.get("variables").orElseThrow();
        if (text(body.get("query").orElseThrow()).startsWith("mutation")) {
            Map<String, Json> sent = members(variables.get("input").orElseThrow());
            if (refused(sent)) {
                return refusal();
            }
            String id = Integer.toString(next.incrementAndGet());
            Map<String, Json> order = own(who);
            take(sent, order);
            orders.put(id, order);
            return Reply.json(200, "{\"data\":{\"createOrder\":{\"id\":\"" + id + "\"}}}");
        }
        String id = text(variables.get("id").orElseThrow());
        Map<String, Json> order = orders.get(id);
        return order == null || !mine(order, who)
                ? Reply.json(200, "{\"data\":{\"order\":null},\"errors\":[{\"message\":\"not found\"}]}")
                : Reply.json(200, "{\"data\":{\"order\":" + document(id, order) + "}}");
    }

    private Map<String, Json> sent(Ask ask) {
        String body = ask.raw().getBodyAsString();
        if (manner == Manner.FORMS) {
            Map<String, Json> fields = new LinkedHashMap<>();
            for (String pair : body.split("&", -1)) {
                String[] parts = pair.split("=", 2);
                fields.put(
                        parts[0],
                        new Json.Str(parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8)));
            }
            return fields;
        }
        Json json = JsonBody.parse(body).orElse(new Json.Obj(Map.of()));
        if (manner != Manner.NESTED) {
            return members(json);
        }
        Map<String, Json> sent = new LinkedHashMap<>();
        Json data = json.get("data").orElse(new Json.Obj(Map.of()));
        data.get("meta").ifPresent(meta -> sent.putAll(members(meta)));
        data.get("attributes").ifPresent(attributes -> sent.putAll(members(attributes)));
        return sent;
    }

    private static Map<String, Json> members(Json json) {
        return json instanceof Json.Obj obj ? new LinkedHashMap<>(obj.members()) : new LinkedHashMap<>();
    }

    private static String text(Json json) {
        return json == null ? "" : json.text().orElse("");
    }
}
