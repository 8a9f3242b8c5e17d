package dev.launchready.detect;

import com.google.re2j.Pattern;
import dev.launchready.detect.Names.Promise;
import dev.launchready.model.Proof;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Judges values of no known issuer by their name and by how random they are. */
final class GenericJudge {
    private static final int MAX_LENGTH = 150;
    /** White space between a value and the end of its element. */
    private static final int MAX_INDENT = 64;

    private static final int MIN_TOKEN = 16;
    private static final int MIN_SECRET = 12;
    private static final int MIN_PASSWORD = 6;
    private static final int MAX_PASSWORD = 64;
    /** So long, words written together are rather the name of something than a password. */
    private static final int LONG_NAME = 14;

    /** As many digits as a number at the end of a name has. */
    private static final int VERSION_DIGITS = 2;

    private static final int SURE_LENGTH = 20;
    private static final int SURE_PASSWORD = 12;
    /** Shorter than most rules for passwords allow: a word with a number is then rather a name. */
    private static final int USUAL_PASSWORD = 8;
    /** gitleaks and others settled on this bound for values of no known form. */
    private static final double MIN_ENTROPY = 3.5;

    private static final double MIN_HEX_ENTROPY = 3.0;
    private static final double MIN_PASSWORD_ENTROPY = 2.7;
    private static final double LIKE_WORDS = -0.1;
    private static final double SURELY_RANDOM = -0.3;
    private static final Pattern OTHER_THINGS =
            Pattern.compile("^(?:\\.{0,2}/|[a-z][a-z0-9+.-]*://|sha(?:1|256|384|512)-|data:|"
                    + "#|[0-9]+$|[0-9]{4}-[0-9]{2}-[0-9]{2}|[A-Za-z_$][A-Za-z0-9_$]*(?:\\.[A-Za-z_$][A-Za-z0-9_$]*)+$|"
                    + "[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[a-z]+$|[a-z-]+/[a-z0-9.+-]+$|rgba?|var\\(|\\\\|@)");
    private static final byte[] ENVIRONMENT = "Environment".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern COMPARISON = Pattern.compile("[=!]==[^=]|&&|=>");
    private static final Pattern UUID = Pattern.compile("^[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$");
    private static final Pattern HEX = Pattern.compile("^[0-9a-fA-F]+$");
    private static final Pattern IDENTIFIER = Pattern.compile("^[A-Za-z_$][A-Za-z0-9_$.]*$");
    private static final Pattern PRINTED = Pattern.compile("^[!-~]+$");
    private static final Pattern TOKEN = Pattern.compile("^[A-Za-z0-9_.~+/=:!@#$%^&*?-]+$");

    Optional<Proof> judge(Candidate candidate, Text text) {
        Promise promise = Names.promise(text.string(candidate.nameFrom(), candidate.nameTo()));
        String value = candidate.value();
        boolean other = promise == Promise.NONE
                || value.length() > MAX_LENGTH
                || OTHER_THINGS.matcher(value).find()
                || Placeholders.is(value)
                || (!candidate.quoted() && COMPARISON.matcher(value).find())
                || CodeContext.explainsAway(candidate, text);
        if (other) {
            return Optional.empty();
        }
        boolean whole = candidate.quoted() || settingOfItsOwn(candidate, text);
        if (promise == Promise.PASSWORD) {
            return whole ? keptPassword(candidate, text) : toldPassword(candidate, text);
        }
        boolean passing =
                UUID.matcher(value).matches() && Names.passing(text.string(candidate.nameFrom(), candidate.nameTo()));
        return whole && !passing ? token(promise, value, candidate.quoted()) : Optional.empty();
    }

    /** A password in settings or code. A weak one opens just as well where it says what it opens. */
    private static Optional<Proof> keptPassword(Candidate candidate, Text text) {
        String value = candidate.value();
        boolean spelt = candidate.quoted() || value.chars().anyMatch(GenericJudge::marks);
        Optional<Proof> alone = spelt ? password(value) : Optional.empty();
        boolean opens = alone.isEmpty() && value.length() >= MIN_PASSWORD && Neighbours.nameAccount(candidate, text);
        return opens ? Optional.of(Proof.HEURISTIC) : alone;
    }

    /** A password in running text: {@code (pw:Tr0ub4dor)}. */
    private static Optional<Proof> toldPassword(Candidate candidate, Text text) {
        String value = candidate.value();
        int before = candidate.nameFrom() - 1;
        int behind = candidate.to();
        boolean opens = before < 0 || " \t\r\n(,/;".indexOf(text.at(before)) >= 0;
        boolean closes = behind >= text.limit() || text.at(behind) <= ' ' || "),/;".indexOf(text.at(behind)) >= 0;
        boolean told = opens && closes && kinds(value) >= 3 && value.chars().anyMatch(Character::isDigit);
        return told && !isName(value) && password(value).isPresent() ? Optional.of(Proof.HEURISTIC) : Optional.empty();
    }

    private static Optional<Proof> token(Promise promise, String value, boolean quoted) {
        Pattern alphabet = quoted && promise == Promise.PLAIN ? PRINTED : TOKEN;
        boolean hex = HEX.matcher(value).matches();
        boolean random = value.length() >= least(promise)
                && alphabet.matcher(value).matches()
                && value.chars().anyMatch(Character::isDigit)
                && value.chars().anyMatch(GenericJudge::letter)
                && Entropy.shannon(value) > (hex ? MIN_HEX_ENTROPY : MIN_ENTROPY)
                && !English.ours().holdsWord(value)
                && English.ours().likeness(value) < LIKE_WORDS;
        boolean faint = promise == Promise.FAINT
                && (UUID.matcher(value).matches() || English.ours().likeness(value) > SURELY_RANDOM);
        if (!random || faint) {
            return Optional.empty();
        }
        boolean sure = promise == Promise.PLAIN
                && value.length() >= SURE_LENGTH
                && !UUID.matcher(value).matches()
                && English.ours().likeness(value) < SURELY_RANDOM;
        return Optional.of(sure ? Proof.STRONG : Proof.HEURISTIC);
    }

    private static int least(Promise promise) {
        return switch (promise) {
            case PLAIN, PASSWORD -> MIN_SECRET;
            case WEAK -> MIN_TOKEN;
            case FAINT, NONE -> SURE_LENGTH;
        };
    }

    /** What the value alone says where it stands under the name of a password. */
    static Optional<Proof> password(String value) {
        int kinds = kinds(value);
        boolean possible = value.length() >= MIN_PASSWORD
                && value.length() <= MAX_PASSWORD
                && value.chars().allMatch(each -> each > ' ' && each < 0x7f)
                && (kinds >= 3 || (kinds == 2 && value.chars().anyMatch(Character::isDigit)))
                && Entropy.shannon(value) > MIN_PASSWORD_ENTROPY;
        boolean wordy =
                value.chars().noneMatch(Character::isDigit) && English.ours().likeness(value) > SURELY_RANDOM;
        boolean named = kinds == 2
                && English.ours().likeness(value) > LIKE_WORDS
                && (value.length() < USUAL_PASSWORD || English.ours().holdsWord(value));
        boolean identifier = value.length() >= LONG_NAME
                && IDENTIFIER.matcher(value).matches()
                && value.chars().filter(Character::isDigit).count() <= VERSION_DIGITS
                && English.ours().likeness(value) > LIKE_WORDS;
        if (!possible || wordy || named || identifier) {
            return Optional.empty();
        }
        boolean sure = value.length() >= SURE_PASSWORD
                && kinds >= 3
                && Entropy.shannon(value) > MIN_HEX_ENTROPY
                && !English.ours().holdsWord(value)
                && English.ours().likeness(value) < SURELY_RANDOM;
        return Optional.of(sure ? Proof.STRONG : Proof.HEURISTIC);
    }

    /** What running text seldom has inside a word. */
    private static boolean marks(int each) {
        return Character.isDigit(each) || (!Character.isLetter(each) && "-._'".indexOf(each) < 0);
    }

    private static boolean letter(int each) {
        return each < 0x80 && Character.isLetter(each);
    }

    /** How many of lower case, upper case, digits and signs there are. */
    private static int kinds(String value) {
        boolean lower = value.chars().anyMatch(each -> each >= 'a' && each <= 'z');
        boolean upper = value.chars().anyMatch(each -> each >= 'A' && each <= 'Z');
        boolean digit = value.chars().anyMatch(Character::isDigit);
        boolean sign = value.chars().anyMatch(each -> !Character.isLetterOrDigit(each));
        return (lower ? 1 : 0) + (upper ? 1 : 0) + (digit ? 1 : 0) + (sign ? 1 : 0);
    }

    /** A value without quotes is code unless it is a line, an option or a parameter of its own. */
    private static boolean settingOfItsOwn(Candidate candidate, Text text) {
        int before = candidate.nameFrom() - 1;
        boolean opens = before < 0
                || " \t\r\n?&;,{\"'".indexOf(text.at(before)) >= 0
                || escaped(text, before)
                || ofService(text, before);
        int behind = candidate.to();
        boolean closes = behind >= text.limit()
                || text.at(behind) <= ' '
                || text.at(behind) == '&'
                || (opens && Ascii.quote(text.at(behind)) && before >= 0 && text.at(before) == text.at(behind))
                || (text.at(behind) == ';' && !isName(candidate.value()))
                || escaped(text, behind + 1);
        boolean element = before >= 0 && text.at(before) == '<' && endsElement(text, behind);
        return element || (opens && closes);
    }

    /** Whether the sign there gives a service its environment: {@code Environment=NAME=value}. */
    private static boolean ofService(Text text, int sign) {
        return Ascii.at(text.bytes(), sign - ENVIRONMENT.length, text.limit(), ENVIRONMENT) && text.at(sign) == '=';
    }

    private static boolean isName(String value) {
        return IDENTIFIER.matcher(value).matches() && English.ours().likeness(value) > SURELY_RANDOM;
    }

    /** Whether the end of a line is written out there, as in {@code "a=1\\nb=2"}. */
    private static boolean escaped(Text text, int at) {
        return at > 0 && at < text.limit() && text.at(at - 1) == '\\' && (text.at(at) == 'n' || text.at(at) == 'r');
    }

    private static boolean endsElement(Text text, int from) {
        int at = from;
        while (at < text.limit() && at - from < MAX_INDENT && text.at(at) <= ' ') {
            at++;
        }
        return at < text.limit() && text.at(at) == '<';
    }
}
