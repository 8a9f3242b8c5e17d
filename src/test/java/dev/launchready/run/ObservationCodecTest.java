package dev.launchready.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.launchready.model.Evidence;
import dev.launchready.model.Json;
import dev.launchready.model.SampleEvidence;
import dev.launchready.model.Severity;
import dev.launchready.model.Url;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ObservationCodecTest {
    private final ObservationCodec codec = new ObservationCodec();

    record Seen(
            String text,
            Optional<String> maybe,
            OptionalInt number,
            Instant at,
            Duration took,
            LocalDate day,
            Set<Severity> severities,
            Map<Url, List<Evidence>> byUrl,
            Optional<Evidence> one,
            Answer answer,
            List<Answer> answers,
            Json body,
            boolean isGood) {
        boolean isEmpty() {
            return text.isEmpty();
        }

        String getName() {
            return "never written";
        }
    }

    sealed interface Answer {
        record Came(int status, Json.Obj body) implements Answer {}

        record Failed(Cause cause) implements Answer {}

        record Nothing() implements Answer {}

        enum Cause {
            TIMED_OUT
        }
    }

    private static Seen seen() {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("z", new Json.Num(new BigDecimal("1.00")));
        members.put("a", new Json.Num(new BigDecimal("12345678901234567890.5")));
        members.put("@type", new Json.Str("Obj"));
        members.put("list", new Json.Arr(List.of(new Json.Null(), new Json.Bool(true), new Json.Obj(Map.of()))));
        Json.Obj body = new Json.Obj(members);
        return new Seen(
                "line\nbreak \u2028 \u0000",
                Optional.empty(),
                OptionalInt.of(7),
                Instant.parse("2026-11-21T10:00:00.123456789Z"),
                Duration.ofNanos(1_234_567_891),
                LocalDate.of(2026, 11, 21),
                Set.of(Severity.HIGH),
                Map.of(
                        Url.parse("https://a.example/x?y=1"),
                        List.of(
                                SampleEvidence.invoiceReadByBob(),
                                SampleEvidence.noDmarc(),
                                SampleEvidence.oldCertificate(),
                                SampleEvidence.keyInBundle(),
                                SampleEvidence.alignment(),
                                SampleEvidence.latency(),
                                SampleEvidence.frontPage())),
                Optional.of(SampleEvidence.keyInHistory()),
                new Answer.Came(200, body),
                List.of(new Answer.Nothing(), new Answer.Failed(Answer.Cause.TIMED_OUT)),
                body,
                true);
    }

    @Test
    void readsBackAnEqualObservation() throws IOException {
        Seen seen = seen();
        assertThat(codec.read(codec.write(seen), Seen.class)).isEqualTo(seen);
    }

    @Test
    void writesComponentsAloneOnOneLine() {
        assertThat(codec.write(seen()))
                .doesNotContain("never written", "\"empty\"", "\n")
                .contains("\"isGood\":true", "\"@type\":\"Failed\"");
    }

    @Test
    void keepsDeepBodies() throws IOException {
        record Body(Json json) {}
        Json json = new Json.Null();
        for (int depth = 0; depth < 200; depth++) {
            json = depth % 2 == 0 ? new Json.Arr(List.of(json)) : new Json.Obj(Map.of("x", json));
        }
        assertThat(codec.read(codec.write(new Body(json)), Body.class)).isEqualTo(new Body(json));
    }

    @Test
    void refusesATypeThatTheInterfaceDoesNotPermit() {
        String json = codec.write(seen()).replace("\"@type\":\"Failed\"", "\"@type\":\"java.lang.Runtime\"");
        assertThatThrownBy(() -> codec.read(json, Seen.class)).isInstanceOf(IOException.class);
    }
}
