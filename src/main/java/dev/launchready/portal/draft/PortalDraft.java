package dev.launchready.portal.draft;

import static dev.launchready.portal.draft.DraftText.list;
import static dev.launchready.portal.draft.DraftText.value;

import dev.launchready.portal.Address.Backend;
import dev.launchready.portal.Routes.Recording;
import dev.launchready.portal.Routes.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes a portal file with comments from what is known. It can be read as it stands; what only a person can give, accounts above all, is
 * commented out with the reason why it is worth giving.
 */
public final class PortalDraft {
    private static final int MOST_OBJECTS = 40;
    private static final List<String> PEOPLE = List.of("alice", "bob");

    private final DraftFacts facts;
    private final RouteGuess guess;
    private final DraftText out = new DraftText();

    private PortalDraft(DraftFacts facts) {
        this.facts = facts;
        this.guess = new RouteGuess(facts.routes());
    }

    /** The text of the file. */
    public static String write(DraftFacts facts) {
        PortalDraft draft = new PortalDraft(facts);
        draft.address();
        draft.consent();
        draft.identities();
        draft.routes();
        draft.flows();
        draft.rest();
        return draft.out.toString();
    }

    private void address() {
        out.comment(
                "What launch-ready scans. Every key but portal.url is optional; a scan says what a missing one keeps it from proving.");
        out.comment(
                "Credentials never stand here: write ${env:NAME}, and set NAME in the environment or in a file given by --env-file.");
        out.comment("A line that begins with # and no space is yours to fill in: take the # away.");
        out.blank().line("portal:");
        facts.name().ifPresent(name -> out.line("  name: " + value(name)));
        out.line("  url: " + value(facts.url().toString()));
        facts.api().ifPresent(api -> out.line("  api: " + value(api.toString())));
        if (!facts.hosts().isEmpty()) {
            out.line("  hosts: " + list(facts.hosts()));
        }
        facts.mailDomain().ifPresent(domain -> out.line("  mail-domain: " + value(domain)));
        if (!facts.stack().isEmpty()) {
            out.line("  stack: " + list(facts.stack()));
        }
        if (!facts.backends().isEmpty()) {
            out.blank().line("backends:");
            facts.backends().forEach(this::backend);
        }
    }

    private void backend(Backend backend) {
        out.line("  - {kind: " + value(backend.kind()) + ", url: "
                + value(backend.url().toString())
                + (backend.key().isPresent() ? ", key: \"${env:" + keyName(backend) + ":-}\"" : "") + "}");
    }

    private static String keyName(Backend backend) {
        return backend.kind().toUpperCase(Locale.ROOT) + "_KEY";
    }

    private void consent() {
        out.blank();
        out.comment(
                "Without consent only looks from outside and reads with the accounts below are made. With it: forged tokens and");
        out.comment(
                "malformed requests (active), objects made and removed by the run (writes), many tries at one door (bursts).");
        out.off(true);
        out.line("consent:");
        out.line("  by: who allowed it, how and when");
        out.line("  until: 2027-01-31");
        out.line("  allow: [active, writes, bursts]");
        out.off(false);
    }

    private void identities() {
        out.blank();
        out.comment(
                "Two test accounts of different clients: the only way to prove that one client cannot see another's data.");
        List<String> recordings = recordings();
        if (!recordings.isEmpty()) {
            out.comment(
                    "They are signed in with the sessions of your recordings, which end sooner or later; a login recipe lasts.");
            out.line("identities:");
            recordings.forEach(this::recordedIdentity);
            return;
        }
        out.off(true);
        out.line("identities:");
        PEOPLE.forEach(this::identity);
        out.off(false);
    }

    /** Imports that are recordings, by the name they have in the file. */
    private List<String> recordings() {
        List<String> names = new ArrayList<>();
        for (Recording recording : facts.routes().recordings()) {
            facts.imports().stream()
                    .filter(name -> recording.file().endsWith(name.replaceFirst("^(\\.{1,2}/)+", "")))
                    .findFirst()
                    .ifPresent(names::add);
        }
        return names;
    }

    private void recordedIdentity(String file) {
        String bare = file.replaceFirst(".*[/\\\\]", "").replaceFirst("\\.[^.]*$", "");
        String name = bare.replaceAll("[^A-Za-z0-9_-]", "-").replaceFirst("^[^A-Za-z]+", "");
        String identity =
                name.isEmpty() ? "user" + recordings().indexOf(file) : name.substring(0, Math.min(40, name.length()));
        out.line("  " + identity + ":");
        out.line("    tenant: " + value(identity));
        out.line("    login: {kind: har, file: " + value(file) + "}");
        guess.who()
                .ifPresent(who ->
                        out.line("    signed-in-when: {request: " + value(who.method() + " " + who.template()) + "}"));
    }

    private void identity(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        String email = "\"${env:" + upper + "_EMAIL}\"";
        String password = "\"${env:" + upper + "_PASSWORD}\"";
        out.line("  " + name + ":");
        out.line("    role: client");
        out.line("    tenant: client-of-" + name);
        out.line("    login:");
        login(email, password);
        String who = guess.who().map(route -> "GET " + route.template()).orElse("GET /api/me");
        out.line("    signed-in-when: {request: " + value(who) + ", contains: " + email + "}");
    }

    private void login(String email, String password) {
        Optional<Backend> backend = facts.backends().stream().findFirst();
        if (facts.signIn().isPresent()) {
            DraftFacts.SignIn form = facts.signIn().get();
            out.line("      kind: form");
            out.line("      page: " + value("GET " + form.page()));
            out.line("      request: " + value("POST " + form.action()));
            out.line("      body: {" + value(form.userField()) + ": " + email + ", " + value(form.passwordField())
                    + ": " + password + "}");
        } else if (backend.isPresent() && backend.get().kind().equals("supabase")) {
            out.line("      kind: supabase");
            out.line("      url: " + value(backend.get().url().toString()));
            out.line("      key: \"${env:SUPABASE_KEY}\"");
            account(email, password);
        } else if (backend.isPresent() && backend.get().kind().equals("firebase")) {
            out.line("      kind: firebase");
            out.line("      api-key: \"${env:FIREBASE_KEY}\"");
            account(email, password);
        } else {
            String request = guess.login().map(Route::template).orElse("/api/login");
            out.line("      kind: json");
            out.line("      request: " + value("POST " + request));
            out.line("      body: {email: " + email + ", password: " + password + "}");
            out.comment("where the token stands in the answer; leave both out when the session is a cookie");
            out.line("      token: $.token");
            out.line("      send-as: \"Authorization: Bearer {token}\"");
        }
    }

    private void account(String email, String password) {
        out.line("      email: " + email);
        out.line("      password: " + password);
        out.line("      send-as: \"Authorization: Bearer {token}\"");
    }

    private void routes() {
        out.blank();
        out.comment(
                "Who may call what: public needs nothing, signed-in any account, owned only the owner of the object in braces.");
        boolean imports = !facts.imports().isEmpty();
        out.off(!imports);
        out.line("routes:");
        out.line("  import: " + (imports ? list(facts.imports()) : "[openapi.yaml, alice.har]"));
        out.off(true);
        out.line("  public: ["
                + guess.health().map(route -> value("GET " + route.template())).orElse("GET /login") + "]");
        List<String> objects = guess.objects();
        out.line("  owned:");
        objects.stream().limit(MOST_OBJECTS).forEach(route -> out.line("    - " + value(route)));
        if (objects.isEmpty()) {
            out.line("    - \"GET /api/invoices/{invoice}\"");
        }
        out.line("  ignore: [POST /api/payments]");
        out.off(false);
    }

    private void flows() {
        out.blank();
        out.comment(
                "What a person can do, as requests: lets the scan judge sign-in, recovery and sign-out themselves.");
        out.off(true);
        out.line("flows:");
        String login = guess.login().map(Route::template).orElse("/api/login");
        out.line("  login: {request: " + value("POST " + login)
                + ", body: {email: \"{user}\", password: \"{password}\"}}");
        String logout = guess.logout().map(Route::template).orElse("/api/logout");
        out.line("  logout: {request: " + value("POST " + logout) + "}");
        String recovery = guess.recovery().map(Route::template).orElse("/api/password/forgot");
        out.line("  recovery: {request: " + value("POST " + recovery) + ", body: {email: \"{user}\"}}");
        out.off(false);
    }

    private void rest() {
        if (!facts.selectors().isEmpty()) {
            out.blank().line("mail: {selectors: " + list(facts.selectors()) + "}");
        }
        facts.repository().ifPresent(folder -> out.blank().line("source: {repository: " + value(folder) + "}"));
        guess.health().ifPresent(route -> out.blank().line("health: [" + value("GET " + route.template()) + "]"));
    }
}
