package dev.launchready.portal.routes;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one entry of a HAR from the stream. Only what a route is made of is ever held: no header, no cookie, and of bodies the text of
 * small JSON ones and of forms.
 */
final class HarEntry {
    private static final Pattern EXPIRED =
            Pattern.compile("(?i)\\s*([^=;]+)=.*(max-age=0\\b|max-age=-|expires=[^;]*19[0-9]{2}).*");
    private static final Pattern SESSION = Pattern.compile("(?i)sess|sid|auth|token|jwt|login|remember");
    private static final Pattern FORMS = Pattern.compile(".*(json|graphql|x-www-form-urlencoded).*");
    private static final long MAX_BODY = 1 << 20;

    String method = "";
    String url = "";
    String requestType = "";
    String requestText = "";
    int status;
    String answerType = "";
    String answerText = "";
    String resourceType = "";
    boolean endsSession;

    /** @param parser at the start of the entry's object; it is left at its end */
    static HarEntry read(JsonParser parser) throws IOException {
        HarEntry entry = new HarEntry();
        each(parser, name -> {
            switch (name) {
                case "request" -> each(parser, key -> entry.request(parser, key));
                case "response" -> each(parser, key -> entry.response(parser, key));
                case "_resourceType" -> entry.resourceType = text(parser);
                default -> parser.skipChildren();
            }
        });
        return entry;
    }

    private interface Member {
        void read(String name) throws IOException;
    }

    /** Visits the members of the object at which the parser stands; anything else is passed over. */
    private static void each(JsonParser parser, Member member) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            member.read(name);
        }
    }

    private void request(JsonParser parser, String name) throws IOException {
        switch (name) {
            case "method" -> method = text(parser).toUpperCase(Locale.ROOT);
            case "url" -> url = text(parser);
            case "postData" -> {
                each(parser, key -> postData(parser, key));
                requestText = FORMS.matcher(requestType).matches() ? requestText : "";
            }
            default -> parser.skipChildren();
        }
    }

    private void postData(JsonParser parser, String name) throws IOException {
        switch (name) {
            case "mimeType" -> requestType = text(parser).toLowerCase(Locale.ROOT);
            // the type may stand behind the text: members of an object have no order
            case "text" ->
                requestText =
                        requestType.isEmpty() || FORMS.matcher(requestType).matches() ? text(parser) : "";
            default -> parser.skipChildren();
        }
    }

    private void response(JsonParser parser, String name) throws IOException {
        switch (name) {
            case "status" -> status = parser.getValueAsInt();
            case "headers" -> headers(parser);
            case "content" -> {
                long[] size = {0};
                each(parser, key -> content(parser, key, size));
                answerText = answerType.contains("json") && size[0] <= MAX_BODY ? answerText : "";
            }
            default -> parser.skipChildren();
        }
    }

    private void content(JsonParser parser, String name, long[] size) throws IOException {
        switch (name) {
            case "size" -> size[0] = parser.getValueAsLong();
            case "mimeType" -> answerType = text(parser).toLowerCase(Locale.ROOT);
            case "text" -> {
                boolean json = answerType.isEmpty() || answerType.contains("json");
                answerText = json && size[0] <= MAX_BODY ? text(parser) : "";
            }
            default -> parser.skipChildren();
        }
    }

    private void headers(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
            boolean[] cookie = {false};
            boolean[] expired = {false};
            each(parser, name -> {
                if (name.equals("name")) {
                    cookie[0] = text(parser).equalsIgnoreCase("set-cookie");
                } else if (name.equals("value") && cookie[0]) {
                    Matcher ended = EXPIRED.matcher(text(parser));
                    expired[0] =
                            ended.matches() && SESSION.matcher(ended.group(1)).find();
                } else {
                    parser.skipChildren();
                }
            });
            endsSession |= expired[0];
        }
    }

    private static String text(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return parser.getText();
        }
        parser.skipChildren();
        return "";
    }
}
