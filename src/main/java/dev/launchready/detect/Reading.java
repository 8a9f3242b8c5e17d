package dev.launchready.detect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** One source, or a layer in it, being read: judges candidates, settles those that overlap, tells the rest. One thread. */
final class Reading {
    private static final int MAX_LABEL = 40;
    private static final int MAX_LABEL_DIGITS = 2;
    private static final Comparator<Settled> BETTER = Comparator.comparing(
                    (Settled each) -> each.judged().proof())
            .thenComparing(each -> each.rule().form() instanceof Form.Generic)
            .thenComparing(each -> each.from() - each.to())
            .thenComparing(each -> each.rule().form() instanceof Form.Token)
            .thenComparing(each -> each.rule().number());

    /** A judged candidate, with its indexes counted from the start of the source. */
    private record Settled(
            CompiledRule rule, long from, long to, Judge.Judged judged, String value, Optional<String> label) {}

    /** A value that was told of a layer in {@code [from, to)}. */
    private record Layered(long from, long to, String value) {}

    private final Judge judge;
    private final Allowing allowing;
    private final Telling telling;
    private final Places places;
    private final Predicate<String> known;
    private final Consumer<String> told;
    private final List<Settled> held = new ArrayList<>();
    private final List<Layered> layered = new ArrayList<>();

    Reading(Judge judge, Allowing allowing, Telling telling, Places places) {
        this(judge, allowing, telling, places, value -> false, value -> {});
    }

    /**
     * @param known whether a value was met around the layer that is read
     * @param told learns what is told, so that it is not told again of a layer that overlaps
     */
    private Reading(
            Judge judge,
            Allowing allowing,
            Telling telling,
            Places places,
            Predicate<String> known,
            Consumer<String> told) {
        this.judge = judge;
        this.allowing = allowing;
        this.telling = telling;
        this.places = places;
        this.known = known;
        this.told = told;
    }

    /** A reading of a layer in {@code [from, to)} of what is read here. What stands there in clear as well is told as that alone. */
    Reading within(String layer, long from, long to, Text text, long base) {
        Places run = new Places.Within(places, layer, from, text, base);
        return new Reading(
                judge, allowing, telling, run, value -> knows(value, from, to) || known.test(value), value -> {
                    layered.add(new Layered(from, to, value));
                    told.accept(value);
                });
    }

    /**
     * Takes over candidates whose indexes are of a buffer that begins at {@code base}.
     *
     * @return which of them may be secrets, by their places in the list
     */
    BitSet take(List<Candidate> candidates, Text text, long base) {
        BitSet kept = new BitSet();
        for (int at = 0; at < candidates.size(); at++) {
            Candidate each = candidates.get(at);
            Optional<Judge.Judged> judged = allowing.allows(each, text) ? Optional.empty() : judge.judge(each, text);
            if (judged.isPresent()) {
                kept.set(at);
                held.add(new Settled(
                        each.rule(),
                        base + each.from(),
                        base + each.to(),
                        allowing.tried() ? judged.get().tried(each.rule().form()) : judged.get(),
                        each.value(),
                        label(each, text)));
            }
        }
        candidates.clear();
        return kept;
    }

    private static Optional<String> label(Candidate candidate, Text text) {
        return Optional.of(text.string(candidate.nameFrom(), candidate.nameTo()))
                .filter(name -> name.length() <= MAX_LABEL && name.chars().anyMatch(Character::isLetter))
                .filter(name -> name.chars().filter(Character::isDigit).count() <= MAX_LABEL_DIGITS);
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
            if (!known.test(best.value())) {
                Spot spot = places.spot(best.from(), text, base);
                telling.tell(best.rule().rule(), best.judged(), best.value(), best.label(), spot);
                told.accept(best.value());
            }
            at = next;
        }
        held.subList(0, at).clear();
        layered.clear();
    }

    private boolean knows(String value, long from, long to) {
        return held.stream()
                        .anyMatch(each -> each.from() >= from
                                && each.to() <= to
                                && each.value().equals(value))
                || layered.stream()
                        .anyMatch(each -> each.from() < to
                                && each.to() > from
                                && each.value().equals(value));
    }

    /** Where the oldest candidate that is not told yet begins; {@code otherwise} where all are told. */
    long oldest(long otherwise) {
        return held.stream().mapToLong(Settled::from).min().orElse(otherwise);
    }
}
