package dev.launchready.check.headers;

import dev.launchready.check.headers.HeaderSurvey.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What an answer says about being kept (RFC 9111), and what it shows of having been kept. */
record Caching(Set<String> directives, boolean expires, boolean hit, boolean variesByCredential) {
    private static final Pattern SHARED_AGE = Pattern.compile("s-maxage=\"?(\\d+)");
    private static final Pattern AGE = Pattern.compile("max-age=\"?(\\d+)");
    private static final Pattern HIT = Pattern.compile("\\b(hit|stale|revalidated|updating)\\b");
    private static final List<String> HIT_HEADERS = List.of(
            "x-cache", "x-cache-status", "cf-cache-status", "x-vercel-cache", "x-nextjs-cache", "x-drupal-cache");

    Caching {
        directives = Set.copyOf(directives);
    }

    static Caching of(Seen seen) {
        List<String> said = new ArrayList<>();
        Stream.of("cache-control", "cdn-cache-control", "surrogate-control")
                .flatMap(name -> seen.lines(name).stream())
                .flatMap(line -> Stream.of(line.split(",", -1)))
                .map(each -> each.strip().toLowerCase(Locale.ROOT))
                .forEach(said::add);
        boolean hit = HIT_HEADERS.stream()
                .flatMap(name -> seen.lines(name).stream())
                .anyMatch(value -> HIT.matcher(value.toLowerCase(Locale.ROOT)).find());
        boolean aged = seen.joined("age").strip().matches("[1-9]\\d*");
        String vary = seen.joined("vary").toLowerCase(Locale.ROOT);
        boolean varies = Stream.of(vary.split(",", -1))
                .map(String::strip)
                .anyMatch(name -> name.equals("cookie") || name.equals("authorization") || name.equals("*"));
        return new Caching(Set.copyOf(said), seen.has("expires"), hit || aged, varies);
    }

    boolean noStore() {
        return directives.contains("no-store");
    }

    /** Whether a cache between portal and visitors may keep it and give it to others without asking (RFC 9111 section 3). */
    boolean sharable() {
        if (noStore() || directives.contains("private") || directives.contains("no-cache")) {
            return false;
        }
        OptionalLong shared = seconds(SHARED_AGE);
        if (shared.isPresent()) {
            return shared.getAsLong() > 0;
        }
        OptionalLong own = seconds(AGE);
        return own.isPresent() ? own.getAsLong() > 0 : directives.contains("public");
    }

    /** The same for a request that carried {@code Authorization}: a cache then needs to be told so outright (RFC 9111 section 3.5). */
    boolean sharableDespiteAuthorization() {
        return sharable()
                && (directives.contains("public") || seconds(SHARED_AGE).isPresent());
    }

    /** Whether anything at all is said about keeping it. */
    boolean said() {
        return !directives.isEmpty() || expires;
    }

    private OptionalLong seconds(Pattern pattern) {
        return directives.stream()
                .map(pattern::matcher)
                .filter(Matcher::lookingAt)
                .mapToLong(found -> found.group(1).length() > 10 ? Long.MAX_VALUE : Long.parseLong(found.group(1)))
                .findFirst();
    }
}
