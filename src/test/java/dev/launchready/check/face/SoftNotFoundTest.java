package dev.launchready.check.face;

import static dev.launchready.check.face.ToldPortal.answer;
import static dev.launchready.check.face.ToldPortal.html;
import static dev.launchready.check.face.ToldPortal.redirect;
import static dev.launchready.check.face.ToldPortal.typed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.launchready.check.face.ToldPortal.Reply;
import dev.launchready.model.Url;
import dev.launchready.probe.ProbeException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a portal answers for what it does not have")
class SoftNotFoundTest {
    private static final String SHELL =
            "<!doctype html><html><head><script src=/app.js></script></head><body><div id=root></div></body></html>";
    private static final String SORRY =
            "<html><body><h1>Sorry</h1><p>We could not find %s on this server</p><a href=/>Home</a></body></html>";

    @Test
    void an_honest_404_is_missing_and_a_page_is_not() throws Exception {
        SoftNotFound missing = learn(any -> html(404, "gone"));
        assertThat(missing.looksMissing(seen("/x", html(404, "anything")))).isTrue();
        assertThat(missing.looksMissing(seen("/x", html(410, "anything")))).isTrue();
        assertThat(missing.looksMissing(seen("/x", html(200, SHELL)))).isFalse();
        assertThat(missing.wildcard()).isFalse();
    }

    @Test
    void an_error_page_with_200_that_repeats_the_address_is_missing() throws Exception {
        SoftNotFound missing = learn(url -> html(200, String.format(SORRY, url.path())));
        assertThat(missing.looksMissing(seen("/.git/HEAD", html(200, String.format(SORRY, "/.git/HEAD")))))
                .isTrue();
        assertThat(missing.looksMissing(seen("/.git/HEAD", typed("text/plain", "ref: refs/heads/main"))))
                .isFalse();
        assertThat(missing.wildcard()).isTrue();
    }

    @Test
    void a_shell_for_every_path_is_missing_and_a_page_of_its_own_is_not() throws Exception {
        SoftNotFound missing = learn(any -> html(200, SHELL));
        assertThat(missing.looksMissing(seen("/login", html(200, SHELL)))).isTrue();
        String page = "<html><body><h1>Terms</h1><p>These terms apply to everybody who signs up here</p></body></html>";
        assertThat(missing.looksMissing(seen("/terms", html(200, page)))).isFalse();
    }

    @Test
    void everybody_sent_to_the_sign_in_page_is_missing() throws Exception {
        SoftNotFound missing = learn(url -> redirect(302, "/login?next=" + url.path()));
        assertThat(missing.looksMissing(seen("/old", redirect(302, "/login?next=/old"))))
                .isTrue();
        assertThat(missing.looksMissing(seen("/old", redirect(302, "/new")))).isFalse();
    }

    @Test
    void dot_files_are_compared_with_dot_files() throws Exception {
        SoftNotFound missing = learn(url -> url.path().startsWith("/.") ? html(403, "no") : html(404, "gone"));
        assertThat(missing.looksMissing(seen("/.env", html(403, "no")))).isTrue();
        assertThat(missing.looksMissing(seen("/admin", html(403, "no")))).isFalse();
    }

    @Test
    void a_page_that_is_never_twice_the_same_is_still_known() throws Exception {
        AtomicInteger count = new AtomicInteger();
        Function<Url, Reply> noisy = url -> {
            StringBuilder ads = new StringBuilder("<html><body><h1>Not here</h1>");
            int moved = count.incrementAndGet() % 7;
            for (int at = 0; at <= moved; at++) {
                ads.append("<div class=teaser><p>advert")
                        .append(count.get() * 31 + at)
                        .append("</p></div>\n");
            }
            return html(200, ads.append("</body></html>").toString());
        };
        SoftNotFound missing = learn(noisy);
        assertThat(missing.looksMissing(seen("/other", noisy.apply(Url.parse("https://p.example/other")))))
                .isTrue();
        assertThat(missing.looksMissing(seen("/data", typed("application/json", "{\"users\":[]}"))))
                .isFalse();
    }

    @Test
    void a_limit_is_not_learnt_as_missing() {
        assertThatThrownBy(() -> learn(any -> html(429, "slow down")))
                .isInstanceOf(ProbeException.class)
                .hasMessageContaining("429");
    }

    @Test
    void a_wall_that_came_up_in_between_shows() throws Exception {
        SoftNotFound before = learn(any -> html(404, "gone"));
        assertThat(learn(any -> html(404, "gone")).agreesWith(before)).isTrue();
        assertThat(learn(any -> html(403, "blocked")).agreesWith(before)).isFalse();
    }

    private static SoftNotFound learn(Function<Url, Reply> reply) throws Exception {
        return SoftNotFound.learn(new ToldPortal("https://p.example").otherwise(reply), Url.parse("https://p.example"));
    }

    private static dev.launchready.probe.http.HttpAnswer seen(String path, Reply reply) {
        return answer("https://p.example" + path, reply);
    }
}
