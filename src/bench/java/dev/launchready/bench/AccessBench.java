package dev.launchready.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Serves a sound portal of so many routes on loopback, 2 tenants and 3 roles, and writes its portal file: what {@code access.sh} scans.
 *
 * <p>Of every ten routes five are lists and objects (read and written), two are for managers, two for administrators, one is public.
 */
public final class AccessBench {
    private static final Pattern PATH = Pattern.compile("/api/(\\w+?)(\\d+)(?:/([\\w-]+))?");
    private static final Map<String, String> ROLES =
            Map.of("alice", "member", "bob", "member", "mia", "manager", "root", "admin");
    private static final List<String> PEOPLE = List.of("alice", "bob", "mia", "root");
    private static final AtomicLong SERVED = new AtomicLong();

    private AccessBench() {}

    /** @param arguments the folder for the portal file, and how many routes */
    public static void main(String[] arguments) throws IOException {
        System.setProperty(
                "sun.net.httpserver.nodelay", "true"); // else a delayed acknowledgement of 40 ms per answer is measured
        int routes = Integer.parseInt(arguments[1]);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        server.setExecutor(Executors.newFixedThreadPool(16));
        server.createContext("/", AccessBench::answer);
        server.start();
        int port = server.getAddress().getPort();
        Files.writeString(Path.of(arguments[0], "launch-ready.yml"), portalFile(port, routes));
        System.out.println("serving http://127.0.0.1:" + port + "/");
    }

    private static String portalFile(int port, int routes) {
        List<String> owned = new ArrayList<>();
        List<String> signedIn = new ArrayList<>();
        List<String> manager = new ArrayList<>();
        List<String> admin = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (int at = 0; at < routes / 10; at++) {
            signedIn.add("GET /api/things" + at);
            signedIn.add("POST /api/things" + at);
            owned.add("GET /api/things" + at + "/{thing" + at + "}");
            owned.add("PUT /api/things" + at + "/{thing" + at + "}");
            owned.add("DELETE /api/things" + at + "/{thing" + at + "}");
            manager.add("GET /api/reports" + at);
            manager.add("GET /api/teams" + at);
            admin.add("GET /api/audits" + at);
            admin.add("GET /api/settings" + at);
            open.add("GET /api/news" + at);
        }
        String people = PEOPLE.stream()
                .map(name ->
                        ("  %1$s: {role: %2$s, tenant: %3$s, login: {kind: bearer, token: '${env:LR_BENCH_%4$s}'}, "
                                        + "signed-in-when: {request: GET /api/me, contains: %1$s@harbor.example}}%n")
                                .formatted(
                                        name, ROLES.get(name), tenant(name), name.toUpperCase(java.util.Locale.ROOT)))
                .collect(Collectors.joining());
        return "portal: {url: 'http://127.0.0.1:" + port + "/'}\nidentities:\n" + people + "routes:\n"
                + listed("public", "  ", open) + listed("signed-in", "  ", signedIn) + listed("owned", "  ", owned)
                + "  roles:\n" + listed("manager", "    ", manager) + listed("admin", "    ", admin);
    }

    private static String listed(String name, String indent, List<String> routes) {
        return indent + name + ":\n"
                + routes.stream().map(route -> indent + "  - " + route + "\n").collect(Collectors.joining());
    }

    private static String tenant(String name) {
        return name.equals("bob") ? "south" : "north";
    }

    private static void answer(HttpExchange exchange) throws IOException {
        SERVED.incrementAndGet();
        try (InputStream body = exchange.getRequestBody()) {
            body.readAllBytes();
        }
        String path = exchange.getRequestURI().getRawPath();
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        String person = authorization != null && authorization.startsWith("Bearer token-of-")
                ? authorization.substring("Bearer token-of-".length())
                : "";
        String who = ROLES.containsKey(person) ? person : "";
        if (path.equals("/served")) {
            send(exchange, 200, String.valueOf(SERVED.decrementAndGet()));
            return;
        }
        if (path.equals("/")) {
            send(exchange, 200, "{\"name\":\"harbor\"}");
            return;
        }
        if (path.equals("/api/me")) {
            send(
                    exchange,
                    who.isEmpty() ? 401 : 200,
                    who.isEmpty() ? refusal() : "{\"email\":\"" + who + "@harbor.example\"}");
            return;
        }
        Matcher found = PATH.matcher(path);
        if (!found.matches()) {
            send(exchange, 404, "{\"error\":\"not found\"}");
            return;
        }
        routed(exchange, found, who);
    }

    private static void routed(HttpExchange exchange, Matcher found, String who) throws IOException {
        String kind = found.group(1);
        String at = found.group(2);
        String id = found.group(3);
        if (kind.equals("news")) {
            send(exchange, 200, "{\"news\":\"issue " + at + "\"}");
        } else if (who.isEmpty()) {
            send(exchange, 401, refusal());
        } else if (kind.equals("things")) {
            things(exchange, at, id, who);
        } else {
            boolean managers = kind.equals("reports") || kind.equals("teams");
            boolean may = ROLES.get(who).equals("admin")
                    || (managers && ROLES.get(who).equals("manager"));
            String text = "{\"" + kind + "\":[{\"for\":\"" + tenant(who) + "\",\"figure\":\"" + kind + "-" + at
                    + "-value\"}]}";
            send(exchange, may ? 200 : 403, may ? text : "{\"error\":\"not for your role\"}");
        }
    }

    private static void things(HttpExchange exchange, String at, String id, String who) throws IOException {
        boolean reading = exchange.getRequestMethod().equals("GET")
                || exchange.getRequestMethod().equals("HEAD");
        if (id == null) {
            send(
                    exchange,
                    reading ? 200 : 422,
                    reading
                            ? "{\"items\":[" + thing(at, who, 0) + "," + thing(at, who, 1) + "]}"
                            : "{\"error\":\"title missing\"}");
        } else if (!id.equals(id(at, who, 0)) && !id.equals(id(at, who, 1))) {
            send(exchange, 404, "{\"error\":\"no such thing\"}");
        } else {
            String thing = thing(at, who, id.equals(id(at, who, 0)) ? 0 : 1);
            send(exchange, reading ? 200 : 422, reading ? thing : "{\"error\":\"title missing\"}");
        }
    }

    private static String thing(String at, String who, int nth) {
        String note = Integer.toHexString((nth + at + who + "note").hashCode());
        return "{\"id\":\"%s\",\"title\":\"thing %s of %s\",\"owner\":\"%s@harbor.example\",\"note\":\"n-%s-kept\"}"
                .formatted(id(at, who, nth), at + "." + nth, who, who, note);
    }

    private static String id(String at, String who, int nth) {
        return "t" + at + "-" + Integer.toHexString((nth + at + who).hashCode());
    }

    private static String refusal() {
        return "{\"error\":\"sign in first\"}";
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, exchange.getRequestMethod().equals("HEAD") ? -1 : bytes.length);
        exchange.getResponseBody().write(exchange.getRequestMethod().equals("HEAD") ? new byte[0] : bytes);
        exchange.close();
    }
}
