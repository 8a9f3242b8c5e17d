package dev.launchready.check.auth;

import dev.launchready.check.DialectServer.Ask;
import dev.launchready.check.DialectServer.Reply;
import dev.launchready.check.auth.Door.Carrier;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** One small portal with real sessions: signing in and out, oneself, notes. Sound but for what is said to be wrong. */
final class Gate implements Function<Ask, Reply> {
    static final Map<String, String> PEOPLE = Map.of("alice@north.example", "pw-alice", "bob@south.example", "pw-bob");

    private final Door door;
    private final Set<Wrong> wrong;
    private final GateTokens tokens;
    private final Map<String, String> sessions = new ConcurrentHashMap<>();
    private final Map<String, String> notes = new ConcurrentHashMap<>();
    private int afterLogout;

    Gate(Door door, Set<Wrong> wrong) {
        this.door = door;
        this.wrong = wrong;
        this.tokens = new GateTokens(door.carrier(), wrong);
    }

    @Override
    public synchronized Reply apply(Ask ask) {
        return switch (ask.method() + " " + ask.path()) {
            case "GET /" ->
                GateLooks.front().with("Set-Cookie", "theme=dark; Path=/").with("Set-Cookie", early(ask));
            case "GET /login" -> GateLooks.signIn().with("Set-Cookie", early(ask));
            case "POST /login" -> login(ask);
            case "POST /logout" -> logout(ask);
            case "POST /forgot" -> GateDoors.forgot(fields(ask).getOrDefault("email", ""), wrong);
            case "POST /join" -> GateDoors.join(fields(ask).getOrDefault("email", ""), wrong);
            case "GET /.well-known/jwks.json" ->
                door.carrier() == Carrier.RS_BEARER ? Reply.json(200, tokens.keys()) : Reply.empty(404);
            case "GET /api/me" -> me(ask);
            case "GET /api/notes" ->
                who(ask).map(who -> Reply.json(200, listed(who))).orElseGet(this::refusal);
            case "POST /api/notes" -> write(ask);
            default -> other(ask);
        };
    }

    private String early(Ask ask) {
        boolean gives =
                wrong.contains(Wrong.ID_KEPT) && door.carrier().cookie() && door.carrier() != Carrier.JWT_COOKIE;
        boolean has = cookies(ask).containsKey("sid");
        return gives && !has ? cookie("sid", "before-" + UUID.randomUUID()) : "lang=en; Path=/";
    }

    private Reply login(Ask ask) {
        Map<String, String> fields = fields(ask);
        String mail = fields.getOrDefault("email", "");
        boolean known = PEOPLE.getOrDefault(mail, "").equals(fields.getOrDefault("password", "-"));
        boolean form =
                !door.carrier().pages() || fields.getOrDefault("csrf", "").equals("h-1");
        if (!known || !form) {
            return GateDoors.noLogin(door, mail, wrong);
        }
        String brought = Optional.ofNullable(cookies(ask).get("sid")).orElse("");
        boolean keeps = (wrong.contains(Wrong.ID_KEPT) && brought.startsWith("before-"))
                || (wrong.contains(Wrong.ANY_ID) && !brought.isEmpty());
        String value = door.carrier().jwt() ? tokens.issue(mail) : keeps ? brought : "s3ss-" + UUID.randomUUID();
        sessions.put(value, mail);
        return switch (door.carrier()) {
            case BEARER, JWT_BEARER, RS_BEARER -> Reply.json(200, "{\"token\":\"" + value + "\"}");
            case OWN_HEADER -> Reply.json(200, "{\"success\":true,\"data\":{\"key\":\"" + value + "\"}}");
            case FORM_COOKIE -> Reply.empty(302).with("Location", "/api/me").with("Set-Cookie", cookie("sid", value));
            case JSON_COOKIE ->
                Reply.json(200, "{\"ok\":true}")
                        .with("Set-Cookie", "lang=en; Path=/")
                        .with("Set-Cookie", cookie("sid", value))
                        .with("Set-Cookie", "seen=1; Path=/");
            case JWT_COOKIE -> Reply.json(200, "{\"ok\":true}").with("Set-Cookie", cookie("auth", value));
            case TWO_COOKIES ->
                Reply.json(200, "{\"ok\":true}")
                        .with("Set-Cookie", cookie("uid", mail.substring(0, mail.indexOf('@'))))
                        .with("Set-Cookie", cookie("sid", value));
        };
    }

    private String cookie(String name, String value) {
        String shown = wrong.contains(Wrong.BROKEN_PREFIX) ? "__Host-" + name : name;
        return shown + "=" + value + (wrong.contains(Wrong.BROKEN_PREFIX) ? "; Path=/api" : "; Path=/")
                + (wrong.contains(Wrong.WIDE_DOMAIN) ? "; Domain=harbor.example" : "")
                + (wrong.contains(Wrong.NO_SECURE) ? "" : "; Secure")
                + (wrong.contains(Wrong.NO_HTTP_ONLY) ? "" : "; HttpOnly")
                + (wrong.contains(Wrong.SAME_SITE_MISSING) ? "" : sameSite())
                + (wrong.contains(Wrong.LONG_LIFE) ? "; Max-Age=31536000" : "");
    }

    private String sameSite() {
        return wrong.contains(Wrong.SAME_SITE_NONE) ? "; SameSite=None" : "; SameSite=Lax";
    }

    private Reply logout(Ask ask) {
        Optional<String> who = who(ask);
        if (who.isEmpty()) {
            return refusal();
        }
        if (door.carrier().pages() && !fields(ask).getOrDefault("csrf", "").equals("out-1")) {
            return Reply.empty(303).with("Location", "/api/me");
        }
        if (!wrong.contains(Wrong.LOGOUT_FORGETS_ONLY)) {
            sessions.remove(value(ask));
            tokens.end(value(ask));
        }
        afterLogout = wrong.contains(Wrong.LIMITER_AFTER) ? 1 : 0;
        Reply done =
                door.carrier().pages() ? Reply.empty(302).with("Location", "/login") : Reply.json(200, "{\"ok\":true}");
        if (door.carrier().cookie() && !wrong.contains(Wrong.LOGOUT_KEEPS_COOKIE)) {
            String name = door.carrier() == Carrier.JWT_COOKIE ? "auth" : "sid";
            done = done.with("Set-Cookie", name + "=; Path=/; Max-Age=0").with("Set-Cookie", "uid=; Path=/; Max-Age=0");
        }
        return done;
    }

    private Reply me(Ask ask) {
        if (afterLogout > 0) {
            afterLogout--;
            return Reply.json(429, "{\"error\":\"slow down\"}");
        }
        return who(ask).map(who -> GateLooks.me(door, who)).orElseGet(this::refusal);
    }

    private String listed(String who) {
        StringBuilder list = new StringBuilder("[");
        notes.forEach((id, text) -> {
            if (text.startsWith(who + "|")) {
                list.append(list.length() > 1 ? "," : "").append(GateLooks.note(id, text));
            }
        });
        return list.append("]").toString();
    }

    private Reply write(Ask ask) {
        Optional<String> who = who(ask);
        if (who.isEmpty()) {
            return refusal();
        }
        boolean foreign = !ask.origin().isEmpty() && !ask.origin().contains("127.0.0.1");
        if (foreign && door.carrier().cookie() && !wrong.contains(Wrong.FORGEABLE)) {
            return refusal();
        }
        String id = "n" + UUID.randomUUID().toString().substring(0, 8);
        notes.put(id, who.get() + "|" + fields(ask).getOrDefault("title", ""));
        return Reply.json(201, "{\"id\":\"" + id + "\"}");
    }

    private Reply other(Ask ask) {
        String id = ask.path().startsWith("/api/notes/") ? ask.path().substring(11) : "";
        Optional<String> who = who(ask);
        boolean own = who.isPresent() && notes.getOrDefault(id, "").startsWith(who.get() + "|");
        if (own && ask.method().equals("GET")) {
            return Reply.json(200, GateLooks.note(id, notes.get(id)));
        }
        if (own && ask.method().equals("DELETE")) {
            notes.remove(id);
            return Reply.empty(204);
        }
        return who.isEmpty() && !id.isEmpty() ? refusal() : Reply.json(404, "{\"error\":\"nothing here\"}");
    }

    private Reply refusal() {
        return GateLooks.refusal(door.refusal());
    }

    Optional<String> who(Ask ask) {
        String value = value(ask);
        if (door.carrier().jwt()) {
            return tokens.who(value);
        }
        if (wrong.contains(Wrong.BEGINNING_ENOUGH)) {
            return sessions.entrySet().stream()
                    .filter(each -> value.length() >= 12 && each.getKey().startsWith(value.substring(0, 12)))
                    .map(Map.Entry::getValue)
                    .findFirst();
        }
        Optional<String> known = Optional.ofNullable(sessions.get(value));
        if (door.carrier() != Carrier.TWO_COOKIES) {
            return known;
        }
        Optional<String> named = PEOPLE.keySet().stream()
                .filter(mail -> mail.startsWith(cookies(ask).getOrDefault("uid", "-") + "@"))
                .findFirst();
        return known.isPresent() && wrong.contains(Wrong.FOREIGN_SECRET)
                ? named
                : known.filter(mail -> named.isPresent() && named.get().equals(mail));
    }

    private String value(Ask ask) {
        String line = ask.header("Authorization");
        return switch (door.carrier()) {
            case BEARER, JWT_BEARER, RS_BEARER -> line.startsWith("Bearer ") ? line.substring(7) : "";
            case OWN_HEADER -> ask.header("X-Auth-Token");
            case JWT_COOKIE -> cookies(ask).getOrDefault("auth", "");
            case FORM_COOKIE, JSON_COOKIE, TWO_COOKIES -> cookies(ask).getOrDefault("sid", "");
        };
    }

    private static Map<String, String> cookies(Ask ask) {
        Map<String, String> cookies = new LinkedHashMap<>();
        for (String pair : ask.header("Cookie").split(";\\s*", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                cookies.putIfAbsent(pair.substring(0, equals).replace("__Host-", ""), pair.substring(equals + 1));
            }
        }
        return cookies;
    }

    static Map<String, String> fields(Ask ask) {
        Map<String, String> fields = new LinkedHashMap<>();
        String body = ask.raw().getBodyAsString();
        boolean json = body.startsWith("{");
        for (String pair : (json ? body.substring(1, body.length() - 1) : body).split(json ? "," : "&", -1)) {
            String[] parts = pair.split(json ? ":" : "=", 2);
            if (parts.length == 2) {
                fields.put(plain(parts[0], json), plain(parts[1], json));
            }
        }
        return fields;
    }

    private static String plain(String text, boolean json) {
        return json ? text.strip().replaceAll("^\"|\"$", "") : URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
