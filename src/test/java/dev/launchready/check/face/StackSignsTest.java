package dev.launchready.check.face;

import static dev.launchready.check.face.ToldPortal.html;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.launchready.check.face.ToldPortal.Reply;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The stack is recognised")
class StackSignsTest {

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource
    void by_what_gives_it_away(String stack, String because, Reply front) throws Exception {
        assertThat(guess(front).signs()).contains(new StackGuess.Sign(stack, because));
    }

    static Stream<Arguments> by_what_gives_it_away() {
        Reply plain = html(200, "<h1>Hi</h1>");
        return Stream.of(
                arguments("nextjs", "header x-powered-by: Next.js", plain.with("x-powered-by", "Next.js")),
                arguments("nuxt", "page / holds /_nuxt/", html(200, "<script src=/_nuxt/a.js></script>")),
                arguments("django", "cookie csrftoken", plain.with("Set-Cookie", "csrftoken=abc; Path=/")),
                arguments("rails", "cookie _harbor_session", plain.with("Set-Cookie", "_harbor_session=abc; Path=/")),
                arguments("laravel", "cookie laravel_session", plain.with("Set-Cookie", "laravel_session=abc")),
                arguments("express", "cookie connect.sid", plain.with("Set-Cookie", "connect.sid=s%3Aabc")),
                arguments("wordpress", "page / holds /wp-content/", html(200, "<link href=/wp-content/x.css>")),
                arguments("vercel", "header server: Vercel", plain.with("server", "Vercel")),
                arguments("cloudflare", "header cf-ray: 1-FRA", plain.with("cf-ray", "1-FRA")),
                arguments("nginx", "header server: nginx/1.24", plain.with("server", "nginx/1.24")),
                arguments("apache", "header server: Apache", plain.with("server", "Apache")),
                arguments("caddy", "header server: Caddy", plain.with("server", "Caddy")));
    }

    @Test
    void not_from_a_page_that_only_speaks_of_it() throws Exception {
        assertThat(guess(html(200, "<p>We love Django, Rails, nginx and Next.js</p>"))
                        .signs())
                .isEmpty();
    }

    @Test
    void with_the_framework_before_the_server() throws Exception {
        Reply both = html(200, "<div id=\"__nuxt\">").with("server", "nginx");
        assertThat(guess(both).names()).containsExactly("nuxt", "nginx");
    }

    private static StackGuess guess(Reply front) throws Exception {
        ToldPortal portal = new ToldPortal("https://p.example/").at("/", front);
        return new FaceCrawl(CrawlBounds.DEFAULT).observe(portal.context()).stack();
    }
}
