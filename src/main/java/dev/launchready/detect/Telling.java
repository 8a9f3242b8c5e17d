package dev.launchready.detect;

import dev.launchready.model.Severity;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/** Turns a judged value into a hit, tells it, and wipes the value. */
record Telling(FingerprintKey key, Redactor redactor, Consumer<SecretHit> hits) {
    private static final int SHOWN = 4;
    private static final int SHOWN_PART = 5;

    void tell(Rule rule, Judge.Judged judged, String text, Optional<String> label, Spot spot) {
        byte[] value = text.getBytes(StandardCharsets.ISO_8859_1);
        int shown = Math.min(SHOWN, value.length / SHOWN_PART);
        SecretRef ref = new SecretRef(text.substring(0, shown), value.length, key.fingerprint(value));
        Severity severity = rule.severity();
        SecretHit hit = new SecretHit(
                rule.id(), rule.kind(), rule.keyClass(), severity, judged.proof(), ref, spot, label, judged.facts());
        hits.accept(hit);
        redactor.learn(hit, ByteBuffer.wrap(value).asReadOnlyBuffer());
        Arrays.fill(value, (byte) 0);
    }
}
