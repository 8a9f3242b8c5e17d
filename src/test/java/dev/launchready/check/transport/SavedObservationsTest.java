package dev.launchready.check.transport;

import static dev.launchready.check.transport.Trails.failing;
import static dev.launchready.check.transport.Trails.trail;
import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.check.transport.CanonicalHostCheck.Found;
import dev.launchready.check.transport.CanonicalHostCheck.Spelling;
import dev.launchready.check.transport.CanonicalHostCheck.Variant;
import dev.launchready.check.transport.InClear.What;
import dev.launchready.check.transport.LegacyUrlsCheck.Move;
import dev.launchready.check.transport.PlainDoor.Errand;
import dev.launchready.check.transport.PlainDoor.Knock;
import dev.launchready.check.transport.PlainDoor.Twin;
import dev.launchready.check.transport.RedirectsCheck.Walk;
import dev.launchready.check.transport.Trail.Failure;
import dev.launchready.model.Url;
import dev.launchready.run.ObservationCodec;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("What was observed can be saved and judged again")
class SavedObservationsTest {
    private static final Url HERE = Url.parse("https://p.example/");
    private static final Trail WAY = trail("http://p.example/ 301 https://p.example/ 200");
    private static final Optional<Failure> FAILURE = Optional.of(new Failure("unreachable", "nobody there"));

    @ParameterizedTest
    @MethodSource
    void of_each_check(Record observation) throws IOException {
        ObservationCodec codec = new ObservationCodec();
        assertThat(codec.read(codec.write(observation), observation.getClass())).isEqualTo(observation);
    }

    static Stream<Record> of_each_check() {
        Knock knock = new Knock(Errand.FRONT_PAGE, WAY, ClearContent.NOTHING, Twin.NOT_ASKED);
        HstsCheck.Host host =
                new HstsCheck.Host("p.example", true, HERE, 200, List.of("max-age=1"), FAILURE, false, List.of());
        return Stream.of(
                new HttpsRedirectCheck.Seen(List.of(new PlainDoor("p.example", HERE, List.of(knock), FAILURE))),
                new CanonicalHostCheck.Seen(
                        Optional.of(HERE), List.of(new Variant(Spelling.SLASH, HERE, WAY, Found.CANONICAL))),
                new RedirectsCheck.Seen(
                        Set.of("p.example"),
                        List.of(new Walk(failing("https://p.example/", "tls"), true)),
                        Map.of("a", "b")),
                new LegacyUrlsCheck.Seen(List.of(new Move(HERE, HERE, WAY))),
                new HstsCheck.Seen(List.of(host)),
                new MixedContentCheck.Seen(
                        List.of("/"),
                        1,
                        List.of(new InClear(What.CALL, "http://a.net/", "/", false)),
                        Map.of(),
                        Map.of("/", WAY.last().evidence())),
                new CertificateCheck.Seen(
                        CertificateCheckTest.NOW, List.of(CertificateCheckTest.shown(CertificateCheckTest.SOUND))));
    }
}
