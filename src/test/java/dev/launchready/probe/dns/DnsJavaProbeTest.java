package dev.launchready.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.launchready.probe.dns.DnsProbe.Code;
import dev.launchready.probe.dns.DnsProbe.DnsReply;
import dev.launchready.probe.dns.DnsProbe.RecordType;
import dev.launchready.probe.dns.LoopbackDns.Over;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

@Timeout(30)
class DnsJavaProbeTest {
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final Map<String, List<String>> ZONE = Map.of(
            "harbor.example. A", List.of("A 203.0.113.7", "A 203.0.113.8"),
            "harbor.example. MX", List.of("MX 10 mail.harbor.example.", "MX 20 backup.harbor.example."),
            "harbor.example. CAA", List.of("CAA 0 issue \"authority.example\""),
            "long.harbor.example. TXT", List.of("TXT \"v=one \" \"and two; \\\"quoted\\\"\""),
            "www.harbor.example. A", List.of("CNAME edge.cdn.example."),
            "www.harbor.example. CNAME", List.of("CNAME edge.cdn.example."),
            "edge.cdn.example. A", List.of("A 203.0.113.9"),
            "loop.harbor.example. A", List.of("CNAME loop.harbor.example."));

    @Test
    void recordsComeInPresentationForm() throws Exception {
        try (LoopbackDns server = new LoopbackDns(DnsJavaProbeTest::zone)) {
            DnsJavaProbe probe = new DnsJavaProbe(server.address(), SHORT);
            DnsReply a = probe.ask("harbor.example", RecordType.A);
            assertThat(a.code()).isEqualTo(Code.NOERROR);
            assertThat(a.records()).containsExactly("203.0.113.7", "203.0.113.8");
            assertThat(probe.ask("Harbor.Example.", RecordType.MX).records())
                    .containsExactly("10 mail.harbor.example.", "20 backup.harbor.example.");
            assertThat(probe.ask("harbor.example", RecordType.CAA).records())
                    .containsExactly("0 issue \"authority.example\"");
            assertThat(probe.ask("long.harbor.example", RecordType.TXT).records())
                    .containsExactly("v=one and two; \"quoted\"");
            int port = Integer.parseInt(server.address().orElseThrow().split(":", 2)[1]);
            assertThat(a.evidence().dig()).isEqualTo("dig @127.0.0.1 -p " + port + " harbor.example A");
        }
    }

    /** What a signal's last report does: its first question comes when hooks can no longer be registered. */
    public static final class AskingAtTheEnd {
        private AskingAtTheEnd() {}

        public static void main(String[] arguments) {
            DnsJavaProbe probe = new DnsJavaProbe(Optional.of(arguments[0]), Duration.ofSeconds(5));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try {
                    System.out.println(probe.ask("harbor.example", RecordType.A).records());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
    }

    @Test
    void aQuestionIsAnsweredWhileTheProgramEnds() throws Exception {
        try (LoopbackDns server = new LoopbackDns(DnsJavaProbeTest::zone)) {
            Process asking = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            AskingAtTheEnd.class.getName(),
                            server.address().orElseThrow())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(asking.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(said).contains("[203.0.113.7, 203.0.113.8]");
        }
    }

    @Test
    void aliasesAreFollowedToTheirEnd() throws Exception {
        try (LoopbackDns server = new LoopbackDns(DnsJavaProbeTest::zone)) {
            DnsJavaProbe probe = new DnsJavaProbe(server.address(), SHORT);
            DnsReply reply = probe.ask("www.harbor.example", RecordType.A);
            assertThat(reply.records()).containsExactly("203.0.113.9");
            assertThat(reply.aliases()).containsExactly("edge.cdn.example");
            DnsReply alias = probe.ask("www.harbor.example", RecordType.CNAME);
            assertThat(alias.records()).containsExactly("edge.cdn.example.");
            assertThat(alias.aliases()).isEmpty();
            assertThat(probe.ask("loop.harbor.example", RecordType.A).records()).isEmpty();
        }
    }

    @Test
    void whatDoesNotFitIsAskedForOverTcp() throws Exception {
        try (LoopbackDns server = new LoopbackDns((over, query) -> {
            Message reply = reply(query, Rcode.NOERROR);
            if (over == Over.UDP) {
                reply.getHeader().setFlag(Flags.TC);
            } else {
                reply.addRecord(record("harbor.example.", "TXT \"" + "x".repeat(200) + "\""), Section.ANSWER);
            }
            return Optional.of(reply);
        })) {
            DnsReply reply = new DnsJavaProbe(server.address(), SHORT).ask("harbor.example", RecordType.TXT);
            assertThat(reply.records()).containsExactly("x".repeat(200));
            assertThat(server.asked()).containsExactly("UDP harbor.example. TXT", "TCP harbor.example. TXT");
        }
    }

    @ParameterizedTest
    @CsvSource({"0, NODATA, true", "2, SERVFAIL, false", "3, NXDOMAIN, true", "5, REFUSED, false", "4, SERVFAIL, false"
    })
    void waysToFailAreToldApart(int rcode, Code code, boolean answered) throws Exception {
        try (LoopbackDns server = new LoopbackDns((over, query) -> Optional.of(reply(query, rcode)))) {
            DnsReply reply = new DnsJavaProbe(server.address(), SHORT).ask("harbor.example", RecordType.A);
            assertThat(reply.code()).isEqualTo(code);
            assertThat(reply.answered()).isEqualTo(answered);
            assertThat(reply.evidence().code()).isEqualTo(code.name());
        }
    }

    @Test
    void silenceIsAskedTwiceAndThenATimeout() throws Exception {
        try (LoopbackDns server = new LoopbackDns((over, query) -> Optional.empty())) {
            DnsReply reply = new DnsJavaProbe(server.address(), SHORT).ask("harbor.example", RecordType.A);
            assertThat(reply.code()).isEqualTo(Code.TIMEOUT);
            assertThat(reply.answered()).isFalse();
            assertThat(server.asked()).hasSize(2);
        }
    }

    @Test
    void aServerTooOldForExtensionsIsAskedWithoutThem() throws Exception {
        try (LoopbackDns server = new LoopbackDns((over, query) ->
                query.getOPT() == null ? zone(over, query) : Optional.of(reply(query, Rcode.FORMERR)))) {
            DnsReply reply = new DnsJavaProbe(server.address(), SHORT).ask("harbor.example", RecordType.A);
            assertThat(reply.records()).hasSize(2);
        }
    }

    @Test
    void aPointerToOtherServersIsNoAnswer() throws Exception {
        try (LoopbackDns server = new LoopbackDns((over, query) -> {
            Message reply = reply(query, Rcode.NOERROR);
            reply.getHeader().unsetFlag(Flags.AA);
            reply.addRecord(record("example.", "NS ns.elsewhere.example."), Section.AUTHORITY);
            return Optional.of(reply);
        })) {
            DnsReply reply = new DnsJavaProbe(server.address(), SHORT).ask("harbor.example", RecordType.A);
            assertThat(reply.code()).isEqualTo(Code.SERVFAIL);
        }
    }

    @ParameterizedTest
    @CsvSource({"a..b", "''", "' '"})
    void namesThatCannotBeAreNotAskedFor(String name) throws Exception {
        String label = name.isBlank() ? "x".repeat(64) + ".example" : name;
        try (LoopbackDns server = new LoopbackDns(DnsJavaProbeTest::zone)) {
            DnsReply reply = new DnsJavaProbe(server.address(), SHORT).ask(label, RecordType.A);
            assertThat(reply.code()).isEqualTo(Code.NXDOMAIN);
            assertThat(server.asked()).isEmpty();
        }
    }

    @Test
    void namesAreLookedUpForOtherProbes() throws Exception {
        try (LoopbackDns server = new LoopbackDns(DnsJavaProbeTest::zone)) {
            DnsNameLookup lookup = new DnsNameLookup(new DnsJavaProbe(server.address(), SHORT));
            assertThat(lookup.addresses("www.harbor.example")).containsExactly(InetAddress.getByName("203.0.113.9"));
            assertThat(lookup.addresses("localhost")).allMatch(InetAddress::isLoopbackAddress);
            assertThat(lookup.addresses("127.0.0.5")).containsExactly(InetAddress.getByName("127.0.0.5"));
            assertThatThrownBy(() -> lookup.addresses("nowhere.example")).isInstanceOf(UnknownHostException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1:many", "127.0.0.1:99999", "not a host"})
    void aResolverThatIsNoneIsRefusedInWords(String text) {
        assertThatThrownBy(() -> new DnsJavaProbe(Optional.of(text), SHORT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(text)
                .hasMessageContaining("portal.resolver");
    }

    /** Answers as an authoritative server, alias targets not included. */
    private static Optional<Message> zone(Over over, Message query) {
        String question = query.getQuestion().getName().toString().toLowerCase(Locale.ROOT) + " "
                + Type.string(query.getQuestion().getType());
        List<String> records = ZONE.getOrDefault(question, List.of());
        boolean known = ZONE.keySet().stream().anyMatch(key -> key.startsWith(question.split(" ", 2)[0] + " "));
        Message reply = reply(query, known ? Rcode.NOERROR : Rcode.NXDOMAIN);
        for (String text : records) {
            reply.addRecord(record(query.getQuestion().getName().toString(), text), Section.ANSWER);
        }
        return Optional.of(reply);
    }

    private static Message reply(Message query, int rcode) {
        Message reply = new Message(query.getHeader().getID());
        reply.getHeader().setFlag(Flags.QR);
        reply.getHeader().setFlag(Flags.AA);
        reply.getHeader().setRcode(rcode);
        reply.addRecord(query.getQuestion(), Section.QUESTION);
        return reply;
    }

    private static Record record(String name, String text) {
        String[] parts = text.split(" ", 2);
        try {
            return Record.fromString(Name.fromString(name), Type.value(parts[0]), DClass.IN, 60, parts[1], Name.root);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
