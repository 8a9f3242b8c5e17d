package dev.launchready.check.auth;

import dev.launchready.check.CheckContext;
import dev.launchready.check.auth.CsrfCheck.Effect;
import dev.launchready.check.auth.CsrfCheck.Forged;
import dev.launchready.check.auth.CsrfCheck.Seen;
import dev.launchready.check.auth.CsrfCheck.Shield;
import dev.launchready.check.auth.CsrfCheck.Tried;
import dev.launchready.model.TrafficClass;
import dev.launchready.portal.Flows.Creation;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Request;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.probe.http.HttpCall.Content;
import dev.launchready.session.Bodies;
import dev.launchready.session.Cookie;
import dev.launchready.session.Credential;
import dev.launchready.session.FlowCalls;
import dev.launchready.session.FlowCalls.Prepared;
import dev.launchready.session.Session;
import dev.launchready.session.SignedInProof;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** Makes objects as the portal's own pages do, and then as a page of another site can. */
final class CrossSite {
    private static final String STRANGER = "https://launch-ready.invalid";
    private static final int MARKER_BYTES = 8;

    private final CheckContext context;
    private final Portal portal;
    private final FlowCalls flows;

    CrossSite(CheckContext context) {
        this.context = context;
        this.portal = context.portal();
        this.flows = new FlowCalls(portal, context.http());
    }

    Seen look() throws ProbeException, InterruptedException {
        String first = weakest();
        List<Tried> tried = new ArrayList<>();
        int most = context.params().integer("max-types");
        for (Map.Entry<String, Creation> entry : portal.flows().create().entrySet()) {
            Creation creation = entry.getValue();
            String identity = creation.request().as().orElse(first);
            boolean open = shield(identity) == Shield.NONE && creation.undo().isPresent();
            if (open && tried.size() < most) {
                tried.add(tried(entry.getKey(), creation, identity));
            }
        }
        return new Seen(
                shield(first),
                carriers(first),
                tried,
                portal.api().host(),
                portal.lines().file().orElse("the portal file"),
                portal.lines().line("flows.create"));
    }

    /** An identity that nothing shields, or the first one. */
    private String weakest() throws ProbeException, InterruptedException {
        List<Session> able = context.sessions().able();
        for (Session session : able) {
            if (shield(session.identity()) == Shield.NONE) {
                return session.identity();
            }
        }
        return able.get(0).identity();
    }

    private String carriers(String identity) throws ProbeException, InterruptedException {
        return context.sessions().carriers(identity).stream()
                .map(part -> TokenPart.of(part).says())
                .collect(Collectors.joining(", "));
    }

    private Shield shield(String identity) throws ProbeException, InterruptedException {
        List<Credential> parts = context.sessions().carriers(identity);
        if (parts.stream().anyMatch(part -> part.kind() == Credential.Kind.HEADER)) {
            return Shield.NO_COOKIE;
        }
        return parts.stream().anyMatch(CrossSite::staysHome) ? Shield.SAME_SITE : Shield.NONE;
    }

    /** Whether browsers leave the cookie out of requests that other sites cause (RFC 6265bis section 5.2). */
    private static boolean staysHome(Credential part) {
        return part.cookie()
                .flatMap(Cookie::sameSite)
                .filter(text -> text.equals("lax") || text.equals("strict"))
                .isPresent();
    }

    private Tried tried(String type, Creation creation, String identity) throws ProbeException, InterruptedException {
        Session session = context.sessions().of(identity);
        Written written = new Written(context, flows, type, creation, session);
        String marker = marker();
        Prepared prepared = flows.asBrowser(session, creation.request(), values(identity, marker), pages(identity));
        HttpAnswer made =
                context.http().send(prepared.session().sign(prepared.call()).needing(TrafficClass.WRITES));
        boolean seen = written.shows(made, marker);
        written.undo(made);
        List<Forged> forged = new ArrayList<>();
        if (seen) {
            for (Map.Entry<String, String> way : ways().entrySet()) {
                forged.add(forged(creation, session, written, way.getKey(), way.getValue()));
            }
        }
        return new Tried(type, identity, creation.request().toString(), seen, forged, written.left());
    }

    /** The only types that a form of a page may send without asking the portal first (Fetch standard, safelisted request headers). */
    private static Map<String, String> ways() {
        Map<String, String> ways = new LinkedHashMap<>();
        ways.put("as a form", Bodies.FORM);
        ways.put("as a form with parts", Bodies.MULTIPART);
        ways.put("as plain text", Bodies.JSON);
        return ways;
    }

    private Forged forged(Creation creation, Session session, Written written, String name, String encoding)
            throws ProbeException, InterruptedException {
        String marker = marker();
        Request request = creation.request();
        HttpCall plain = flows.call(
                new Request(
                        request.method(),
                        request.target(),
                        request.as(),
                        Map.of(),
                        Optional.of(encoding),
                        request.body()),
                values(session.identity(), marker));
        HttpCall call = plain.body()
                .filter(body -> encoding.equals(Bodies.JSON))
                .map(body -> plain.carrying(new Content("text/plain", body.bytes())))
                .orElse(plain)
                .with("Origin", STRANGER)
                .with("Referer", STRANGER + "/")
                .with("Sec-Fetch-Site", "cross-site")
                .with("Sec-Fetch-Mode", "navigate");
        List<Credential> cookies = session.credentials(call.url()).stream()
                .filter(part -> part.kind() == Credential.Kind.COOKIE && !staysHome(part))
                .toList();
        HttpAnswer answer = context.http()
                .send(Credential.carry(call, session.identity(), cookies).needing(TrafficClass.WRITES));
        boolean seen = written.shows(answer, marker);
        if (seen) {
            written.undo(answer);
        }
        boolean held = answer.status() == 429 || answer.status() == 503;
        return new Forged(name, seen ? Effect.WRITTEN : held ? Effect.HELD_BACK : Effect.NONE, answer.evidence());
    }

    private Map<String, String> values(String identity, String marker) {
        Map<String, String> values = new LinkedHashMap<>(flows.values(identity));
        values.put("marker", marker);
        values.put("random", marker);
        values.put("random-number", String.valueOf(ThreadLocalRandom.current().nextInt(100_000, 1_000_000)));
        return values;
    }

    private List<Request> pages(String identity) {
        List<Request> pages = new ArrayList<>();
        context.sessions().proof(identity).map(SignedInProof::request).ifPresent(pages::add);
        pages.add(Request.parse("GET " + portal.url()));
        return pages;
    }

    private static String marker() {
        byte[] bytes = new byte[MARKER_BYTES];
        ThreadLocalRandom.current().nextBytes(bytes);
        return "lr" + HexFormat.of().formatHex(bytes);
    }
}
