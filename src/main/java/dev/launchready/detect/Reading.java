package dev.launchready.detect;

import dev.launchready.model.Severity;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One source being read: judges candidates, settles those that overlap, and tells the hits with their places. One thread. */
final class Reading {
    private static final int SHOWN = 4;
    private static final int SHOWN_PART = 5;
    private static final int MAX_LABEL = 40;
    private static final Comparator<Settled> BETTER = Comparator.comparing(
                    (Settled each) -> each.judged().proof())
            .thenComparing(each -> each.rule().form() instanceof Form.Generic)
            .thenComparing(each -> each.from() - each.to())
            .thenComparing(each -> each.rule().number());

    /** A judged candidate, with its indexes counted from the start of the source. */
    private record Settled(
            CompiledRule rule, long from, long to, Judge.Judged judged, String value, Optional<String> label) {}

    private final Judge judge;
    private final FingerprintKey key;
    private final Redactor redactor;
    private final Source source;
    private final List<String> layers;
    private final int width;
    private final Consumer<SecretHit> hits;
    private final Places places;
    private final List<Settled> held = new ArrayList<>();

    /** @param width bytes of the source for each byte that is read: 2 in UTF-16 */
    Reading(
            Judge judge,
            FingerprintKey key,
            Redactor redactor,
            Source source,
            List<String> layers,
            int width,
            Places places,
            Consumer<SecretHit> hits) {
        this.judge = judge;
        this.key = key;
        this.redactor = redactor;
        this.source = source;
        this.layers = layers;
        this.width = width;
        this.places = places;
        this.hits = hits;
    }

    /** Takes over candidates whose indexes are of a buffer that begins at {@code base}. */
    void take(List<Candidate> candidates, Text text, long base) {
        for (Candidate each : candidates) {
            judge.judge(each, text)
                    .ifPresent(judged -> held.add(new Settled(
                            each.rule(),
                            base + each.from(),
                            base + each.to(),
                            judged,
                            each.value(),
                            label(each, text))));
        }
        candidates.clear();
    }

    private static Optional<String> label(Candidate candidate, Text text) {
        return Optional.of(text.string(candidate.nameFrom(), candidate.nameTo()))
                .filter(name -> name.length() <= MAX_LABEL && name.chars().anyMatch(Character::isLetter))
                .filter(name -> name.chars().filter(Character::isDigit).count() <= 2);
    }

    /** Tells what ends before {@code settled}, as nothing to come can overlap it. The text still holds those places. */
    void tell(Text text, long base, long settled) {
        held.sort(Comparator.comparingLong(Settled::from).thenComparing(BETTER));
        int at = 0;
        while (at < held.size() && held.get(at).to() <= settled) {
            Settled best = held.get(at);
            int next = at + 1;
            long end = best.to();
            while (next < held.size() && held.get(next).from() < end) {
                Settled other = held.get(next++);
                end = Math.max(end, other.to());
                best = BETTER.compare(other, best) < 0 ? other : best;
            }
            if (end > settled) {
                break;
            }
            tell(best, text, base);
            at = next;
        }
        held.subList(0, at).clear();
    }

    /** Where the oldest candidate that is not told yet begins; {@code otherwise} where all are told. */
    long oldest(long otherwise) {
        return held.stream().mapToLong(Settled::from).min().orElse(otherwise);
    }

    private void tell(Settled found, Text text, long base) {
        Rule rule = found.rule().rule();
        byte[] value = found.value().getBytes(StandardCharsets.ISO_8859_1);
        int shown = Math.min(SHOWN, value.length / SHOWN_PART);
        SecretRef ref = new SecretRef(found.value().substring(0, shown), value.length, key.fingerprint(value));
        Spot spot = places.spot(source, found.from(), width, layers, text, base);
        Severity severity = rule.severity();
        SecretHit hit = new SecretHit(
                rule.id(),
                rule.kind(),
                rule.keyClass(),
                severity,
                found.judged().proof(),
                ref,
                spot,
                found.label(),
                found.judged().facts());
        hits.accept(hit);
        redactor.learn(hit, ByteBuffer.wrap(value).asReadOnlyBuffer());
        Arrays.fill(value, (byte) 0);
    }
}
