package dev.launchready.demo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One answer before it is sent; every change makes a new one. */
record Reply(int status, List<Line> headers, byte[] body) {
    static final String HTML = "text/html; charset=utf-8";
    static final String JSON = "application/json";
    static final String TEXT = "text/plain; charset=utf-8";

    Reply {
        headers = List.copyOf(headers);
    }

    /** One header line. */
    record Line(String name, String value) {}

    static Reply of(int status, String type, String body) {
        return of(status, type, body.getBytes(StandardCharsets.UTF_8));
    }

    static Reply of(int status, String type, byte[] body) {
        return new Reply(status, List.of(new Line("Content-Type", type)), body);
    }

    static Reply html(int status, String body) {
        return of(status, HTML, body);
    }

    static Reply json(int status, String body) {
        return of(status, JSON, body);
    }

    static Reply empty(int status) {
        return new Reply(status, List.of(), new byte[0]);
    }

    static Reply redirect(int status, String location) {
        return empty(status).with("Location", location);
    }

    Reply with(String name, String value) {
        List<Line> more = new ArrayList<>(headers);
        more.add(new Line(name, value));
        return new Reply(status, more, body);
    }

    /** Sets the header unless the answer already has it. */
    Reply defaulting(String name, String value) {
        return header(name).isPresent() ? this : with(name, value);
    }

    Reply replacing(String name, String value) {
        return without(name).with(name, value);
    }

    Reply without(String name) {
        List<Line> fewer = headers.stream()
                .filter(line -> !line.name().equalsIgnoreCase(name))
                .toList();
        return new Reply(status, fewer, body);
    }

    Optional<String> header(String name) {
        return headers.stream()
                .filter(line -> line.name().equalsIgnoreCase(name))
                .map(Line::value)
                .findFirst();
    }

    String type() {
        return header("Content-Type").orElse("");
    }

    boolean page() {
        return type().startsWith("text/html");
    }

    boolean json() {
        return type().startsWith(JSON);
    }

    boolean redirects() {
        return status >= 300 && status < 400 && header("Location").isPresent();
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    Reply saying(String newBody) {
        return new Reply(status, headers, newBody.getBytes(StandardCharsets.UTF_8));
    }
}
