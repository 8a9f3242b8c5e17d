package dev.launchready.check.authz.backend;

import dev.launchready.check.authz.backend.Survey.Access;
import dev.launchready.check.authz.backend.Survey.Reach;
import dev.launchready.model.Json;
import dev.launchready.model.TrafficClass;
import dev.launchready.model.Url;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.probe.http.JsonBody;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The REST API of Firebase's Realtime Database: {@code /path.json}, {@code null} where nothing is, and {@code Permission denied} with 401
 * where the rules refuse. An identity's token travels in the query, where that API wants it.
 */
final class RealtimeDatabase implements RuledTree {
    /** How many children are read of a place; the whole of it may be large. */
    private static final int SOME = 5;

    private static final int BRANCHES = 4;

    private final Gate gate;
    private final Optional<String> query;

    /** @param base with {@code ?ns=} where an emulator serves several databases */
    RealtimeDatabase(Gate gate, Url base) {
        this.gate = gate;
        this.query = base.query();
    }

    @Override
    public ServiceKind kind() {
        return ServiceKind.DATABASE;
    }

    @Override
    public PlaceKind places() {
        return PlaceKind.NODE;
    }

    @Override
    public Gate gate() {
        return gate;
    }

    @Override
    public Url address(String path) {
        return gate.at("/" + encoded(path) + ".json");
    }

    @Override
    public HttpCall greeting() {
        return call("GET", Readers.nobody(List.of()), "", "shallow=true");
    }

    @Override
    public Reach reach(HttpAnswer answer) {
        Optional<Json> body = JsonBody.parse(answer.text());
        boolean error =
                body.flatMap(json -> json.get("error")).flatMap(Json::text).isPresent();
        boolean refused = error && (answer.status() == 401 || answer.status() == 403);
        boolean given =
                answer.status() == 200 && body.isPresent() && answer.mediaType().contains("json");
        return given || refused ? Reach.ANSWERED : Reach.OTHER;
    }

    @Override
    public Reading read(Reader reader, String prefix, String below) throws ProbeException, InterruptedException {
        String path = Trees.joined(prefix, below);
        HttpAnswer answer = ask(call("GET", reader, path, "orderBy=%22$key%22&limitToFirst=" + SOME));
        boolean cut = answer.status() == 200 && JsonBody.parse(answer.text()).isEmpty();
        return reading(cut ? ask(call("GET", reader, path, "shallow=true")) : answer, below);
    }

    @Override
    public Reading everything(Reader reader, List<String> known) throws ProbeException, InterruptedException {
        HttpAnswer root = ask(call("GET", reader, "", "shallow=true"));
        Reading names = reading(root, "");
        Rows rows = Rows.NONE;
        for (Json.Obj branch : names.rows().all().stream().limit(BRANCHES).toList()) {
            String name = names.rows().id(branch).orElse("");
            rows = rows.and(read(reader, name, "").rows());
        }
        return new Reading(names.access(), rows, names.total(), names.says(), List.of(), root);
    }

    @Override
    public Optional<Reading> where(Reader reader, String prefix, String field, String value)
            throws ProbeException, InterruptedException {
        String asked = "orderBy=%22" + Tables.encoded(field) + "%22&equalTo=%22" + Tables.encoded(value)
                + "%22&limitToFirst=" + SOME;
        Reading reading = reading(ask(call("GET", reader, prefix, asked)), "");
        return Optional.of(reading).filter(each -> each.access() == Access.ROWS || each.access() == Access.LET_IN);
    }

    @Override
    public Putting putting(Reader reader, String prefix, String marker) {
        String path = Trees.joined(prefix, marker);
        HttpCall.Content body = new HttpCall.Content(
                "application/json", JsonBody.write(new Json.Str(marker)).getBytes(StandardCharsets.UTF_8));
        HttpCall call =
                call("PUT", reader, path, "").needing(TrafficClass.WRITES).carrying(body);
        return new Putting(call, call.url());
    }

    private HttpCall call(String method, Reader reader, String path, String asked) {
        List<String> parts = new ArrayList<>();
        query.ifPresent(parts::add);
        if (!asked.isEmpty()) {
            parts.add(asked);
        }
        reader.token().ifPresent(token -> parts.add("auth=" + Tables.encoded(token)));
        String tail = parts.isEmpty() ? "" : "?" + String.join("&", parts);
        HttpCall call = gate.of(method, "/" + encoded(path) + ".json" + tail).as(reader.name(), List.of());
        return gate.traffic() == TrafficClass.PASSIVE ? call.needing(reader.traffic()) : call;
    }

    private HttpAnswer ask(HttpCall call) throws ProbeException, InterruptedException {
        return gate.context().http().send(call);
    }

    private static Reading reading(HttpAnswer answer, String below) {
        Optional<Json> body = JsonBody.parse(answer.text());
        String says = says(answer, body);
        if (answer.status() == 200 && body.isPresent()) {
            Rows rows = rows(body.get(), below);
            return new Reading(
                    rows.size() > 0 ? Access.ROWS : Access.LET_IN, rows, rows.size(), says, List.of(), answer);
        }
        boolean refused = (answer.status() == 401 || answer.status() == 403)
                && says.toLowerCase(Locale.ROOT).contains("permission");
        return new Reading(refused ? Access.REFUSED : Access.UNCLEAR, Rows.NONE, 0, says, List.of(), answer);
    }

    /** A node with values of its own is one row; one that only branches, a row for each branch. */
    private static Rows rows(Json value, String below) {
        if (value instanceof Json.Null) {
            return Rows.NONE;
        }
        Map<String, Json> branches = Trees.branches(value);
        boolean one = !below.isEmpty()
                && (branches.isEmpty()
                        || branches.values().stream()
                                .anyMatch(each -> !(each instanceof Json.Obj || each instanceof Json.Arr)));
        if (one || branches.isEmpty()) {
            return new Rows(List.of(Trees.row(below, value)));
        }
        List<Json.Obj> rows = new ArrayList<>();
        branches.forEach((name, branch) -> rows.add(Trees.row(Trees.joined(below, name), branch)));
        return new Rows(rows);
    }

    private static String says(HttpAnswer answer, Optional<Json> body) {
        String error =
                body.flatMap(json -> json.get("error")).flatMap(Json::text).orElse("");
        String nothing = body.filter(Json.Null.class::isInstance).isPresent() ? " null" : "";
        return Trees.shortened(answer.status() + (error.isEmpty() ? nothing : ": " + error));
    }

    private static String encoded(String path) {
        return Trees.encoded(path);
    }
}
