package dev.launchready.check.authz.backend;

import dev.launchready.check.CheckContext;
import dev.launchready.check.authz.backend.FrontText.Part;
import dev.launchready.check.authz.backend.Survey.Access;
import dev.launchready.check.authz.backend.Survey.Look;
import dev.launchready.check.authz.backend.Survey.Place;
import dev.launchready.check.authz.backend.Survey.Reach;
import dev.launchready.check.authz.backend.Survey.Service;
import dev.launchready.check.face.Trouble;
import dev.launchready.model.Json;
import dev.launchready.model.TrafficClass;
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
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * GraphQL services of the portal's own hosts that the front names: whether nobody is told the schema, and gets what can be asked for without
 * saying which one. A list that is empty for nobody tells nothing, and is left to the checks of objects.
 */
final class GraphSurvey {
    private static final Pattern NAMED = Pattern.compile(
            "[\"'`](https?://[^\"'`\\s\\\\]{3,150}/(?:graphql|gql)|/(?:[A-Za-z0-9_.-]{1,40}/){0,4}(?:graphql|gql))/?[\"'`]");
    /** A question that was wrong is no question that was refused (GraphQL specification, section 5, Validation). */
    private static final Pattern INVALID = Pattern.compile(
            "VALIDATION_FAILED|validation-failed|must have a (?:selection|sub)|Cannot query field|Syntax Error|Unknown (?:field|argument|type)");

    private static final int MOST_QUESTIONS = 12;
    private static final int MOST_SERVICES = 4;

    private final CheckContext context;
    private final Predicate<Url> mayCall;
    private final Harvest harvest;
    private final Declared declared;

    GraphSurvey(CheckContext context, Predicate<Url> mayCall, Harvest harvest) {
        this.context = context;
        this.mayCall = mayCall;
        this.harvest = harvest;
        this.declared = new Declared(context.portal());
    }

    void look(FrontText front, List<Reader> identities) throws ProbeException, InterruptedException {
        Looks looks = Looks.of(context.portal(), identities);
        for (Url url : named(front)) {
            if (!declared.ignored(url)) {
                service(url, looks);
            }
        }
    }

    private List<Url> named(FrontText front) {
        Map<String, Url> found = new LinkedHashMap<>();
        for (Part part : front.parts()) {
            NAMED.matcher(part.text()).results().forEach(match -> {
                List<Url> bases = List.of(part.url(), context.portal().api());
                for (Url base : match.group(1).startsWith("/") ? bases : List.of(part.url())) {
                    base.resolve(match.group(1))
                            .filter(mayCall)
                            .ifPresent(url -> found.putIfAbsent(url.toString(), url));
                }
            });
        }
        return found.values().stream().limit(MOST_SERVICES).toList();
    }

    private void service(Url url, Looks looks) throws ProbeException, InterruptedException {
        Gate gate = new Gate(context, url, TrafficClass.PASSIVE);
        Reader nobody = Readers.nobody(List.of());
        Gate.Knock knock = gate.knock(question(url, "{__typename}"));
        boolean speaks = knock.answer().filter(GraphSurvey::speaks).isPresent();
        if (!speaks) {
            boolean quiet = knock.answer()
                    .filter(answer -> !Trouble.of(answer.status()))
                    .isPresent();
            if (!quiet) {
                String says = knock.answer().map(GraphSurvey::said).orElse(knock.says());
                harvest.add(service(url, Reach.UNREACHED, says, 0, knock.answer()), List.of());
            }
            return;
        }
        HttpAnswer told = gate.ask(nobody, question(url, GraphSchema.QUESTION));
        Optional<GraphSchema> schema = GraphSchema.in(JsonBody.parse(told.text()));
        Service service = service(url, Reach.ANSWERED, said(told), 1, Optional.of(told));
        List<Place> places = new ArrayList<>(List.of(place(
                url,
                PlaceKind.SCHEMA,
                url.path(),
                new Look(
                        nobody.name(),
                        schema.isPresent() ? Access.ROWS : Trouble.of(told.status()) ? Access.UNCLEAR : Access.REFUSED,
                        schema.map(each -> each.questions(Integer.MAX_VALUE).size())
                                .orElse(0),
                        Optional.empty(),
                        "it tells what can be asked for",
                        said(told),
                        List.of(told.evidence())))));
        Map<String, String> questions =
                schema.map(each -> each.questions(MOST_QUESTIONS)).orElse(Map.of());
        for (Map.Entry<String, String> each : questions.entrySet()) {
            Reading reading = reading(each.getKey(), gate.ask(nobody, question(url, each.getValue())));
            if (reading.access() != Access.EMPTY) {
                places.add(place(url, PlaceKind.QUERY, each.getKey(), looks.look(nobody, reading)));
            }
        }
        harvest.add(service, places);
    }

    private static Service service(Url url, Reach reach, String says, int places, Optional<HttpAnswer> told) {
        return new Service(
                ServiceKind.GRAPHQL,
                url.toString(),
                url.host(),
                reach,
                says,
                List.of(),
                false,
                places,
                false,
                Optional.empty(),
                told.stream().map(HttpAnswer::evidence).toList());
    }

    private static HttpCall question(Url url, String query) {
        String body = JsonBody.write(new Json.Obj(Map.of("query", new Json.Str(query))));
        return HttpCall.of("POST", url)
                .with("Accept", "application/json")
                .carrying(new HttpCall.Content("application/json", body.getBytes(StandardCharsets.UTF_8)));
    }

    private static boolean speaks(HttpAnswer answer) {
        Optional<Json> body = JsonBody.parse(answer.text());
        boolean named = body.flatMap(json -> json.get("data"))
                .flatMap(data -> data.get("__typename"))
                .isPresent();
        return named
                || body.flatMap(json -> json.get("errors"))
                        .filter(Json.Arr.class::isInstance)
                        .isPresent();
    }

    /** Rows of a list, of the entries of a page, or one. */
    private static Reading reading(String field, HttpAnswer answer) {
        Optional<Json> body = JsonBody.parse(answer.text());
        Json value = body.flatMap(json -> json.get("data"))
                .flatMap(data -> data.get(field))
                .orElse(new Json.Null());
        Optional<Json> entries = value instanceof Json.Obj obj
                ? obj.members().values().stream()
                        .filter(Json.Arr.class::isInstance)
                        .findFirst()
                : Optional.empty();
        Rows rows = Rows.of(entries.orElse(value));
        boolean errors = body.flatMap(json -> json.get("errors")).isPresent();
        boolean understood = !INVALID.matcher(answer.text()).find();
        Access without =
                Trouble.of(answer.status()) ? Access.UNCLEAR : errors && understood ? Access.REFUSED : Access.EMPTY;
        Access access = rows.size() > 0 ? Access.ROWS : without;
        return new Reading(access, rows, rows.size(), said(answer), List.of(), answer);
    }

    private static String said(HttpAnswer answer) {
        Optional<Json> errors = JsonBody.parse(answer.text()).flatMap(json -> json.get("errors"));
        String message = errors.filter(Json.Arr.class::isInstance).stream()
                .flatMap(list -> ((Json.Arr) list).items().stream())
                .flatMap(error -> error.get("message").flatMap(Json::text).stream())
                .findFirst()
                .map(text -> ": " + text)
                .orElse("");
        return Trees.shortened(answer.status() + message);
    }

    private Place place(Url url, PlaceKind kind, String name, Look look) {
        return new Place(
                kind,
                url.origin(),
                url.host(),
                name,
                url.path(),
                Optional.empty(),
                declared.open(url) || declared.writable(url),
                false,
                true,
                List.of(look),
                List.of(),
                Optional.empty(),
                Map.of());
    }
}
