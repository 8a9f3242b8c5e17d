package dev.launchready.check.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.launchready.check.CheckHarness;
import dev.launchready.check.Portals;
import dev.launchready.model.CheckResult;
import dev.launchready.model.Finding;
import dev.launchready.model.Url;
import dev.launchready.portal.Address;
import dev.launchready.portal.Portal;
import dev.launchready.probe.dns.LoopbackDns;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Zones as providers keep them, asked through a real server on loopback and the whole engine. */
@DisplayName("DNS dialects")
@Timeout(60)
class HostsDialectsTest {
    private static final String HOST = "portal.zone.example.";

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    void are_judged_as_they_answer(String told, String expected, Map<String, String> zone) throws IOException {
        try (LoopbackDns server = new LoopbackDns((over, query) -> Optional.of(answer(query, zone)))) {
            assertThat(told(CheckHarness.run("dns.hosts", portal(server.address()))))
                    .isEqualTo(expected);
        }
    }

    static Stream<Arguments> are_judged_as_they_answer() {
        return Stream.of(
                arguments("one address", "PASS", Map.of(HOST + " A", "A 203.0.113.7")),
                arguments(
                        "both kinds", "PASS", Map.of(HOST + " A", "A 203.0.113.7", HOST + " AAAA", "AAAA 2001:db8::7")),
                arguments(
                        "alias answered in one go",
                        "PASS",
                        Map.of(HOST + " A", "CNAME site.cdn.example.|site.cdn.example. A 203.0.113.9")),
                arguments(
                        "alias to be followed",
                        "PASS",
                        Map.of(
                                HOST + " A",
                                "CNAME site.cdn.example.",
                                HOST + " AAAA",
                                "CNAME site.cdn.example.",
                                "site.cdn.example. A",
                                "A 203.0.113.9")),
                arguments(
                        "two aliases",
                        "PASS",
                        Map.of(
                                HOST + " A",
                                "CNAME a.cdn.example.|a.cdn.example. CNAME b.cdn.example.|b.cdn.example. A 203.0.113.9")),
                arguments("this machine", "PASS", Map.of(HOST + " A", "A 127.0.0.1")),
                arguments("nothing at all", "FAIL no-such-name", Map.of()),
                arguments("mail alone", "FAIL no-address", Map.of(HOST + " MX", "MX 10 mail.zone.example.")),
                arguments(
                        "alias of what was removed",
                        "FAIL alias-leads-nowhere",
                        Map.of(HOST + " A", "CNAME gone.cdn.example.", HOST + " AAAA", "CNAME gone.cdn.example.")),
                arguments("office network", "WARN private-address", Map.of(HOST + " A", "A 192.168.7.4")),
                arguments("IPv6 alone", "WARN ipv6-only", Map.of(HOST + " AAAA", "AAAA 2001:db8::7")),
                arguments("broken server", "BLOCKED no-answer", Map.of("servfail", "")));
    }

    private static String told(CheckResult result) {
        String reasons = result.findings().stream().map(Finding::reason).collect(Collectors.joining(" "));
        String problem = result.problem().map(found -> found.code()).orElse("");
        return (result.outcome() + " " + reasons + problem).strip();
    }

    private static Portal portal(Optional<String> resolver) {
        Url url = Url.parse("https://portal.zone.example");
        Address address = Portals.address(url, url, List.of());
        return Portals.at(Portals.reached(address, List.of(), Map.of(), resolver));
    }

    private static Message answer(Message query, Map<String, String> zone) {
        String name = query.getQuestion().getName().toString().toLowerCase(Locale.ROOT);
        String records = zone.get(name + " " + Type.string(query.getQuestion().getType()));
        boolean known = zone.keySet().stream().anyMatch(key -> key.startsWith(name + " "));
        Message reply = new Message(query.getHeader().getID());
        reply.getHeader().setFlag(Flags.QR);
        reply.getHeader().setFlag(Flags.RA);
        reply.getHeader()
                .setRcode(zone.containsKey("servfail") ? Rcode.SERVFAIL : known ? Rcode.NOERROR : Rcode.NXDOMAIN);
        reply.addRecord(query.getQuestion(), Section.QUESTION);
        if (records != null) {
            Stream.of(records.split("\\|", -1)).forEach(text -> reply.addRecord(record(name, text), Section.ANSWER));
        }
        return reply;
    }

    /** @param text type and data, with another owner before them where it is not the name asked for */
    private static Record record(String asked, String text) {
        String[] parts = text.split(" ", 3);
        boolean owned = parts[0].endsWith(".");
        String owner = owned ? parts[0] : asked;
        String type = owned ? parts[1] : parts[0];
        String from = text.substring(text.indexOf(type + " ") + type.length() + 1);
        try {
            return Record.fromString(Name.fromString(owner), Type.value(type), DClass.IN, 60, from, Name.root);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
