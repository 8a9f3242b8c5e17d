package dev.launchready.check.authz.backend;

import dev.launchready.check.CheckContext;
import dev.launchready.check.authz.backend.Survey.Access;
import dev.launchready.check.authz.backend.Survey.Look;
import dev.launchready.check.authz.backend.Survey.Pair;
import dev.launchready.check.authz.backend.Survey.Place;
import dev.launchready.check.authz.backend.Survey.Sign;
import dev.launchready.model.Json;
import dev.launchready.model.Url;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.probe.http.JsonBody;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists the storage buckets of a Supabase project as everybody who may ask; the listing is a POST that changes nothing. */
final class Buckets {
    private static final String LISTING = "{\"prefix\":\"\",\"limit\":100,\"offset\":0}";

    private final Gate gate;
    private final Readers readers;
    private final Reader nobody;
    private final List<Reader> identities;
    private final Names names;
    private final Declared declared;
    private final Looks looks;

    Buckets(CheckContext context, Gate gate, Readers readers, Reader nobody, List<Reader> identities, Names names) {
        this.gate = gate;
        this.readers = readers;
        this.nobody = nobody;
        this.identities = identities;
        this.names = names;
        this.declared = new Declared(context.portal());
        this.looks = Looks.of(context.portal(), identities);
    }

    List<Place> look() throws ProbeException, InterruptedException {
        Map<String, Optional<Boolean>> buckets = new LinkedHashMap<>();
        names.buckets().forEach(name -> buckets.put(name, Optional.empty()));
        List<Reader> all = new ArrayList<>(List.of(nobody));
        all.addAll(identities);
        for (Reader reader : all) {
            HttpAnswer answer = gate.ask(reader, gate.get("/storage/v1/bucket"));
            if (answer.status() == 200
                    && JsonBody.parse(answer.text()).orElse(new Json.Null()) instanceof Json.Arr arr) {
                arr.items()
                        .forEach(bucket -> bucket.get("id")
                                .or(() -> bucket.get("name"))
                                .flatMap(Json::text)
                                .ifPresent(name -> buckets.put(
                                        name,
                                        bucket.get("public").flatMap(Json::text).map(Boolean::valueOf))));
            }
        }
        List<Place> places = new ArrayList<>();
        for (Map.Entry<String, Optional<Boolean>> bucket : buckets.entrySet()) {
            bucket(bucket.getKey(), bucket.getValue()).ifPresent(places::add);
        }
        return places;
    }

    private Optional<Place> bucket(String name, Optional<Boolean> told) throws ProbeException, InterruptedException {
        Url url = gate.at("/storage/v1/object/list/" + Tables.encoded(name));
        if (declared.ignored(url)) {
            return Optional.empty();
        }
        Reading first = list(nobody, name);
        if (first.missing()) {
            return Optional.empty();
        }
        Map<Reader, Reading> readings = new LinkedHashMap<>();
        for (Reader identity : identities) {
            readings.put(identity, list(identity, name));
        }
        List<Pair> pairs = first.access() == Access.ROWS
                ? List.of()
                : new Crossings(readers, readings, (reader, column, value) -> Optional.empty()).look(identities);
        List<Look> seen = new ArrayList<>(List.of(judged(name, told, looks.look(nobody, first), first)));
        readings.forEach((reader, reading) -> seen.add(looks.look(reader, reading)));
        return Optional.of(new Place(
                PlaceKind.BUCKET,
                gate.base().origin(),
                url.host(),
                name,
                url.path(),
                Optional.empty(),
                declared.open(url) || declared.open(gate.at("/storage/v1/object/public/" + Tables.encoded(name))),
                declared.shared(url, name),
                false,
                seen,
                pairs,
                Optional.empty(),
                Map.of()));
    }

    /** A list of files in a bucket that is not public is somebody's, whatever their names. */
    private Look judged(String name, Optional<Boolean> told, Look look, Reading first)
            throws ProbeException, InterruptedException {
        boolean listed = look.access() == Access.ROWS && look.sign().isEmpty();
        if (!listed || (told.isPresent() ? told.get() : served(name, first))) {
            return look;
        }
        return new Look(
                look.reader(),
                look.access(),
                look.total(),
                Optional.of(Sign.PERSONAL),
                "the bucket is not public",
                look.says(),
                look.exchanges());
    }

    /** Whether the bucket gives a file to the public; a folder's name alone tells nothing, and counts as public. */
    private boolean served(String name, Reading first) throws ProbeException, InterruptedException {
        Optional<String> file = first.rows().all().stream()
                .filter(row -> row.get("id").flatMap(Json::text).isPresent())
                .flatMap(row -> row.get("name").flatMap(Json::text).stream())
                .findFirst();
        if (file.isEmpty()) {
            return true;
        }
        String target = "/storage/v1/object/public/" + Tables.encoded(name) + "/" + Tables.encoded(file.get());
        int status = gate.ask(nobody, gate.of("HEAD", target)).status();
        return status == 200;
    }

    private Reading list(Reader reader, String name) throws ProbeException, InterruptedException {
        HttpCall call = gate.of("POST", "/storage/v1/object/list/" + Tables.encoded(name))
                .carrying(new HttpCall.Content("application/json", LISTING.getBytes(StandardCharsets.UTF_8)));
        HttpAnswer answer = gate.ask(reader, call);
        Optional<Json> body = JsonBody.parse(answer.text());
        String says = new PostgrestAnswer(answer).says();
        if (answer.status() == 200 && body.orElse(new Json.Null()) instanceof Json.Arr arr) {
            Rows rows = Rows.of(arr);
            Access access = rows.size() > 0 ? Access.ROWS : Access.EMPTY;
            return new Reading(access, rows, rows.size(), says, List.of(), answer);
        }
        String status =
                body.flatMap(json -> json.get("statusCode")).flatMap(Json::text).orElse("");
        boolean missing = says.contains("not found") || answer.status() == 404;
        boolean refused = status.equals("403") || answer.status() == 403 || says.contains("row-level security");
        Access access = missing ? Access.MISSING : refused ? Access.REFUSED : Access.UNCLEAR;
        return new Reading(access, Rows.NONE, 0, says, List.of(), answer);
    }
}
