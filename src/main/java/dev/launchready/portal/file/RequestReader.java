package dev.launchready.portal.file;

import dev.launchready.model.Json;
import dev.launchready.model.Url;
import dev.launchready.portal.Identity.Expectation;
import dev.launchready.portal.Login.Refusal;
import dev.launchready.portal.Request;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads requests, alone ({@code GET /api/me}) or with their companions {@code as}, {@code headers}, {@code encoding}, {@code body}. */
final class RequestReader {
    private static final Map<String, String> ENCODINGS =
            Map.of("json", "json", "form", "form", "multipart", "multipart");
    private static final int LEAST_STATUS = 100;
    private static final int MOST_STATUS = 599;

    private RequestReader() {}

    /** {@code GET /api/me}, or a mapping with {@code request} in it and nothing that only flows have. */
    static Optional<Request> any(Slot slot) {
        if (slot.isText()) {
            return line(slot);
        }
        Optional<Section> section = slot.section();
        Optional<Request> request = section.flatMap(each -> of(each, BodyReader.FLOW));
        section.ifPresent(Section::done);
        return request;
    }

    /** The request of a section and its companions; the section may have further keys. */
    static Optional<Request> of(Section section, BodyReader bodies) {
        Optional<Request> line = section.required("request", "write a method and a path, such as GET /api/me")
                .flatMap(RequestReader::line);
        Optional<String> as = section.get("as").flatMap(RequestReader::identity);
        Map<String, String> headers = headers(section, "headers");
        Optional<String> encoding = section.get("encoding").flatMap(slot -> slot.choice("encoding", ENCODINGS));
        Optional<Json> body = section.get("body").map(bodies::read);
        return line.map(request -> new Request(request.method(), request.target(), as, headers, encoding, body));
    }

    /** A request line and nothing else. */
    static Optional<Request> line(Slot slot) {
        Optional<Text> text = slot.filled();
        try {
            Optional<Request> request = text.map(filled -> Request.parse(filled.value()));
            request.ifPresent(each -> watch(slot, each, text.orElseThrow()));
            return request;
        } catch (IllegalArgumentException e) {
            return slot.problem(String.valueOf(e.getMessage()));
        }
    }

    private static void watch(Slot slot, Request request, Text text) {
        if (!request.target().startsWith("/")) {
            Url.parse(request.target());
        }
        int query = request.target().indexOf('?');
        List<String> pairs = query < 0
                ? List.of()
                : List.of(request.target().substring(query + 1).split("&"));
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                Text value = new Text(pair.substring(equals + 1), "", text.references());
                slot.reading().custody().flowField(pair.substring(0, equals), value);
            }
        }
    }

    /** Headers by name; those whose name says so are credentials. */
    static Map<String, String> headers(Section section, String key) {
        Map<String, String> headers = new HashMap<>();
        section.map(key, Optional::of)
                .forEach((name, slot) -> slot.filled()
                        .ifPresent(text -> headers.put(
                                name,
                                slot.reading()
                                        .custody()
                                        .header(name, text, slot.yaml().at(), slot.path()))));
        return headers;
    }

    static Optional<Refusal> refusal(Section section) {
        return section.section("refused").map(inner -> {
            Refusal refusal = new Refusal(status(inner), inner.text("contains"));
            inner.done();
            return refusal;
        });
    }

    static Optional<Expectation> expectation(Section section) {
        return section.section("signed-in-when").flatMap(inner -> {
            Optional<Request> request = of(inner, BodyReader.FLOW);
            Optional<Integer> status = status(inner);
            Optional<String> contains = inner.text("contains");
            inner.done();
            return request.map(each -> new Expectation(each, status, contains));
        });
    }

    private static Optional<Integer> status(Section section) {
        return section.get("status").flatMap(slot -> slot.integer(LEAST_STATUS, MOST_STATUS));
    }

    private static Optional<String> identity(Slot slot) {
        Optional<String> name = slot.text();
        if (name.isPresent() && !slot.reading().identities().contains(name.get())) {
            return slot.problem("'as' names no identity of this file: '" + name.get() + "'"
                    + Nearest.hint(name.get(), slot.reading().identities()));
        }
        return name;
    }
}
