package dev.launchready.check.cors;

import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what an answer says about other origins (Fetch Standard, "CORS protocol"). */
final class CorsAnswers {
    /** Headers by which an edge says that it answered in the portal's place, and the value that means so. */
    private static final List<String> CHALLENGES = List.of("cf-mitigated", "x-vercel-mitigated", "x-amzn-waf-action");

    private CorsAnswers() {}

    static CorsAnswer read(ForeignOrigin origin, HttpAnswer raw) {
        return new CorsAnswer(
                origin.kind(),
                origin.value(),
                raw.status(),
                raw.headers("access-control-allow-origin").stream()
                        .map(String::strip)
                        .toList(),
                credentials(raw),
                listed(raw, "access-control-allow-methods")
                        .map(each -> each.toUpperCase(Locale.ROOT))
                        .toList(),
                listed(raw, "access-control-allow-headers").toList(),
                listed(raw, "vary").toList(),
                CHALLENGES.stream().anyMatch(name -> raw.header(name).isPresent()),
                Optional.empty(),
                Optional.of(raw.evidence()));
    }

    static CorsAnswer missing(ForeignOrigin origin, ProbeException why) {
        return new CorsAnswer(
                origin.kind(),
                origin.value(),
                0,
                List.of(),
                false,
                List.of(),
                List.of(),
                List.of(),
                false,
                Optional.of(why.getMessage() == null ? why.code() : why.getMessage()),
                Optional.empty());
    }

    private static boolean credentials(HttpAnswer raw) {
        List<String> lines = raw.headers("access-control-allow-credentials");
        return lines.size() == 1 && lines.get(0).strip().equals("true");
    }

    private static Stream<String> listed(HttpAnswer raw, String name) {
        return raw.headers(name).stream()
                .flatMap(line -> Stream.of(line.split(",", -1)))
                .map(each -> each.strip().toLowerCase(Locale.ROOT))
                .filter(each -> !each.isEmpty());
    }
}
