package dev.launchready.check;

import dev.launchready.model.Json;
import dev.launchready.model.Url;
import dev.launchready.portal.Address;
import dev.launchready.portal.Identity;
import dev.launchready.portal.Identity.Expectation;
import dev.launchready.portal.Login.BearerLogin;
import dev.launchready.portal.Login.Common;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Request;
import dev.launchready.portal.Routes;
import dev.launchready.portal.Routes.Access;
import dev.launchready.portal.Routes.Route;
import dev.launchready.probe.NameLookup;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.dns.DnsProbe;
import dev.launchready.probe.http.HttpSettings;
import dev.launchready.probe.http.HttpSettings.Reach;
import dev.launchready.probe.http.OkHttpProbe;
import dev.launchready.probe.http.Rates;
import dev.launchready.probe.tls.TlsProbe;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs checks against a {@link DialectServer} through the real adapter; names of a portal lead to loopback. */
public final class DialectRun implements AutoCloseable {
    private static final Map<String, String> NAMES =
            Map.of("portal.harbor.example", "127.0.0.1", "api.harbor.example", "127.0.0.1");

    /** What the portal of a dialect has to take for Alice's session, and what it has to show her. */
    public static final String TOKEN = "alice-0f3b7c1d9e5a4826";

    public static final String ALICE = "alice@harbor.example";

    private final Portal portal;
    private final OkHttpProbe http;
    private final RunMemory memo = new RunMemory();

    public DialectRun(Portal portal) {
        this.portal = portal;
        HttpSettings settings =
                HttpSettings.of(portal.hosts()).with(Rates.LOCAL).with(new Reach(List.of(), NAMES, NameLookup.SYSTEM));
        this.http = new OkHttpProbe(settings, Clock.systemUTC(), List.of());
    }

    /** A portal with a public, a signed-in, an owned and a writing route, its API beside it or on a host of its own. */
    public static Portal portal(int port, boolean ownApi) {
        Url url = Url.parse("http://portal.harbor.example:" + port + "/");
        Address plain = Address.of(url);
        Url api = ownApi ? plain.api() : Url.parse("http://api.harbor.example:" + port + "/");
        Address address = new Address(
                "Harbor",
                url,
                api,
                List.of(),
                Optional.empty(),
                List.of(),
                Map.of(),
                List.of(),
                Optional.empty(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                List.of());
        Routes routes = new Routes(
                List.of(
                        route("GET", "/api/health", Access.PUBLIC),
                        route("GET", "/api/me", Access.SIGNED_IN),
                        route("GET", "/api/invoices/{invoice}", Access.OWNED),
                        route("PUT", "/api/invoices/{invoice}", Access.OWNED),
                        route("POST", "/api/invoices", Access.SIGNED_IN)),
                Set.of(),
                List.of(),
                List.of());
        Portal bare = Portal.at(url);
        return new Portal(
                address,
                bare.consent(),
                Map.of("alice", alice()),
                routes,
                bare.flows(),
                bare.latency(),
                bare.source(),
                bare.mail(),
                bare.edge(),
                bare.ai(),
                bare.journeys(),
                bare.health(),
                bare.attest(),
                bare.waivers(),
                bare.access(),
                bare.lines());
    }

    private static Identity alice() {
        return new Identity(
                "alice",
                "client",
                Optional.of("north"),
                new BearerLogin(Common.NONE, TOKEN),
                Optional.of(new Expectation(Request.parse("GET /api/me"), Optional.empty(), Optional.of(ALICE))),
                Map.of("invoice", List.of(new Json.Str("inv_1001"))));
    }

    private static Route route(String method, String template, Access access) {
        return new Route(
                method,
                template,
                access,
                Set.of(),
                false,
                method.equals("GET"),
                List.of(),
                List.of(),
                Optional.of(41),
                Optional.empty());
    }

    /** Looks and judges, as the engine would. */
    public <O extends Record> Judgement judge(Check<O> check) throws ProbeException, InterruptedException {
        return check.judge(check.observe(context()), new Params(Map.of()));
    }

    private CheckContext context() {
        DnsProbe dns = (name, type) -> {
            throw new AssertionError("no DNS is needed");
        };
        TlsProbe tls = (host, port) -> {
            throw new AssertionError("no handshake is needed");
        };
        return new CheckContext(portal, new Params(Map.of()), http, dns, tls, Clock.systemUTC(), memo);
    }

    @Override
    public void close() {
        http.close();
    }

    private final class RunMemory implements Memo {
        private final Map<String, Object> made = new HashMap<>();

        @Override
        @SuppressWarnings("unchecked") // the name of a shared observation stands for its type
        public <T> T get(Shared<T> shared) throws ProbeException, InterruptedException {
            Object known = made.get(shared.name());
            if (known == null) {
                known = shared.observe(context());
                made.put(shared.name(), known);
            }
            return (T) known;
        }
    }
}
