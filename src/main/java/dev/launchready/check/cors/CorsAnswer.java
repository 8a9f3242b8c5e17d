package dev.launchready.check.cors;

import dev.launchready.check.cors.ForeignOrigin.Kind;
import dev.launchready.model.Evidence;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What one request with one {@code Origin} brought back.
 *
 * @param origin as sent; the empty text stands for a request without any
 * @param status 0 where no answer came
 * @param allowOrigin every {@code Access-Control-Allow-Origin} line, as sent
 * @param allowCredentials the header's value is exactly {@code true}, as browsers want it
 * @param allowMethods in upper case, as a preflight lists them
 * @param allowHeaders in lower case, as a preflight lists them
 * @param varies the values of {@code Vary} in lower case
 * @param heldBack a limiter or a bot wall answered in the portal's place
 * @param failure why no answer came
 */
public record CorsAnswer(
        Kind kind,
        String origin,
        int status,
        List<String> allowOrigin,
        boolean allowCredentials,
        List<String> allowMethods,
        List<String> allowHeaders,
        List<String> varies,
        boolean heldBack,
        Optional<String> failure,
        Optional<Evidence.HttpExchange> evidence) {
    private static final int FIRST_GATEWAY_ERROR = 502;
    private static final int LAST_GATEWAY_ERROR = 504;
    private static final int TOO_MANY_REQUESTS = 429;

    public CorsAnswer {
        allowOrigin = List.copyOf(allowOrigin);
        allowMethods = List.copyOf(allowMethods);
        allowHeaders = List.copyOf(allowHeaders);
        varies = List.copyOf(varies);
    }

    /** Whether the portal itself answered, so that the answer's headers are its policy. */
    public boolean answered() {
        return failure.isEmpty()
                && !heldBack
                && status != TOO_MANY_REQUESTS
                && (status < FIRST_GATEWAY_ERROR || status > LAST_GATEWAY_ERROR);
    }

    /** Whether a browser hands the answer to a page of this origin by name (Fetch Standard, "CORS check"); a wildcard is not by name. */
    public boolean namesOrigin() {
        return answered() && allowOrigin.size() == 1 && allowOrigin.get(0).equals(origin);
    }

    /** Whether a browser hands the answer to a page of this origin together with the visitor's credentials. */
    public boolean sharesCredentials() {
        return namesOrigin() && allowCredentials;
    }

    public boolean wildcard() {
        return answered() && allowOrigin.size() == 1 && allowOrigin.get(0).equals("*");
    }

    /** Whether caches are told that the answer differs by origin. */
    public boolean variesByOrigin() {
        return varies.contains("origin") || varies.contains("*");
    }

    public boolean success() {
        return answered() && status >= 200 && status < 300;
    }

    /** Whether a preflight's answer lets this method through (Fetch Standard, "CORS-preflight fetch"). */
    public boolean allowsMethod(String method) {
        boolean simple = method.equals("GET") || method.equals("HEAD") || method.equals("POST");
        boolean any = allowMethods.contains("*") && !allowCredentials;
        return simple || any || allowMethods.contains(method.toUpperCase(Locale.ROOT));
    }

    /** Whether a preflight's answer lets this request header through; {@code *} never stands for {@code authorization}. */
    public boolean allowsHeader(String name) {
        boolean any = allowHeaders.contains("*") && !allowCredentials && !name.equals("authorization");
        return any || allowHeaders.contains(name);
    }
}
