package dev.launchready.check.authz.backend;

import dev.launchready.check.authz.backend.Survey.Access;
import dev.launchready.check.authz.backend.Survey.Reach;
import dev.launchready.model.Json;
import dev.launchready.model.TrafficClass;
import dev.launchready.model.Url;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The REST interface of Firebase's Storage ({@code /v0/b/BUCKET/o}): folders are listed, and of a file its description is asked for alone. */
final class FirebaseFiles implements RuledTree {
    private static final int SOME = 20;

    private final Gate gate;

    /** @param gate to the address that ends in {@code /o} */
    FirebaseFiles(Gate gate) {
        this.gate = gate;
    }

    @Override
    public ServiceKind kind() {
        return ServiceKind.FIREBASE_FILES;
    }

    @Override
    public PlaceKind places() {
        return PlaceKind.FOLDER;
    }

    @Override
    public Gate gate() {
        return gate;
    }

    @Override
    public Url address(String path) {
        return gate.at(path.isEmpty() ? "" : "?prefix=" + Tables.encoded(path + "/"));
    }

    @Override
    public HttpCall greeting() {
        return gate.get(listing(""));
    }

    @Override
    public Reach reach(HttpAnswer answer) {
        return new GoogleAnswer(answer).reach() == Reach.ANSWERED || oldRules(new GoogleAnswer(answer))
                ? Reach.ANSWERED
                : Reach.OTHER;
    }

    /** Rules of the first version let nobody list, whatever they say of reading. */
    private static boolean oldRules(GoogleAnswer answer) {
        return answer.word("message").contains("rules_version");
    }

    @Override
    public Reading read(Reader reader, String prefix, String below) throws ProbeException, InterruptedException {
        if (below.endsWith("/")) {
            return file(reader, Trees.joined(prefix, below.substring(0, below.length() - 1)), below);
        }
        String folder = Trees.joined(prefix, below);
        GoogleAnswer answer = new GoogleAnswer(gate.ask(reader, gate.get(listing(folder))));
        if (oldRules(answer)) {
            return answer.as(Access.REFUSED);
        }
        List<Json.Obj> rows = new ArrayList<>();
        names(answer, "prefixes").forEach(name -> rows.add(row(prefix, name.replaceAll("/$", ""), "")));
        answer.body()
                .flatMap(json -> json.get("items"))
                .filter(Json.Arr.class::isInstance)
                .ifPresent(items -> ((Json.Arr) items)
                        .items()
                        .forEach(item -> item.get("name")
                                .flatMap(Json::text)
                                .ifPresent(name -> rows.add(row(prefix, name, "/")))));
        return answer.reading(new Rows(rows));
    }

    private Reading file(Reader reader, String name, String below) throws ProbeException, InterruptedException {
        GoogleAnswer answer = new GoogleAnswer(gate.ask(reader, gate.get("/" + Tables.encoded(name))));
        boolean there = answer.given()
                && answer.body().flatMap(json -> json.get("name")).isPresent();
        Rows one = there ? new Rows(List.of(Trees.row(below, new Json.Str(name)))) : Rows.NONE;
        return answer.absent() ? answer.as(Access.LET_IN) : answer.reading(one);
    }

    @Override
    public Reading everything(Reader reader, List<String> known) throws ProbeException, InterruptedException {
        Reading root = read(reader, "", "");
        Rows rows = root.rows();
        List<String> there = root.rows().all().stream()
                .flatMap(row -> root.rows().id(row).stream())
                .toList();
        for (String folder : known) {
            if (there.contains(folder.split("/", 2)[0])) {
                rows = rows.and(read(reader, folder, "").rows());
            }
        }
        return new Reading(root.access(), rows, root.total(), root.says(), List.of(), root.answer());
    }

    @Override
    public Optional<Reading> where(Reader reader, String prefix, String field, String value) {
        return Optional.empty();
    }

    @Override
    public Putting putting(Reader reader, String prefix, String marker) {
        String name = Tables.encoded(Trees.joined(prefix, marker + ".txt"));
        HttpCall call = reader.sign(gate.of("POST", "?uploadType=media&name=" + name)
                .needing(TrafficClass.WRITES)
                .carrying(new HttpCall.Content("text/plain", marker.getBytes(StandardCharsets.UTF_8))));
        return new Putting(call, gate.at("/" + name));
    }

    private static String listing(String folder) {
        return "?maxResults=" + SOME + "&delimiter=%2F"
                + (folder.isEmpty() ? "" : "&prefix=" + Tables.encoded(folder + "/"));
    }

    private static List<String> names(GoogleAnswer answer, String member) {
        List<String> names = new ArrayList<>();
        answer.body()
                .flatMap(json -> json.get(member))
                .filter(Json.Arr.class::isInstance)
                .ifPresent(list ->
                        ((Json.Arr) list).items().forEach(each -> each.text().ifPresent(names::add)));
        return names;
    }

    /** @param mark a slash at the end of a file's id, so that it is asked for as a file */
    private static Json.Obj row(String prefix, String name, String mark) {
        String below = prefix.isEmpty() || !name.startsWith(prefix + "/") ? name : name.substring(prefix.length() + 1);
        return Trees.row(below + mark, new Json.Str(name));
    }
}
