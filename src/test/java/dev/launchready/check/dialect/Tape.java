package dev.launchready.check.dialect;

import dev.launchready.check.DialectServer.Reply;
import java.util.List;

/** Recordings as browsers write them. */
final class Tape {
    private Tape() {}

    static String of(List<String> entries) {
        return "{\"log\":{\"version\":\"1.2\",\"creator\":{\"name\":\"x\",\"version\":\"1\"},\"entries\":["
                + String.join(",", entries) + "]}}";
    }

    /** A GET of that URL. */
    static String get(String url, String token, Reply reply) {
        return entry("GET", url, token, "", reply);
    }

    /** A POST of that JSON to that URL. */
    static String post(String url, String token, String body, Reply reply) {
        return entry(
                "POST",
                url,
                token,
                ",\"postData\":{\"mimeType\":\"application/json\",\"text\":" + quoted(body) + "}",
                reply);
    }

    private static String entry(String method, String url, String token, String post, Reply reply) {
        return """
                {"startedDateTime":"2026-11-01T10:00:00Z","time":1,"request":{"method":"%s","url":"%s","httpVersion":"HTTP/1.1",\
                "headers":[{"name":"Authorization","value":"Bearer %s"},{"name":"Content-Type","value":"application/json"}],"queryString":[],"cookies":[]%s},\
                "response":{"status":200,"headers":[],"content":{"mimeType":"application/json","text":%s}}}""".formatted(method, url, token, post, quoted(reply.body()));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
