package dev.launchready.check.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.launchready.check.Params;
import dev.launchready.check.Told;
import dev.launchready.check.transport.CertificateCheck.Look;
import dev.launchready.check.transport.CertificateCheck.Seen;
import dev.launchready.check.transport.Trail.Failure;
import dev.launchready.model.Evidence.TlsSession;
import dev.launchready.model.Url;
import dev.launchready.probe.tls.TlsProbe.CertificateFacts;
import dev.launchready.probe.tls.TlsProbe.TlsFacts;
import dev.launchready.probe.tls.TlsProbe.TrustFault;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("transport.certificate")
class CertificateCheckTest {
    static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Params PARAMS = new Params(Map.of("min-days", 21));
    static final CertificateFacts SOUND = leaf(-10, 80);
    private static final CertificateFacts ROOT = certificate(-900, 900, "RSA", 4096, "SHA1withRSA", true);

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    void tells(String told, String expected, Look look) {
        assertThat(judge(look)).isEqualTo(expected);
    }

    static Stream<Arguments> tells() {
        return Stream.of(
                arguments("sound", "PASS valid", shown(SOUND)),
                arguments("run out", "FAIL expired", shown(leaf(-90, -1))),
                arguments("too early", "FAIL not-yet-valid", shown(leaf(1, 90))),
                arguments("20 of 90 days left", "WARN ends-soon", shown(leaf(-70, 20))),
                arguments("22 of 90 days left", "PASS valid", shown(leaf(-68, 22))),
                arguments("5 of 6 days left", "PASS valid", shown(leaf(-1, 5))),
                arguments("1 of 6 days left", "WARN ends-soon", shown(leaf(-5, 1))),
                arguments("other name", "FAIL other-name", shown(false, Optional.empty(), SOUND)),
                arguments("own signature", "FAIL self-signed", shown(true, Optional.of(TrustFault.SELF_SIGNED), SOUND)),
                arguments(
                        "strange root", "FAIL unknown-root", shown(true, Optional.of(TrustFault.UNKNOWN_ROOT), SOUND)),
                arguments("gap", "FAIL incomplete-chain", shown(true, Optional.of(TrustFault.INCOMPLETE_CHAIN), SOUND)),
                arguments("other", "FAIL not-trusted", shown(true, Optional.of(TrustFault.OTHER), SOUND)),
                arguments(
                        "RSA 1024", "FAIL weak-key", shown(certificate(-10, 80, "RSA", 1024, "SHA256withRSA", false))),
                arguments("EC 224", "FAIL weak-key", shown(certificate(-10, 80, "EC", 224, "SHA256withECDSA", false))),
                arguments("Ed25519", "PASS valid", shown(certificate(-10, 80, "EdDSA", 255, "Ed25519", false))),
                arguments(
                        "SHA-1", "FAIL weak-signature", shown(certificate(-10, 80, "RSA", 2048, "SHA1withRSA", false))),
                arguments(
                        "SHA-1 by ECDSA",
                        "FAIL weak-signature",
                        shown(certificate(-10, 80, "EC", 256, "SHA1withECDSA", false))),
                arguments("MD5", "FAIL weak-signature", shown(certificate(-10, 80, "RSA", 2048, "MD5withRSA", false))),
                arguments("a root's own SHA-1", "PASS valid", shown(true, Optional.empty(), SOUND, ROOT)),
                arguments(
                        "several at once",
                        "FAIL expired other-name unknown-root",
                        shown(false, Optional.of(TrustFault.UNKNOWN_ROOT), leaf(-90, -1))),
                arguments("no handshake", "FAIL no-handshake", unseen("tls", false)),
                arguments("only http", "FAIL no-https", unseen("unreachable", true)),
                arguments("nobody there", "BLOCKED not-seen", unseen("unreachable", false)),
                arguments("late", "BLOCKED not-seen", unseen("timed-out", false)),
                arguments("nothing shown", "BLOCKED not-seen", shown(true, Optional.empty())));
    }

    @Test
    void a_portal_under_development_has_none() {
        assertThat(judge()).isEqualTo("NOT_APPLICABLE under-development");
    }

    private static String judge(Look... looks) {
        return Told.of(new CertificateCheck().judge(new Seen(NOW, List.of(looks)), PARAMS));
    }

    static Look shown(CertificateFacts... chain) {
        return shown(true, Optional.empty(), chain);
    }

    private static Look shown(boolean name, Optional<TrustFault> trust, CertificateFacts... chain) {
        Optional<Instant> never = Optional.empty();
        TlsSession evidence =
                new TlsSession("p.example", 443, "TLSv1.3", "x", "", List.of(), "", never, never, List.of(), "openssl");
        TlsFacts facts = new TlsFacts("p.example", 443, "TLSv1.3", "x", List.of(chain), trust, name, evidence);
        return new Look(Url.parse("https://p.example"), Optional.of(facts), Optional.empty(), false);
    }

    private static Look unseen(String code, boolean plain) {
        Optional<Failure> failure = Optional.of(new Failure(code, "it did not work"));
        return new Look(Url.parse("https://p.example"), Optional.empty(), failure, plain);
    }

    private static CertificateFacts leaf(int fromDays, int toDays) {
        return certificate(fromDays, toDays, "EC", 256, "SHA256withECDSA", false);
    }

    private static CertificateFacts certificate(
            int fromDays, int toDays, String key, int bits, String signature, boolean self) {
        Instant from = NOW.plus(fromDays, ChronoUnit.DAYS);
        Instant to = NOW.plus(toDays, ChronoUnit.DAYS);
        return new CertificateFacts(
                "CN=p.example", "CN=Test", List.of("p.example"), from, to, key, bits, signature, self);
    }
}
