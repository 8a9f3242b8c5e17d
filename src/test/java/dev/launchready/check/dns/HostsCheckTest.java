package dev.launchready.check.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.launchready.check.Params;
import dev.launchready.check.Told;
import dev.launchready.check.dns.HostsCheck.Host;
import dev.launchready.check.dns.HostsCheck.Seen;
import dev.launchready.probe.dns.DnsProbe.Code;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("dns.hosts")
class HostsCheckTest {
    private static final List<String> NONE = List.of();

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    void tells(String told, String expected, Host host) {
        assertThat(judge(host)).isEqualTo(expected);
    }

    static Stream<Arguments> tells() {
        List<String> v4 = List.of("203.0.113.7");
        List<String> v6 = List.of("2001:db8::7");
        List<String> cdn = List.of("site.cdn.example.");
        return Stream.of(
                arguments("IPv4", "PASS resolves", host(Code.NOERROR, Code.NODATA, v4, NONE)),
                arguments("through an alias", "PASS resolves", host(Code.NOERROR, Code.NOERROR, v4, cdn)),
                arguments("IPv6 unanswered", "PASS resolves", host(Code.NOERROR, Code.TIMEOUT, v4, NONE)),
                arguments("this machine", "PASS resolves", host(Code.NOERROR, Code.NODATA, List.of("127.0.0.1"), NONE)),
                arguments("no name", "FAIL no-such-name", host(Code.NXDOMAIN, Code.NXDOMAIN, NONE, NONE)),
                arguments("no data", "FAIL no-address", host(Code.NODATA, Code.NODATA, NONE, NONE)),
                arguments(
                        "alias of nothing", "FAIL alias-leads-nowhere", host(Code.NXDOMAIN, Code.NXDOMAIN, NONE, cdn)),
                arguments("only IPv6", "WARN ipv6-only", host(Code.NODATA, Code.NOERROR, v6, NONE)),
                arguments("inside", "WARN private-address", host(Code.NOERROR, Code.NODATA, List.of("10.1.2.3"), NONE)),
                arguments(
                        "inside, too",
                        "WARN private-address",
                        host(Code.NOERROR, Code.NODATA, List.of("172.20.0.9"), NONE)),
                arguments(
                        "inside by IPv6",
                        "WARN private-address",
                        host(Code.NODATA, Code.NOERROR, List.of("fd00::1"), NONE)),
                arguments("server's fault", "BLOCKED no-answer", host(Code.SERVFAIL, Code.SERVFAIL, NONE, NONE)),
                arguments("no answer", "BLOCKED no-answer", host(Code.TIMEOUT, Code.TIMEOUT, NONE, NONE)),
                arguments("half an answer", "BLOCKED no-answer", host(Code.NODATA, Code.REFUSED, NONE, NONE)));
    }

    @Test
    void one_host_that_is_gone_outweighs_one_that_is_there() {
        Host there = host(Code.NOERROR, Code.NODATA, List.of("203.0.113.7"), NONE);
        Host gone = host(Code.NXDOMAIN, Code.NXDOMAIN, NONE, NONE);
        assertThat(judge(there, gone)).isEqualTo("FAIL no-such-name");
    }

    @Test
    void a_portal_without_a_name_is_none_of_the_dns_business() {
        assertThat(judge()).isEqualTo("NOT_APPLICABLE no-names");
    }

    private static String judge(Host... hosts) {
        return Told.of(new HostsCheck().judge(new Seen(List.of(hosts)), new Params(Map.of())));
    }

    private static Host host(Code v4, Code v6, List<String> addresses, List<String> aliases) {
        return new Host("portal.example", v4, v6, addresses, aliases, List.of());
    }
}
