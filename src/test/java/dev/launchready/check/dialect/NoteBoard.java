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
 * A portal with notes that can be made, changed and removed, in one of several manners.
 *
 * @param manner how it names and refuses
 * @param flaws what it forgets
 */
public record NoteBoard(Manner manner, Set<Flaw> flaws, Map<String, Note> notes, AtomicInteger next)
        implements Function<Ask, Reply> {

    /** What may be broken. */
    public enum Flaw {
        CHANGE_FOREIGN,
        REMOVE_FOREIGN,
        CHANGE_AS_NOBODY,
        REMOVE_AS_NOBODY
    }

    /** How a board speaks. */
    public enum Manner {
        /** Numbers, 201 with the note, 403 for strangers. */
        BY_THE_BOOK,
        /** The id stands in Location alone; strangers are told that all went well, and nothing happens. */
        SILENT,
        /** The client chooses the id; strangers get 404. */
        CHOSEN_ID,
        /** Everything is a 200; a removed note is an error in an envelope. */
        ENVELOPE
    }

    /** One note. */
    public record Note(String owner, String text) {}

    public static NoteBoard of(Manner manner, Set<Flaw> flaws) {
        return new NoteBoard(manner, flaws, new ConcurrentHashMap<>(), new AtomicInteger(40));
    }

    /** The portal file from {@code identities} on. */
    public String file() {
        String method = manner == Manner.SILENT ? "PATCH" : "PUT";
        String id =
                switch (manner) {
                    case BY_THE_BOOK -> "$.id";
                    case SILENT -> "$response.header.Location";
                    case CHOSEN_ID -> "$request.body#/slug";
                    case ENVELOPE -> "$.data.id";
                };
        return """
                identities:
                  alice: {role: client, tenant: north, login: {kind: bearer, token: tok-alice-1}}
                  bob: {role: client, tenant: south, login: {kind: bearer, token: tok-bob-1}}
                consent: {by: the owner, allow: [writes]}
                routes: {signed-in: [GET /api/me], owned: ["GET /api/notes/{note}", "%s /api/notes/{note}", "DELETE /api/notes/{note}"]}
                flows:
                  create:
                    note: {request: POST /api/notes, body: {slug: "note-{random}", text: "Seen at {marker}"}, id: "%s", undo: "DELETE /api/notes/{id}"}
                """.formatted(method, id);
    }

    @Override
    public Reply apply(Ask ask) {
        Optional<String> who = Tokens.bearer(ask);
        if (ask.path().equals("/api/me")) {
            return who.map(each -> Reply.json(200, "{\"name\":\"" + each + " of the board\"}"))
                    .orElseGet(NoteBoard::nobody);
        }
        if (ask.path().equals("/api/notes") && ask.method().equals("POST")) {
            return who.map(each -> make(ask, each)).orElseGet(NoteBoard::nobody);
        }
        if (!ask.path().startsWith("/api/notes/")) {
            return Reply.json(404, "{}");
        }
        String id = ask.path().substring("/api/notes/".length());
        return switch (ask.method()) {
            case "GET" -> read(who, id);
            case "PUT", "PATCH" -> change(ask, who, id);
            case "DELETE" -> remove(who, id);
            default -> Reply.empty(405);
        };
    }

    private Reply make(Ask ask, String who) {
        String body = ask.raw().getBodyAsString();
        String id = manner == Manner.CHOSEN_ID ? member(body, "slug") : Integer.toString(next.incrementAndGet());
        notes.put(id, new Note(who, member(body, "text")));
        return switch (manner) {
            case SILENT -> Reply.empty(201).with("Location", "/api/notes/" + id);
            case ENVELOPE -> Reply.json(200, "{\"data\":{\"id\":" + id + "}}");
            default -> Reply.json(201, "{\"id\":\"" + id + "\"}");
        };
    }

    private Reply read(Optional<String> who, String id) {
        Note note = notes.get(id);
        if (who.isEmpty()) {
            return nobody();
        }
        boolean own = note != null && note.owner().equals(who.get());
        return own ? Reply.json(200, "{\"id\":\"" + id + "\",\"text\":\"" + note.text() + "\"}") : refused();
    }

    private Reply change(Ask ask, Optional<String> who, String id) {
        Note note = notes.get(id);
        if (note == null || !may(who, note, Flaw.CHANGE_FOREIGN, Flaw.CHANGE_AS_NOBODY)) {
            return who.isEmpty() ? nobody() : refused();
        }
        notes.put(id, new Note(note.owner(), member(ask.raw().getBodyAsString(), "text")));
        return Reply.json(200, "{\"ok\":true}");
    }

    private Reply remove(Optional<String> who, String id) {
        Note note = notes.get(id);
        if (note == null || !may(who, note, Flaw.REMOVE_FOREIGN, Flaw.REMOVE_AS_NOBODY)) {
            return who.isEmpty() ? nobody() : refused();
        }
        notes.remove(id);
        return Reply.empty(204);
    }

    private boolean may(Optional<String> who, Note note, Flaw foreign, Flaw nobody) {
        if (who.isEmpty()) {
            return flaws.contains(nobody);
        }
        return note.owner().equals(who.get()) || flaws.contains(foreign);
    }

    private static Reply nobody() {
        return Reply.json(401, "{\"error\":\"sign in\"}");
    }

    private Reply refused() {
        return switch (manner) {
            case BY_THE_BOOK -> Reply.json(403, "{}");
            case SILENT -> Reply.json(200, "{\"ok\":true}");
            case CHOSEN_ID -> Reply.json(404, "{}");
            case ENVELOPE -> Reply.json(200, "{\"data\":null,\"error\":\"no such note\"}");
        };
    }

    private static String member(String body, String name) {
        int at = body.indexOf("\"" + name + "\":\"");
        int from = at + name.length() + 4;
        return at < 0 ? "" : body.substring(from, body.indexOf('"', from));
    }
}
