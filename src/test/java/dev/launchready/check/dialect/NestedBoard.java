package dev.launchready.check.dialect;

import dev.launchready.check.DialectServer.Ask;
import dev.launchready.check.DialectServer.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A portal with letters that lie in binders, in one of several manners. Alice of north has two binders, bob of south one, with two letters in
 * each.
 *
 * @param manner how it names and refuses
 * @param flaws what it forgets
 */
public record NestedBoard(Manner manner, Set<Flaw> flaws) implements Function<Ask, Reply> {
    private static final List<String> NAMES = List.of("alice", "bob");

    /** What may be broken. */
    public enum Flaw {
        /** The binder is checked, and the letter then loaded by its own id. */
        CHILD_BY_ID,
        /** The letter's owner is checked, and the binder not looked at. */
        PARENT_IGNORED,
        /** The letter's owner is checked, and the binder shown whosever it is. */
        PARENT_SHOWN
    }

    /**
     * How a board speaks.
     *
     * @param file from {@code routes} on
     * @param path of a letter; the first group is the binder where it stands in the path, the last the letter
     * @param given whether the file tells the ids, rather than lists
     */
    private record Speech(String file, String path, boolean given, boolean html, Reply nobody, Reply refused) {}

    /** The habits of several frameworks. */
    public enum Manner {
        /** Numbers in the path, pairs in the file, 403. */
        PAIRS_GIVEN(speech(
                "{owned: [\"GET /api/binders/{binder}/letters/{letter}\"]}",
                "/api/binders/([^/]+)/letters/([^/]+)",
                true,
                Reply.json(403, "{\"error\":\"forbidden\"}"))),
        /** Everything learnt from lists, 404. */
        LEARNT_LISTS(speech(
                """
                {signed-in: [GET /v1/binders], owned: ["GET /v1/binders/{binderId}/letters", "GET /v1/binders/{binderId}/letters/{letterId}"]}""",
                "/v1/binders/([^/]+)/letters/([^/]+)",
                false,
                Reply.json(404, "{\"message\":\"no such letter\"}"))),
        /** One flat list names the binder of each letter. */
        FLAT_LIST(speech(
                "{signed-in: [GET /v1/letters, GET /v1/binders], owned: [\"GET /v1/binders/{binder_id}/letters/{id}\"]}",
                "/v1/binders/([^/]+)/letters/([^/]+)",
                false,
                Reply.json(404, "{}"))),
        /** The binder stands in the query; 400 with a sentence. */
        IN_THE_QUERY(speech(
                "{owned: [\"GET /letters/{letter}?binder={binder}\"]}",
                "/letters/([^/?]+)",
                true,
                Reply.json(400, "{\"detail\":\"That letter cannot be opened here.\"}"))),
        /** The binder stands in a header of the portal's own, which its description names. */
        IN_A_HEADER(speech(
                "{import: [openapi.json], signed-in: [GET /v1/binders, GET /v1/letters]}",
                "/letters/([^/?]+)",
                false,
                Reply.json(403, "{\"error\":\"forbidden\"}"))),
        /** All refusals are 200 with an envelope. */
        ENVELOPE(speech(
                "{owned: [\"GET /rpc/binder/{binder}/letter/{letter}\"]}",
                "/rpc/binder/([^/]+)/letter/([^/]+)",
                true,
                Reply.json(200, "{\"ok\":false,\"error\":{\"code\":17,\"text\":\"not available\"}}"))),
        /** An answer with nothing in it. */
        NOTHING(speech(
                "{owned: [\"GET /api/binders/{binder}/letters/{letter}\"]}",
                "/api/binders/([^/]+)/letters/([^/]+)",
                true,
                Reply.json(200, "null"))),
        /** Pages; strangers get a friendly page that stands in for anything missing. */
        PAGES(new Speech(
                "{owned: [\"GET /binders/{binder}/letters/{letter}\"]}",
                "/binders/([^/]+)/letters/([^/]+)",
                true,
                true,
                Reply.empty(302).with("Location", "/login"),
                Reply.html(
                        "<!doctype html><title>Desk</title><h1>We looked everywhere</h1><p>Nothing lies here.</p>"))),
        /** An exception for every letter that is not in its binder. */
        THROWS(speech(
                "{owned: [\"GET /api/binders/{binder}/letters/{letter}\"]}",
                "/api/binders/([^/]+)/letters/([^/]+)",
                true,
                Reply.json(500, "{\"error\":\"NoSuchElementException\"}"))),
        /** Two recordings are all that is known. */
        RECORDINGS(speech(
                "{import: [alice.har, bob.har]}",
                "/api/binders/([^/]+)/letters/([^/]+)",
                false,
                Reply.json(404, "{\"error\":\"not found\"}"))),
        /** The same with GraphQL. */
        GRAPHQL(speech(
                "{import: [alice.har, bob.har]}",
                "/graphql",
                false,
                Reply.json(200, "{\"errors\":[{\"message\":\"Letter not found\"}],\"data\":{\"letter\":null}}"))),
        /** Letters are numbered in each binder anew. */
        NUMBERED(speech(
                "{signed-in: [GET /v1/binders], owned: [\"GET /v1/binders/{binder}/letters\", \"GET /v1/binders/{binder}/letters/{letter}\"]}",
                "/v1/binders/([^/]+)/letters/([^/]+)",
                false,
                Reply.json(404, "{\"message\":\"no such letter\"}")));

        private final Speech speech;

        Manner(Speech speech) {
            this.speech = speech;
        }
    }

    private static Speech speech(String file, String path, boolean given, Reply refused) {
        return new Speech(file, path, given, false, Reply.json(401, "{\"error\":\"sign in\"}"), refused);
    }

    private record Letter(String binder, String id, String owner) {
        String text() {
            return "Dear " + owner + ", this is kept as " + owner + "-" + binder + "-"
                    + (Integer.parseInt(id) * 31 + 7);
        }
    }

    private static String binderText(String binder) {
        return "Binder of shelf Q" + (Integer.parseInt(binder) * 17 + 4001) + "X";
    }

    private List<Letter> letters() {
        boolean numbered = manner == Manner.NUMBERED;
        List<Letter> all = new ArrayList<>();
        for (String binder : List.of("31", "32", "61")) {
            String owner = binder.startsWith("3") ? "alice" : "bob";
            for (int at = 1; at <= 2; at++) {
                all.add(new Letter(binder, numbered ? Integer.toString(at) : binder + "0" + at, owner));
            }
        }
        return all;
    }

    /** The portal file from {@code identities} on. */
    public String file() {
        String login = manner == Manner.RECORDINGS || manner == Manner.GRAPHQL
                ? "{kind: har, file: NAME.har}"
                : "{kind: bearer, token: tok-NAME-1}";
        String who = NAMES.stream()
                .map(name -> "  " + name + ": {role: client, tenant: of-" + name + ", login: "
                        + login.replace("NAME", name) + ", signed-in-when: {request: GET /me, contains: " + name
                        + "@desk.example}" + owns(name) + "}\n")
                .collect(Collectors.joining());
        return "identities:\n" + who + "consent: {by: the owner, allow: [active]}\nroutes: " + manner.speech.file()
                + "\n";
    }

    private String owns(String name) {
        return manner.speech.given()
                ? letters().stream()
                        .filter(each -> each.owner().equals(name))
                        .map(each -> "{binder: " + each.binder() + ", letter: " + each.id() + "}")
                        .collect(Collectors.joining(", ", ", owns: {letter: [", "]}"))
                : "";
    }

    /** Files that the portal file names, by name. */
    public Map<String, String> files(int port) {
        boolean recorded = manner == Manner.RECORDINGS || manner == Manner.GRAPHQL;
        if (manner == Manner.IN_A_HEADER) {
            return Map.of("openapi.json", """
                    {"openapi":"3.1.0","info":{"title":"Desk","version":"1"},"paths":{"/letters/{letterId}":{"get":{"parameters":[
                    {"name":"letterId","in":"path","required":true,"schema":{"type":"string"}},
                    {"name":"X-Binder-Id","in":"header","required":true,"schema":{"type":"string"}}],
                    "security":[{"token":[]}],"responses":{"200":{"description":"ok"}}}}},
                    "components":{"securitySchemes":{"token":{"type":"http","scheme":"bearer"}}}}""");
        }
        return recorded
                ? NAMES.stream().collect(Collectors.toMap(name -> name + ".har", name -> tape(port, name)))
                : Map.of();
    }

    private String tape(int port, String name) {
        String at = "http://127.0.0.1:" + port;
        String token = "tok-" + name + "-1";
        List<String> entries = new ArrayList<>(List.of(Tape.get(at + "/me", token, me(name))));
        for (Letter letter : letters()) {
            if (letter.owner().equals(name) && manner == Manner.GRAPHQL) {
                String body = "{\"operationName\":\"Letter\",\"query\":\"query Letter($binderId: ID!, $letterId: ID!)"
                        + " { letter(binder: $binderId, id: $letterId) { id text } }\",\"variables\":{\"binderId\":\""
                        + letter.binder() + "\",\"letterId\":\"" + letter.id() + "\"}}";
                entries.add(Tape.post(at + "/graphql", token, body, shown(letter, letter.binder())));
            } else if (letter.owner().equals(name)) {
                String url = at + "/api/binders/" + letter.binder() + "/letters/" + letter.id();
                entries.add(Tape.get(url, token, shown(letter, letter.binder())));
            }
        }
        return Tape.of(entries);
    }

    @Override
    public Reply apply(Ask ask) {
        Optional<String> who = Tokens.bearer(ask);
        if (who.isEmpty()) {
            return manner.speech.nobody();
        }
        String target = ask.target();
        if (target.equals("/me")) {
            return me(who.get());
        }
        List<Letter> own = letters().stream()
                .filter(each -> each.owner().equals(who.get()))
                .toList();
        Optional<String> list = list(target, own);
        if (list.isPresent()) {
            return Reply.json(200, list.get());
        }
        return asked(ask).map(ids -> opened(ids, own)).orElse(Reply.of(404, "text/plain", "Cannot GET it"));
    }

    private static Reply me(String who) {
        return Reply.json(200, "{\"email\":\"" + who + "@desk.example\"}");
    }

    private Optional<String> list(String target, List<Letter> own) {
        if (target.equals("/v1/binders")) {
            return Optional.of(own.stream()
                    .map(Letter::binder)
                    .distinct()
                    .map(each -> "{\"id\":" + each + "}")
                    .collect(Collectors.joining(",", "{\"binders\":[", "]}")));
        }
        boolean flat = target.equals("/v1/letters") && (manner == Manner.FLAT_LIST || manner == Manner.IN_A_HEADER);
        Matcher nested = Pattern.compile("/v1/binders/([^/]+)/letters").matcher(target);
        if (!flat && !nested.matches()) {
            return Optional.empty();
        }
        return Optional.of(own.stream()
                .filter(each -> flat || each.binder().equals(nested.group(1)))
                .map(each -> "{\"id\":" + each.id() + ",\"binder_id\":" + each.binder() + "}")
                .collect(Collectors.joining(",", "[", "]")));
    }

    /** Binder and letter of a request. */
    private Optional<List<String>> asked(Ask ask) {
        String body = ask.raw().getBodyAsString();
        Matcher binder = Pattern.compile("\"binderId\":\"?(\\w+)").matcher(body);
        Matcher letter = Pattern.compile("\"letterId\":\"?(\\w+)").matcher(body);
        if (manner == Manner.GRAPHQL && binder.find() && letter.find()) {
            return Optional.of(List.of(binder.group(1), letter.group(1)));
        }
        Matcher path = Pattern.compile(manner.speech.path()).matcher(ask.path());
        if (!path.matches()) {
            return Optional.empty();
        }
        if (manner == Manner.IN_A_HEADER) {
            return Optional.of(List.of(ask.header("X-Binder-Id"), path.group(1)));
        }
        return Optional.of(
                manner == Manner.IN_THE_QUERY
                        ? List.of(ask.target().replaceFirst(".*[?&]binder=", ""), path.group(1))
                        : List.of(path.group(1), path.group(2)));
    }

    private Reply opened(List<String> ids, List<Letter> own) {
        String binder = ids.get(0);
        boolean entered = own.stream().anyMatch(each -> each.binder().equals(binder));
        boolean loose = flaws.contains(Flaw.PARENT_IGNORED) || flaws.contains(Flaw.PARENT_SHOWN);
        return letters().stream()
                .filter(each -> each.id().equals(ids.get(1)))
                .filter(each -> each.binder().equals(binder) || flaws.contains(Flaw.CHILD_BY_ID) || loose)
                .filter(each -> entered || loose)
                .filter(each -> own.contains(each) || flaws.contains(Flaw.CHILD_BY_ID))
                .findFirst()
                .map(each -> shown(each, flaws.contains(Flaw.PARENT_SHOWN) ? binder : each.binder()))
                .orElse(manner.speech.refused());
    }

    private Reply shown(Letter letter, String binder) {
        if (manner.speech.html()) {
            return Reply.html("<!doctype html><title>Desk</title><h1>Letter</h1><p>" + letter.text() + "</p><aside>"
                    + binderText(binder) + "</aside>");
        }
        String json = "{\"id\":\"" + letter.id() + "\",\"text\":\"" + letter.text() + "\",\"binder\":{\"name\":\""
                + binderText(binder) + "\"}}";
        return Reply.json(200, manner == Manner.GRAPHQL ? "{\"data\":{\"letter\":" + json + "}}" : json);
    }
}
