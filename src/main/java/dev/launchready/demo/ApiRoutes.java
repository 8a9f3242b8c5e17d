package dev.launchready.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The JSON API: finds the route, asks who is there, and lets the route answer. */
final class ApiRoutes {
    private static final String PLACE = "([A-Za-z0-9_-]{1,64})";

    private final ApiGate gate;
    private final PhoneApi phone;
    private final GraphApi graph;
    private final List<Route> routes = new ArrayList<>();

    ApiRoutes(DemoDatabase database, Tokens tokens, Places places, Switches on) {
        gate = new ApiGate(database, tokens, on);
        open("GET", "/api/health", visit -> health(places, on));
        openToAll(on);
        Accounts clients = new Accounts(database, on);
        AccountApi accounts = new AccountApi(clients, tokens, new Oversharing(database, on), on);
        open("POST", "/api/login", accounts::login);
        signedIn("POST", "/api/logout", accounts::logout);
        signedIn("GET", "/api/me", accounts::me);
        phone = new PhoneApi(clients, database, on);
        graph = new GraphApi(database, on);
        SelfApi self = new SelfApi(clients, on);
        open("POST", "/api/signup", self::signUp);
        signedIn("POST", "/api/me/password", self::changePassword);
        signedIn("PUT", "/api/me/email", self::changeAddress);
        signedIn("PUT", "/api/accounts/password", self::changePasswordOf);
        signedIn("PATCH", "/api/me", self::changeProfile);
        signedIn("DELETE", "/api/me", self::leave);
        RecordApi records = new RecordApi(database, on);
        signedIn("GET", "/api/projects", records::projects);
        ProjectApi projects = new ProjectApi(database, on);
        signedIn("POST", "/api/projects", projects::create);
        signedIn("GET", "/api/projects/{}", records::project);
        signedIn("PUT", "/api/projects/{}", projects::change);
        signedIn("DELETE", "/api/projects/{}", projects::remove);
        signedIn("GET", "/api/projects/{}/tasks/{}", new TaskApi(database, on)::task);
        signedIn("GET", "/api/invoices", records::invoices);
        signedIn("GET", "/api/invoices/{}", records::invoice);
        signedIn("GET", "/api/search", records::search);
        NoteApi notes = new NoteApi(database, on);
        signedIn("GET", "/api/notes", notes::notes);
        signedIn("POST", "/api/notes", notes::create);
        signedIn("GET", "/api/notes/{}", notes::note);
        signedIn("DELETE", "/api/notes/{}", notes::remove);
        signedIn("GET", "/api/files", notes::files);
        signedIn("GET", "/api/files/{}", notes::file);
        FileApi files = new FileApi(database, on);
        open("GET", "/api/downloads/{}", files::download);
        signedIn("GET", "/api/uploads/{}", files::upload);
        signedIn("GET", "/api/covers/{}", files::cover);
        ofAdmin(new AdminApi(database, on), on);
    }

    private void ofAdmin(AdminApi admin, Switches on) {
        signedIn("GET", "/api/admin/users", admin::users);
        signedIn("GET", "/api/admin/revenue", admin::revenue);
        signedIn("DELETE", "/api/admin/projects/{}", admin::removeProject);
        if (on.has(AccessFlaws.ROLE_BY_SPELLING)) {
            signedIn("GET", AccessFlaws.ROLE_BY_SPELLING.at(), admin::revenueForAll);
        }
        if (on.has(AccessFlaws.STAFF_ROUTE)) {
            signedIn("GET", AccessFlaws.STAFF_ROUTE.at(), admin::report);
        }
    }

    /** Routes of which nobody has said whether they may be public. */
    private void openToAll(Switches on) {
        if (on.has(AccessFlaws.UNCLASSIFIED)) {
            open("GET", AccessFlaws.UNCLASSIFIED.at(), visit -> ok(Map.of("session", 120, "month", 480)));
        }
        if (on.has(AccessFlaws.TEAM_FOR_ALL)) {
            open("GET", AccessFlaws.TEAM_FOR_ALL.at(), visit -> ok(people(person -> Map.of("mail", person.email()))));
        }
        if (on.has(AccessFlaws.WALL_FOR_ALL)) {
            open("GET", AccessFlaws.WALL_FOR_ALL.at(), visit -> ok(people(person -> Map.of("by", person.name()))));
        }
        OpenFlaws.ROUTES.stream()
                .filter(on::has)
                .forEach(flaw -> open("GET", flaw.at(), visit -> OpenApi.answer(flaw)));
    }

    private static List<Map<String, String>> people(Function<Person, Map<String, String>> shown) {
        return Account.SEEDED.stream().map(Account::person).map(shown).toList();
    }

    /** What answers a visit by anybody. */
    interface OpenHandler {
        Reply answer(Visit visit);
    }

    /** What answers a visit by somebody known; the ids are those of the path, in order. */
    interface Handler {
        Reply answer(Visit visit, Person person, List<String> ids);
    }

    private record Route(String method, Pattern path, Optional<OpenHandler> open, Optional<Handler> signedIn) {}

    Reply answer(Visit asked) {
        return phone.answer(asked).orElseGet(() -> ofApi(asked));
    }

    private Reply ofApi(Visit asked) {
        Optional<Person> person = gate.who(asked);
        if (asked.is("POST", GraphApi.PATH)) {
            return graph.answer(asked, person);
        }
        Visit visit = gate.understood(asked);
        List<Route> here = routes.stream()
                .filter(route -> route.path().matcher(visit.path()).matches())
                .toList();
        String method = visit.method().equals("HEAD") ? "GET" : visit.method();
        Optional<Route> route =
                here.stream().filter(one -> one.method().equals(method)).findFirst();
        if (route.flatMap(Route::open).isPresent()) {
            return route.get().open().get().answer(visit);
        }
        if (person.isEmpty()) {
            return gate.refusal(visit);
        }
        if (here.isEmpty()) {
            return error(404, "not_found");
        }
        if (route.isEmpty()) {
            String allowed =
                    String.join(", ", here.stream().map(Route::method).sorted().toList());
            return error(405, "method_not_allowed").with("Allow", allowed);
        }
        return route.get().signedIn().orElseThrow().answer(visit, person.get(), ids(route.get(), visit));
    }

    private static List<String> ids(Route route, Visit visit) {
        Matcher matcher = route.path().matcher(visit.path());
        List<String> ids = new ArrayList<>();
        if (matcher.matches()) {
            for (int i = 1; i <= matcher.groupCount(); i++) {
                ids.add(matcher.group(i));
            }
        }
        return ids;
    }

    private static Reply health(Places places, Switches on) {
        Map<String, Object> health = new LinkedHashMap<>(Map.of("status", "ok"));
        if (on.has(ContentFlaws.DATA)) {
            health.put("logo", places.plain(Places.CDN) + "/assets/tide.png");
        }
        if (on.has(OpenFlaws.KNOWN_OBJECT)) {
            health.put("latest", "inv_1001");
        }
        return ok(health);
    }

    static Reply error(int status, String code) {
        return Reply.json(status, JsonText.of(Map.of("error", code)));
    }

    static Reply ok(Object value) {
        return Reply.json(200, JsonText.of(value));
    }

    private void open(String method, String template, OpenHandler handler) {
        routes.add(new Route(method, pattern(template), Optional.of(handler), Optional.empty()));
    }

    private void signedIn(String method, String template, Handler handler) {
        routes.add(new Route(method, pattern(template), Optional.empty(), Optional.of(handler)));
    }

    private static Pattern pattern(String template) {
        return Pattern.compile(template.replace("{}", PLACE));
    }
}
