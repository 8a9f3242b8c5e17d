package dev.launchready.check.transport;

import dev.launchready.check.transport.InClear.What;
import dev.launchready.model.Url;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the requests that a script would make in clear. Most {@code http://} texts in scripts are names (XML namespaces, schemas, links
 * in messages) and never fetched: only what stands where an address is called, and the portal's own hosts, count.
 */
final class MixedScript {
    private static final Pattern BLOCK_COMMENT = Pattern.compile("(?s)/\\*.{0,20000}?\\*/");
    private static final Pattern LINE_COMMENT = Pattern.compile("(?m)^\\s*//.*$");
    private static final String ADDRESS = "[\"'`]((?:http|ws)://[^\"'`\\s\\\\]+)";

    /** A function that sends, or a setting that says where to send to. */
    private static final Pattern CALLED = Pattern.compile(
            "(?:\\bfetch\\(\\s*|\\$\\.(?:get|post|ajax|getJSON)\\(\\s*"
                    + "|\\baxios(?:\\.(?:get|post|put|patch|delete|request))?\\(\\s*"
                    + "|\\.open\\(\\s*[\"'`][A-Za-z]+[\"'`]\\s*,\\s*|new\\s+(?:WebSocket|EventSource|Worker)\\(\\s*"
                    + "|\\bsendBeacon\\(\\s*|\\bimportScripts\\(\\s*|\\bio\\(\\s*"
                    + "|\\b(?:base_?url|api_?(?:base_?)?url|api(?:_?(?:host|root|base|endpoint))?|endpoint|graphql_?url|server_?url|ws_?url|socket_?url)"
                    + "[\"']?\\s*[:=]\\s*)" + ADDRESS,
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ANY = Pattern.compile(ADDRESS);

    /** Names that are reserved for documents and inner networks (RFC 2606, RFC 6762), and private addresses (RFC 1918). */
    private static final Pattern NOT_THE_PORTALS = Pattern.compile(
            "(?i).*\\.(test|example|invalid|local|internal)|(.*\\.)?example\\.(com|org|net)|10\\..*|192\\.168\\..*|172\\.(1[6-9]|2\\d|3[01])\\..*|0\\.0\\.0\\.0|[^.]*");

    private MixedScript() {}

    static Set<InClear> of(String script, OwnHosts own, String by, boolean covered) {
        String text = LINE_COMMENT
                .matcher(BLOCK_COMMENT.matcher(script).replaceAll(" "))
                .replaceAll(" ");
        Set<InClear> found = new LinkedHashSet<>();
        Matcher called = CALLED.matcher(text);
        while (called.find()) {
            address(called.group(1))
                    .filter(url -> own.include(url.host())
                            || !NOT_THE_PORTALS.matcher(url.host()).matches())
                    .flatMap(url -> InClear.of(What.CALL, Optional.of(url), by, covered))
                    .ifPresent(found::add);
        }
        Matcher any = ANY.matcher(text);
        while (any.find()) {
            address(any.group(1))
                    .filter(url -> own.include(url.host()))
                    .flatMap(url -> InClear.of(What.CALL, Optional.of(url), by, covered))
                    .ifPresent(found::add);
        }
        return found;
    }

    /** A template's holes ({@code ${...}}) end the address; what stands before them says enough. */
    private static Optional<Url> address(String text) {
        String fixed = text.replaceFirst("\\$\\{.*", "").replaceFirst("^(?i)ws://", "http://");
        try {
            return Optional.of(Url.parse(fixed));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
