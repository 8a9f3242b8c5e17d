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
 * A portal where people sign up and change their profiles, in one of several manners.
 *
 * @param loose the fields that it takes at sign-up although they are its own, those with {@code me.} before them when a profile is
 *     changed; and {@code other.password} and the like for what somebody else, {@code any.password} for what nobody at all may do to an
 *     account; {@code own.password} for a route that changes the sender's, whoever is named
 */
public record JoinBoard(
        Manner manner,
        Set<String> loose,
        Map<String, Map<String, Json>> people,
        Map<String, String> sessions,
        AtomicInteger next)
        implements Function<Ask, Reply> {

    /** How a board speaks. */
    public enum Manner {
        /** What it does not know it leaves out; a token in a header. */
        IGNORES,
        /** A field that it does not know is a 400. */
        REJECTS,
        /** As {@link #REJECTS}, but a 200 with an error in it. */
        ERROR_200,
        /** A user inside {@code user}, shown inside {@code data.attributes}; PUT in place of PATCH. */
        NESTED,
        /** Forms of pages with a token in each, a cookie, names like {@code user[email]}. */
        FORMS,
        /** People sign in with names; every answer is a 200. */
        BY_NAME,
        /** A cookie for a JSON API; whoever is not signed in is sent to a page. */
        COOKIE,
        /** The profile shows nothing but an address; what a role opens is all that tells. */
        HIDDEN
    }

    /** A board with one client of its own and one of its staff. */
    public static JoinBoard of(Manner manner, Set<String> loose) {
        JoinBoard board = new JoinBoard(
                manner, loose, new ConcurrentHashMap<>(), new ConcurrentHashMap<>(), new AtomicInteger(40));
        board.enter("alice", "alice@north.example", "pw-alice-2026", "member");
        board.enter("root", "root@staff.example", "pw-root-2026", "admin");
        return board;
    }

    private Map<String, Json> enter(String name, String mail, String password, String role) {
        int id = next.incrementAndGet();
        Map<String, Json> person = new LinkedHashMap<>();
        person.put("id", new Json.Num(BigDecimal.valueOf(id)));
        person.put("email", new Json.Str(mail));
        person.put("name", new Json.Str(name));
        person.put("password", new Json.Str(password));
        person.put("role", new Json.Str(role));
        person.put("is_admin", new Json.Bool(role.equals("admin")));
        person.put("tenant_id", new Json.Num(BigDecimal.valueOf(7000L + id)));
        person.put("company", new Json.Str("Company " + id));
        person.put("plan", new Json.Str("free"));
        person.put("email_verified", new Json.Bool(false));
        person.put("colour", new Json.Str("grey"));
        people.put(mail, person);
        return person;
    }

    /** How many have an account. */
    public int count() {
        return people.size();
    }

    /** The portal file from {@code identities} on. */
    public String file() {
        boolean form = manner == Manner.FORMS;
        String fields =
                switch (manner) {
                    case BY_NAME -> "{name: \"{user}\", email: \"{random-email}\", password: \"{password}\"}";
                    case NESTED -> "{user: {email: \"{random-email}\", name: \"{random}\", password: \"{password}\"}}";
                    case FORMS ->
                        "{\"user[email]\": \"{random-email}\", \"user[name]\": \"{random}\", \"user[password]\": \"{password}\"}";
                    default -> "{email: \"{random-email}\", name: \"{random}\", password: \"{password}\"}";
                };
        String encoding = form ? "encoding: form, " : "";
        String undo = form ? "POST /leave" : "DELETE /api/me";
        String change =
                switch (manner) {
                    case FORMS ->
                        "  profile-change: {request: POST /me, encoding: form, body: {\"user[name]\": \"{marker}\"}}\n";
                    case NESTED -> "  profile-change: {request: PUT /api/me, body: {user: {name: \"{marker}\"}}}\n";
                    default -> "";
                };
        String profile = form ? "GET /me" : "GET /api/me";
        String patch = form || manner == Manner.NESTED || manner == Manner.HIDDEN || manner == Manner.BY_NAME
                ? ""
                : ", PATCH /api/me";
        return """
                identities:
                  alice: {role: member, tenant: north, login: %s, signed-in-when: {request: %s, contains: alice@north.example}}
                  root: {role: admin, login: %s, signed-in-when: {request: %s, contains: root@staff.example}}
                consent: {by: the owner, allow: [writes]}
                routes: {signed-in: [%s%s], roles: {admin: [GET /api/staff]}}
                flows:
                  signup: {request: POST /join, %sbody: %s, undo: %s}
                %s""".formatted(
                        login("alice", "alice@north.example"),
                        profile,
                        login("root", "root@staff.example"),
                        profile,
                        profile,
                        patch,
                        encoding,
                        fields,
                        undo,
                        change);
    }

    /** The same with the routes that name an account. */
    public String fileWithPeople() {
        String owned = manner == Manner.FORMS
                ? "\"POST /people/{user}/password\""
                : "\"GET /api/people/{user}\", \"PUT /api/people/{user}/password\", \"PATCH /api/people/{user}\", \"DELETE /api/people/{user}\"";
        String flow = manner == Manner.FORMS
                ? "  password-change: {request: POST /people/password, encoding: form, body: {\"user[email]\": \"{user}\", \"user[password]\": \"{new-password}\"}}\n"
                : "";
        return file().replace("routes: {", "routes: {owned: [" + owned + "], ") + flow;
    }

    private Reply person(Ask ask, Optional<Map<String, Json>> who, Map<String, Json> sent) {
        boolean form = manner == Manner.FORMS;
        String[] steps = ask.path().replaceFirst("^/(api/)?people/", "").split("/", -1);
        String whose = form ? text(sent.get("email")) : steps[0];
        Optional<Map<String, Json>> about = people.values().stream()
                .filter(person -> text(person.get(form ? "email" : manner == Manner.BY_NAME ? "name" : "id"))
                        .equals(whose))
                .findFirst();
        String deed =
                switch (ask.method()) {
                    case "DELETE" -> "remove";
                    case "PATCH" -> "name";
                    case "GET" -> "read";
                    default -> "password";
                };
        boolean any = loose.contains("any." + deed);
        if (who.isEmpty() && !any) {
            return nobody();
        }
        boolean self = who.isPresent() && about.isPresent() && who.get() == about.get();
        boolean allowed = any || self || loose.contains("other." + deed);
        if (who.isPresent() && loose.contains("own." + deed)) {
            return done(deed, who.get(), sent);
        }
        return about.isEmpty() || !allowed
                ? manner == Manner.ERROR_200 || manner == Manner.BY_NAME
                        ? Reply.json(200, "{\"success\":false}")
                        : Reply.json(manner == Manner.COOKIE ? 403 : 404, "{}")
                : done(deed, about.get(), sent);
    }

    private Reply done(String deed, Map<String, Json> person, Map<String, Json> sent) {
        switch (deed) {
            case "remove" -> people.remove(text(person.get("email")));
            case "name" -> person.put("name", sent.getOrDefault("name", person.get("name")));
            case "read" -> {
                return me(person);
            }
            default -> person.put("password", sent.getOrDefault("password", person.get("password")));
        }
        return Reply.json(200, "{\"ok\":true}");
    }

    private Reply nobody() {
        return manner == Manner.FORMS || manner == Manner.COOKIE
                ? Reply.empty(302).with("Location", "/login")
                : Reply.json(401, "{\"error\":\"sign in\"}");
    }

    private String login(String name, String mail) {
        String who = manner == Manner.BY_NAME ? "name: " + name : "email: " + mail;
        String body = "body: {" + who + ", password: pw-" + name + "-2026}";
        return switch (manner) {
            case FORMS -> "{kind: form, page: GET /login, request: POST /login, " + body + "}";
            case COOKIE -> "{kind: json, request: POST /login, " + body + "}";
            default -> "{kind: json, request: POST /login, " + body + ", token: $.token}";
        };
    }

    @Override
    public synchronized Reply apply(Ask ask) {
        String place = ask.method() + " " + ask.path();
        if (place.equals("GET /login") || place.equals("GET /join")) {
            return Reply.html(Phrases.page("Come in", form(ask.path())));
        }
        Map<String, Json> sent = sent(ask);
        if (manner == Manner.FORMS && ask.method().equals("POST") && !"f-1".equals(text(sent.remove("csrf")))) {
            return Reply.of(403, "text/html", "<h1>Try again</h1>");
        }
        if (place.equals("POST /login")) {
            return login(sent);
        }
        if (place.equals("POST /join")) {
            return join(sent);
        }
        Optional<Map<String, Json>> who =
                Optional.ofNullable(sessions.get(session(ask))).flatMap(mail -> Optional.ofNullable(people.get(mail)));
        if (ask.path().matches("/(api/)?people/.*")) {
            return person(ask, who, sent);
        }
        if (who.isEmpty()) {
            return nobody();
        }
        return inside(place, who.get(), sent);
    }

    private Reply inside(String place, Map<String, Json> who, Map<String, Json> sent) {
        return switch (place) {
            case "GET /api/me", "GET /me" -> me(who);
            case "PATCH /api/me", "PUT /api/me", "POST /me" -> change(who, sent);
            case "DELETE /api/me", "POST /leave" -> {
                people.remove(text(who.get("email")));
                yield Reply.empty(204);
            }
            case "GET /api/staff" -> staff(who);
            default -> Reply.json(404, "{\"error\":\"nothing here\"}");
        };
    }

    private Reply staff(Map<String, Json> who) {
        boolean staff = text(who.get("role")).equals("admin")
                || text(who.get("is_admin")).equals("true");
        if (staff) {
            return Reply.json(200, "{\"figures\":{\"revenue\":\"48211.70\",\"churn\":\"north-churn-114\"}}");
        }
        return manner == Manner.ERROR_200
                ? Reply.json(200, "{\"success\":false,\"error\":\"not for you\"}")
                : Reply.json(manner == Manner.NESTED ? 404 : 403, "{\"error\":\"not for you\"}");
    }

    private Reply me(Map<String, Json> who) {
        Map<String, Json> shown = new LinkedHashMap<>(who);
        shown.remove("password");
        if (manner == Manner.HIDDEN) {
            return Reply.json(200, JsonBody.write(new Json.Obj(Map.of("email", shown.get("email")))));
        }
        if (manner == Manner.FORMS) {
            StringBuilder rows = new StringBuilder();
            shown.forEach((name, value) -> rows.append("<dt>")
                    .append(name)
                    .append("</dt><dd>")
                    .append(text(value))
                    .append("</dd>"));
            return Reply.html(Phrases.page(
                    "You", "<dl>" + rows + "</dl>" + form("/me") + form("/leave") + form("/people/password")));
        }
        String whole = JsonBody.write(new Json.Obj(shown));
        return Reply.json(
                200, manner == Manner.NESTED ? "{\"data\":{\"type\":\"users\",\"attributes\":" + whole + "}}" : whole);
    }

    private Reply change(Map<String, Json> who, Map<String, Json> sent) {
        if (refused(sent, "me.")) {
            return refusal();
        }
        sent.forEach((name, value) -> {
            if (name.equals("name") || loose.contains("me." + name)) {
                who.put(name, value);
            }
        });
        return manner == Manner.FORMS ? Reply.empty(303).with("Location", "/me") : Reply.empty(204);
    }

    private Reply join(Map<String, Json> sent) {
        if (refused(sent, "")) {
            return refusal();
        }
        String mail = text(sent.get("email"));
        if (people.containsKey(mail)) {
            return refusal();
        }
        Map<String, Json> person = enter(text(sent.get("name")), mail, text(sent.get("password")), "member");
        sent.forEach((name, value) -> {
            if (loose.contains(name) || loose.contains("*")) {
                // a number that is none is left out, as a column of numbers would
                if (!(person.get(name) instanceof Json.Num) || value instanceof Json.Num) {
                    person.put(name, value);
                }
            }
        });
        return switch (manner) {
            case FORMS -> Reply.empty(303).with("Location", "/login");
            case BY_NAME, ERROR_200 -> Reply.json(200, "{\"status\":\"success\"}");
            default -> Reply.json(201, "{\"ok\":true}");
        };
    }

    private boolean refused(Map<String, Json> sent, String before) {
        boolean strict = manner == Manner.REJECTS || manner == Manner.ERROR_200;
        return strict
                && sent.keySet().stream()
                        .anyMatch(name ->
                                !Set.of("email", "name", "password").contains(name) && !loose.contains(before + name));
    }

    private Reply refusal() {
        return manner == Manner.REJECTS
                ? Reply.json(400, "{\"error\":\"unknown field\"}")
                : Reply.json(200, "{\"success\":false,\"error\":\"unknown field\"}");
    }

    private Reply login(Map<String, Json> sent) {
        Optional<Map<String, Json>> who = people.values().stream()
                .filter(person -> manner == Manner.BY_NAME
                        ? text(person.get("name")).equals(text(sent.get("name")))
                        : text(person.get("email")).equals(text(sent.get("email"))))
                .filter(person -> text(person.get("password")).equals(text(sent.get("password"))))
                .findFirst();
        if (who.isEmpty()) {
            return switch (manner) {
                case FORMS -> Reply.html(Phrases.page("Come in", form("/login")));
                case BY_NAME, ERROR_200 -> Reply.json(200, "{\"success\":false,\"error\":\"wrong\"}");
                default -> Reply.json(401, "{\"error\":\"wrong\"}");
            };
        }
        String session = "s" + next.incrementAndGet() + "-" + Math.abs(who.get().hashCode());
        sessions.put(session, text(who.get().get("email")));
        String cookie = "sid=" + session + "; Path=/; HttpOnly";
        return switch (manner) {
            case FORMS -> Reply.empty(302).with("Location", "/me").with("Set-Cookie", cookie);
            case COOKIE -> Reply.json(200, "{\"ok\":true}").with("Set-Cookie", cookie);
            default -> Reply.json(200, "{\"token\":\"" + session + "\"}");
        };
    }

    private static String form(String action) {
        String fields =
                switch (action) {
                    case "/login" -> "<input name=email><input name=password type=password>";
                    case "/me" -> "<input name=user[name]>";
                    case "/people/password" -> "<input name=user[email]><input name=user[password] type=password>";
                    case "/leave" -> "<button>Leave</button>";
                    default ->
                        "<input name=user[email]><input name=user[name]><input name=user[password] type=password>";
                };
        return "<form method=post action=" + action + "><input type=hidden name=csrf value=f-1>" + fields + "</form>";
    }

    private static String session(Ask ask) {
        String line = ask.header("Authorization");
        return line.startsWith("Bearer ")
                ? line.substring(7)
                : ask.header("Cookie").replaceAll("(^|.*;\\s*)sid=([^;]*).*", "$2");
    }

    private Map<String, Json> sent(Ask ask) {
        String body = ask.raw().getBodyAsString();
        Map<String, Json> sent = new LinkedHashMap<>();
        if (manner == Manner.FORMS) {
            for (String pair : body.split("&", -1)) {
                String[] parts = pair.split("=", 2);
                String name =
                        URLDecoder.decode(parts[0], StandardCharsets.UTF_8).replaceAll(".*\\[(.*)]", "$1");
                sent.put(
                        name,
                        new Json.Str(parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8)));
            }
            return sent;
        }
        Optional<Json> json = JsonBody.parse(body);
        Optional<Json> inner =
                manner == Manner.NESTED ? json.flatMap(each -> each.get("user")).or(() -> json) : json;
        if (inner.orElse(new Json.Null()) instanceof Json.Obj obj) {
            sent.putAll(obj.members());
        }
        return sent;
    }

    private static String text(Json value) {
        return value == null ? "" : value.text().orElse("");
    }
}
