package dev.launchready.detect;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.launchready.detect.PersonalHit.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Finds what should not stand in logs, line by line: mail addresses, card and account numbers, national ids, session ids, bearer tokens and
 * passwords. Immutable and shared by all threads; memory is bounded by one line of 64 KiB.
 */
public final class PersonalScan {
    private static final int MAX_LINE = 64 * 1024;
    private static final int MAX_SAMPLE = 160;
    private static final String BLOT = "\u2026";
    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\\.){1,6}[A-Za-z]{2,24}");
    private static final Pattern DIGITS = Pattern.compile("[0-9](?:[ -]?[0-9]){12,18}");
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?");
    private static final Pattern NATIONAL = Pattern.compile(
            "[0-9XYZ][0-9]{7}[A-Z]|[A-Z]{6}[0-9]{2}[A-Z][0-9]{2}[A-Z][0-9]{3}[A-Z]|[0-9]{3}\\.[0-9]{3}\\.[0-9]{3}-[0-9]{2}");
    private static final Pattern SESSION = Pattern.compile(
            "(?i)(?:jsessionid|phpsessid|asp\\.net_sessionid|connect\\.sid|session[_-]?id|session[_-]?token|sessid|sid)"
                    + "[\"']?\\s{0,2}[=:]\\s{0,2}[\"']?([A-Za-z0-9%._~+/-]{16,512})");
    private static final Pattern BEARER = Pattern.compile("(?i)bearer\\s{1,2}([A-Za-z0-9._~+/-]{16,}={0,2})"
            + "|(eyJ[A-Za-z0-9_-]{8,}\\.eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,})");
    private static final Pattern PASSWORD = Pattern.compile(
            "(?i)(?:password|passwd|passwort|pwd|passphrase)\\\\?[\"']?\\s{0,2}[=:]\\s{0,2}\\\\?[\"']?([^\\s\"'&,;}\\\\]{4,128})");
    private static final Pattern LONG_AND_RANDOM = Pattern.compile("[A-Za-z0-9+/=_-]{16,}");
    private static final Pattern MASKED = Pattern.compile(
            "(?i)^(?:[*x\u2022.#-]+|<.*|\\[.*|\\(.*|\\{.*|\\$.*|%.*)$|filter|redact|mask|hidden|removed|secret");
    private static final Set<String> NO_PASSWORDS = Set.of(
            "null",
            "none",
            "undefined",
            "true",
            "false",
            "invalid",
            "required",
            "incorrect",
            "wrong",
            "empty",
            "must",
            "missing",
            "changed",
            "reset",
            "expired",
            "string",
            "function",
            "failed",
            "success",
            "updated",
            "field",
            "hash",
            "authentication");

    private final FingerprintKey key;
    private final List<Probe> probes = List.of(
            new Probe(Kind.EMAIL, "@", EMAIL, PersonalScan::isPersonal),
            new Probe(Kind.CARD_NUMBER, "", DIGITS, text -> PersonalNumbers.isCard(text.replaceAll("[ -]", ""))),
            new Probe(Kind.IBAN, "", IBAN, text -> PersonalNumbers.isIban(PersonalNumbers.compact(text))),
            new Probe(Kind.NATIONAL_ID, "", NATIONAL, PersonalNumbers::isNationalId),
            new Probe(Kind.SESSION_ID, "s", SESSION, PersonalScan::isRandom),
            new Probe(Kind.BEARER_TOKEN, "e", BEARER, PersonalScan::isRandom),
            new Probe(Kind.PASSWORD, "", PASSWORD, PersonalScan::isPassword));

    /** @param needs what a line must hold to be tried at all */
    private record Probe(Kind kind, String needs, Pattern pattern, Predicate<String> check) {}

    public PersonalScan(FingerprintKey key) {
        this.key = key;
    }

    /** Scans a log to its end, without closing it. */
    public Looked scan(InputStream in, Source source, Consumer<PersonalHit> hits) throws IOException {
        byte[] line = new byte[MAX_LINE];
        byte[] buffer = new byte[MAX_LINE];
        int length = 0;
        long number = 1;
        long bytes = 0;
        boolean cut = false;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            bytes += read;
            for (int at = 0; at < read; at++) {
                if (buffer[at] == '\n') {
                    line(line, length, source, number++, hits);
                    length = 0;
                } else if (length < MAX_LINE) {
                    line[length++] = buffer[at];
                } else {
                    cut = true;
                }
            }
        }
        line(line, length, source, number, hits);
        List<String> unread = cut
                ? List.of(source.name() + " has lines longer than 64 KiB, of which the rest was not read")
                : List.of();
        return new Looked(bytes, 0, unread);
    }

    private void line(byte[] bytes, int length, Source source, long number, Consumer<PersonalHit> hits) {
        if (length < 6) {
            return;
        }
        String line = new String(bytes, 0, length, StandardCharsets.UTF_8);
        for (Probe probe : probes) {
            if (!probe.needs().isEmpty()
                    && !line.contains(probe.needs())
                    && !line.contains(probe.needs().toUpperCase(Locale.ROOT))) {
                continue;
            }
            Matcher matcher = probe.pattern().matcher(line);
            while (matcher.find()) {
                String value = value(matcher);
                if (bounded(line, matcher) && probe.check().test(value)) {
                    String print = key.fingerprint(value.getBytes(StandardCharsets.UTF_8));
                    hits.accept(new PersonalHit(probe.kind(), source, number, sample(line, matcher.start()), print));
                }
            }
        }
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
        boolean before = matcher.start() == 0 || !Character.isLetterOrDigit(line.charAt(matcher.start() - 1));
        boolean behind = matcher.end() == line.length() || !Character.isLetterOrDigit(line.charAt(matcher.end()));
        boolean number = behind
                && matcher.end() < line.length() - 1
                && line.charAt(matcher.end()) == '.'
                && Character.isDigit(line.charAt(matcher.end() + 1))
                && Character.isDigit(line.charAt(matcher.end() - 1));
        return before && behind && !number;
    }

    private static boolean isPersonal(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        boolean file = lower.matches(".*\\.(png|jpe?g|gif|svg|webp|js|css|map|ts|json|java|py|go)");
        return !file && !lower.matches(".*@(.*\\.)?(example|test|invalid|localhost)(\\..*)?$");
    }

    private static boolean isRandom(String value) {
        return value.chars().anyMatch(Character::isDigit)
                && Entropy.shannon(value) > 3
                && English.ours().likeness(value) < 0.3
                && !MASKED.matcher(value).find();
    }

    private static boolean isPassword(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        return !NO_PASSWORDS.contains(lower) && !MASKED.matcher(lower).find() && !Placeholders.isReference(value);
    }

    /** The part of the line around a match, with every finding and everything long and random blotted out. */
    private String sample(String line, int around) {
        String blotted = line;
        for (Probe probe : probes) {
            Matcher matcher = probe.pattern().matcher(blotted);
            StringBuilder text = new StringBuilder();
            int from = 0;
            while (matcher.find()) {
                String value = value(matcher);
                int at = blotted.indexOf(value, matcher.start());
                text.append(blotted, from, at).append(BLOT);
                from = at + value.length();
            }
            blotted = text.append(blotted.substring(from)).toString();
        }
        blotted = LONG_AND_RANDOM.matcher(blotted).replaceAll(BLOT);
        int from = Math.max(0, Math.min(around - MAX_SAMPLE / 2, blotted.length() - MAX_SAMPLE));
        return blotted.substring(from, Math.min(blotted.length(), from + MAX_SAMPLE));
    }
}
