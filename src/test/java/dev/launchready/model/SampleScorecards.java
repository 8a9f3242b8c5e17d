package dev.launchready.model;

import dev.launchready.model.Scorecard.AccessCell;
import dev.launchready.model.Scorecard.AccessRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Two scorecards made by hand, a weak portal's and a healthy one's, with every kind of outcome and evidence between them. */
public final class SampleScorecards {
    private static final String API = "api.harbor.example";
    private static final String FILE = "launch-ready.yml";
    private static final String READS = "lr1-3fa1c2d4e5b6";
    private static final String READS_PROJECT = "lr1-77aa01b2c3d4";
    private static final String REFLECTS = "lr1-0c9d8e7f6a5b";
    private static final String KEY = "lr1-9d1c0a7b33e2";
    private static final String EXPIRES = "lr1-51e2d3c4b5a6";
    private static final String DMARC = "lr1-aa12bb34cc56";

    private SampleScorecards() {}

    public static Scorecard weak() {
        return new Scorecard(
                new Scorecard.Tool("launch-ready", "0.1.0", "a1b2c3d4e5f6"),
                new Scorecard.PortalRef(
                        "Harbor Coaching",
                        "https://portal.harbor.example",
                        Optional.of(FILE),
                        List.of("nextjs", "supabase")),
                new Scorecard.ProfileRef(
                        "coach-consultant", "Coach or consultant", "ready for production traffic", true),
                Instant.parse("2026-11-21T10:00:00Z"),
                18_123,
                new Scorecard.Verdict(
                        Decision.NOT_READY,
                        List.of(
                                "3 critical findings (authz.object-read, secrets.bundles)",
                                "1 hard stop failed (cors.untrusted-origin)"),
                        Optional.of(41),
                        new Scorecard.Gate("critical", true),
                        1,
                        false,
                        false),
                new Scorecard.Scope(
                        List.of("active", "writes"),
                        List.of("portal.harbor.example", API, "old.harbor.example"),
                        List.of(
                                new Scorecard.StageTime(Stage.PREPARE, 0, 812),
                                new Scorecard.StageTime(Stage.QUIET, 812, 10_233),
                                new Scorecard.StageTime(Stage.NORMAL, 11_045, 7_078))),
                new Scorecard.Coverage(9, 12, 21, 19),
                weakChecks(),
                List.of(
                        new Scorecard.Row("Auth enforcement", List.of("auth.anonymous-access"), Outcome.PASS),
                        new Scorecard.Row("Authorization by user", List.of("authz.object-read"), Outcome.FAIL),
                        new Scorecard.Row(
                                "Secret handling", List.of("secrets.bundles", "secrets.git-history"), Outcome.FAIL),
                        new Scorecard.Row("Rate limiting", List.of("abuse.login-limit"), Outcome.NOT_TESTED),
                        new Scorecard.Row("CORS policy", List.of("cors.untrusted-origin"), Outcome.FAIL),
                        new Scorecard.Row(
                                "SSL and redirects", List.of("transport.certificate", "transport.hsts"), Outcome.ERROR),
                        new Scorecard.Row("Email authentication", List.of("mail.dmarc"), Outcome.WARN),
                        new Scorecard.Row("Speed", List.of("performance.api-p95"), Outcome.BLOCKED),
                        new Scorecard.Row("Rollback", List.of("operations.rollback"), Outcome.PASS),
                        new Scorecard.Row("Uploads", List.of("input.uploads"), Outcome.NOT_APPLICABLE)),
                List.of(
                        new AccessRow(
                                "GET",
                                "/api/invoices/{invoice}",
                                List.of(
                                        new AccessCell(
                                                "alice",
                                                Optional.of("alice"),
                                                "ALLOWED",
                                                "ALLOWED",
                                                Optional.of(Proof.CONFIRMED)),
                                        new AccessCell(
                                                "bob",
                                                Optional.of("alice"),
                                                "REFUSED",
                                                "ALLOWED",
                                                Optional.of(Proof.CONFIRMED)),
                                        new AccessCell(
                                                "nobody",
                                                Optional.of("alice"),
                                                "REFUSED",
                                                "REFUSED",
                                                Optional.of(Proof.CONFIRMED)))),
                        new AccessRow(
                                "GET",
                                "/api/admin/users",
                                List.of(
                                        new AccessCell(
                                                "alice",
                                                Optional.empty(),
                                                "REFUSED",
                                                "REFUSED",
                                                Optional.of(Proof.STRONG)),
                                        new AccessCell("bob", Optional.empty(), "REFUSED", "UNKNOWN", Optional.empty()),
                                        new AccessCell(
                                                "admin",
                                                Optional.empty(),
                                                "ALLOWED",
                                                "ALLOWED",
                                                Optional.of(Proof.CONFIRMED))))),
                List.of(
                        new Scorecard.PlanWindow("0-6h", List.of(READS, READS_PROJECT, KEY, REFLECTS)),
                        new Scorecard.PlanWindow("6-24h", List.of(EXPIRES)),
                        new Scorecard.PlanWindow("24-48h", List.of(DMARC))),
                List.of(new Scorecard.SecretSighting(
                        KEY,
                        "stripe-live-key",
                        List.of(
                                new Scorecard.SecretPlace(
                                        "secrets.bundles",
                                        "assets/index-4f2a.js",
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty()),
                                new Scorecard.SecretPlace(
                                        "secrets.git-history",
                                        "server/config/payments.ts",
                                        Optional.of("2026-03-02"),
                                        Optional.of("2026-05-19"),
                                        Optional.of(false))),
                        List.of(
                                "Make a new key (Stripe dashboard, Developers, API keys).",
                                "Take the key out of the bundle and deploy.",
                                "Rewrite the history, once the old key is revoked."))),
                List.of("lr1-000000000fed"),
                List.of(
                        "1 route class was assumed: GET /api/reports is taken as private, because nobody classified it."),
                new Scorecard.Traffic(812, 1_234_567, 0, Map.of("passive", 120L, "own-accounts", 600L, "active", 92L)));
    }

    private static List<CheckResult> weakChecks() {
        return List.of(
                passed(
                        "auth.anonymous-access",
                        "Private routes refuse visitors who are not signed in",
                        "21 private routes refuse a visitor who is not signed in.",
                        List.of("alice reads GET /api/me with status 200 before and after.")),
                result(
                        "authz.object-read",
                        "Each client can read only what is theirs",
                        Outcome.FAIL,
                        "2 of 6 routes hand one client's records to another.",
                        List.of(readsInvoice(), readsProject()),
                        List.of(
                                "alice reads her own invoice inv_… with status 200.",
                                "bob's session lives before and after."),
                        Optional.of(new Problem(
                                "owner-cannot-read",
                                "GET /api/notes/{note} could not be told: alice cannot read her own.",
                                "identities.alice.owns.note: [an id]",
                                3)),
                        Map.of("owasp-api", "API1:2023", "cwe", "639", "asvs", "v5.0.0-8.2.2")),
                result(
                        "secrets.bundles",
                        "No secret is delivered to browsers",
                        Outcome.FAIL,
                        "1 secret in 14 files that browsers load.",
                        List.of(keyInBundle()),
                        List.of("14 scripts were read whole."),
                        Optional.empty(),
                        Map.of("cwe", "798")),
                result(
                        "secrets.git-history",
                        "No secret is in the history of the source",
                        Outcome.FAIL,
                        "1 secret in 1,204 versions of files.",
                        List.of(keyInHistory()),
                        List.of("1,204 blobs were read."),
                        Optional.empty(),
                        Map.of("cwe", "798, 540")),
                open(
                        "abuse.login-limit",
                        "Sign-in stops a guesser",
                        Outcome.NOT_TESTED,
                        new Problem(
                                "consent-bursts",
                                "Nobody allowed bursts of requests.",
                                "consent:\n  allow: [bursts]",
                                2)),
                result(
                        "cors.untrusted-origin",
                        "Only trusted origins can call the API",
                        Outcome.FAIL,
                        "1 of 9 answers lets any origin read it.",
                        List.of(reflects()),
                        List.of("https://portal.harbor.example may read GET /api/me."),
                        Optional.empty(),
                        Map.of("owasp-api", "API8:2023", "cwe", "942")),
                result(
                        "transport.certificate",
                        "Every host shows a certificate that browsers trust",
                        Outcome.WARN,
                        "1 of 3 certificates ends within 14 days.",
                        List.of(expires()),
                        List.of("portal.harbor.example: chain and name hold."),
                        Optional.empty(),
                        Map.of("rfc", "RFC 9525")),
                open(
                        "transport.hsts",
                        "Browsers are told to use HTTPS alone",
                        Outcome.ERROR,
                        new Problem(
                                "fault",
                                "The check ended with IllegalStateException in HstsCheck.observe.",
                                "report it with the journal of this run",
                                5)),
                result(
                        "mail.dmarc",
                        "A DMARC policy protects the domain",
                        Outcome.WARN,
                        "harbor.example has no DMARC record.",
                        List.of(dmarc()),
                        List.of("harbor.example answers to MX."),
                        Optional.empty(),
                        Map.of("rfc", "RFC 7489")),
                open(
                        "performance.api-p95",
                        "The API answers within 500 ms for 95 of 100 requests",
                        Outcome.BLOCKED,
                        new Problem(
                                "rate-limited",
                                "The portal answered 429 to 40 of 100 requests.",
                                "latency:\n  rate: 2",
                                1)),
                new CheckResult(
                        card(
                                "operations.rollback",
                                "A bad release can be taken back in ten minutes",
                                Severity.HIGH,
                                Map.of()),
                        Outcome.PASS,
                        Provenance.ATTESTED,
                        "Attested by the owner: 8 minutes.",
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.of(new Attestation(
                                "owner", LocalDate.of(2026, 11, 1), "docs/runbook.md", LocalDate.of(2027, 1, 30))),
                        0,
                        1),
                new CheckResult(
                        card("input.uploads", "Uploads are looked at before they are kept", Severity.HIGH, Map.of()),
                        Outcome.NOT_APPLICABLE,
                        Provenance.MEASURED,
                        "The portal takes no uploads.",
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        3,
                        12));
    }

    private static Finding readsInvoice() {
        return new Finding(
                READS,
                "other-tenant-reads",
                Outcome.FAIL,
                Severity.CRITICAL,
                Proof.CONFIRMED,
                "GET /api/invoices/{invoice} gives alice's invoice to bob, who belongs to another tenant.",
                "Any client can read every other client's invoices by counting up the number in the address.",
                Where.route("GET", "/api/invoices/{invoice}", API).in(FILE, 41),
                new TreeMap<>(Map.of("owner", "alice", "reader", "bob")),
                List.of(SampleEvidence.invoiceReadByBob()),
                List.of(
                        "Let the query for an invoice compare its tenant with the tenant of the session.",
                        "Add a row-level policy: `create policy own_invoices on invoices using (tenant_id = auth.jwt() ->> 'tenant')`."),
                2,
                Finding.NEW,
                Optional.empty());
    }

    private static Finding readsProject() {
        return new Finding(
                READS_PROJECT,
                "other-tenant-reads",
                Outcome.FAIL,
                Severity.CRITICAL,
                Proof.CONFIRMED,
                "GET /api/projects/{project} gives alice's project to bob, who belongs to another tenant.",
                "Any client can read every other client's projects.",
                Where.route("GET", "/api/projects/{project}", API).in(FILE, 42),
                new TreeMap<>(Map.of("owner", "alice", "reader", "bob")),
                List.of(),
                List.of("Let the query for a project compare its tenant with the tenant of the session."),
                1,
                Finding.NEW,
                Optional.empty());
    }

    private static Finding keyInBundle() {
        return new Finding(
                KEY,
                "live-key",
                Outcome.FAIL,
                Severity.CRITICAL,
                Proof.CONFIRMED,
                "assets/index-4f2a.js holds a live Stripe key.",
                "Whoever opens the portal can charge and refund in your name.",
                Where.file("assets/index-4f2a.js", 1),
                Map.of("kind", "stripe-live-key"),
                List.of(SampleEvidence.keyInBundle()),
                List.of("Revoke the key in Stripe's dashboard.", "Call Stripe from the server alone."),
                3,
                Finding.NEW,
                Optional.empty(),
                Optional.of(new Secret(
                        KEY, "stripe-live-key", Severity.CRITICAL, List.of(Secret.Place.of("assets/index-4f2a.js")))));
    }

    private static Finding keyInHistory() {
        return new Finding(
                KEY,
                "live-key",
                Outcome.FAIL,
                Severity.HIGH,
                Proof.STRONG,
                "server/config/payments.ts held a live Stripe key until 2026-05-19.",
                "Everybody with a copy of the repository has the key.",
                Where.file("server/config/payments.ts", 14),
                Map.of("kind", "stripe-live-key"),
                List.of(SampleEvidence.keyInHistory()),
                List.of("Revoke the key in Stripe's dashboard."),
                0.5,
                Finding.KNOWN,
                Optional.of("accepted by Dana until 2026-12-31: the key was revoked on 2026-11-20"));
    }

    private static Finding reflects() {
        return new Finding(
                REFLECTS,
                "reflected-with-credentials",
                Outcome.FAIL,
                Severity.HIGH,
                Proof.CONFIRMED,
                "GET /api/me lets https://evil.example read it with the visitor's credentials.",
                "Any web page that a signed-in client opens can read that client's data.",
                Where.route("GET", "/api/me", API).in(FILE, 38),
                Map.of("origin", "https://evil.example"),
                List.of(SampleEvidence.foreignOrigin()),
                List.of("Allow only the exact origins https://portal.harbor.example."),
                1,
                Finding.NEW,
                Optional.empty());
    }

    private static Finding expires() {
        return new Finding(
                EXPIRES,
                "ends-soon",
                Outcome.WARN,
                Severity.MEDIUM,
                Proof.CONFIRMED,
                "The certificate of old.harbor.example ends in 4 days.",
                "Browsers will refuse the page on 2026-11-25.",
                Where.host("old.harbor.example"),
                Map.of("days", "4"),
                List.of(SampleEvidence.oldCertificate()),
                List.of("Renew it, and let it renew by itself."),
                1,
                Finding.NEW,
                Optional.empty());
    }

    private static Finding dmarc() {
        return new Finding(
                DMARC,
                "no-record",
                Outcome.WARN,
                Severity.MEDIUM,
                Proof.CONFIRMED,
                "_dmarc.harbor.example does not exist.",
                "Anybody can send mail in your name, and large providers may refuse yours.",
                Where.host("harbor.example"),
                Map.of(),
                List.of(
                        SampleEvidence.noDmarc(),
                        SampleEvidence.alignment(),
                        SampleEvidence.latency(),
                        SampleEvidence.frontPage()),
                List.of(
                        "Publish the record `v=DMARC1; p=none; rua=mailto:dmarc@harbor.example` at `_dmarc.harbor.example`."),
                0.5,
                Finding.NEW,
                Optional.empty());
    }

    public static Scorecard healthy() {
        return new Scorecard(
                new Scorecard.Tool("launch-ready", "0.1.0", "a1b2c3d4e5f6"),
                new Scorecard.PortalRef("Pine Street", "https://pine.example", Optional.empty(), List.of()),
                new Scorecard.ProfileRef("quick", "Quick look", "nothing bad seen from outside", false),
                Instant.parse("2026-11-21T11:00:00Z"),
                2_310,
                new Scorecard.Verdict(
                        Decision.READY,
                        List.of(),
                        Optional.empty(),
                        new Scorecard.Gate("critical", true),
                        0,
                        false,
                        false),
                new Scorecard.Scope(
                        List.of(), List.of("pine.example"), List.of(new Scorecard.StageTime(Stage.NORMAL, 0, 2_300))),
                new Scorecard.Coverage(2, 2, 0, 0),
                List.of(
                        passed(
                                "cors.untrusted-origin",
                                "Only trusted origins can call the API",
                                "9 answers let no foreign origin in.",
                                List.of("https://pine.example answered with status 200.")),
                        passed(
                                "transport.https-redirect",
                                "Plain HTTP leads to HTTPS",
                                "Every host leads from HTTP to HTTPS.",
                                List.of("http://pine.example answered with status 301."))),
                List.of(
                        new Scorecard.Row("CORS policy", List.of("cors.untrusted-origin"), Outcome.PASS),
                        new Scorecard.Row("SSL and redirects", List.of("transport.https-redirect"), Outcome.PASS)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Scorecard.Traffic(24, 40_213, 0, Map.of("passive", 24L)));
    }

    /** What the scan of a bare URL leaves: seen from outside, with all that needs accounts untested. */
    public static Scorecard outside() {
        Problem accounts = new Problem(
                "identity",
                "No test account is known, so nothing behind the sign-in could be seen.",
                "identities:\n  alice: {role: client, login: {kind: form, page: /login, body: {email: \"${env:ALICE_EMAIL}\", password: \"${env:ALICE_PASSWORD}\"}}}",
                5);
        Problem source = new Problem(
                "source", "The source was not given, so its history was not searched.", "source: {repository: .}", 1);
        List<CheckResult> weak = weakChecks();
        List<CheckResult> checks = List.of(
                open(
                        "auth.anonymous-access",
                        "Private routes refuse visitors who are not signed in",
                        Outcome.NOT_TESTED,
                        accounts),
                open("authz.object-read", "Each client can read only what is theirs", Outcome.NOT_TESTED, accounts),
                open("authz.object-write", "Each client can change only what is theirs", Outcome.NOT_TESTED, accounts),
                open("authz.tenant-lists", "Lists hold only the client's own", Outcome.NOT_TESTED, accounts),
                open("secrets.git-history", "No secret is in the history of the source", Outcome.NOT_TESTED, source),
                passed(
                        "transport.https-redirect",
                        "Plain HTTP leads to HTTPS",
                        "Every host leads from HTTP to HTTPS.",
                        List.of("http://portal.harbor.example answered with status 301.")),
                weak.get(6),
                weak.get(8));
        return new Scorecard(
                weak().tool(),
                new Scorecard.PortalRef(
                        "portal.harbor.example", "https://portal.harbor.example", Optional.empty(), List.of("nextjs")),
                new Scorecard.ProfileRef("quick", "Quick look", "nothing bad seen from outside", false),
                Instant.parse("2026-11-21T12:00:00Z"),
                3_420,
                new Scorecard.Verdict(
                        Decision.NOT_PROVEN,
                        List.of(
                                "Nobody has tested whether one client can see another's data.",
                                "auth.anonymous-access is not tested"),
                        Optional.empty(),
                        new Scorecard.Gate("critical", true),
                        3,
                        false,
                        false),
                new Scorecard.Scope(
                        List.of(),
                        List.of("portal.harbor.example"),
                        List.of(new Scorecard.StageTime(Stage.NORMAL, 0, 3_400))),
                new Scorecard.Coverage(3, 8, 0, 0),
                checks,
                List.of(
                        new Scorecard.Row("Authentication", List.of("auth.anonymous-access"), Outcome.NOT_TESTED),
                        new Scorecard.Row(
                                "Authorization",
                                List.of("authz.object-read", "authz.object-write", "authz.tenant-lists"),
                                Outcome.NOT_TESTED),
                        new Scorecard.Row("Secrets", List.of("secrets.git-history"), Outcome.NOT_TESTED),
                        new Scorecard.Row(
                                "SSL and redirects",
                                List.of("transport.https-redirect", "transport.certificate"),
                                Outcome.WARN),
                        new Scorecard.Row("Mail", List.of("mail.dmarc"), Outcome.WARN)),
                List.of(),
                List.of(new Scorecard.PlanWindow("24-48h", List.of(EXPIRES, DMARC))),
                List.of(),
                List.of(),
                List.of(),
                new Scorecard.Traffic(61, 240_213, 0, Map.of("passive", 61L)));
    }

    private static CheckResult passed(String id, String title, String summary, List<String> controls) {
        return result(id, title, Outcome.PASS, summary, List.of(), controls, Optional.empty(), Map.of());
    }

    private static CheckResult open(String id, String title, Outcome outcome, Problem problem) {
        return result(id, title, outcome, problem.says(), List.of(), List.of(), Optional.of(problem), Map.of());
    }

    private static CheckResult result(
            String id,
            String title,
            Outcome outcome,
            String summary,
            List<Finding> findings,
            List<String> controls,
            Optional<Problem> problem,
            Map<String, String> references) {
        Severity severity = findings.stream()
                .map(Finding::severity)
                .min(Severity::compareTo)
                .orElse(Severity.HIGH);
        return new CheckResult(
                card(id, title, severity, references),
                outcome,
                Provenance.MEASURED,
                summary,
                controls,
                findings,
                problem,
                Optional.empty(),
                42,
                318);
    }

    private static CardRef card(String id, String title, Severity severity, Map<String, String> references) {
        return new CardRef(id, title, severity, 7, references);
    }

    /** The weak scorecard with that text in every slot that a portal, its owner or a card fills. */
    public static Scorecard hostile(String text) {
        Where where =
                new Where(Optional.of(text), Optional.of(text), Optional.of(text), Optional.of(text), Optional.of(1));
        List<Evidence.Header> headers = List.of(new Evidence.Header(text, text));
        Evidence.HttpExchange http = new Evidence.HttpExchange(
                text, text, text, headers, 200, headers, 1, text, java.time.Duration.ofMillis(1), text);
        List<Evidence> evidence = List.of(
                http,
                new Evidence.DnsAnswer(text, text, text, List.of(text), text),
                new Evidence.TlsSession(
                        text,
                        1,
                        text,
                        text,
                        text,
                        List.of(text),
                        text,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(text),
                        text),
                new Evidence.FileLocation(text, Optional.of(1), Optional.of(1), Optional.of(text), text, text),
                new Evidence.MailHeader(text, headers),
                new Evidence.Measurement(text, 1, text, Map.of(text, text)),
                new Evidence.Screenshot(text, text, Optional.empty()));
        Finding finding = new Finding(
                READS,
                "reason",
                Outcome.FAIL,
                Severity.CRITICAL,
                Proof.CONFIRMED,
                text,
                text,
                where,
                Map.of(text, text),
                evidence,
                List.of(text),
                1,
                Finding.NEW,
                Optional.empty());
        Finding waived = new Finding(
                REFLECTS,
                "reason",
                Outcome.FAIL,
                Severity.CRITICAL,
                Proof.CONFIRMED,
                text,
                text,
                where,
                Map.of(),
                List.of(),
                List.of(text),
                1,
                Finding.NEW,
                Optional.of(text));
        CardRef card = new CardRef(
                "authz.object-read", text, Severity.CRITICAL, 7, Map.of("rfc", text, "cwe", text, "other", text));
        CheckResult failed = new CheckResult(
                card,
                Outcome.FAIL,
                Provenance.MEASURED,
                text,
                List.of(text),
                List.of(finding, waived),
                Optional.of(new Problem("code", text, text, 1)),
                Optional.empty(),
                1,
                1);
        CheckResult passed = new CheckResult(
                card("mail.spf", text, Severity.HIGH, Map.of()),
                Outcome.PASS,
                Provenance.ATTESTED,
                text,
                List.of(text),
                List.of(),
                Optional.empty(),
                Optional.of(new Attestation(text, LocalDate.of(2026, 1, 1), text, LocalDate.of(2026, 2, 1))),
                1,
                1);
        Scorecard weak = weak();
        return new Scorecard(
                weak.tool(),
                new Scorecard.PortalRef(text, text, Optional.of(text), List.of(text)),
                new Scorecard.ProfileRef("default", text, text, true),
                weak.started(),
                1,
                new Scorecard.Verdict(
                        Decision.NOT_READY,
                        List.of(text),
                        Optional.of(1),
                        new Scorecard.Gate("critical", true),
                        1,
                        false,
                        false),
                new Scorecard.Scope(List.of(text), List.of(text), List.of()),
                weak.coverage(),
                List.of(failed, passed),
                List.of(new Scorecard.Row(text, List.of("authz.object-read"), Outcome.FAIL)),
                List.of(new AccessRow(
                        text,
                        text,
                        List.of(new AccessCell(text, Optional.of(text), "REFUSED", "ALLOWED", Optional.empty())))),
                List.of(new Scorecard.PlanWindow(text, List.of(READS))),
                List.of(new Scorecard.SecretSighting(
                        KEY,
                        text,
                        List.of(new Scorecard.SecretPlace(
                                text, text, Optional.of(text), Optional.of(text), Optional.of(true))),
                        List.of(text))),
                List.of(text),
                List.of(text),
                new Scorecard.Traffic(1, 1, 0, Map.of(text, 1L)));
    }

    public static Scorecard with(Scorecard card, List<CheckResult> checks) {
        return new Scorecard(
                card.tool(),
                card.portal(),
                card.profile(),
                card.started(),
                card.elapsedMs(),
                card.verdict(),
                card.scope(),
                card.coverage(),
                checks,
                card.rows(),
                card.access(),
                card.plan(),
                card.secrets(),
                card.fixed(),
                card.notes(),
                card.traffic());
    }

    public static CheckResult renamed(CheckResult check, String id) {
        return new CheckResult(
                card(id, check.card().title(), check.card().severity(), Map.of()),
                check.outcome(),
                check.provenance(),
                check.summary(),
                check.controls(),
                check.findings(),
                check.problem(),
                check.attested(),
                check.requests(),
                check.elapsedMs());
    }
}
