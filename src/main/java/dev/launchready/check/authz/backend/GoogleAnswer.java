package dev.launchready.check.authz.backend;

import dev.launchready.check.authz.backend.Survey.Access;
import dev.launchready.check.authz.backend.Survey.Reach;
import dev.launchready.model.Json;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.JsonBody;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the errors of Google's REST interfaces: {@code {"error": {"code", "message", "status"}}}, alone or as the first of a list. */
final class GoogleAnswer {
    /** A refusal that comes from before the rules: a service that is off, a key that may not be used, a bill that was not paid. */
    private static final Pattern BEFORE_THE_RULES = Pattern.compile(
            "(?i)has not been used|is disabled|SERVICE_DISABLED|are blocked|API key|consumer|billing|quota|App Check|service account");

    private final HttpAnswer answer;
    private final Optional<Json> body;
    private final Optional<Json> error;

    GoogleAnswer(HttpAnswer answer) {
        this.answer = answer;
        this.body = JsonBody.parse(answer.text());
        this.error = body.flatMap(json ->
                        json instanceof Json.Arr arr ? arr.items().stream().findFirst() : Optional.of(json))
                .flatMap(json -> json.get("error"));
    }

    Optional<Json> body() {
        return body;
    }

    boolean given() {
        return answer.status() == 200
                && body.isPresent()
                && error.isEmpty()
                && answer.mediaType().contains("json");
    }

    boolean absent() {
        return answer.status() == 404 && error.isPresent();
    }

    boolean refused() {
        return answer.status() == 403
                && error.isPresent()
                && !BEFORE_THE_RULES.matcher(word("message")).find();
    }

    String word(String name) {
        return error.flatMap(json -> json.get(name)).flatMap(Json::text).orElse("");
    }

    String says() {
        String status = word("status").isEmpty() ? "" : " " + word("status");
        String message = word("message").isEmpty() ? "" : ": " + word("message");
        return Trees.shortened(answer.status() + status + message);
    }

    /** Whether only this kind of service speaks like this. */
    Reach reach() {
        return given() || refused() ? Reach.ANSWERED : Reach.OTHER;
    }

    /** @param rows of an answer that gives something */
    Reading reading(Rows rows) {
        Access access =
                given() ? rows.size() > 0 ? Access.ROWS : Access.LET_IN : refused() ? Access.REFUSED : Access.UNCLEAR;
        return new Reading(access, rows, rows.size(), says(), List.of(), answer);
    }

    Reading as(Access access) {
        return new Reading(access, Rows.NONE, 0, says(), List.of(), answer);
    }
}
