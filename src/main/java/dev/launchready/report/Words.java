package dev.launchready.report;

import dev.launchready.model.Decision;
import dev.launchready.model.Outcome;
import dev.launchready.model.Proof;
import dev.launchready.model.Scorecard;
import dev.launchready.model.Severity;
import dev.launchready.model.Where;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How reports name things that have no sentence of their own. */
final class Words {
    private static final double MINUTES_PER_HOUR = 60;
    private static final double KILO = 1_000;
    private static final int SIGNIFICANT_DIGITS = 3;

    private Words() {}

    static String of(Decision decision) {
        return decision.name().replace('_', ' ');
    }

    static String of(Outcome outcome) {
        return switch (outcome) {
            case NOT_APPLICABLE -> "not applicable";
            case NOT_TESTED -> "not tested";
            case ERROR -> "in error";
            default -> outcome.name().toLowerCase(Locale.ROOT);
        };
    }

    /** The outcome for a column without colours: what needs a look stands out. */
    static String loud(Outcome outcome) {
        return outcome == Outcome.FAIL || outcome == Outcome.ERROR ? outcome.name() : of(outcome);
    }

    static String of(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    static String of(Proof proof) {
        return switch (proof) {
            case CONFIRMED -> "confirmed";
            case STRONG -> "strong signs";
            case HEURISTIC -> "a hint";
        };
    }

    /** The place in as few words as tell it: a route, a file with its line, a host. */
    static String of(Where where) {
        if (where.route().isPresent()) {
            return where.method().map(method -> method + " ").orElse("")
                    + where.route().orElseThrow();
        }
        if (where.host().isPresent()) {
            return where.host().orElseThrow();
        }
        return where.file()
                .map(file -> file + where.line().map(line -> ":" + line).orElse(""))
                .orElse("the whole site");
    }

    /** The place as a reader of that scorecard knows it: its portal file stands for the whole site. */
    static String of(Scorecard scorecard, Where where) {
        boolean site = where.route().isEmpty()
                && where.host().isEmpty()
                && where.file().isPresent()
                && where.file().equals(scorecard.portal().file());
        return of(site ? Where.SITE : where);
    }

    /** Such as {@code 30 min}, {@code 2 h}, {@code 1.5 h}. */
    static String hours(double hours) {
        if (hours < 1) {
            return Math.round(hours * MINUTES_PER_HOUR) + " min";
        }
        double half = Math.round(hours * 2) / 2.0;
        return (half == Math.rint(half) ? Long.toString((long) half) : Double.toString(half)) + " h";
    }

    /** Such as {@code 318 ms}, {@code 18.1 s}, {@code 3 min 20 s}. */
    static String took(long millis) {
        if (millis < 1_000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1_000.0);
        }
        return millis / 60_000 + " min " + millis % 60_000 / 1_000 + " s";
    }

    static String plural(int count, String one) {
        return count + " " + one + (count == 1 ? "" : "s");
    }

    static String gate(Scorecard.Gate gate) {
        String findings = gate.failOn().equals("never") ? "no finding closes it" : gate.failOn() + " and worse";
        return gate.hardStops() ? findings + ", and the profile's hard stops" : findings;
    }

    /** A figure without digits that mean nothing. */
    static String figure(double value) {
        return new BigDecimal(value)
                .round(new MathContext(SIGNIFICANT_DIGITS))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Such as {@code 812 bytes}, {@code 1.2 MB}. */
    static String bytes(long bytes) {
        if (bytes < KILO) {
            return bytes + " bytes";
        }
        return bytes < KILO * KILO ? figure(bytes / KILO) + " kB" : figure(bytes / (KILO * KILO)) + " MB";
    }

    static List<Map.Entry<String, String>> sorted(Map<String, String> map) {
        return List.copyOf(new TreeMap<>(map).entrySet());
    }

    /** Such as {@code 120 passive, 600 own-accounts}, the largest first. */
    static String counts(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(each -> each.getValue() + " " + each.getKey())
                .collect(Collectors.joining(", "));
    }

    /** The command that runs that check again on the same portal. */
    static String recheck(Scorecard scorecard, String check) {
        String target = scorecard.portal().file().orElse(scorecard.portal().url());
        String usual = scorecard.portal().file().isPresent() ? "default" : "quick";
        String profile = scorecard.profile().id();
        return "launch-ready scan " + shell(target)
                + (profile.equals(usual) ? "" : " --profile " + shell(profile))
                + " --only " + shell(check);
    }

    /** The text as one word of a POSIX shell. */
    static String shell(String word) {
        return word.matches("[\\w./:@%+=,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
