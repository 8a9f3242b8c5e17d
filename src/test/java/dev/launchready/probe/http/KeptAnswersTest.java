package dev.launchready.probe.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.model.Evidence.Header;
import dev.launchready.model.Evidence.HttpExchange;
import dev.launchready.model.Url;
import dev.launchready.probe.http.RunAnswers.Left;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class KeptAnswersTest {
    private static final int MEBIBYTE = 1024 * 1024;
    private final KeptAnswers answers = new KeptAnswers();

    @Test
    void anAnswerIsKeptOnceHoweverOftenItComes() {
        answers.answered(answer("alice", "/api/me", "{\"id\":1}"));
        answers.answered(answer("alice", "/api/me", "{\"id\":1}"));
        answers.answered(answer("bob", "/api/me", "{\"id\":1}"));
        answers.answered(answer("alice", "/api/me", "{\"id\":2}"));
        assertThat(answers.all())
                .extracting(HttpAnswer::text)
                .containsExactly("{\"id\":1}", "{\"id\":1}", "{\"id\":2}");
        assertThat(answers.left()).isEqualTo(new Left(0, 0));
    }

    @Test
    void equalBodiesAreOneInMemory() {
        answers.answered(answer("alice", "/a", "the shell"));
        answers.answered(answer("bob", "/b", "the shell"));
        assertThat(answers.all().get(0).body()).isSameAs(answers.all().get(1).body());
    }

    @Test
    void whatChangesWithEveryAnswerDoesNotFillTheRoom() {
        for (int at = 0; at < 100; at++) {
            answers.answered(answer("alice", "/api/me", "{\"time\":" + at + "}"));
        }
        for (int at = 0; at < 100; at++) {
            answers.answered(answer("alice", "/api/search?q=" + at, "{\"query\":" + at + "}"));
        }
        assertThat(answers.all()).hasSize(KeptAnswers.PER_REQUEST + KeptAnswers.PER_PLACE);
        assertThat(answers.left().repeats()).isEqualTo(200 - KeptAnswers.PER_REQUEST - KeptAnswers.PER_PLACE);
    }

    @Test
    void aLongBodyIsCutAndSaysSo() {
        answers.answered(answer("alice", "/export", "x".repeat(KeptAnswers.BODY_BYTES + 1)));
        HttpAnswer kept = answers.all().get(0);
        assertThat(kept.body()).hasSize(KeptAnswers.BODY_BYTES);
        assertThat(kept.truncated()).isTrue();
    }

    @Test
    void ofAPictureOnlyTheHeadersAreKept() {
        answers.answered(answer("alice", "/logo", "not really a picture", "image/png"));
        assertThat(answers.all().get(0).body()).isEmpty();
        assertThat(answers.all().get(0).header("content-type")).contains("image/png");
    }

    @Test
    void nobodyTakesAHalfOfTheRoomAtMostAndWhatDoesNotFitIsCounted() {
        KeptAnswers small = new KeptAnswers(MEBIBYTE);
        for (int at = 0; at < 8; at++) {
            small.answered(answer("nobody", "/page/" + at, at + "x".repeat(MEBIBYTE / 8)));
        }
        int nobodys = small.all().size();
        assertThat(nobodys).isEqualTo(3);
        for (int at = 0; at < 8; at++) {
            small.answered(answer("alice", "/page/" + at, "a" + at + "x".repeat(MEBIBYTE / 8)));
        }
        assertThat(small.all()).hasSizeBetween(nobodys + 4, 7);
        assertThat(small.left().overflow()).isEqualTo(16 - small.all().size());
    }

    @Test
    void manyThreadsMayTellAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Void>> told = new ArrayList<>();
            for (int at = 0; at < 400; at++) {
                int place = at % 100;
                told.add(() -> {
                    answers.answered(answer("alice", "/page/" + place, "page " + place));
                    return null;
                });
            }
            for (Future<Void> each : threads.invokeAll(told)) {
                each.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(answers.all()).hasSize(100);
    }

    private static HttpAnswer answer(String sender, String target, String body) {
        return answer(sender, target, body, "application/json");
    }

    private static HttpAnswer answer(String sender, String target, String body, String type) {
        HttpCall call =
                HttpCall.get(Url.parse("https://portal.example" + target)).as(sender, List.of());
        HttpExchange evidence = new HttpExchange(
                sender, "GET", target, List.of(), 200, List.of(), body.length(), "", Duration.ofMillis(1), "curl");
        return new HttpAnswer(
                call,
                200,
                List.of(new Header("Content-Type", type)),
                body.getBytes(UTF_8),
                false,
                Duration.ofMillis(1),
                "h2",
                "127.0.0.1",
                evidence);
    }
}
