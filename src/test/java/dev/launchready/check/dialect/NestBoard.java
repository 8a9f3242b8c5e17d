package dev.launchready.check.dialect;

import dev.launchready.check.DialectServer.Ask;
import dev.launchready.check.DialectServer.Reply;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A portal with tasks in projects in organisations; a task is only found beneath its own project, and that beneath its own organisation.
 * Alice and Bob have one each; an administrator works for all of them.
 *
 * @param lapses {@code change} and {@code read}: whether a stranger may
 * @param things path to title: {@code /orgs/1/projects/11}
 * @param asked every path that was asked for, in order, with its method
 */
public record NestBoard(Set<String> lapses, Map<String, String> things, List<String> asked, AtomicInteger next)
        implements Function<Ask, Reply> {
    private static final Pattern PLACE =
            Pattern.compile("(/orgs/(\\d+)(?:/projects/(?:\\d+)(?:/tasks/(?:\\d+))?)?)(/projects|/tasks)?");
    private static final Map<String, String> ORGS = Map.of("alice", "/orgs/71", "bob", "/orgs/72", "admin", "/orgs");

    /** Alice's organisation has a project with a task, Bob's has another. */
    public static NestBoard of(String... lapses) {
        NestBoard board = bare(lapses);
        board.things()
                .putAll(Map.of(
                        "/orgs/71/projects/811", "Harbour wall of the north",
                        "/orgs/72/projects/822", "Lighthouse of the south",
                        "/orgs/71/projects/811/tasks/9111", "Order granite for the northern pier",
                        "/orgs/72/projects/822/tasks/9222", "Polish the southern lantern"));
        return board;
    }

    /** Organisations with nothing in them. */
    public static NestBoard bare(String... lapses) {
        NestBoard board = new NestBoard(
                Set.of(lapses), new ConcurrentSkipListMap<>(), new CopyOnWriteArrayList<>(), new AtomicInteger(5000));
        board.things().putAll(Map.of("/orgs/71", "The northern harbour", "/orgs/72", "The southern harbour"));
        return board;
    }

    /** The portal file from {@code identities} on; only tasks are made. */
    public String file() {
        return """
                identities:
                  alice: {role: client, tenant: north, login: {kind: bearer, token: tok-alice-1}}
                  bob: {role: client, tenant: south, login: {kind: bearer, token: tok-bob-1}}
                consent: {by: the owner, allow: [writes]}
                routes:
                  signed-in: [GET /me, GET /orgs]
                  owned: ["GET /orgs/{org}/projects", "GET /orgs/{org}/projects/{project}/tasks", "GET /orgs/{org}/projects/{project}/tasks/{task}", "PUT /orgs/{org}/projects/{project}/tasks/{task}"]
                flows:
                  create:
                    task: {request: "POST /orgs/{owns.org}/projects/{owns.project}/tasks", body: {title: "{marker}"}, id: $.id, undo: "DELETE /orgs/{owns.org}/projects/{owns.project}/tasks/{id}"}
                """;
    }

    /** With the flow that makes what tasks lie beneath. */
    public String fileWithProjects() {
        return file()
                + "    project: {request: \"POST /orgs/{owns.org}/projects\", body: {title: \"{marker}\"}, id: $.id, undo: \"DELETE /orgs/{owns.org}/projects/{id}\"}\n";
    }

    @Override
    public Reply apply(Ask ask) {
        asked.add(ask.method() + " " + ask.path());
        Optional<String> who = Tokens.bearer(ask);
        if (who.isEmpty()) {
            return Reply.json(401, "{\"error\":\"sign in\"}");
        }
        String org = ORGS.getOrDefault(who.get(), "");
        if (ask.path().equals("/me")) {
            return Reply.json(200, "{\"name\":\"" + who.get() + " of the harbour\"}");
        }
        if (ask.path().equals("/orgs")) {
            return Reply.json(200, org.equals("/orgs") ? listed(org) : "[" + shown(org) + "]");
        }
        Matcher place = PLACE.matcher(ask.path());
        boolean known = place.matches() && things.containsKey(place.group(1));
        boolean own = known && ask.path().startsWith(org + "/");
        boolean lapse = lapses.contains(ask.method().equals("GET") ? "read" : "change")
                && ask.path().contains("/tasks/");
        return own || (known && lapse) ? answer(ask) : Reply.json(404, "{\"error\":\"not found\"}");
    }

    private Reply answer(Ask ask) {
        String path = ask.path();
        String title = ask.raw().getBodyAsString().replaceAll("(?s).*\"title\":\"([^\"]*)\".*", "$1");
        switch (ask.method()) {
            case "POST" -> {
                String made = path + "/" + next.incrementAndGet();
                things.put(made, title);
                return Reply.json(201, shown(made));
            }
            case "PUT" -> things.put(path, title);
            case "DELETE" -> {
                boolean empty = things.keySet().stream().noneMatch(each -> each.startsWith(path + "/"));
                if (!empty) {
                    return Reply.json(409, "{\"error\":\"not empty\"}");
                }
                things.remove(path);
                return Reply.empty(204);
            }
            default -> {
                // a read
            }
        }
        return Reply.json(200, things.containsKey(path) ? shown(path) : listed(path));
    }

    private String listed(String list) {
        return things.keySet().stream()
                .filter(each -> each.matches(Pattern.quote(list) + "/\\d+"))
                .map(this::shown)
                .collect(Collectors.joining(",", "[", "]"));
    }

    private String shown(String path) {
        String id = path.substring(path.lastIndexOf('/') + 1);
        return "{\"id\":" + id + ",\"title\":\"" + things.get(path) + "\"}";
    }
}
