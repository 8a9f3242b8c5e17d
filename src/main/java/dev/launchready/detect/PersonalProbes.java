package dev.launchready.detect;

import com.google.re2j.Pattern;
import dev.launchready.detect.PersonalHit.Kind;
import dev.launchready.model.Proof;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What is looked for in a line of a log, and how well each find is proved. Pure. */
final class PersonalProbes {
    private static final int LABEL_REACH = 40;
    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\\.){1,6}[A-Za-z]{2,24}");
    /** What stands before the id of a message (RFC 5322, section 3.6.4), which looks like an address and is none. */
    private static final Pattern MESSAGE = Pattern.compile(
            "(?i)(?:(?:message[-_ ]?id|msgid|references|in[-_]reply[-_]to)\\\\?[\"']?\\s{0,2}[=:]\\s{0,2}\\\\?[\"']?<?|\\bid[=:]\\s?<|>\\s{1,2}<)$");

    private static final int LONG_NAME = 16;
    private static final int ID_DIGITS = 3;
    private static final double LIKE_WORDS = -0.1;
    private static final Pattern DIGITS = Pattern.compile("[0-9](?:[ -]?[0-9]){12,18}");
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?");
    private static final Pattern NATIONAL = Pattern.compile(
            "[0-9XYZ][0-9]{7}[A-Z]|[A-Z]{6}[0-9]{2}[A-Z][0-9]{2}[A-Z][0-9]{3}[A-Z]|[0-9]{3}\\.[0-9]{3}\\.[0-9]{3}-[0-9]{2}");
    private static final Pattern SOCIAL = Pattern.compile(
            "(?i)(?:ssn|social[_ -]?security(?:[_ -]?(?:number|no))?)\\\\?[\"']?\\s{0,2}[=:]\\s{0,2}\\\\?[\"']?([0-9]{3}-?[0-9]{2}-?[0-9]{4})");
    private static final Pattern PHONE = Pattern.compile(
            "(?i)(?:phone|mobile|telephone|telefon|msisdn|cell)(?:[_ -]?(?:number|no|nr))?\\\\?[\"']?\\s{0,2}[=:]\\s{0,2}\\\\?[\"']?"
                    + "(\\+?[0-9](?:[ ()./-]{0,2}[0-9]){7,14})");
    private static final Pattern BIRTH_DATE = Pattern.compile(
            "(?i)(?:birth[_ -]?(?:date|day)|date[_ -]?of[_ -]?birth|dob|geburtsdatum)\\\\?[\"']?\\s{0,2}[=:]\\s{0,2}\\\\?[\"']?"
                    + "([0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}[./][0-9]{1,2}[./][0-9]{4})");
    private static final Pattern SESSION = Pattern.compile(
            "(?i)(?:jsessionid|phpsessid|asp\\.net_sessionid|connect\\.sid|session[_-]?id|session[_-]?token|sessid|session|sid)"
                    + "\\\\?[\"']?\\s{0,2}[=:]\\s{0,2}\\\\?[\"']?([A-Za-z0-9%._~+/-]{16,512})");
    private static final Pattern BEARER = Pattern.compile("(?i)bearer\\s{1,2}([A-Za-z0-9._~+/-]{16,}={0,2})"
            + "|(eyJ[A-Za-z0-9_-]{8,}\\.eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,})");
    private static final Pattern PASSWORD = Pattern.compile(
            "(?i)(?:password|passwd|passwort|pwd|passphrase)\\\\?[\"']?\\s{0,2}(?:=>|[=:])\\s{0,2}(?:\\[\\s?b?\\\\?[\"']|\\\\?[\"']?)([^\\s\"'&,;}\\\\]{4,128})");
    private static final Pattern CARD_LABEL = Pattern.compile(
            "(?i)card|\\bpan\\b|credit|debit|visa|master|amex|payment|\\bcc\\b|karte|tarjeta|carte|kort");
    private static final Pattern ID_LABEL = Pattern.compile("(?i)dni|nie|nif|codice|fiscal|cpf|identi|document");
    private static final Pattern MASKED = Pattern.compile(
            "(?i)^(?:[*x\u2022.#-]+|<.*|\\[.*|\\(.*|\\{.*|\\$.*|%.*)$|filter|redact|mask|hidden|removed|secret");
    private static final Pattern PASSWORD_SIGNS = Pattern.compile("[0-9]|[^A-Za-z]|[a-z][A-Z]");
    private static final Pattern FILE =
            Pattern.compile(".*\\.(?:png|jpe?g|gif|svg|webp|js|css|map|ts|json|java|py|go|rb|php)");
    /** Reserved for documents and tests (RFC 2606, RFC 6761); hosts of tools that write addresses of no person. */
    private static final Pattern NOBODY = Pattern.compile(
            ".*@(?:.*\\.)?(?:example\\.(?:com|net|org|edu)|test|invalid|localhost|local|internal)|git@.*|.*@[0-9x.]+\\.(?:png|jpg)");

    private static final Set<String> ROLES = Set.of(
            "noreply",
            "no-reply",
            "donotreply",
            "do-not-reply",
            "postmaster",
            "mailer-daemon",
            "root",
            "webmaster",
            "hostmaster",
            "abuse",
            "daemon",
            "www-data",
            "nobody",
            "bounce",
            "bounces",
            "notifications");
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
            "authentication",
            "cannot",
            "should",
            "does",
            "have",
            "with",
            "user",
            "from",
            "nil",
            "length",
            "forgot",
            "confirmation",
            "accepted",
            "rejected",
            "denied",
            "object",
            "yes");

    static final List<Probe> ALL = List.of(
            new Probe(Kind.EMAIL, Gate.AT, EMAIL, PersonalProbes::email),
            new Probe(Kind.CARD_NUMBER, Gate.DIGITS, DIGITS, PersonalProbes::card),
            new Probe(
                    Kind.IBAN,
                    Gate.LETTERS_AND_DIGITS,
                    IBAN,
                    (value, label) -> when(PersonalNumbers.isIban(PersonalNumbers.compact(value)), Proof.CONFIRMED)),
            new Probe(Kind.NATIONAL_ID, Gate.SHORT_DIGITS, NATIONAL, PersonalProbes::national),
            new Probe(Kind.NATIONAL_ID, Gate.WORDS, SOCIAL, (value, label) -> Optional.of(Proof.STRONG)),
            new Probe(Kind.PHONE, Gate.WORDS, PHONE, (value, label) -> when(!sameDigits(value), Proof.STRONG)),
            new Probe(Kind.BIRTH_DATE, Gate.WORDS, BIRTH_DATE, (value, label) -> Optional.of(Proof.STRONG)),
            new Probe(Kind.SESSION_ID, Gate.WORDS, SESSION, PersonalProbes::session),
            new Probe(Kind.BEARER_TOKEN, Gate.WORDS, BEARER, (value, label) -> when(isRandom(value), Proof.STRONG)),
            new Probe(Kind.BEARER_TOKEN, Gate.WORDS, PassedTokens.HEADER, PassedTokens::header),
            new Probe(Kind.BEARER_TOKEN, Gate.WORDS, PassedTokens.PARAMETER, PassedTokens::parameter),
            new Probe(Kind.BEARER_TOKEN, Gate.WORDS, PassedTokens.LINK, PassedTokens::link),
            new Probe(Kind.PASSWORD, Gate.WORDS, PASSWORD, (value, label) -> password(value)));

    /** One of these must stand in a line before the patterns of {@link Gate#WORDS} are tried. */
    static final Keywords WORDS = Keywords.ignoringCase(List.of(
            "pass", "pwd", "sess", "sid", "bearer", "eyj", "phone", "mobile", "telef", "msisdn", "cell", "birth", "dob",
            "geburts", "ssn", "social", "token", "reset", "confirm", "verif", "activat", "magic", "invit", "unlock"));

    /** What a line must have before a pattern is tried, as most have nothing. */
    enum Gate {
        AT,
        WORDS,
        /** Thirteen of them, with single blanks or dashes between. */
        DIGITS,
        /** Two capital letters with two digits behind. */
        LETTERS_AND_DIGITS,
        /** Eight of them in a line, or three with a dot behind. */
        SHORT_DIGITS
    }

    /** @param check the proof of a value, by itself and by what stands before it; empty where it is none */
    record Probe(Kind kind, Gate gate, Pattern pattern, Check check) {}

    @FunctionalInterface
    interface Check {
        Optional<Proof> proof(String value, String label);
    }

    private PersonalProbes() {}

    /** What stands before a value and may say what it is. */
    static String label(String line, int start) {
        return line.substring(Math.max(0, start - LABEL_REACH), start);
    }

    private static Optional<Proof> when(boolean holds, Proof proof) {
        return holds ? Optional.of(proof) : Optional.empty();
    }

    private static Optional<Proof> email(String address, String label) {
        String lower = address.toLowerCase(Locale.ROOT);
        String name = lower.substring(0, lower.indexOf('@'));
        boolean nobody = FILE.matcher(lower).matches()
                || NOBODY.matcher(lower).matches()
                || ROLES.contains(name)
                || MESSAGE.matcher(label).find()
                || isOfMachine(name);
        return when(!nobody, Proof.CONFIRMED);
    }

    /** Whether nobody has such a name: a long run of letters and digits is the id of a message. */
    private static boolean isOfMachine(String name) {
        long digits = name.chars().filter(Character::isDigit).count();
        return name.length() >= LONG_NAME
                && digits >= ID_DIGITS
                && (digits * 2 > name.length() || English.ours().likeness(name) < LIKE_WORDS);
    }

    private static Optional<Proof> card(String value, String label) {
        String digits = value.replaceAll("[ -]", "");
        if (!PersonalNumbers.isCard(digits)) {
            return Optional.empty();
        }
        boolean grouped =
                value.matches("[0-9]{4}([ -])[0-9]{4}\\1[0-9]{4}\\1[0-9]{1,7}|[0-9]{4}([ -])[0-9]{6}\\2[0-9]{4,5}");
        boolean told = grouped || CARD_LABEL.matcher(label).find();
        boolean torn = digits.length() != value.length() && !grouped;
        return torn ? Optional.empty() : Optional.of(told ? Proof.STRONG : Proof.HEURISTIC);
    }

    private static Optional<Proof> national(String value, String label) {
        if (!PersonalNumbers.isNationalId(value)) {
            return Optional.empty();
        }
        boolean told = value.length() != 9 || ID_LABEL.matcher(label).find(); // one letter of 23 proves little
        return Optional.of(told ? Proof.STRONG : Proof.HEURISTIC);
    }

    private static boolean sameDigits(String value) {
        return value.chars().filter(Character::isDigit).distinct().count() < 3;
    }

    /** The bare words are names of other things as well. */
    private static Optional<Proof> session(String value, String label) {
        boolean bare = label.isEmpty() || !label.toLowerCase(Locale.ROOT).contains("sess");
        return isRandom(value) ? Optional.of(bare ? Proof.HEURISTIC : Proof.STRONG) : Optional.empty();
    }

    static boolean isRandom(String value) {
        return value.chars().anyMatch(Character::isDigit)
                && Entropy.shannon(value) > 3
                && English.ours().likeness(value) < 0.3
                && !MASKED.matcher(value).find();
    }

    private static Optional<Proof> password(String value) {
        String lower = value.toLowerCase(Locale.ROOT).replaceAll("[.!?:)]+$", "");
        boolean none = NO_PASSWORDS.contains(lower) || MASKED.matcher(lower).find() || Placeholders.isReference(value);
        if (none) {
            return Optional.empty();
        }
        return Optional.of(PASSWORD_SIGNS.matcher(lower).find() ? Proof.STRONG : Proof.HEURISTIC);
    }
}
