package dev.launchready.check.authz.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.launchready.model.Url;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A signed address")
class SignedUrlTest {
    private static final String HEX = "0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9";
    private static final Instant FROM = Instant.parse("2026-11-01T10:00:00Z");

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static SignedUrl signed(String target) {
        return SignedUrl.of(Url.parse("https://files.example" + target)).orElseThrow();
    }

    /** Address, who signs so, and after how many minutes it ends when it was given at ten o'clock; -1: for ever, -2: it does not say. */
    static Stream<Arguments> addresses() {
        String claims =
                base64("{\"alg\":\"HS256\"}") + "." + base64("{\"iat\":1793527200,\"exp\":1793530800}") + ".c2ln";
        String always = base64("{\"alg\":\"HS256\"}") + "." + base64("{\"url\":\"a\"}") + ".c2ln";
        String rails =
                "{\"_rails\":{\"message\":\"BAhpBg==\",\"exp\":\"2026-11-01T10:05:00.000Z\",\"pur\":\"blob_id\"}}";
        return Stream.of(
                arguments(
                        "/b/a.pdf?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date=20261101T100000Z&X-Amz-Expires=900&X-Amz-Signature="
                                + HEX,
                        "aws",
                        15),
                arguments(
                        "/b/a.pdf?x-goog-date=20261101T100000Z&x-goog-expires=3600&X-Goog-Signature=" + HEX,
                        "google",
                        60),
                arguments(
                        "/b/a.pdf?AWSAccessKeyId=AKIAX&Expires=1793527500&Signature=vjbyPxybdZaNmGa%2ByT272YEAiv4%3D",
                        "aws", 5),
                arguments("/a.pdf?Expires=1793527500&Signature=vjbyPxybdZ&Key-Pair-Id=K2JCJMDEHXQW5F", "aws", 5),
                arguments("/c/a.pdf?sv=2024-11-04&sr=b&sp=r&se=2026-11-01T11%3A00%3A00Z&sig=abc%3D", "azure", 60),
                arguments("/storage/v1/object/sign/p/a.pdf?token=" + claims, "token", 60),
                arguments("/storage/v1/object/sign/p/a.pdf?token=" + always, "token", -1),
                arguments("/rails/active_storage/blobs/redirect/" + base64(rails) + "--" + HEX + "/a.pdf", "rails", 5),
                arguments(
                        "/rails/active_storage/blobs/redirect/"
                                + base64("{\"_rails\":{\"data\":1,\"pur\":\"blob_id\"}}") + "--" + HEX + "/a.pdf",
                        "rails",
                        -1),
                arguments("/documents/17?expires=1793527500&signature=" + HEX, "signed", 5),
                arguments("/documents/17?expires=1793527500000&signature=" + HEX, "signed", 5),
                arguments("/documents/17?signature=" + HEX, "signed", -1),
                arguments("/media/17?sig=17:1tq2Zk:Hq6nN7m0b8cJXGxQ4nSkW5Yw2kE", "signed", -2),
                arguments("/o/a.pdf?alt=media&token=6c1b0e2a-9d3f-4b7a-8c52-1f0e9d8c7b6a", "signed", -2));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void tells_who_signs_so_and_when_it_ends(String target, String kind, long minutes) {
        SignedUrl signed = signed(target);
        assertThat(signed.kind()).isEqualTo(kind);
        Optional<Duration> lifetime = minutes < 0 ? Optional.empty() : Optional.of(Duration.ofMinutes(minutes));
        assertThat(signed.lifetime(FROM)).isEqualTo(lifetime);
        assertThat(signed.until().endless()).isEqualTo(minutes == -1);
        assertThat(signed.endedBy(FROM)).isFalse();
        assertThat(signed.endedBy(FROM.plus(Duration.ofDays(1)))).isEqualTo(minutes > 0);
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void loses_or_changes_its_signature_and_nothing_else(String target, String kind, long minutes) {
        SignedUrl signed = signed(target);
        Url altered = signed.altered();
        assertThat(altered.toString())
                .hasSameSizeAs(signed.url().toString())
                .isNotEqualTo(signed.url().toString());
        assertThat(SignedUrl.of(altered).map(SignedUrl::kind)).contains(kind);
        signed.bare().ifPresent(bare -> {
            assertThat(SignedUrl.of(bare)).isEmpty();
            assertThat(bare.path()).isEqualTo(signed.url().path());
        });
        signed.later()
                .flatMap(SignedUrl::of)
                .flatMap(later -> later.lifetime(FROM))
                .ifPresent(later ->
                        assertThat(later).isGreaterThan(signed.lifetime(FROM).orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a.pdf",
                "/invoices?page=2&sort=name",
                "/static/app.png?v=4f3a2b1c0d9e8f7a6b5c",
                "/static/app.png?hash=4f3a2b1c0d9e8f7a6b5c",
                "/search?key=short",
                "/a?expires=1793527500",
                "/x?token=",
                "/rails/active_storage/blobs/redirect/not-base64-at-all--" + HEX + "/a.pdf"
            })
    void is_none_without_a_signature(String target) {
        assertThat(SignedUrl.of(Url.parse("https://files.example" + target))).isEmpty();
    }

    @Test
    void is_put_on_another_path_of_the_same_kind_alone() {
        SignedUrl mine = signed("/documents/17?expires=1793527500&signature=" + HEX);
        SignedUrl theirs = signed("/documents/18?expires=1793527501&signature=" + HEX);
        assertThat(mine.under(theirs))
                .map(Url::target)
                .contains("/documents/17?" + theirs.url().query().orElseThrow());
        assertThat(mine.under(mine)).isEmpty();
        assertThat(mine.under(signed("/c?sv=1&sig=abc"))).isEmpty();
    }

    @Test
    void is_never_shown() {
        SignedUrl inQuery = signed("/documents/17?signature=" + HEX);
        assertThat(inQuery.toString()).doesNotContain("0a1b");
        assertThat(inQuery.secret()).isEqualTo(HEX);
        String payload = base64("{\"_rails\":{\"data\":1}}");
        assertThat(signed("/rails/" + payload + "--" + HEX + "/a.pdf").secret()).isEqualTo(HEX);
    }
}
