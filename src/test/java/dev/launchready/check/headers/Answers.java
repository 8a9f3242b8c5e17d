package dev.launchready.check.headers;

import dev.launchready.check.headers.HeaderSurvey.PageTraits;
import dev.launchready.check.headers.HeaderSurvey.Part;
import dev.launchready.check.headers.HeaderSurvey.Seen;
import dev.launchready.check.headers.HeaderSurvey.SeenCookie;
import dev.launchready.check.headers.HeaderSurvey.Sign;
import dev.launchready.model.Evidence.HttpExchange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers made by hand, as the survey would have read them. */
final class Answers {
    private static final PageTraits ACTIVE =
            new PageTraits(List.of(), Optional.empty(), true, false, false, false, "default-src 'self'");

    private Answers() {}

    static HeaderSurvey survey(Seen... seen) {
        return new HeaderSurvey(List.of(seen), 0, Optional.of("launch-ready.yml"));
    }

    /** A page with everything that a page should have. */
    static Seen page(Part part) {
        Seen bare = seen("GET /login", part, 200);
        return with(
                new Seen(
                        bare.route(),
                        bare.host(),
                        bare.line(),
                        part,
                        false,
                        "nobody",
                        200,
                        Map.of(),
                        Optional.of(ACTIVE),
                        List.of(),
                        List.of(),
                        bare.evidence()),
                "content-security-policy",
                "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
                "x-content-type-options",
                "nosniff",
                "referrer-policy",
                "same-origin",
                "permissions-policy",
                "camera=()",
                "cross-origin-opener-policy",
                "same-origin");
    }

    static Seen seen(String route, Part part, int status) {
        HttpExchange evidence = new HttpExchange(
                "nobody",
                "GET",
                "https://portal.harbor.example/",
                List.of(),
                status,
                List.of(),
                0,
                "",
                Duration.ZERO,
                "");
        return new Seen(
                route,
                "portal.harbor.example",
                Optional.of(41),
                part,
                false,
                "nobody",
                status,
                Map.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                evidence);
    }

    /** The answer with these headers, name and value in turn; an empty value takes the header away. */
    static Seen with(Seen seen, String... headers) {
        Map<String, List<String>> all = new LinkedHashMap<>(seen.headers());
        for (int at = 0; at < headers.length; at += 2) {
            if (headers[at + 1].isEmpty()) {
                all.remove(headers[at]);
            } else {
                all.put(headers[at], List.of(headers[at + 1]));
            }
        }
        return change(seen, all, seen.page(), seen.cookies(), seen.signs(), seen.guarded());
    }

    static Seen with(Seen seen, PageTraits traits) {
        return change(seen, seen.headers(), Optional.of(traits), seen.cookies(), seen.signs(), seen.guarded());
    }

    static Seen with(Seen seen, SeenCookie cookie) {
        List<SeenCookie> cookies = new ArrayList<>(seen.cookies());
        cookies.add(cookie);
        return change(seen, seen.headers(), seen.page(), cookies, seen.signs(), seen.guarded());
    }

    static Seen with(Seen seen, Sign sign) {
        return change(seen, seen.headers(), seen.page(), seen.cookies(), List.of(sign), seen.guarded());
    }

    static Seen guarded(Seen seen) {
        return change(seen, seen.headers(), seen.page(), seen.cookies(), seen.signs(), true);
    }

    private static Seen change(
            Seen seen,
            Map<String, List<String>> headers,
            Optional<PageTraits> page,
            List<SeenCookie> cookies,
            List<Sign> signs,
            boolean guarded) {
        return new Seen(
                seen.route(),
                seen.host(),
                seen.line(),
                seen.part(),
                guarded,
                seen.viewer(),
                seen.status(),
                headers,
                page,
                cookies,
                signs,
                seen.evidence());
    }
}
