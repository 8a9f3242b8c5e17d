package dev.launchready.probe.dns;

import dev.launchready.model.Evidence;
import java.net.IDN;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** The port to the DNS, on dnsjava: UDP first, TCP for what does not fit, each question asked twice before it counts as lost. */
public final class DnsJavaProbe implements DnsProbe {
    /** How long one server is given for one try. */
    public static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Logger LOG = LoggerFactory.getLogger(DnsJavaProbe.class);
    private static final int TRIES = 2;
    /** Resolvers give up on longer chains as well. */
    private static final int LONGEST_CHAIN = 8;

    static {
        // its hook could not be registered by a question that is asked while a signal ends the run, and the question
        // would fail
        System.setProperty("dnsjava.nio.register_shutdown_hook", "false");
    }

    private final DnsServers servers;
    private final Duration patience;

    /**
     * @param resolver {@code host:port}; absent: the system's
     * @param patience for one try
     * @throws IllegalArgumentException with a sentence for a person when that is no server
     */
    public DnsJavaProbe(Optional<String> resolver, Duration patience) {
        this.servers = DnsServers.of(resolver);
        this.patience = patience;
    }

    @Override
    public DnsReply ask(String name, RecordType type) throws InterruptedException {
        Optional<Name> question = parsed(name);
        if (question.isEmpty()) {
            return reply(name, type, Code.NXDOMAIN, List.of(), List.of());
        }
        List<String> aliases = new ArrayList<>();
        Name current = question.get();
        while (true) {
            Optional<Message> answer = exchange(current, type);
            if (answer.isEmpty()) {
                return reply(name, type, Code.TIMEOUT, List.of(), aliases);
            }
            Reading reading = Reading.of(answer.get(), current, type);
            aliases.addAll(reading.aliases());
            if (reading.ended() || aliases.size() >= LONGEST_CHAIN) {
                return reply(name, type, reading.code(), reading.records(), aliases);
            }
            current = reading.last();
        }
    }

    private DnsReply reply(String name, RecordType type, Code code, List<String> records, List<String> aliases) {
        LOG.debug("{} {} {}: {} records", code, type, name, records.size());
        String dig = "dig " + servers.dig() + quoted(name) + " " + type;
        return new DnsReply(
                name,
                type,
                code,
                records,
                aliases,
                new Evidence.DnsAnswer(name, type.name(), code.name(), records, dig));
    }

    private static String quoted(String name) {
        boolean plain = name.chars().allMatch(c -> Character.isLetterOrDigit(c) || "._-*".indexOf(c) >= 0)
                && name.indexOf('*') < 0;
        return plain ? name : "'" + name.replace("'", "'\\''") + "'";
    }

    /** A name that cannot be written in a question cannot exist either. */
    private static Optional<Name> parsed(String name) {
        try {
            boolean plain = name.chars().allMatch(c -> c < 0x80);
            String written = plain ? name : IDN.toASCII(name);
            return Optional.of(Name.fromString(written.toLowerCase(Locale.ROOT), Name.root));
        } catch (TextParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The first answer of any use; a server's failure is believed only when the next try brings no better one. */
    private Optional<Message> exchange(Name name, RecordType type) throws InterruptedException {
        Optional<Message> best = Optional.empty();
        boolean extended = true;
        for (int attempt = 0; attempt < TRIES && !servers.all().isEmpty(); attempt++) {
            InetSocketAddress server = servers.all().get(attempt % servers.all().size());
            Optional<Message> answer = once(server, name, type, extended);
            best = answer.isPresent() ? answer : best;
            int code = answer.map(Message::getRcode).orElse(Rcode.SERVFAIL);
            if (code == Rcode.NOERROR || code == Rcode.NXDOMAIN) {
                return answer;
            }
            extended = code != Rcode.FORMERR;
        }
        return best;
    }

    private Optional<Message> once(InetSocketAddress server, Name name, RecordType type, boolean extended)
            throws InterruptedException {
        SimpleResolver resolver = new SimpleResolver(server);
        resolver.setTimeout(patience);
        if (!extended) {
            resolver.setEDNS(-1);
        }
        Message query = Message.newQuery(Record.newRecord(name, Type.value(type.name()), DClass.IN));
        try {
            // once over UDP and, where that was cut short, once over TCP
            long most = patience.toMillis() * 2 + 500;
            return Optional.of(resolver.sendAsync(query).toCompletableFuture().get(most, TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("no answer to {} {}", type, name);
            return Optional.empty();
        }
    }
}
