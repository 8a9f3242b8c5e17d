package dev.launchready.detect;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.launchready.detect.PersonalProbes.Gate;
import dev.launchready.detect.PersonalProbes.Probe;
import dev.launchready.model.Proof;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds what should not stand in logs, line by line: mail addresses, card and account numbers, national ids, telephone numbers and dates of birth
 * with their names, session ids, bearer tokens and passwords. UTF-8 and UTF-16, archives, lines of any length. Immutable and shared by all
 * threads; memory is bounded.
 */
public final class PersonalScan {
    private static final int LEAST = 6;
    private static final int MAX_SAMPLE = 160;
    private static final int CARD_DIGITS = 13;
    private static final int ID_DIGITS = 8;
    /** In the bytes of UTF-8, as lines are read byte by byte. */
    private static final String BLOT =
            new String("\u2026".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

    private static final Pattern LONG_AND_RANDOM = Pattern.compile("[A-Za-z0-9+/=_-]{16,}");

    private final FingerprintKey key;

    public PersonalScan(FingerprintKey key) {
        this.key = key;
    }

    /** Scans a log to its end, without closing it. */
    public Looked scan(InputStream in, Source source, Consumer<PersonalHit> hits) throws IOException {
        return new Archives(Archives.Bounds.USUAL, (content, name) -> plain(content, name, hits)).read(in, source);
    }

    private long plain(InputStream in, Source source, Consumer<PersonalHit> hits) throws IOException {
        LogLines lines = new LogLines(in);
        while (lines.next()) {
            if (lines.length() >= LEAST) {
                line(lines, source, hits);
            }
        }
        return lines.taken();
    }

    private void line(LogLines lines, Source source, Consumer<PersonalHit> hits) {
        Set<Gate> open = gates(lines.bytes(), lines.length());
        String line = "";
        for (Probe probe : PersonalProbes.ALL) {
            if (!open.contains(probe.gate())) {
                continue;
            }
            line = line.isEmpty() ? new String(lines.bytes(), 0, lines.length(), StandardCharsets.ISO_8859_1) : line;
            Matcher matcher = probe.pattern().matcher(line);
            while (matcher.find() && matcher.start() < lines.settled()) {
                String value = value(matcher);
                int at = line.indexOf(value, matcher.start());
                Optional<Proof> proof = bounded(line, matcher)
                        ? probe.check().proof(value, PersonalProbes.label(line, at))
                        : Optional.empty();
                if (proof.isPresent()) {
                    String print = key.fingerprint(value.getBytes(StandardCharsets.ISO_8859_1));
                    String sample = sample(line, matcher.start());
                    hits.accept(new PersonalHit(probe.kind(), proof.get(), source, lines.number(), sample, print));
                }
            }
        }
    }

    /** What a line has that makes a pattern worth trying, in one pass. */
    private static Set<Gate> gates(byte[] line, int length) {
        Set<Gate> open = EnumSet.noneOf(Gate.class);
        open(open, Gate.WORDS, PersonalProbes.WORDS.anyIn(line, 0, length));
        int spaced = 0;
        int plain = 0;
        for (int at = 0; at < length; at++) {
            byte here = line[at];
            open(open, Gate.AT, here == '@');
            if (Ascii.digit(here)) {
                spaced++;
                plain++;
                boolean lettered = plain == 2 && at > 2 && capital(line[at - 2]) && capital(line[at - 3]);
                open(open, Gate.LETTERS_AND_DIGITS, lettered);
                open(open, Gate.DIGITS, spaced >= CARD_DIGITS);
                open(open, Gate.SHORT_DIGITS, plain >= ID_DIGITS - 1);
            } else {
                boolean joins = (here == ' ' || here == '-') && plain > 0;
                open(open, Gate.SHORT_DIGITS, here == '.' && plain == 3);
                spaced = joins ? spaced : 0;
                plain = 0;
            }
            open(
                    open,
                    Gate.SHORT_DIGITS,
                    capital(here) && at >= 2 && Ascii.digit(line[at - 1]) && Ascii.digit(line[at - 2]));
        }
        return open;
    }

    private static void open(Set<Gate> open, Gate gate, boolean met) {
        if (met) {
            open.add(gate);
        }
    }

    private static boolean capital(byte each) {
        return each >= 'A' && each <= 'Z';
    }

    /** The first group that matched anything, or else the whole. */
    private static String value(Matcher matcher) {
        for (int group = 1; group <= matcher.groupCount(); group++) {
            if (matcher.start(group) >= 0) {
                return matcher.group(group);
            }
        }
        return matcher.group();
    }

    private static boolean bounded(String line, Matcher matcher) {
        boolean before = matcher.start() == 0 || !word(line.charAt(matcher.start() - 1)) || named(matcher);
        boolean behind = matcher.end() == line.length() || !word(line.charAt(matcher.end()));
        boolean number = behind
                && matcher.end() < line.length() - 1
                && line.charAt(matcher.end()) == '.'
                && Character.isDigit(line.charAt(matcher.end() + 1))
                && Character.isDigit(line.charAt(matcher.end() - 1));
        return before && behind && !number;
    }

    /** Whether the match begins with a name, which may be the end of a longer one: {@code dbPassword}. */
    private static boolean named(Matcher matcher) {
        return matcher.groupCount() > 0 && matcher.start(1) > matcher.start();
    }

    private static boolean word(char each) {
        return each < 0x80 && Character.isLetterOrDigit(each);
    }

    /** The part of the line around a match, with every finding and everything long and random blotted out. */
    private static String sample(String line, int around) {
        int from = behindBlank(line, Math.max(0, around - MAX_SAMPLE * 2), around);
        String blotted =
                line.substring(from, beforeBlank(line, Math.min(line.length(), around + MAX_SAMPLE * 4), around));
        for (Probe probe : PersonalProbes.ALL) {
            Matcher matcher = probe.pattern().matcher(blotted);
            StringBuilder text = new StringBuilder();
            int done = 0;
            while (matcher.find()) {
                String value = value(matcher);
                int at = blotted.indexOf(value, matcher.start());
                text.append(blotted, done, at).append(BLOT);
                done = at + value.length();
            }
            blotted = text.append(blotted.substring(done)).toString();
        }
        blotted = LONG_AND_RANDOM.matcher(blotted).replaceAll(BLOT);
        int start = Math.max(0, Math.min(around - from - MAX_SAMPLE / 2, blotted.length() - MAX_SAMPLE));
        String cut = blotted.substring(start, Math.min(blotted.length(), start + MAX_SAMPLE));
        return new String(cut.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** A value that is cut in two would not be known for what it is, so that only whole words are shown. */
    private static int behindBlank(String line, int from, int around) {
        int at = from;
        while (at > 0 && at < around && line.charAt(at - 1) != ' ') {
            at++;
        }
        return at;
    }

    private static int beforeBlank(String line, int to, int around) {
        int at = to;
        while (at < line.length() && at > around && line.charAt(at) != ' ') {
            at--;
        }
        return at < line.length() ? Math.max(at, around) : at;
    }
}
