package dev.launchready.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** What the demo's name server knows: the zone of {@code harbor.example}. */
final class DemoZone {
    private static final long TTL_SECONDS = 300;
    private static final int MOST_ALIASES = 8;

    private final Name origin = name(Places.DOMAIN);
    private final Map<Name, List<Record>> records = new LinkedHashMap<>();
    private final Switches on;

    DemoZone(Switches on) {
        this.on = on;
        add(Places.DOMAIN, Type.SOA, "ns1.harbor.example. hostmaster.harbor.example. 2026110101 7200 3600 1209600 300");
        add(Places.DOMAIN, Type.NS, "ns1.harbor.example.");
        add(Places.DOMAIN, Type.CAA, "0 issue \"ca.harbor.example\"");
        for (String host : List.of(Places.DOMAIN, Places.PORTAL, Places.API, Places.WWW, "ns1.harbor.example")) {
            add(host, Type.A, Places.ADDRESS);
        }
        add(Places.CDN, Type.CNAME, Places.PORTAL + ".");
        on.hosts().stream().filter(host -> !records.containsKey(name(host))).forEach(this::addFurther);
        addMail();
    }

    private void addFurther(String host) {
        if (on.onHost(HostFlaws.HOST_ALIAS_LOST, host)) {
            add(host, Type.CNAME, "harbor.pages.quayside.example.");
        } else if (on.onHost(HostFlaws.HOST_PRIVATE, host)) {
            add(host, Type.A, "10.20.0.7");
        } else if (on.onHost(HostFlaws.HOST_IPV6_ONLY, host)) {
            add(host, Type.AAAA, "2001:db8::7");
        } else if (on.onHost(HostFlaws.HOST_WITHOUT_ADDRESS, host)) {
            add(host, Type.TXT, "\"moved\"");
        } else if (!on.onHost(HostFlaws.HOST_UNKNOWN, host)) {
            add(host, Type.A, Places.ADDRESS);
        }
    }

    private void addMail() {
        add(Places.DOMAIN, Type.MX, "10 mail.harbor.example.");
        add("mail.harbor.example", Type.A, "203.0.113.25");
        add(Places.DOMAIN, Type.TXT, "\"v=spf1 ip4:203.0.113.25 -all\"");
        add("mail.harbor.example", Type.TXT, "\"v=spf1 a -all\"");
        add(
                "_dmarc.harbor.example",
                Type.TXT,
                "\"v=DMARC1; p=reject; adkim=s; aspf=s; rua=mailto:dmarc@harbor.example\"");
        add("s1._domainkey.harbor.example", Type.TXT, MailKey.record());
    }

    /** The whole answer to a query. */
    Message answer(Message query) {
        Message reply = new Message(query.getHeader().getID());
        reply.getHeader().setFlag(Flags.QR);
        if (query.getHeader().getFlag(Flags.RD)) {
            reply.getHeader().setFlag(Flags.RD);
        }
        reply.getHeader().setFlag(Flags.RA);
        Record question = query.getQuestion();
        if (question == null) {
            reply.getHeader().setRcode(Rcode.FORMERR);
            return reply;
        }
        reply.addRecord(question, Section.QUESTION);
        if (on.has(HostFlaws.HOST_SERVFAIL) && question.getName().equals(name(HostFlaws.HOST_SERVFAIL.at()))) {
            reply.getHeader().setRcode(Rcode.SERVFAIL);
        } else {
            fill(reply, question);
        }
        return reply;
    }

    private void fill(Message reply, Record question) {
        reply.getHeader().setFlag(Flags.AA);
        Name name = question.getName();
        for (int hops = 0; hops < MOST_ALIASES; hops++) {
            List<Record> held = records.get(name);
            if (held == null) {
                boolean above = false;
                for (Name known : records.keySet()) {
                    above |= known.subdomain(name);
                }
                reply.getHeader().setRcode(above ? Rcode.NOERROR : Rcode.NXDOMAIN);
                addAuthority(reply);
                return;
            }
            List<Record> matching = held.stream()
                    .filter(item -> item.getType() == question.getType() || item.getType() == Type.CNAME)
                    .toList();
            matching.forEach(item -> reply.addRecord(item, Section.ANSWER));
            if (matching.isEmpty()) {
                addAuthority(reply);
                return;
            }
            if (!(matching.get(0) instanceof CNAMERecord alias) || question.getType() == Type.CNAME) {
                return;
            }
            name = alias.getTarget();
        }
    }

    private void addAuthority(Message reply) {
        records.getOrDefault(origin, List.of()).stream()
                .filter(item -> item.getType() == Type.SOA)
                .forEach(item -> reply.addRecord(item, Section.AUTHORITY));
    }

    private void add(String name, int type, String content) {
        Name owner = name(name);
        try {
            records.computeIfAbsent(owner, unused -> new ArrayList<>())
                    .add(Record.fromString(owner, type, DClass.IN, TTL_SECONDS, content, Name.root));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Name name(String text) {
        try {
            return Name.fromString(text, Name.root);
        } catch (TextParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The public half of the key that signs the portal's mail (RFC 6376 section 3.6.1), made once for the JVM. */
    private static final class MailKey {
        private static final int BITS = 2048;
        private static final int LONGEST_STRING = 255;

        static final java.security.KeyPair KEYS = DemoAuthority.rsaKeys(BITS);

        private MailKey() {}

        static String record() {
            String text = "v=DKIM1; k=rsa; p="
                    + java.util.Base64.getEncoder()
                            .encodeToString(KEYS.getPublic().getEncoded());
            StringBuilder strings = new StringBuilder();
            for (int at = 0; at < text.length(); at += LONGEST_STRING) {
                strings.append('"')
                        .append(text, at, Math.min(text.length(), at + LONGEST_STRING))
                        .append("\" ");
            }
            return strings.toString().strip();
        }
    }
}
