package dev.launchready.portal.file;

import dev.launchready.model.TrafficClass;
import dev.launchready.portal.Assistant;
import dev.launchready.portal.Attested;
import dev.launchready.portal.Consent;
import dev.launchready.portal.Edge;
import dev.launchready.portal.Latency;
import dev.launchready.portal.Mail;
import dev.launchready.portal.Mail.Mailbox;
import dev.launchready.portal.Request;
import dev.launchready.portal.SourceTree;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the smaller parts: consent, latency, source, mail, edge, ai, attest. */
final class PartsReader {
    private static final Map<String, TrafficClass> CONSENTS = Arrays.stream(TrafficClass.values())
            .filter(TrafficClass::needsConsent)
            .collect(Collectors.toMap(TrafficClass::key, Function.identity()));
    private static final double LEAST_RATE = 0.1;
    private static final int MOST_RATE = 10_000;
    private static final int MOST_MS = 600_000;
    private static final int MOST_PORT = 65_535;
    private static final int MOST_DAYS = 366;
    private static final int DEFAULT_DAYS = 90;

    private PartsReader() {}

    static Consent consent(Section section) {
        Consent consent = new Consent(
                section.text("by"),
                section.get("until").flatMap(Slot::date),
                Set.copyOf(section.oneOrMany("allow", slot -> slot.choice("class of consent", CONSENTS)).stream()
                        .collect(Collectors.toSet())));
        if (!consent.allow().isEmpty() && consent.by().isEmpty()) {
            section.problem("'consent.by' is missing: who allowed it, how and when, in words");
        }
        section.done();
        return consent;
    }

    static Latency latency(Section section) {
        Latency latency = new Latency(
                section.list("routes", RequestReader::any),
                section.get("rate")
                        .flatMap(slot -> slot.number(LEAST_RATE, MOST_RATE))
                        .orElse(Latency.DEFAULT.rate()),
                section.get("p95-ms").flatMap(slot -> slot.integer(1, MOST_MS)).orElse(Latency.DEFAULT.p95Ms()));
        section.done();
        return latency;
    }

    static SourceTree source(Section section) {
        SourceTree source = new SourceTree(
                section.get("repository").flatMap(Slot::existing),
                section.oneOrMany("artifacts", Slot::file),
                section.oneOrMany("logs", Slot::glob));
        section.done();
        return source;
    }

    static Mail mail(Section section) {
        Mail mail = new Mail(
                section.oneOrMany("selectors", Slot::text),
                section.oneOrMany("senders", Slot::text),
                section.oneOrMany("samples", Slot::existing),
                section.section("mailbox").flatMap(PartsReader::mailbox));
        section.done();
        return mail;
    }

    private static Optional<Mailbox> mailbox(Section section) {
        String kind = section.get("kind")
                .flatMap(slot -> slot.choice("kind of mailbox", Map.of("imap", "imap")))
                .orElse("imap");
        Optional<String> host = section.required("host", "the IMAP server").flatMap(Slot::text);
        Optional<Integer> port = section.get("port").flatMap(slot -> slot.integer(1, MOST_PORT));
        Optional<String> user = section.required("user", "the mailbox's user").flatMap(Slot::text);
        Optional<String> password = section.required("password", "write ${env:NAME} and set that variable")
                .flatMap(Slot::credential);
        section.done();
        return host.flatMap(
                server -> user.flatMap(name -> password.map(pass -> new Mailbox(kind, server, port, name, pass))));
    }

    static Edge edge(Section section) {
        Edge edge = new Edge(AddressReader.ips(section, "origins"), section.oneOrMany("previews", Slot::url));
        section.done();
        return edge;
    }

    static Optional<Assistant> assistant(Slot slot) {
        return slot.section().flatMap(section -> {
            Optional<Request> request = RequestReader.of(section, BodyReader.FLOW);
            Optional<String> answer = section.required("answer", "a JSONPath to the reply, such as $.reply")
                    .flatMap(Slot::text);
            section.done();
            return request.flatMap(each -> answer.map(path -> new Assistant(each, path)));
        });
    }

    static Optional<Attested> attested(Slot slot) {
        return slot.section().flatMap(section -> {
            Optional<String> by = section.required("by", "who says so").flatMap(Slot::text);
            Optional<LocalDate> on =
                    section.required("on", "the day, such as 2026-11-01").flatMap(Slot::date);
            Optional<Slot> proof = section.get("proof");
            int days = section.get("days")
                    .flatMap(each -> each.integer(1, MOST_DAYS))
                    .orElse(DEFAULT_DAYS);
            Map<String, String> details = new LinkedHashMap<>();
            section.rest().forEach((name, detail) -> detail.text().ifPresent(text -> details.put(name, text)));
            return by.flatMap(who -> on.map(day -> new Attested(
                    who,
                    day,
                    proof.flatMap(Slot::text),
                    proof.filter(each -> !isLink(each)).flatMap(Slot::file),
                    days,
                    details)));
        });
    }

    private static boolean isLink(Slot slot) {
        return slot.text()
                .filter(text -> text.matches("[A-Za-z][A-Za-z0-9+.-]+:.*"))
                .isPresent();
    }

    /** Requests in a list, {@code health} and the like. */
    static List<Request> requests(Section root, String key) {
        return root.oneOrMany(key, RequestReader::any);
    }
}
