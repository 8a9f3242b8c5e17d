package dev.launchready.probe;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Masks what looks like a secret though nobody told of it: at most four characters of it stay. */
final class Lookalikes {
    private static final int KEPT = 4;
    private static final String STARS = "***";

    private static final Pattern EMAIL = Pattern.compile(
            "([A-Za-z0-9._+-])[A-Za-z0-9._+-]{0,63}+(@|%40)([A-Za-z0-9-]{1,63}+(?:\\.[A-Za-z0-9-]{1,63}+)+)");
    private static final Pattern SIGNED =
            Pattern.compile("eyJ[A-Za-z0-9_-]{5,8000}+\\.[A-Za-z0-9_-]{2,8000}+(?:\\.[A-Za-z0-9_-]{0,8000}+)*");
    private static final List<String> PREFIXES =
            words("sk_live_ sk_test_ rk_live_ rk_test_ pk_live_ pk_test_ gho_ ghp_ ghu_ ghs_ ghr_"
                    + " github_pat_ glpat- xoxa- xoxb- xoxp- xoxo- xoxs- xoxr- sk- AKIA ASIA AIza SG. sbp_ sb_secret_ shpat_ dop_v1_ npm_"
                    + " whsec_ re_");
    private static final Pattern PREFIXED = Pattern.compile(PREFIXES.stream()
            .map(Pattern::quote)
            .collect(Collectors.joining("|", "\\b(?:", ")[A-Za-z0-9_.-]{12,512}+")));
    private static final Pattern RUN = Pattern.compile("[A-Za-z0-9_+/=-]{32,}+");
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern INTEGRITY = Pattern.compile("sha(?:256|384|512)-.*");
    private static final List<String> WORDS = words(
            "token secret password passwd passwort passphrase passcode pwd signature credential session auth jwt otp");
    private static final List<String> SHORT_WORDS = words("pass pw pin cvv cvc dsn");

    /** Short words speak only where they stand by themselves: {@code smtp_pass} and {@code smtpPass}, in contrast to {@code passenger}. */
    private static final String SHORT =
            "(?:(?<![a-z])(?:" + String.join("|", SHORT_WORDS) + ")|(?-i:(?<=[a-z])(?:Pass|Pw|Pin)))(?![a-z])";

    private static final String SPEAKING = "(?:" + String.join("|", WORDS)
            + "|(?:api|access|private|account|encryption|signing|service|master)[_-]?key|connection_?string|" + SHORT
            + ")";

    /** In lower case; a text without any of them holds no name that speaks. */
    private static final List<String> STEMS = Stream.of(WORDS, SHORT_WORDS, words("key connection sig code sid"))
            .flatMap(List::stream)
            .toList();

    private static final Pattern PARAMETER = Pattern.compile("(?i)((?:^|[?&#;])(?:[a-z0-9_.-]{0,40}?" + SPEAKING
            + "[a-z0-9_-]{0,20}|key|sig|code|sid)=)([^&#\\s\"'<>]{1,4000}+)");
    /** A member or a variable with its value in quotes, as JSON, scripts and programs write it. */
    private static final String MEMBER = "(?i)((?<![a-z0-9_])[a-z0-9_.-]{0,40}?" + SPEAKING
            + "[a-z0-9_-]{0,20}[\"']?\\s{0,10}(?::|=>?)\\s{0,10}%1$s)"
            + "((?!%1$s)[^%1$s\\\\]{0,4000}+(?:\\\\.[^%1$s\\\\]{0,4000}+){0,60}+)";

    private static final Pattern DOUBLE_QUOTED = Pattern.compile(MEMBER.formatted("\""));
    private static final Pattern SINGLE_QUOTED = Pattern.compile(MEMBER.formatted("'"));

    /** A field of a form: {@code <input name="csrf_token" value="…">}. */
    private static final Pattern FIELD = Pattern.compile("(?i)(\\bname=[\"']?[a-z0-9_.-]{0,40}?" + SPEAKING
            + "[a-z0-9_-]{0,20}[\"']?[^<>]{0,200}?\\bvalue=[\"']?)([^\\s\"'<>]{1,4000}+)");

    /** A setting as YAML has it: a line of its own, whose value is one word. */
    private static final Pattern LINE = Pattern.compile("(?im)(^[ \\t-]{0,40}[a-z0-9_.-]{0,40}?" + SPEAKING
            + "[a-z0-9_-]{0,20}:[ \\t]{1,10})([^\\s<>{\\[]{4,4000}+)(?=[ \\t]{0,10}$)");

    /** The password of an address: {@code postgres://app:…@db} (RFC 3986, section 3.2.1). */
    private static final Pattern ADDRESSED = Pattern.compile("(://[^/\\s:@\"'<>]{0,64}+:)([^/\\s\"'<>@]{1,512}+)(?=@)");
    /** A setting as environments and properties write it, in the midst of a text. */
    private static final Pattern SETTING = Pattern.compile(
            "(?i)((?:^|[\\s>\"'(,{])[a-z0-9_.-]{0,40}?" + SPEAKING + "[a-z0-9_-]{0,20}=)([^&#\\s\"'<>]{1,4000}+)");

    private Lookalikes() {}

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }

    static String maskAll(String text) {
        String result = structured(text);
        if (speaks(result)) {
            result = named(PARAMETER, result);
            for (Pattern kept : List.of(DOUBLE_QUOTED, SINGLE_QUOTED, FIELD, LINE, SETTING)) {
                result = named(kept, result);
            }
        }
        return RUN.matcher(result).replaceAll(Lookalikes::run);
    }

    static String maskUrl(String url) {
        String result = structured(url);
        return speaks(result) ? named(PARAMETER, result) : result;
    }

    /** Whether any name in it may speak: few texts have one, and the patterns that find it are slow. */
    private static boolean speaks(String text) {
        if (text.indexOf('=') < 0 && text.indexOf(':') < 0) {
            return false;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        return STEMS.stream().anyMatch(lower::contains);
    }

    private static String structured(String text) {
        String result = text.contains("://") ? named(ADDRESSED, text) : text;
        if (result.contains("eyJ")) {
            result = SIGNED.matcher(result).replaceAll(Lookalikes::head);
        }
        if (PREFIXES.stream().anyMatch(result::contains)) {
            result = PREFIXED.matcher(result).replaceAll(Lookalikes::head);
        }
        boolean addressed = result.indexOf('@') >= 0 || result.contains("%40");
        return addressed ? EMAIL.matcher(result).replaceAll("$1" + STARS + "$2$3") : result;
    }

    /** Masks the second group, but for what has been replaced already. */
    private static String named(Pattern pattern, String text) {
        return pattern.matcher(text)
                .replaceAll(match ->
                        Matcher.quoteReplacement(replaced(match.group(2)) ? match.group() : match.group(1) + STARS));
    }

    private static boolean replaced(String value) {
        return value.contains(Redaction.MARK) || value.indexOf('\u0001') >= 0;
    }

    private static String head(MatchResult match) {
        return match.group().substring(0, KEPT) + STARS;
    }

    private static String run(MatchResult match) {
        String text = match.group();
        return Matcher.quoteReplacement(random(text) ? text.substring(0, KEPT) + STARS : text);
    }

    /** Long runs are random when letters and digits mix; words joined by hyphens or slashes, ids and digests of scripts are not. */
    private static boolean random(String text) {
        if (UUID.matcher(text).matches() || INTEGRITY.matcher(text).matches()) {
            return false;
        }
        long digits = text.chars().filter(Character::isDigit).count();
        boolean upper = text.chars().anyMatch(Character::isUpperCase);
        boolean lower = text.chars().anyMatch(Character::isLowerCase);
        boolean path = text.indexOf('/') >= 0;
        return digits >= 3 && (upper || lower) && (!path || (upper && lower && !text.startsWith("/")));
    }
}
