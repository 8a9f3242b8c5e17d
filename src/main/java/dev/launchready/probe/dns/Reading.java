package dev.launchready.probe.dns;

import dev.launchready.probe.dns.DnsProbe.Code;
import dev.launchready.probe.dns.DnsProbe.RecordType;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/**
 * What one message says to a question.
 *
 * @param aliases names that its CNAME records lead through
 * @param last the name at the end of them
 * @param ended false when the chain leads to a name of which the message says nothing
 */
record Reading(Code code, List<String> records, List<String> aliases, Name last, boolean ended) {

    static Reading of(Message message, Name question, RecordType type) {
        List<String> aliases = new ArrayList<>();
        Name last = question;
        Optional<Name> next = type == RecordType.CNAME ? Optional.empty() : target(message, last);
        while (next.isPresent()
                && aliases.size() < message.getSection(Section.ANSWER).size()) {
            last = next.get();
            aliases.add(last.toString(true));
            next = target(message, last);
        }
        List<String> records = new ArrayList<>();
        for (Record each : message.getSection(Section.ANSWER)) {
            if (each.getType() == Type.value(type.name()) && each.getName().equals(last)) {
                records.add(text(each));
            }
        }
        Code code = code(message, records.isEmpty());
        boolean silent = code == Code.NODATA && !aliases.isEmpty() && !denied(message);
        return new Reading(code, records, aliases, last, !silent);
    }

    private static Code code(Message message, boolean empty) {
        return switch (message.getRcode()) {
            case Rcode.NOERROR -> {
                if (!empty) {
                    yield Code.NOERROR;
                }
                yield referral(message) ? Code.SERVFAIL : Code.NODATA;
            }
            case Rcode.NXDOMAIN -> Code.NXDOMAIN;
            case Rcode.REFUSED -> Code.REFUSED;
            default -> Code.SERVFAIL;
        };
    }

    /** A server that only points to others has not answered (RFC 2308 section 2.2). */
    private static boolean referral(Message message) {
        boolean pointing = message.getSection(Section.AUTHORITY).stream().anyMatch(each -> each.getType() == Type.NS);
        return pointing && !denied(message) && !message.getHeader().getFlag(Flags.AA);
    }

    private static boolean denied(Message message) {
        return message.getSection(Section.AUTHORITY).stream().anyMatch(each -> each.getType() == Type.SOA);
    }

    private static Optional<Name> target(Message message, Name name) {
        for (Record each : message.getSection(Section.ANSWER)) {
            if (each instanceof CNAMERecord alias && alias.getName().equals(name)) {
                return Optional.of(alias.getTarget());
            }
        }
        return Optional.empty();
    }

    /** Presentation form; the strings of a TXT record are one text cut into pieces of 255 bytes (RFC 7208 section 3.3). */
    private static String text(Record each) {
        if (!(each instanceof TXTRecord txt)) {
            return each.rdataToString();
        }
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        txt.getStringsAsByteArrays().forEach(joined::writeBytes);
        return joined.toString(StandardCharsets.UTF_8);
    }
}
