package dev.launchready.check.dialect;

import dev.launchready.check.DialectServer.Ask;
import dev.launchready.check.DialectServer.Reply;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A portal with rooms, which managers alone make, rename and remove.
 *
 * @param flaws methods for which it asks nobody for the role; {@code nobody.METHOD}: not even for an account; {@code late}: it looks for
 *     the room before it asks for the role
 */
public record RoomBoard(Set<String> flaws, Map<String, String> rooms, AtomicInteger next)
        implements Function<Ask, Reply> {

    public static RoomBoard of(Set<String> flaws) {
        return new RoomBoard(flaws, new ConcurrentHashMap<>(Map.of("7", "The lamp room")), new AtomicInteger(40));
    }

    /** The portal file from {@code identities} on, with those routes and that consent. */
    public String file(String consent, String routes) {
        return """
                identities:
                  mona: {role: manager, tenant: north, login: {kind: bearer, token: tok-mona-1}}
                  nils: {role: member, tenant: north, login: {kind: bearer, token: tok-nils-1}}
                consent: {by: the owner, allow: [%s]}
                routes:
                  signed-in: [GET /api/me, GET /api/rooms]
                  roles: {manager: [GET /api/costs, %s]}
                flows:
                  create:
                    room: {request: POST /api/rooms, body: {name: "{marker}"}, id: $.id, undo: "DELETE /api/rooms/{id}"}
                """.formatted(consent, routes);
    }

    @Override
    public Reply apply(Ask ask) {
        Optional<String> who = Optional.of(ask.header("Authorization").replaceFirst("^Bearer tok-(\\w+)-1$", "$1"))
                .filter(each -> !each.isEmpty());
        boolean open = flaws.contains("nobody." + ask.method()) && !ask.method().equals("GET");
        if (who.isEmpty() && !open) {
            return Reply.json(401, "{\"error\":\"sign in\"}");
        }
        String name = who.orElse("nobody");
        boolean manager = name.equals("mona");
        boolean may = manager || open || flaws.contains(ask.method());
        String id = ask.path().replaceFirst("^/api/rooms/?", "");
        if (ask.path().equals("/api/me")) {
            return Reply.json(200, "{\"name\":\"" + name + " of the board\"}");
        }
        if (ask.path().equals("/api/costs")) {
            return manager
                    ? Reply.json(200, "{\"costs\":\"costs-7f31c2-all\",\"rent\":\"rent-09aa41\"}")
                    : Reply.json(403, "{\"error\":\"not yours\"}");
        }
        if (!ask.path().startsWith("/api/rooms")) {
            return Reply.json(404, "{}");
        }
        if (ask.method().equals("GET")) {
            return Reply.json(200, "{\"rooms\":\"" + String.join("; ", rooms.values()) + "\"}");
        }
        boolean missing = !id.isEmpty() && !rooms.containsKey(id);
        if (flaws.contains("late") && missing) {
            return Reply.json(404, "{\"error\":\"no such room\"}");
        }
        return may ? write(ask, id, missing) : Reply.json(403, "{\"error\":\"managers only\"}");
    }

    private Reply write(Ask ask, String id, boolean missing) {
        String body = ask.raw().getBodyAsString();
        String name = body.replaceFirst("^.*\"name\":\"([^\"]*)\".*$", "$1");
        if (missing) {
            return Reply.json(404, "{\"error\":\"no such room\"}");
        }
        if (ask.method().equals("DELETE")) {
            rooms.remove(id);
            return Reply.empty(204);
        }
        String place = id.isEmpty() ? Integer.toString(next.incrementAndGet()) : id;
        rooms.put(place, name);
        return Reply.json(id.isEmpty() ? 201 : 200, "{\"id\":\"" + place + "\"}");
    }
}
