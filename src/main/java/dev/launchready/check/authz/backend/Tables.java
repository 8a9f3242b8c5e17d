package dev.launchready.check.authz.backend;

import dev.launchready.check.CheckContext;
import dev.launchready.check.authz.backend.Survey.Access;
import dev.launchready.check.authz.backend.Survey.Look;
import dev.launchready.check.authz.backend.Survey.Pair;
import dev.launchready.check.authz.backend.Survey.Place;
import dev.launchready.check.authz.backend.Survey.Writing;
import dev.launchready.model.Json;
import dev.launchready.model.Url;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.probe.http.JsonBody;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads tables and functions of one PostgREST as everybody who may ask it. */
final class Tables {
    private static final String PRIMARY_KEY = "<pk";

    private final CheckContext context;
    private final Gate gate;
    private final String root;
    private final Readers readers;
    private final Reader nobody;
    private final List<Reader> identities;
    private final Names names;
    private final Declared declared;
    private final Looks looks;

    Tables(
            CheckContext context,
            Gate gate,
            String root,
            Readers readers,
            Reader nobody,
            List<Reader> identities,
            Names names) {
        this.context = context;
        this.gate = gate;
        this.root = root;
        this.readers = readers;
        this.nobody = nobody;
        this.identities = identities;
        this.names = names;
        this.declared = new Declared(context.portal());
        this.looks = Looks.of(context.portal(), identities);
    }

    /** @param hints names of other tables, given away by the answer */
    record Told(Optional<Place> place, List<String> hints) {}

    /** Names from the portal file, and from the service's own description (OpenAPI 2, at its root) where nobody or an identity gets it. */
    void readDescription() throws ProbeException, InterruptedException {
        declared.below(gate.at(root + "/")).forEach(names::table);
        declared.below(gate.at(root + "/rpc/")).forEach(names::function);
        List<Reader> all = new ArrayList<>(List.of(nobody));
        identities.stream().findFirst().ifPresent(all::add);
        for (Reader reader : all) {
            HttpAnswer answer = gate.ask(reader, gate.get(root + "/"));
            Optional<Json> body = answer.status() == 200 ? JsonBody.parse(answer.text()) : Optional.empty();
            body.flatMap(json -> json.get("definitions")).ifPresent(this::definitions);
            body.flatMap(json -> json.get("paths"))
                    .filter(Json.Obj.class::isInstance)
                    .ifPresent(paths -> ((Json.Obj) paths)
                            .members().keySet().stream()
                                    .filter(path -> path.startsWith("/rpc/"))
                                    .forEach(path -> names.function(path.substring("/rpc/".length()))));
        }
    }

    private void definitions(Json definitions) {
        if (!(definitions instanceof Json.Obj tables)) {
            return;
        }
        tables.members().forEach((table, shape) -> {
            names.table(table);
            if (shape.get("properties").orElse(shape) instanceof Json.Obj columns) {
                columns.members().forEach((column, details) -> {
                    names.column(table, column);
                    String described =
                            details.get("description").flatMap(Json::text).orElse("");
                    if (described.contains(PRIMARY_KEY)) {
                        names.wanted(table, column);
                    }
                });
            }
        });
    }

    Told table(Names.Table table) throws ProbeException, InterruptedException {
        String target = root + "/" + encoded(table.name());
        if (declared.ignored(gate.at(target))) {
            return new Told(Optional.empty(), List.of());
        }
        Reading first = read(nobody, target, table, table.schema());
        String schema = table.schema();
        if (first.missing() && schema.isEmpty()) {
            for (String other : names.schemas()) {
                Reading there = read(nobody, target, table, other);
                if (!there.missing()) {
                    first = there;
                    schema = other;
                    break;
                }
            }
        }
        if (first.missing()) {
            return new Told(Optional.empty(), first.hints());
        }
        Names.Table found = new Names.Table(schema, table.name());
        Map<Reader, Reading> readings = new LinkedHashMap<>();
        for (Reader identity : identities) {
            readings.put(identity, read(identity, target, found, schema));
        }
        List<Pair> pairs = first.access() == Access.ROWS
                ? List.of()
                : new Crossings(
                                readers,
                                readings,
                                (reader, column, value) -> directed(reader, target, found, column, value))
                        .look(identities);
        return new Told(
                Optional.of(
                        place(PlaceKind.TABLE, found.qualified(), table.name(), target, first, readings, pairs, found)),
                first.hints());
    }

    /** A function is called by GET alone: PostgREST runs that in a transaction that only reads. */
    Optional<Place> function(String name) throws ProbeException, InterruptedException {
        String target = root + "/rpc/" + encoded(name);
        if (declared.ignored(gate.at(target))) {
            return Optional.empty();
        }
        Reading first = new PostgrestAnswer(gate.ask(nobody, gate.get(target))).function(name);
        if (first.missing()) {
            return Optional.empty();
        }
        Map<Reader, Reading> readings = new LinkedHashMap<>();
        for (Reader identity : identities) {
            readings.put(identity, new PostgrestAnswer(gate.ask(identity, gate.get(target))).function(name));
        }
        List<Pair> pairs = first.access() == Access.ROWS
                ? List.of()
                : new Crossings(readers, readings, (reader, column, value) -> Optional.empty()).look(identities);
        Names.Table none = new Names.Table("", name);
        return Optional.of(place(PlaceKind.FUNCTION, none.qualified(), name, target, first, readings, pairs, none));
    }

    private Place place(
            PlaceKind kind,
            String qualified,
            String name,
            String target,
            Reading first,
            Map<Reader, Reading> readings,
            List<Pair> pairs,
            Names.Table table)
            throws ProbeException, InterruptedException {
        Url url = gate.at(target);
        Rows all = first.rows();
        List<Look> seen = new ArrayList<>(List.of(looks.look(nobody, first)));
        for (Map.Entry<Reader, Reading> entry : readings.entrySet()) {
            seen.add(looks.look(entry.getKey(), entry.getValue()));
            all = all.and(entry.getValue().rows());
        }
        Set<String> columns = new java.util.LinkedHashSet<>(names.columns(name));
        columns.addAll(all.columns());
        Optional<Writing> writing = kind == PlaceKind.TABLE
                ? new InsertProbe(context, gate, nobody).tryAt(target, table.schema(), columns, names.wanted(name))
                : Optional.empty();
        return new Place(
                kind,
                gate.base().origin(),
                url.host(),
                qualified,
                url.path(),
                Rows.ownerColumn(columns),
                declared.open(url),
                declared.shared(url, name),
                declared.writable(url),
                seen,
                pairs,
                writing,
                Map.of());
    }

    private Reading read(Reader reader, String target, Names.Table table, String schema)
            throws ProbeException, InterruptedException {
        int most = context.params().integer("max-rows");
        Reading all = ask(reader, target + "?select=*&limit=" + most, schema, true);
        if (all.answer().status() >= 500) {
            all = ask(reader, target + "?select=*&limit=" + most, schema, false);
        }
        Set<String> columns = names.columns(table.name());
        if (all.access() == Access.REFUSED && !columns.isEmpty()) {
            Reading some = ask(
                    reader, target + "?select=" + encoded(String.join(",", columns)) + "&limit=" + most, schema, true);
            return some.access() == Access.ROWS ? some : all;
        }
        return all;
    }

    private Optional<Reading> directed(Reader reader, String target, Names.Table table, String column, String value)
            throws ProbeException, InterruptedException {
        String filter = "&" + encoded(column) + "=eq." + encoded(value);
        Reading reading = ask(reader, target + "?select=*&limit=2" + filter, table.schema(), false);
        return Optional.of(reading).filter(each -> each.access() == Access.ROWS);
    }

    private Reading ask(Reader reader, String target, String schema, boolean counted)
            throws ProbeException, InterruptedException {
        HttpCall call = gate.get(target);
        HttpCall profiled = schema.isEmpty() ? call : call.with("Accept-Profile", schema);
        return new PostgrestAnswer(gate.ask(reader, counted ? profiled.with("Prefer", "count=exact") : profiled))
                .table();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
