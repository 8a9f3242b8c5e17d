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
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The REST interface of Firestore ({@code documents}, {@code documents:runQuery}). A path with an odd number of steps is a collection, with
 * an even number a document. {@code {}} with 200 means let in, and nothing there; an absent document that one may read is a 404.
 */
final class Firestore implements RuledTree {
    /** A collection that nobody has: who may list it may list any. */
    private static final String NO_COLLECTION = "lr_no_such_place";

    private static final int SOME = 10;
    private static final int BRANCHES = 6;

    private final Gate gate;

    /** @param gate to the address that ends in {@code /documents} */
    Firestore(Gate gate) {
        this.gate = gate;
    }

    @Override
    public ServiceKind kind() {
        return ServiceKind.FIRESTORE;
    }

    @Override
    public PlaceKind places() {
        return PlaceKind.COLLECTION;
    }

    @Override
    public Gate gate() {
        return gate;
    }

    @Override
    public Url address(String path) {
        return gate.at(path.isEmpty() ? "" : "/" + Trees.encoded(path));
    }

    @Override
    public HttpCall greeting() {
        return gate.get("/" + NO_COLLECTION + "?pageSize=1");
    }

    @Override
    public Reach reach(HttpAnswer answer) {
        return new GoogleAnswer(answer).reach();
    }

    @Override
    public Reading read(Reader reader, String prefix, String below) throws ProbeException, InterruptedException {
        String path = Trees.joined(prefix, below);
        boolean collection = path.split("/", -1).length % 2 == 1;
        String target = "/" + Trees.encoded(path) + (collection ? "?pageSize=" + SOME : "");
        GoogleAnswer answer = new GoogleAnswer(gate.ask(reader, gate.get(target)));
        if (!collection) {
            Rows one = answer.given() ? new Rows(List.of(document(answer.body().orElseThrow(), below))) : Rows.NONE;
            return answer.absent() ? answer.as(Access.LET_IN) : answer.reading(one);
        }
        List<Json.Obj> rows = new ArrayList<>();
        documents(answer.body().flatMap(json -> json.get("documents")))
                .forEach(each -> rows.add(document(each, Trees.joined(below, name(each)))));
        return answer.reading(new Rows(rows));
    }

    @Override
    public Reading everything(Reader reader, List<String> known) throws ProbeException, InterruptedException {
        Reading any = read(reader, NO_COLLECTION, "");
        if (any.access() != Access.LET_IN && any.access() != Access.ROWS) {
            return any;
        }
        Rows rows = Rows.NONE;
        for (String name : known) {
            rows = rows.size() > BRANCHES * SOME
                    ? rows
                    : rows.and(read(reader, name, "").rows());
        }
        Access access = rows.size() > 0 ? Access.ROWS : Access.LET_IN;
        return new Reading(access, rows, rows.size(), any.says(), List.of(), any.answer());
    }

    @Override
    public Optional<Reading> where(Reader reader, String prefix, String field, String value)
            throws ProbeException, InterruptedException {
        int last = prefix.lastIndexOf('/');
        String parent = last < 0 ? "" : "/" + Trees.encoded(prefix.substring(0, last));
        HttpCall call = gate.of("POST", parent + ":runQuery")
                .carrying(new HttpCall.Content(
                        "application/json",
                        JsonBody.write(query(prefix.substring(last + 1), field, value))
                                .getBytes(StandardCharsets.UTF_8)));
        GoogleAnswer answer = new GoogleAnswer(gate.ask(reader, call));
        List<Json.Obj> rows = new ArrayList<>();
        documents(answer.body())
                .forEach(each -> each.get("document").ifPresent(found -> rows.add(document(found, name(found)))));
        return Optional.of(answer.reading(new Rows(rows)))
                .filter(each -> each.access() == Access.ROWS || each.access() == Access.LET_IN);
    }

    private static Json query(String collection, String field, String value) {
        Json from = new Json.Arr(List.of(new Json.Obj(Map.of("collectionId", new Json.Str(collection)))));
        Json filter = new Json.Obj(Map.of(
                "field", new Json.Obj(Map.of("fieldPath", new Json.Str(field))),
                "op", new Json.Str("EQUAL"),
                "value", new Json.Obj(Map.of("stringValue", new Json.Str(value)))));
        return new Json.Obj(Map.of(
                "structuredQuery",
                new Json.Obj(Map.of(
                        "from", from,
                        "where", new Json.Obj(Map.of("fieldFilter", filter)),
                        "limit", new Json.Num(BigDecimal.valueOf(SOME))))));
    }

    @Override
    public Putting putting(Reader reader, String prefix, String marker) {
        Json body = new Json.Obj(Map.of(
                "fields", new Json.Obj(Map.of("marker", new Json.Obj(Map.of("stringValue", new Json.Str(marker)))))));
        HttpCall call = reader.sign(gate.of("POST", "/" + Trees.encoded(prefix) + "?documentId=" + marker)
                .needing(TrafficClass.WRITES)
                .carrying(new HttpCall.Content(
                        "application/json", JsonBody.write(body).getBytes(StandardCharsets.UTF_8))));
        return new Putting(call, address(Trees.joined(prefix, marker)));
    }

    private static List<Json> documents(Optional<Json> list) {
        return list.filter(Json.Arr.class::isInstance)
                .map(json -> ((Json.Arr) json).items())
                .orElse(List.of());
    }

    private static String name(Json document) {
        String name = document.get("name").flatMap(Json::text).orElse("");
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private static Json.Obj document(Json document, String path) {
        return Trees.row(path, plain(new Json.Obj(Map.of("mapValue", document))));
    }

    /** A typed value as a plain one: {@code {"stringValue": "x"}} as {@code "x"}. */
    private static Json plain(Json typed) {
        if (!(typed instanceof Json.Obj obj) || obj.members().isEmpty()) {
            return new Json.Null();
        }
        Map.Entry<String, Json> only = obj.members().entrySet().iterator().next();
        if (only.getKey().equals("mapValue")) {
            Map<String, Json> fields = new LinkedHashMap<>();
            if (only.getValue().get("fields").orElse(new Json.Null()) instanceof Json.Obj all) {
                all.members().forEach((name, value) -> fields.put(name, plain(value)));
            }
            return new Json.Obj(fields);
        }
        if (only.getKey().equals("arrayValue")) {
            return new Json.Arr(documents(only.getValue().get("values")).stream()
                    .map(Firestore::plain)
                    .toList());
        }
        return only.getValue();
    }
}
