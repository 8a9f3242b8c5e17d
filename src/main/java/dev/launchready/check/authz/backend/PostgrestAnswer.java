package dev.launchready.check.authz.backend;

import dev.launchready.check.authz.backend.Survey.Access;
import dev.launchready.check.authz.backend.Survey.Reach;
import dev.launchready.model.Json;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.JsonBody;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what PostgREST answers, of any version: its own codes ({@code PGRST…}) and PostgreSQL's (SQLSTATE, appendix A of its manual) in
 * the body tell more than the status.
 */
final class PostgrestAnswer {
    private static final String NO_PRIVILEGE = "42501";
    private static final String FUNCTION_MISSING = "PGRST202";
    private static final String READ_ONLY = "25006";
    private static final int LONGEST = 120;

    /** A table, column or function that is not there, in the words of old and new versions. */
    private static final Set<String> MISSING =
            Set.of("PGRST205", "42P01", "PGRST204", "PGRST106", "42883", "PGRST125", "3F000", "PGRST200");

    private static final Pattern QUOTED = Pattern.compile("[\"'](?:[A-Za-z_][\\w$]*\\.)?([A-Za-z_][\\w$-]*)[\"']");
    private static final Pattern CALLED =
            Pattern.compile("function\\s+(?:[A-Za-z_][\\w$]*\\.)?([A-Za-z_][\\w$]*)\\s*(?:\\(|$)");
    private static final Pattern EXPOSED = Pattern.compile("(?:following|exposed)[^:]*:\\s*([\\w$, -]+)");
    private static final Pattern TOTAL = Pattern.compile("/(\\d+)$");

    private final HttpAnswer answer;
    private final Optional<Json> body;

    PostgrestAnswer(HttpAnswer answer) {
        this.answer = answer;
        this.body = JsonBody.parse(answer.text());
    }

    String code() {
        return word("code");
    }

    /** Whether only PostgREST, or the gateway before Supabase's, speaks like this. */
    boolean speaks() {
        return code().matches("PGRST\\w+|[0-9A-Z]{5}") && !word("message").isEmpty();
    }

    /** What became of the key that was sent. */
    Reach reach() {
        String message = says().toLowerCase(java.util.Locale.ROOT);
        if (message.contains("no api key")) {
            return Reach.KEY_MISSING;
        }
        boolean token = code().matches("PGRST30\\d") || message.contains("jwt") || message.contains("jws");
        if (message.contains("invalid api key") || message.contains("invalid authentication credentials") || token) {
            return Reach.KEY_REFUSED;
        }
        if (message.contains("anonymous access is disabled")) {
            return Reach.KEY_MISSING;
        }
        return speaks() ? Reach.ANSWERED : Reach.OTHER;
    }

    /** Of a table or a view. */
    Reading table() {
        return reading(access(), List.of());
    }

    /** Of a function; one that is there under other arguments is untried. */
    Reading function(String name) {
        if (code().equals(FUNCTION_MISSING)) {
            boolean there = CALLED.matcher(word("hint"))
                    .results()
                    .anyMatch(match -> match.group(1).equals(name));
            return reading(there ? Access.UNTRIED : Access.MISSING, List.of());
        }
        if (code().equals(READ_ONLY) || answer.status() == 405 || code().startsWith("22") || code().startsWith("P0")) {
            return reading(Access.UNTRIED, List.of());
        }
        return table();
    }

    /** Names of tables that the answer gives away. */
    List<String> hints() {
        String hint = word("hint");
        return hint.contains("table") || hint.contains("relation")
                ? QUOTED.matcher(hint).results().map(match -> match.group(1)).toList()
                : List.of();
    }

    /** The schemas that are exposed, where the answer lists them. */
    List<String> schemas() {
        Matcher exposed = EXPOSED.matcher(word("message"));
        return code().equals("PGRST106") && exposed.find()
                ? List.of(exposed.group(1).split("[,\\s]+", -1)).stream()
                        .filter(name -> !name.isBlank())
                        .toList()
                : List.of();
    }

    String says() {
        String message = word("message").isEmpty() ? word("msg") : word("message");
        String text = message.isEmpty() ? word("error") : message;
        String said = text.isEmpty() ? "" : ": " + text;
        String all = answer.status() + (code().isEmpty() ? "" : " " + code()) + said;
        return all.length() <= LONGEST ? all : all.substring(0, LONGEST) + "…";
    }

    private Access access() {
        boolean success = answer.status() == 200 || answer.status() == 206;
        if (success) {
            boolean json = answer.mediaType().contains("json") && body.isPresent();
            return !json ? Access.UNCLEAR : Rows.of(body.get()).size() == 0 ? Access.EMPTY : Access.ROWS;
        }
        if (code().equals(NO_PRIVILEGE) || word("message").startsWith("permission denied")) {
            return Access.REFUSED;
        }
        if (MISSING.contains(code()) || (answer.status() == 404 && code().isEmpty())) {
            return Access.MISSING;
        }
        return Access.UNCLEAR;
    }

    private Reading reading(Access access, List<String> more) {
        Rows rows = access == Access.ROWS ? Rows.of(body.orElseThrow()) : Rows.NONE;
        Matcher range = TOTAL.matcher(answer.header("content-range").orElse(""));
        long total = Math.max(rows.size(), range.find() ? Long.parseLong(range.group(1)) : 0);
        return new Reading(access, rows, total, says(), more.isEmpty() ? hints() : more, answer);
    }

    private String word(String name) {
        return body.flatMap(json -> json.get(name)).flatMap(Json::text).orElse("");
    }
}
