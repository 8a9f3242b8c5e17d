package dev.launchready.probe.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.launchready.model.Evidence.Header;
import dev.launchready.model.TrafficClass;
import dev.launchready.model.Url;
import dev.launchready.probe.AddressGuard;
import dev.launchready.probe.NameLookup;
import dev.launchready.probe.ProbeException.OutOfScope;
import dev.launchready.probe.ProbeException.Unreachable;
import dev.launchready.probe.http.HttpCall.Purpose;
import dev.launchready.probe.http.HttpProbe.Chain;
import dev.launchready.probe.http.HttpProbe.End;
import dev.launchready.probe.http.HttpSettings.Doorway;
import dev.launchready.probe.http.HttpSettings.Reach;
import dev.launchready.probe.http.HttpSettings.Scope;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class ScopeTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final Scope SCOPE = new Scope(
            Set.of("Portal.example", "api.example", "127.0.0.1"), Set.of("login.example"), Set.of(TrafficClass.WRITES));

    private final AtomicReference<String> address = new AtomicReference<>("127.0.0.1");
    private final NameLookup lookup = host -> List.of(InetAddress.getByName(address.get()));
    private final TrafficMeter meter = new TrafficMeter();

    @Test
    void aHostThatNobodyNamedIsNotAsked() throws Exception {
        try (RawServer server = new RawServer(RawServer.saying(OK));
                OkHttpProbe probe = probe(settings())) {
            OutOfScope failure = catchThrowableOfType(
                    OutOfScope.class,
                    () -> probe.send(HttpCall.get(server.url("/").withHost("other.example"))));
            assertThat(failure).hasMessageContaining("other.example").hasMessageContaining("portal.hosts");
            assertThat(server.requests()).isEmpty();
            assertThat(meter.traffic().outOfScope()).isEqualTo(1);
            assertThat(meter.traffic().requests()).isZero();
        }
    }

    @Test
    void namedHostsMayBeOnLoopbackAndAnyPort() throws Exception {
        try (RawServer server = new RawServer(RawServer.saying(OK));
                OkHttpProbe probe = probe(settings())) {
            assertThat(probe.send(HttpCall.get(server.url("/").withHost("portal.example")))
                            .status())
                    .isEqualTo(200);
            assertThat(probe.send(HttpCall.get(server.url("/").withHost("PORTAL.example")))
                            .status())
                    .isEqualTo(200);
            assertThat(meter.traffic().byClass()).containsEntry("passive", 2L);
            assertThat(meter.traffic().bytes()).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.1.2.3", "172.16.0.1", "192.168.1.1", "127.0.0.1", "0.0.0.0", "169.254.169.254", "100.64.0.1",
                        "224.0.0.1",
                "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "fd12:3456::1", "ff02::1", "::ffff:10.0.0.1",
                "::ffff:169.254.169.254", "64:ff9b::a00:1", "2002:a00:1::1", "::127.0.0.1"
            })
    void aNameThatChangesIntoAPrivateAddressIsRefused(String inside) throws Exception {
        address.set("203.0.113.7");
        AddressGuard guard = new AddressGuard(Set.of("portal.example"), Map.of(), lookup);
        assertThat(guard.addresses("portal.example")).hasSize(1);
        address.set(inside);
        assertThatThrownBy(() -> guard.addresses("Portal.example"))
                .isInstanceOf(UnknownHostException.class)
                .hasMessageContaining("changed its address");
    }

    @Test
    void aRebindingNameIsNotConnectedTo() throws Exception {
        try (RawServer server = new RawServer(RawServer.saying(OK));
                OkHttpProbe probe = probe(settings())) {
            Url url = server.url("/").withHost("portal.example");
            assertThat(probe.send(HttpCall.get(url)).status()).isEqualTo(200);
            address.set("127.0.0.2");
            OutOfScope failure = catchThrowableOfType(
                    OutOfScope.class,
                    () -> probe.send(HttpCall.get(new Url("http", "portal.example", 1, "/", url.query()))));
            assertThat(failure).hasMessageContaining("127.0.0.2").hasMessageContaining("changed its address");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data/",
                "http://localhost:%d/",
                "http://127.0.0.2:%d/",
                "http://[::1]:%d/",
                "http://[::ffff:127.0.0.1]:%d/",
                "http://metadata.example/",
            })
    void aRedirectIntoThePrivateNetworkIsNotFollowed(String target) throws Exception {
        AtomicReference<String> location = new AtomicReference<>("");
        try (RawServer server = new RawServer((request, out, socket) -> out.write(
                        ("HTTP/1.1 302 Found\r\nLocation: " + location.get() + "\r\nContent-Length: 0\r\n\r\n")
                                .getBytes(ISO_8859_1)));
                OkHttpProbe probe = probe(settings().with(new Scope(Set.of("portal.example"), Set.of(), Set.of())))) {
            location.set(target.formatted(server.port()));
            Chain chain = probe.follow(HttpCall.get(server.url("/").withHost("portal.example")), 5);
            assertThat(chain.end()).isEqualTo(End.FAILED);
            assertThat(chain.failure()).get().isInstanceOf(OutOfScope.class);
            assertThat(chain.hops()).hasSize(1);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2130706433", "127.1", "127.0.0.1", "127。0。0。1", "0177.0.0.1", "[::ffff:7f00:1]"})
    void oddSpellingsOfLoopbackAreSeenThrough(String host) throws Exception {
        try (RawServer server = new RawServer(RawServer.saying(OK));
                OkHttpProbe probe = probe(settings().with(new Scope(Set.of("portal.example"), Set.of(), Set.of())))) {
            HttpCall asset = HttpCall.get(server.url("/a.js").withHost(host)).purposed(Purpose.ASSET);
            assertThatThrownBy(() -> probe.send(asset)).isInstanceOf(OutOfScope.class);
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void assetsElsewhereAreFetchedBare() throws Exception {
        try (OkHttpProbe probe = probe(settings())) {
            address.set("127.0.0.1");
            HttpCall asset =
                    HttpCall.get(Url.parse("http://cdn.example:1/a.js")).purposed(Purpose.ASSET);
            assertThatThrownBy(() -> probe.send(asset))
                    .isInstanceOf(OutOfScope.class)
                    .hasMessageContaining("127.0.0.1");
            for (HttpCall dressed : List.of(
                    asset.as("alice", List.of(new Header("Authorization", "Bearer x"))),
                    asset.with("cookie", "a=b"),
                    asset.needing(TrafficClass.WRITES),
                    new HttpCall(
                            "POST",
                            asset.url(),
                            List.of(),
                            List.of(),
                            asset.body(),
                            "nobody",
                            TrafficClass.PASSIVE,
                            Purpose.ASSET,
                            Optional.empty()))) {
                assertThatThrownBy(() -> probe.send(dressed))
                        .isInstanceOf(OutOfScope.class)
                        .hasMessageContaining("plain GET");
            }
        }
    }

    @Test
    void loginHostsAreOpenToLoginsAlone() throws Exception {
        try (RawServer server = new RawServer(RawServer.saying(OK));
                OkHttpProbe probe = probe(settings())) {
            HttpCall call = HttpCall.get(server.url("/").withHost("login.example"));
            assertThatThrownBy(() -> probe.send(call)).isInstanceOf(OutOfScope.class);
            assertThat(probe.send(call.purposed(Purpose.LOGIN)).status()).isEqualTo(200);
        }
    }

    @Test
    void aClassWithoutConsentIsNotSent() throws Exception {
        try (RawServer server = new RawServer(RawServer.saying(OK));
                OkHttpProbe probe = probe(settings())) {
            HttpCall call = HttpCall.of("POST", server.url("/"));
            assertThatThrownBy(() -> probe.send(call.needing(TrafficClass.BURSTS)))
                    .isInstanceOf(OutOfScope.class)
                    .hasMessageContaining("consent.allow: [bursts]");
            assertThatThrownBy(() -> probe.send(call.needing(TrafficClass.OWN_ACCOUNTS)))
                    .isInstanceOf(OutOfScope.class)
                    .hasMessageContaining("identities");
            assertThat(probe.send(call.needing(TrafficClass.WRITES)).status()).isEqualTo(200);
            assertThat(meter.traffic().byClass()).containsExactly(Map.entry("writes", 1L));
        }
    }

    @Test
    void credentialsStayAtTheirOrigin() throws Exception {
        try (RawServer there = new RawServer(RawServer.saying(OK));
                RawServer here =
                        new RawServer((request, out, socket) -> out.write(("HTTP/1.1 307 Elsewhere\r\nLocation: "
                                        + there.url("/next").withHost("api.example") + "\r\nContent-Length: 0\r\n\r\n")
                                .getBytes(ISO_8859_1)));
                OkHttpProbe probe = probe(settings()
                        .with(new Doorway(
                                Set.of(here.url("/").withHost("portal.example").origin()),
                                Map.of("X-Bypass", "wall-secret"))))) {
            HttpCall call = HttpCall.get(here.url("/").withHost("portal.example"))
                    .as("alice", List.of(new Header("Authorization", "Bearer alices-token")));
            Chain chain = probe.follow(call, 5);
            assertThat(chain.end()).isEqualTo(End.ANSWERED);
            assertThat(here.requests().get(0)).contains("X-Bypass: wall-secret", "Authorization: Bearer alices-token");
            assertThat(there.requests()).hasSize(1);
            assertThat(there.requests().get(0))
                    .doesNotContain("X-Bypass", "wall-secret", "Authorization", "alices-token");
        }
    }

    @Test
    void aNameThatDoesNotResolveIsUnreachable() throws Exception {
        Reach nowhere = new Reach(List.of(), Map.of(), host -> {
            throw new UnknownHostException(host);
        });
        try (OkHttpProbe probe = probe(settings().with(nowhere))) {
            assertThatThrownBy(() -> probe.send(HttpCall.get(Url.parse("https://portal.example/"))))
                    .isInstanceOf(Unreachable.class)
                    .hasMessageContaining("does not resolve");
        }
    }

    @Test
    void anAddressThatThePersonNamedIsInScopeWithItsBrackets() throws Exception {
        try (OkHttpProbe probe = probe(settings().with(new Scope(Set.of("[::1]"), Set.of(), Set.of())))) {
            assertThatThrownBy(() -> probe.send(HttpCall.get(Url.parse("http://[::1]:1/"))))
                    .isInstanceOf(Unreachable.class);
            assertThatThrownBy(() -> probe.send(HttpCall.get(Url.parse("http://[::2]:1/"))))
                    .isInstanceOf(OutOfScope.class);
        }
    }

    @Test
    void aLocalPortalIsNotSlowedDown() throws Exception {
        InetAddress here = InetAddress.getByName("127.0.0.1");
        assertThat(Rates.suiting(List.of(here))).isEqualTo(Rates.LOCAL);
        assertThat(Rates.suiting(List.of(here, InetAddress.getByName("10.0.0.1"))))
                .isEqualTo(Rates.POLITE);
        assertThat(Rates.suiting(List.of())).isEqualTo(Rates.POLITE);
    }

    @Test
    void theHostOfARequestCanBeAnother() throws Exception {
        try (RawServer server = new RawServer(RawServer.saying(OK));
                OkHttpProbe probe = probe(settings())) {
            probe.send(HttpCall.get(server.url("/").withHost("portal.example")).with("Host", "evil.example"));
            assertThat(server.requests().get(0)).containsOnlyOnce("Host: ").contains("Host: evil.example");
        }
    }

    @Test
    void fixedAddressesWinOverTheResolver() throws Exception {
        Reach fixed = new Reach(List.of(), Map.of("portal.example", "127.0.0.1"), host -> {
            throw new UnknownHostException(host);
        });
        try (RawServer server = new RawServer(RawServer.saying(OK));
                OkHttpProbe probe = probe(settings().with(fixed))) {
            HttpAnswer answer = probe.send(HttpCall.get(server.url("/").withHost("portal.example")));
            assertThat(answer.address()).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void theNextAddressIsTriedWhenOneDoesNotAnswer() throws Exception {
        NameLookup two = host -> List.of(InetAddress.getByName("127.0.0.9"), InetAddress.getByName("127.0.0.1"));
        try (RawServer server = new RawServer(RawServer.saying(OK));
                OkHttpProbe probe = probe(settings().with(new Reach(List.of(), Map.of(), two)))) {
            HttpAnswer answer = probe.send(HttpCall.get(server.url("/").withHost("portal.example")));
            assertThat(answer.address()).isEqualTo("127.0.0.1");
        }
    }

    private HttpSettings settings() {
        return HttpSettings.of(Set.of()).with(SCOPE).with(Rates.LOCAL).with(new Reach(List.of(), Map.of(), lookup));
    }

    private OkHttpProbe probe(HttpSettings settings) {
        return new OkHttpProbe(settings, Clock.systemUTC(), List.of(meter));
    }
}
