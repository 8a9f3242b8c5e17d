package dev.launchready.check.dialect;

import dev.launchready.check.DialectServer.Ask;
import dev.launchready.check.DialectServer.Reply;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A portal of projects with comments; alice has project 17, bob 23.
 *
 * @param flaws {@code foreign}: anybody signed in comments on any project; {@code nobody}: anybody at all; {@code own-space}: a comment on a
 *     foreign project is kept for whoever wrote it alone; {@code silent}: who is refused is told that all went well; {@code single}:
 *     comments are in no list
 * @param projects id to owner
 * @param comments id to a comment
 */
public record CommentBoard(
        Set<String> flaws, Map<String, String> projects, Map<String, Comment> comments, AtomicInteger next)
        implements Function<Ask, Reply> {
    private static final Pattern COMMENTS = Pattern.compile("/api/projects/(\\d+)/comments(?:/(\\d+))?");

    /** One comment, and who finds it. */
    public record Comment(String project, String owner, String text) {}

    public static CommentBoard of(Set<String> flaws) {
        Map<String, String> projects = new ConcurrentHashMap<>(Map.of("17", "alice", "23", "bob"));
        return new CommentBoard(flaws, projects, new ConcurrentHashMap<>(), new AtomicInteger(40));
    }

    /**
     * The portal file from {@code identities} on.
     *
     * @param project in the flow: an id, or the placeholder
     * @param as who sends the flow, as the file has it; empty for anybody
     */
    public String file(String project, String as) {
        return """
                identities:
                  alice: {role: client, tenant: north, owns: {project: [17]}, login: {kind: bearer, token: tok-alice-1}}
                  bob: {role: client, tenant: south, owns: {project: [23]}, login: {kind: bearer, token: tok-bob-1}}
                consent: {by: the owner, allow: [writes]}
                routes: {signed-in: [GET /api/me], owned: ["POST /api/projects/{project}/comments", "GET /api/projects/{project}/comments/{comment}"]}
                flows:
                  create:
                    comment: {request: "POST /api/projects/%1$s/comments", %2$sbody: {text: "Seen at {marker}"}, id: $.id, undo: "DELETE /api/projects/%1$s/comments/{id}"}
                """.formatted(project, as);
    }

    @Override
    public Reply apply(Ask ask) {
        Optional<String> who = Tokens.bearer(ask);
        boolean open = flaws.contains("nobody") && ask.method().equals("POST");
        if (who.isEmpty() && !open) {
            return Reply.json(401, "{\"error\":\"sign in\"}");
        }
        String name = who.orElse("nobody");
        Matcher place = COMMENTS.matcher(ask.path());
        if (ask.path().equals("/api/me")) {
            return Reply.json(200, "{\"name\":\"" + name + " of the board\"}");
        }
        if (!place.matches()) {
            return Reply.json(404, "{}");
        }
        String project = place.group(1);
        boolean own = name.equals(projects.get(project));
        boolean may = own
                || open
                || !flaws.stream()
                        .filter(Set.of("foreign", "own-space")::contains)
                        .toList()
                        .isEmpty();
        if (ask.method().equals("POST")) {
            return may
                    ? add(ask, project, own || !flaws.contains("own-space") ? projects.get(project) : name)
                    : refused();
        }
        return place.group(2) == null ? list(project, name) : one(ask, place.group(2), name);
    }

    private Reply refused() {
        return flaws.contains("silent") ? Reply.json(200, "{\"ok\":true}") : Reply.json(404, "{}");
    }

    private Reply add(Ask ask, String project, String owner) {
        String text = ask.raw().getBodyAsString().replaceFirst("^.*\"text\":\"([^\"]*)\".*$", "$1");
        String id = Integer.toString(next.incrementAndGet());
        comments.put(id, new Comment(project, owner, text));
        return Reply.json(201, "{\"id\":\"" + id + "\"}");
    }

    private Reply list(String project, String name) {
        if (flaws.contains("single")) {
            return Reply.empty(405);
        }
        return Reply.json(
                200,
                comments.values().stream()
                        .filter(each ->
                                each.project().equals(project) && each.owner().equals(name))
                        .map(each -> "\"" + each.text() + "\"")
                        .collect(Collectors.joining(",", "[", "]")));
    }

    private Reply one(Ask ask, String id, String name) {
        Comment comment = comments.get(id);
        if (comment == null || !comment.owner().equals(name)) {
            return Reply.json(404, "{}");
        }
        if (ask.method().equals("DELETE")) {
            comments.remove(id);
            return Reply.empty(204);
        }
        return Reply.json(200, "{\"id\":\"" + id + "\",\"text\":\"" + comment.text() + "\"}");
    }
}
