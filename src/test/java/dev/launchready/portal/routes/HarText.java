package dev.launchready.portal.routes;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes a HAR as a browser does. */
final class HarText {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ObjectNode root = MAPPER.createObjectNode();
    private final ArrayNode entries =
            root.putObject("log").put("version", "1.2").putArray("entries");
    private final ArrayNode headers = MAPPER.createArrayNode();

    /** A header of every request from now on. */
    HarText header(String name, String value) {
        headers.addObject().put("name", name).put("value", value);
        return this;
    }

    HarText get(String url) {
        return answer("GET", url, 200, "application/json");
    }

    HarText answer(String method, String url, int status, String type) {
        entry(method, url, status, type);
        return this;
    }

    HarText json(String method, String url, String answer) {
        ObjectNode entry = entry(method, url, 200, "application/json");
        ((ObjectNode) entry.path("response").path("content")).put("text", answer);
        return this;
    }

    HarText post(String url, String body) {
        return sent(url, "application/json", body);
    }

    HarText form(String url, String body) {
        return sent(url, "application/x-www-form-urlencoded", body);
    }

    HarText endingCookie(String url, String cookie) {
        ObjectNode entry = entry("GET", url, 302, "text/html");
        ((ObjectNode) entry.path("response"))
                .putArray("headers")
                .addObject()
                .put("name", "Set-Cookie")
                .put("value", cookie + "=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT");
        return this;
    }

    private HarText sent(String url, String type, String body) {
        ObjectNode entry = entry("POST", url, 200, "application/json");
        ((ObjectNode) entry.path("request"))
                .putObject("postData")
                .put("mimeType", type)
                .put("text", body);
        return this;
    }

    private ObjectNode entry(String method, String url, int status, String type) {
        ObjectNode entry = entries.addObject();
        ObjectNode request = entry.putObject("request").put("method", method).put("url", url);
        request.set("headers", headers.deepCopy());
        request.putArray("cookies").addObject().put("name", "sid").put("value", "canary-cookie-entry");
        ObjectNode response = entry.putObject("response").put("status", status);
        response.putArray("headers");
        response.putObject("content").put("size", 10).put("mimeType", type).put("text", "{}");
        return entry;
    }

    String text() {
        return root.toString();
    }
}
