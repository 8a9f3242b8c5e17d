package dev.launchready.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.model.Url;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CookieJarTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Url APP = Url.parse("https://app.harbor.example/account/login");

    private static List<String> sent(String setCookie, String target) {
        CookieJar jar =
                Cookie.parse(setCookie, APP, NOW).map(CookieJar.EMPTY::with).orElse(CookieJar.EMPTY);
        return jar.to(Url.parse(target), NOW).stream().map(Cookie::name).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sid=1; Path=/ | https://app.harbor.example/x | true",
                "sid=1; Path=/ | https://harbor.example/x | false",
                "sid=1; Path=/ | https://api.app.harbor.example/ | false",
                "sid=1; Path=/; Domain=harbor.example | https://api.harbor.example/ | true",
                "sid=1; Path=/; Domain=.harbor.example | https://app.harbor.example/ | true",
                "sid=1; Path=/; Domain=harbor.example | https://evilharbor.example/ | false",
                "sid=1; Path=/; Domain=other.example | https://other.example/ | false",
                "sid=1; Path=/; Domain=example | https://app.harbor.example/ | false",
                "sid=1 | https://app.harbor.example/account/x | true",
                "sid=1 | https://app.harbor.example/accounts | false",
                "sid=1 | https://app.harbor.example/ | false",
                "sid=1; Path=/api | https://app.harbor.example/api | true",
                "sid=1; Path=/api | https://app.harbor.example/apix | false",
                "sid=1; Path=/; Secure | http://app.harbor.example/ | false",
                "sid=1; Path=/; Max-Age=0 | https://app.harbor.example/ | false",
                "sid=1; Path=/; Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT | https://app.harbor.example/ | true",
            })
    void a_cookie_goes_only_where_a_browser_would_send_it(String line, String target, boolean goes) {
        assertThat(sent(line, target)).hasSize(goes ? 1 : 0);
    }

    @Test
    void both_spellings_of_a_date_are_read() {
        assertThat(Cookie.parse("a=1; Expires=Wed, 21 Oct 2015 07:28:00 GMT", APP, NOW)
                        .orElseThrow()
                        .expired(NOW))
                .isTrue();
        assertThat(Cookie.parse("a=1; Expires=Wed, 21-Oct-2065 07:28:00 GMT", APP, NOW)
                        .orElseThrow()
                        .expires())
                .isPresent();
    }

    @Test
    void a_later_cookie_takes_the_slot_of_an_earlier_one() {
        CookieJar jar = CookieJar.EMPTY
                .with(Cookie.parse("sid=old; Path=/", APP, NOW).orElseThrow())
                .with(Cookie.parse("sid=new; Path=/", APP, NOW).orElseThrow());
        assertThat(jar.cookies()).extracting(Cookie::value).containsExactly("new");
    }

    @Test
    void a_secure_cookie_goes_to_loopback_in_clear_as_browsers_do() {
        Url local = Url.parse("http://127.0.0.1:8080/");
        Cookie cookie = Cookie.parse("sid=1; Path=/; Secure", local, NOW).orElseThrow();
        assertThat(cookie.goesTo(local, NOW)).isTrue();
        assertThat(cookie.goesTo(local, NOW.plus(Duration.ofDays(999)))).isTrue();
    }

    @Test
    void a_line_without_a_name_is_dropped() {
        assertThat(Cookie.parse("=x; Path=/", APP, NOW)).isEmpty();
        assertThat(Cookie.parse("garbage", APP, NOW)).isEmpty();
    }
}
