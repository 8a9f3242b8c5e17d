package dev.launchready.check.face;

import dev.launchready.check.face.StackGuess.Sign;
import dev.launchready.model.Evidence.Header;
import dev.launchready.portal.Portal;
import dev.launchready.probe.http.HttpAnswer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The signs by which frameworks, back ends, platforms and servers give themselves away. */
final class StackSigns {

    /** Where a sign is looked for. */
    private enum In {
        HEADER,
        COOKIE,
        MARKUP,
        SCRIPT
    }

    private record Rule(String stack, In in, Pattern pattern) {}

    /** Frameworks first, then back ends, platforms and servers: that order picks the fix that is nearest to the code. */
    private static final List<Rule> RULES = List.of(
            rule("nextjs", In.HEADER, "x-powered-by: next\\.js|x-nextjs-[a-z-]+:"),
            rule("nextjs", In.MARKUP, "/_next/static/|id=\"__NEXT_DATA__\"|self\\.__next_f"),
            rule("nuxt", In.MARKUP, "/_nuxt/|id=\"__nuxt\"|window\\.__NUXT__"),
            rule("remix", In.MARKUP, "window\\.__remixContext|__remixManifest|__reactRouterContext"),
            rule("sveltekit", In.MARKUP, "data-sveltekit-|/_app/immutable/|__sveltekit_"),
            rule("astro", In.MARKUP, "/_astro/|<astro-island|content=\"Astro v"),
            rule("gatsby", In.MARKUP, "id=\"___gatsby\""),
            rule("angular", In.MARKUP, "<app-root|ng-version=\""),
            rule("django", In.COOKIE, "(^| )(csrftoken|django_language)="),
            rule("django", In.MARKUP, "name=[\"']csrfmiddlewaretoken"),
            rule("rails", In.COOKIE, "(^| )_[a-z0-9_]+_session="),
            rule(
                    "rails",
                    In.MARKUP,
                    "<meta name=\"csrf-param\" content=\"authenticity_token\"|name=\"authenticity_token\""),
            rule("rails", In.HEADER, "x-runtime: \\d+\\.\\d+"),
            rule("laravel", In.COOKIE, "(^| )(laravel_session|XSRF-TOKEN=eyJpdiI6|laravel-session)"),
            rule("wordpress", In.MARKUP, "/wp-content/|/wp-includes/|content=\"WordPress"),
            rule("wordpress", In.HEADER, "link: .*wp-json"),
            rule("aspnet", In.HEADER, "x-aspnet-version:|x-aspnetmvc-version:|x-powered-by: asp\\.net"),
            rule("aspnet", In.MARKUP, "name=\"__VIEWSTATE\"|name=\"__RequestVerificationToken\""),
            rule("spring", In.COOKIE, "(^| )JSESSIONID="),
            rule("php", In.HEADER, "x-powered-by: php"),
            rule("php", In.COOKIE, "(^| )PHPSESSID="),
            rule("express", In.HEADER, "x-powered-by: express"),
            rule("express", In.COOKIE, "(^| )connect\\.sid="),
            rule(
                    "vite",
                    In.MARKUP,
                    "/@vite/client|<script type=\"module\" crossorigin[^>]* src=\"[^\"]*/assets/[^\"]+-[\\w-]{8}\\.js"),
            rule("react", In.MARKUP, "<div id=\"root\">|data-reactroot"),
            rule("vue", In.MARKUP, "data-v-app|data-server-rendered=\"true\""),
            rule("supabase", In.SCRIPT, "[a-z]{20}\\.supabase\\.co|supabase\\.auth\\."),
            rule("supabase", In.COOKIE, "(^| )sb-[a-z0-9]+-auth-token"),
            rule("firebase", In.SCRIPT, "\\.firebaseapp\\.com|identitytoolkit\\.googleapis\\.com|firebaseio\\.com"),
            rule("vercel", In.HEADER, "server: vercel|x-vercel-id:"),
            rule("netlify", In.HEADER, "server: netlify|x-nf-request-id:"),
            rule("firebase-hosting", In.HEADER, "x-served-by: cache-.*-firebase"),
            rule("heroku", In.HEADER, "via: .*vegur|report-to: .*heroku"),
            rule("fly", In.HEADER, "fly-request-id:|server: fly/"),
            rule("render", In.HEADER, "rndr-id:|x-render-origin-server:"),
            rule("github-pages", In.HEADER, "server: github\\.com|x-github-request-id:"),
            rule("cloudfront", In.HEADER, "x-amz-cf-id:"),
            rule("cloudflare", In.HEADER, "server: cloudflare|cf-ray:"),
            rule("fastly", In.HEADER, "x-served-by: cache-|x-fastly-request-id:"),
            rule("envoy", In.HEADER, "server: (istio-)?envoy"),
            rule("nginx", In.HEADER, "server: (nginx|openresty)"),
            rule("apache", In.HEADER, "server: apache"),
            rule("caddy", In.HEADER, "server: caddy|via: .*caddy"),
            rule("iis", In.HEADER, "server: microsoft-iis"));

    private static final int LONGEST_SIGN = 60;

    private StackSigns() {}

    /** What the portal file says, or else every stack that some answer betrays, each by its first sign. */
    static StackGuess of(Portal portal, List<Page> pages, List<Asset> scripts) {
        if (!portal.address().stack().isEmpty()) {
            return StackGuess.told(portal.address().stack());
        }
        Map<String, Sign> signs = new LinkedHashMap<>();
        for (Rule rule : RULES) {
            if (!signs.containsKey(rule.stack())) {
                sign(rule, pages, scripts)
                        .ifPresent(because -> signs.put(rule.stack(), new Sign(rule.stack(), because)));
            }
        }
        portal.address()
                .backends()
                .forEach(backend -> signs.putIfAbsent(
                        backend.kind(),
                        new Sign(
                                backend.kind(),
                                "backends in the portal file names "
                                        + backend.url().host())));
        return new StackGuess(List.copyOf(signs.values()));
    }

    private static Optional<String> sign(Rule rule, List<Page> pages, List<Asset> scripts) {
        return switch (rule.in()) {
            case HEADER ->
                pages.stream()
                        .flatMap(page -> page.chain().hops().stream())
                        .flatMap(answer -> header(rule, answer).stream())
                        .findFirst();
            case COOKIE ->
                pages.stream()
                        .flatMap(page -> page.chain().hops().stream())
                        .flatMap(answer -> cookie(rule, answer).stream())
                        .findFirst();
            case MARKUP ->
                pages.stream()
                        .flatMap(page -> text(rule, page.answer(), "page").stream())
                        .findFirst();
            case SCRIPT ->
                scripts.stream()
                        .flatMap(script -> text(rule, script.answer(), "script").stream())
                        .findFirst();
        };
    }

    private static Optional<String> header(Rule rule, HttpAnswer answer) {
        for (Header header : answer.headers()) {
            String line = header.name() + ": " + header.value();
            if (rule.pattern().matcher(line).lookingAt()) {
                return Optional.of("header " + cut(line));
            }
        }
        return Optional.empty();
    }

    /** A cookie's value may be a session: only its name is shown. */
    private static Optional<String> cookie(Rule rule, HttpAnswer answer) {
        List<String> names = new ArrayList<>();
        for (String line : answer.headers("set-cookie")) {
            if (rule.pattern().matcher(line).find()) {
                names.add(line.replaceFirst("=.*", ""));
            }
        }
        return names.stream().findFirst().map(name -> "cookie " + cut(name));
    }

    private static Optional<String> text(Rule rule, HttpAnswer answer, String what) {
        Matcher found = rule.pattern().matcher(answer.text());
        return found.find()
                ? Optional.of(what + " " + answer.call().url().path() + " holds " + cut(found.group()))
                : Optional.empty();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_SIGN ? text : text.substring(0, LONGEST_SIGN) + "…";
    }

    private static Rule rule(String stack, In in, String pattern) {
        return new Rule(stack, in, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE));
    }
}
