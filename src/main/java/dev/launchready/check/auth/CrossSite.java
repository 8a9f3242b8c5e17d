package dev.launchready.check.auth;

import dev.launchready.check.CheckContext;
import dev.launchready.check.auth.CsrfCheck.Effect;
import dev.launchready.check.auth.CsrfCheck.Forged;
import dev.launchready.check.auth.CsrfCheck.Seen;
import dev.launchready.check.auth.CsrfCheck.Shield;
import dev.launchready.check.auth.CsrfCheck.Tried;
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
import dev.launchready.session.Slots;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** Makes objects as the portal's own pages do, and then as a page of another site can. */
final class CrossSite {
    private static final String STRANGER = "https://launch-ready.invalid";

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
        Optional<String> lacking = context.sessions().workbench().lacking(Slots.singular(type), identity);
        if (lacking.isPresent()) {
            String why = " (" + identity + " owns no " + lacking.get() + " that is known)";
            return new Tried(type, identity, creation.request() + why, false, List.of(), List.of());
        }
        Written written = new Written(context, Slots.singular(type), session, pages(identity));
        String marker = context.sessions().workbench().marker();
        Map<String, String> values = values(creation, identity, marker);
        List<Request> pages = pages(identity, creation.request());
        Prepared prepared = flows.asBrowser(session, creation.request(), values, pages);
        HttpAnswer made = written.send(prepared.session().sign(prepared.call()), marker);
        boolean seen = written.took(made, marker, values);
        List<Forged> forged = new ArrayList<>();
        if (seen) {
            for (Map.Entry<String, String> way : ways().entrySet()) {
                forged.add(forged(creation, session, written, way.getKey(), way.getValue()));
            }
            borrowed(creation, session, written).ifPresent(forged::add);
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
        String marker = context.sessions().workbench().marker();
        Map<String, String> values = values(creation, session.identity(), marker);
        Request request = creation.request();
        HttpCall plain = flows.call(
                new Request(
                        request.method(),
                        request.target(),
                        request.as(),
                        Map.of(),
                        Optional.of(encoding),
                        request.body()),
                values);
        HttpCall call = plain.body()
                .filter(body -> encoding.equals(Bodies.JSON))
                .map(body -> plain.carrying(new Content("text/plain", body.bytes())))
                .orElse(plain);
        return sent(name, call, session, written, values);
    }

    /** With the token that a page of the portal gave somebody else: whoever writes the foreign page can sign in as himself. */
    private Optional<Forged> borrowed(Creation creation, Session session, Written written)
            throws ProbeException, InterruptedException {
        for (Session other : context.sessions().able()) {
            boolean strange = !other.identity().equals(session.identity()) && shield(other.identity()) == Shield.NONE;
            if (!strange) {
                continue;
            }
            Map<String, String> values = values(
                    creation, session.identity(), context.sessions().workbench().marker());
            HttpCall plain = flows.call(creation.request(), values);
            HttpCall call = flows.asBrowser(
                            other, creation.request(), values, pages(other.identity(), creation.request()))
                    .call();
            Optional<Content> body = call.body().filter(filled -> !same(filled, plain.body()));
            if (body.isPresent()) {
                HttpCall forged = plain.carrying(body.get());
                return Optional.of(sent("with the token of another session", forged, session, written, values));
            }
        }
        return Optional.empty();
    }

    private static boolean same(Content filled, Optional<Content> plain) {
        return plain.filter(body -> Arrays.equals(body.bytes(), filled.bytes())).isPresent();
    }

    /** As a browser sends what a page of another site caused: with the cookies that travel across sites, and nothing else. */
    private Forged sent(String name, HttpCall made, Session session, Written written, Map<String, String> values)
            throws ProbeException, InterruptedException {
        String marker = values.getOrDefault("marker", "");
        HttpCall call = made.with("Origin", STRANGER)
                .with("Referer", STRANGER + "/")
                .with("Sec-Fetch-Site", "cross-site")
                .with("Sec-Fetch-Mode", "navigate");
        List<Credential> cookies = session.credentials(call.url()).stream()
                .filter(part -> part.kind() == Credential.Kind.COOKIE && !staysHome(part))
                .toList();
        HttpAnswer answer = written.send(Credential.carry(call, session.identity(), cookies), marker);
        boolean seen = written.took(answer, marker, values);
        return new Forged(
                name, seen ? Effect.WRITTEN : answer.heldBack() ? Effect.HELD_BACK : Effect.NONE, answer.evidence());
    }

    private Map<String, String> values(Creation creation, String identity, String marker)
            throws ProbeException, InterruptedException {
        Map<String, String> values = new LinkedHashMap<>(flows.values(identity));
        values.putAll(context.sessions().workbench().owned(creation.request(), identity));
        values.put("marker", marker);
        values.put("random", marker);
        values.put("word", marker);
        values.put("random-number", String.valueOf(ThreadLocalRandom.current().nextInt(100_000, 1_000_000)));
        return values;
    }

    private List<Request> pages(String identity) {
        List<Request> pages = new ArrayList<>();
        context.sessions().proof(identity).map(SignedInProof::request).ifPresent(pages::add);
        pages.add(Request.parse("GET " + portal.url()));
        return pages;
    }

    /** As {@link #pages(String)}, the page of the form first. */
    private List<Request> pages(String identity, Request request) {
        List<Request> pages = new ArrayList<>();
        if (flows.encoding(request).equals(Bodies.FORM)) {
            pages.add(Request.parse("GET " + request.target()));
        }
        pages.addAll(pages(identity));
        return pages;
    }
}
