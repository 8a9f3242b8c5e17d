package dev.launchready.demo;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The portal file that the demo writes for itself: complete, so that a scan of it can prove all that it can prove. */
final class DemoPortalFile {
    private static final String CONSENT = """
            consent:
              by: the demo itself, which runs on this machine alone
              allow: [active, writes, bursts, load]
            """;

    private static final String ROUTES = """
            routes:
              public: [GET /api/health]
              signed-in: [GET /api/me, GET /api/projects, GET /api/invoices, GET /api/notes, GET /api/files, "GET /api/search?q=shift"]
              owned:
                - GET /api/projects/{project}
                - PUT /api/projects/{project}
                - DELETE /api/projects/{project}
                - GET /api/projects/{project}/tasks/{task}
                - GET /api/invoices/{invoice}
                - GET /api/notes/{note}
                - GET /api/files/{file}
              roles:
                admin: [GET /api/admin/users, GET /api/admin/revenue]
            flows:
              login:  {request: POST /api/login, body: {email: "{user}", password: "{password}"}}
              logout: {request: POST /api/logout, as: alice}
              search: {request: "GET /api/search?q={word}", as: alice}
              create:
                project: {request: POST /api/projects, as: alice, body: {name: "{marker}"}, id: $.id, undo: "DELETE /api/projects/{id}"}
                note: {request: POST /api/notes, as: alice, body: {title: "{marker}", body: "{marker}"}, id: $.data.id, undo: "DELETE /api/notes/{id}"}
            latency:
              routes: [GET /api/me, GET /api/projects]
            health: [GET /api/health]
            """;

    private DemoPortalFile() {}

    static String text(Places places, int silentPort, Set<Flaw> on) {
        return address(places, oldDoor(places, silentPort, on)) + CONSENT + identities() + ROUTES;
    }

    private static String oldDoor(Places places, int silentPort, Set<Flaw> on) {
        return on.contains(HostFlaws.NO_HTTPS) ? "https://" + Places.OLD + ":" + silentPort : places.secure(Places.OLD);
    }

    private static String address(Places places, String oldDoor) {
        List<String> hosts = List.of(Places.PORTAL, Places.API, Places.DOMAIN, Places.WWW);
        String listed = hosts.stream()
                .map(host -> "    - " + places.secure(host) + "\n    - " + places.plain(host))
                .collect(Collectors.joining("\n"));
        String resolved =
                Places.HOSTS.stream().map(host -> host + ": " + Places.ADDRESS).collect(Collectors.joining(", "));
        return """
                portal:
                  name: Harbor Coaching
                  url: %s
                  api: %s
                  hosts:   # free ports, so both doors of every host are named
                %s
                    - %s
                    - %s
                  mail-domain: harbor.example
                  trust: [ca.pem]
                  resolver: %s:%d
                  resolve: {%s}
                  legacy-urls:
                    /client-login: /login
                    /about-us.html: /about
                    %s/kontakt: /contact
                """.formatted(
                        places.secure(Places.PORTAL),
                        places.secure(Places.API),
                        listed,
                        oldDoor,
                        places.plain(Places.OLD),
                        Places.ADDRESS,
                        places.dns(),
                        resolved,
                        places.secure(Places.OLD));
    }

    private static String identities() {
        return "identities:\n"
                + Account.SEEDED.stream().map(DemoPortalFile::identity).collect(Collectors.joining());
    }

    private static String identity(Account account) {
        return """
                  %s:
                    role: %s
                    tenant: %s
                    login:
                      kind: json
                      request: POST /api/login
                      body: {email: %s, password: %s}
                      token: $.token
                      send-as: "Authorization: Bearer {token}"
                    signed-in-when: {request: GET /api/me, contains: %s}
                """.formatted(
                        account.key(),
                        account.person().role(),
                        account.person().tenant(),
                        account.person().email(),
                        account.password(),
                        account.person().email());
    }
}
