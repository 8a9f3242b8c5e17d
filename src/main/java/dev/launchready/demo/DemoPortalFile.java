package dev.launchready.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The portal file that the demo writes for itself: complete, so that a scan of it can prove all that it can prove. */
final class DemoPortalFile {
    /** The file in which a flaw describes the API, as OpenAPI. */
    static final String DESCRIPTION = "openapi.json";

    private static final Duration TWO_MONTHS = Duration.ofDays(60);

    private static final String CONSENT = """
            consent:
              by: the demo itself, which runs on this machine alone
              allow: [active, writes, bursts, load]
            """;

    private static final String ROUTES = """
            routes:
            @IMPORT@
              public: [GET /api/health@OPEN@]
              signed-in: [GET /api/me, GET /app/me, GET /api/projects, GET /api/invoices, GET /api/notes, GET /api/files, "GET /api/search?q=shift", GET @PORTAL@/notes, POST /api/projects, POST /api/notes]
              owned:
                - GET /api/projects/{project}
                - PUT /api/projects/{project}
                - DELETE /api/projects/{project}
                - GET /api/projects/{project}/tasks/{task}
                - GET /api/invoices/{invoice}
                - GET /api/notes/{note}
                - GET /api/files/{file}
                - GET @PORTAL@/invoices/{bill}
              roles:
                admin: [GET /api/admin/users, GET /api/admin/revenue, "DELETE /api/admin/projects/{project}"]
            flows:
              login:  {request: POST /api/login, body: {email: "{user}", password: "{password}"}}
              logout:
                - {request: POST /api/logout, as: alice}
                - {request: POST /app/logout, as: alice-on-a-phone}
                - {request: POST @PORTAL@/logout, as: alice-in-a-browser, encoding: form}
              signup: {request: POST /api/signup, body: {email: "{random-email}", name: "{random}", password: "{password}"}, undo: DELETE /api/me}
              password-change:
                - {request: POST /api/me/password, as: alice, body: {current: "{password}", new: "{new-password}"}}
                - {request: PUT /api/accounts/password, as: alice, body: {email: "{user}", current: "{password}", new: "{new-password}"}}
                - {request: POST @PORTAL@/account/password, as: alice-in-a-browser, encoding: form, body: {current: "{password}", new: "{new-password}"}}
              email-change: {request: PUT /api/me/email, as: alice, body: {email: "{new-email}", password: "{password}"}}
              profile-change: {request: PATCH /api/me, as: alice, body: {name: "{marker}"}}
              search: {request: "GET /api/search?q={word}", as: alice}
              create:
                project: {request: POST /api/projects, as: alice, body: {name: "{marker}"}, id: $.id, undo: "DELETE /api/projects/{id}"}
                memo: {request: POST @PORTAL@/notes, as: alice-in-a-browser, encoding: form, body: {title: "{marker}", body: "{marker}"}, id: "$response.header.Location", undo: "POST @PORTAL@/notes/{id}/remove"}
                note: {request: POST /api/notes, as: alice, body: {title: "{marker}", body: "{marker}"}, id: $.data.id, undo: "DELETE /api/notes/{id}"}
            latency:
              routes: [GET /api/me, GET /api/projects]
            health: [GET /api/health]
            @SOURCE@  # only the server knows when a session that is no token ends
              auth.session-expiry: {by: the demo itself, on: @TODAY@, days: 90, minutes: @MINUTES@}
            """;

    private DemoPortalFile() {}

    static String text(Places places, int silentPort, Switches on) {
        return address(places, silentPort, on) + backends(places) + CONSENT + identities(places) + routes(places, on);
    }

    private static String routes(Places places, Switches on) {
        String imports = GraphApi.RECORDING + (paths(on).isEmpty() ? "" : ", " + DESCRIPTION);
        Duration longest = on.has(SessionFlaws.ATTESTED_LONG) ? TWO_MONTHS : Sessions.LONGEST;
        String open = OpenFlaws.ROUTES.stream()
                .filter(on::has)
                .map(flaw -> ", GET " + flaw.at())
                .collect(Collectors.joining());
        return ROUTES.replace("@IMPORT@", "  import: [" + imports + "]")
                .replace("@OPEN@", open)
                .replace("@SOURCE@", new DemoSource(on).ofPortalFile())
                .replace("@PORTAL@", places.secure(Places.PORTAL))
                .replace("@TODAY@", LocalDate.now(Clock.systemUTC()).toString())
                .replace("@MINUTES@", String.valueOf(longest.toMinutes()));
    }

    private static String address(Places places, int silentPort, Switches on) {
        Set<String> hosts = on.hosts();
        String doors = hosts.stream()
                .filter(host -> !host.equals(Places.CDN) && !host.equals(Places.DATA))
                .flatMap(host -> doors(host, places, silentPort, on))
                .map(door -> "    - " + door)
                .collect(Collectors.joining("\n"));
        String resolved =
                hosts.stream().map(host -> host + ": " + Places.ADDRESS).collect(Collectors.joining(", "));
        String old = new OldAddresses(places, on)
                .listed().entrySet().stream()
                        .map(entry -> "    " + entry.getKey() + ": " + entry.getValue())
                        .collect(Collectors.joining("\n"));
        return """
                portal:
                  name: Harbor Coaching
                  url: %s
                  api: %s
                  hosts:   # free ports, so both doors of every host are named
                %s
                  mail-domain: harbor.example
                  trust: [ca.pem]
                  resolver: %s:%d
                  resolve: {%s}
                  legacy-urls:
                %s
                """.formatted(
                        places.secure(Places.PORTAL),
                        places.secure(Places.API),
                        doors,
                        Places.ADDRESS,
                        places.dns(),
                        resolved,
                        old);
    }

    private static String backends(Places places) {
        String data = places.secure(Places.DATA);
        return """
                backends:
                  - {kind: supabase, url: %s}
                  - {kind: firebase, url: %s}
                  - {kind: firebase, url: %s/identitytoolkit.googleapis.com, key: harbor-web}
                  - {kind: algolia, url: %s}
                  - {kind: google, url: %s}
                """.formatted(data, data, data, data, data)
                + DataStores.names().stream()
                        .map(name -> "  - {kind: s3, url: " + data + "/" + name + "}\n")
                        .collect(Collectors.joining());
    }

    private static Stream<String> doors(String host, Places places, int silentPort, Switches on) {
        if (on.onHost(ContentFlaws.HSTS_BREAKS, host)) {
            return Stream.of(places.plain(host));
        }
        String secure =
                on.onHost(HostFlaws.NO_HTTPS, host) ? "https://" + host + ":" + silentPort : places.secure(host);
        return Stream.of(secure, places.plain(host));
    }

    /** What the API says of itself where a flaw has it say something. */
    static String openApi(Switches on) {
        return "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"Harbor\", \"version\": \"1\"}, \"components\":"
                + " {\"securitySchemes\": {\"token\": {\"type\": \"http\", \"scheme\": \"bearer\"}}}, \"paths\": {"
                + paths(on) + "}}";
    }

    private static String paths(Switches on) {
        Map<Flaw, String> paths = new LinkedHashMap<>();
        paths.put(AccessFlaws.UNCLASSIFIED, described(AccessFlaws.UNCLASSIFIED, "What a session costs", ""));
        paths.put(AccessFlaws.TEAM_FOR_ALL, described(AccessFlaws.TEAM_FOR_ALL, "Who works here", ""));
        paths.put(AccessFlaws.WALL_FOR_ALL, described(AccessFlaws.WALL_FOR_ALL, "What people wrote", ""));
        paths.put(
                AccessFlaws.STAFF_ROUTE,
                described(AccessFlaws.STAFF_ROUTE, "For staff", "\"security\": [{\"token\": []}], "));
        return paths.entrySet().stream()
                .filter(entry -> on.has(entry.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(", "));
    }

    private static String described(Flaw flaw, String summary, String security) {
        return "\"" + flaw.at() + "\": {\"get\": {" + security + "\"summary\": \"" + summary
                + "\", \"responses\": {\"200\": {\"description\": \"ok\"}}}}";
    }

    private static String identities(Places places) {
        String byToken = Account.SEEDED.stream()
                .map(account -> identity(account, places))
                .collect(Collectors.joining());
        String byForm = Account.SEEDED.stream()
                .filter(account -> !account.bills().isEmpty())
                .map(account -> browser(account, places.secure(Places.PORTAL)))
                .collect(Collectors.joining());
        return "identities:\n" + byToken + byForm + phone(places.secure(Places.API));
    }

    /** The same person in a browser: a realm of its own, with a cookie in place of a token. */
    private static String browser(Account account, String portal) {
        return """
                  %s-in-a-browser:
                    role: visitor
                    tenant: %s
                    login:
                      kind: form
                      page: GET %s/login
                      request: POST %s/login
                      body: {email: %s, password: %s}
                    signed-in-when: {request: GET %s/dashboard, contains: %s}
                    owns: {bill: [%s]}
                """.formatted(
                        account.key(),
                        account.person().tenant(),
                        portal,
                        portal,
                        account.person().email(),
                        account.password(),
                        portal,
                        account.person().name(),
                        account.bills());
    }

    /** The same person in the app: tokens of another kind, which are renewed. */
    private static String phone(String api) {
        Account alice = Account.SEEDED.get(0);
        return """
                  alice-on-a-phone:
                    role: app
                    tenant: %s
                    login: {kind: oauth2, token-url: "%s/oauth/token", grant: password, client-id: harbor-app, user: %s, password: %s}
                    signed-in-when: {request: GET /app/me, contains: %s}
                """.formatted(
                        alice.person().tenant(),
                        api,
                        alice.person().email(),
                        alice.password(),
                        alice.person().email());
    }

    private static String identity(Account account, Places places) {
        return """
                  %s:
                    role: %s
                    tenant: %s
                    login:
                      kind: json
                      request: POST /api/login
                      body: {email: %s, password: %s}
                      token: $.token
                      send-as:
                        "*": "Authorization: Bearer {token}"
                        %s: "Authorization: Bearer {token}"
                    signed-in-when: {request: GET /api/me, contains: %s}
                    owns: %s
                """.formatted(
                        account.key(),
                        account.person().role(),
                        account.person().tenant(),
                        account.person().email(),
                        account.password(),
                        places.secure(Places.DATA),
                        account.person().email(),
                        account.owns());
    }
}
