package dev.launchready.check.headers;

import dev.launchready.check.AnswerPlace;
import dev.launchready.check.headers.HeaderSurvey.PageTraits;
import dev.launchready.check.headers.HeaderSurvey.Part;
import dev.launchready.check.headers.HeaderSurvey.Seen;
import dev.launchready.check.headers.HeaderSurvey.SeenCookie;
import dev.launchready.portal.Routes.Route;
import dev.launchready.probe.http.HttpAnswer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes from an answer what the checks of this family judge, and leaves the rest behind. */
final class SeenReader {
    /** Every header that some check of the family reads. */
    private static final Set<String> READ = Set.of(
            "content-type",
            "content-security-policy",
            "content-security-policy-report-only",
            "x-frame-options",
            "x-content-type-options",
            "referrer-policy",
            "permissions-policy",
            "cross-origin-opener-policy",
            "cache-control",
            "cdn-cache-control",
            "surrogate-control",
            "expires",
            "vary",
            "age",
            "x-cache",
            "x-cache-status",
            "cf-cache-status",
            "x-vercel-cache",
            "x-nextjs-cache",
            "server",
            "x-powered-by",
            "x-aspnet-version",
            "x-aspnetmvc-version",
            "x-generator",
            "x-drupal-cache",
            "x-debug-token",
            "x-debug-token-link",
            "x-debug-exception",
            "x-php-version",
            "liferay-portal",
            "x-jenkins",
            "x-owa-version",
            "microsoftsharepointteamservices");

    /** Set by load balancers and bot walls; they stand for a connection, not for a visitor's account. */
    private static final List<String> OF_THE_EDGE = List.of(
            "__cf",
            "cf_",
            "awsalb",
            "awselb",
            "heroku-session-affinity",
            "arraffinity",
            "_vercel",
            "incap_ses",
            "visid_incap",
            "ak_bmsc",
            "bm_sv",
            "datadome");

    private static final List<String> SESSION_WORDS = List.of("sess", "sid", "auth", "token", "jwt", "csrf", "xsrf");
    /** Shorter values cannot stand for one visitor among many: 64 bits are OWASP's least for a session id. */
    private static final int SESSION_LENGTH = 16;

    private SeenReader() {}

    static Seen read(HttpAnswer answer, Optional<HttpAnswer> second, boolean signIn) {
        return read(answer, second, "GET " + answer.call().url().path(), HeaderSurveying.part(answer, signIn));
    }

    /** How the portal answers for an address that was made up, whatever its status. */
    static Seen missing(HttpAnswer answer) {
        return read(answer, Optional.empty(), "an address that is not there", Part.ERROR);
    }

    /** How the portal fails where it should not. */
    static Seen error(HttpAnswer answer) {
        return read(answer, Optional.empty(), "GET " + answer.call().url().path() + " from another site", Part.ERROR);
    }

    /** What is said where something went wrong, for whoever reads errors alone. */
    static Seen wrong(HttpAnswer answer, AnswerPlace place, Part part) {
        return read(answer, Optional.empty(), place.method() + " " + place.template(), part);
    }

    private static Seen read(HttpAnswer answer, Optional<HttpAnswer> second, String route, Part part) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        answer.headers().forEach(header -> {
            String name = header.name().toLowerCase(Locale.ROOT);
            if (READ.contains(name)) {
                headers.computeIfAbsent(name, any -> new ArrayList<>()).add(header.value());
            }
        });
        Optional<PageTraits> traits = part.page() ? Optional.of(PageReader.read(answer, second)) : Optional.empty();
        return new Seen(
                route,
                answer.call().url().host(),
                Optional.empty(),
                part,
                false,
                answer.call().sender(),
                answer.status(),
                headers,
                traits,
                cookies(answer, second),
                BodySigns.of(answer, part == Part.ERROR || part == Part.FAULT),
                answer.evidence());
    }

    static Seen of(Seen seen, Route route) {
        return new Seen(
                route.toString(),
                seen.host(),
                route.line(),
                seen.part(),
                route.isPrivate(),
                seen.viewer(),
                seen.status(),
                seen.headers(),
                seen.page(),
                seen.cookies(),
                seen.signs(),
                seen.evidence());
    }

    private static List<SeenCookie> cookies(HttpAnswer answer, Optional<HttpAnswer> second) {
        return answer.headers("set-cookie").stream()
                .map(line -> cookie(line, second))
                .toList();
    }

    private static SeenCookie cookie(String line, Optional<HttpAnswer> second) {
        String pair = line.split(";", 2)[0].strip();
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        boolean repeated = second.stream()
                .flatMap(other -> other.headers("set-cookie").stream())
                .anyMatch(other -> other.split(";", 2)[0].strip().equals(pair));
        return new SeenCookie(name, session(name, value, line), repeated);
    }

    private static boolean session(String name, String value, String line) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean edge = OF_THE_EDGE.stream().anyMatch(lower::startsWith);
        boolean marked = line.toLowerCase(Locale.ROOT).contains("httponly")
                || SESSION_WORDS.stream().anyMatch(lower::contains);
        return !edge && marked && value.length() >= SESSION_LENGTH;
    }
}
