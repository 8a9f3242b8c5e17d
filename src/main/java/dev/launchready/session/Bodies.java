package dev.launchready.session;

import dev.launchready.model.Json;
import dev.launchready.probe.http.HttpCall.Content;
import dev.launchready.probe.http.JsonBody;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts a body as the portal file writes it into the encoding that it asks for. */
public final class Bodies {
    public static final String JSON = "json";
    public static final String FORM = "form";
    public static final String MULTIPART = "multipart";
    private static final String BOUNDARY = "launch-ready-6f1a0c92d7b34e58";

    private Bodies() {}

    /** @param encoding {@code json}, {@code form} or {@code multipart} */
    public static Content encode(Json body, String encoding) {
        return switch (encoding) {
            case FORM -> form(fields(body));
            case MULTIPART -> multipart(fields(body));
            default -> new Content("application/json", JsonBody.write(body).getBytes(StandardCharsets.UTF_8));
        };
    }

    static Content form(Map<String, String> fields) {
        String text = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return new Content("application/x-www-form-urlencoded", text.getBytes(StandardCharsets.UTF_8));
    }

    /** The members of an object as form fields; a member that is no scalar is sent as JSON. */
    static Map<String, String> fields(Json body) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (body instanceof Json.Obj obj) {
            obj.members()
                    .forEach((name, value) -> fields.put(name, value.text().orElseGet(() -> JsonBody.write(value))));
        }
        return fields;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Content multipart(Map<String, String> fields) {
        StringBuilder text = new StringBuilder();
        fields.forEach((name, value) -> text.append("--")
                .append(BOUNDARY)
                .append("\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        text.append("--").append(BOUNDARY).append("--\r\n");
        return new Content(
                "multipart/form-data; boundary=" + BOUNDARY, text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
