package dev.launchready.check.authz;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Members of an answer whose names say that they are not for the reader. */
final class TellingMembers {
    /** One-time secrets of an account: whoever has them can take it over. */
    private static final Pattern ACCOUNT_SECRET = Pattern.compile(
            "(?i)(?:password_?)?(?:reset|recovery|recover|confirmation|verification|activation|remember|magic_?link|unlock)_?"
                    + "(?:me_?)?(?:password_?)?(?:token|secret|key|hash)"
                    + "|reset_password_token|(?:totp|otp|mfa|two_?factor|2fa|authenticator)_?(?:auth_?)?(?:secret|key|seed)(?:_?key)?|google_?authenticator_?secret");

    private static final Pattern RANDOM = Pattern.compile("[A-Za-z0-9_.~+/=|:-]{16,600}");
    private static final Pattern OTP_LINK = Pattern.compile(
            "otpauth://(?:totp|hotp)/[^\\s\"'<>]{1,300}secret=[A-Za-z2-7]{16,}", Pattern.CASE_INSENSITIVE);

    /** Where one sets a second factor up, its secret has to be shown. */
    private static final Pattern SETTING_UP =
            Pattern.compile("(?i)2fa|mfa|totp|otp|two-?_?factor|authenticator|enrol|qr");

    private static final Set<String> INTERNAL = Set.of(
            "internalnote",
            "internalnotes",
            "internalcomment",
            "internalcomments",
            "adminnote",
            "adminnotes",
            "staffnote",
            "staffnotes",
            "staffcomment",
            "costprice",
            "purchaseprice",
            "buyingprice",
            "wholesaleprice",
            "unitcost",
            "profitmargin",
            "grossmargin",
            "marginpercent",
            "margin",
            "profit",
            "riskscore",
            "fraudscore",
            "creditscore",
            "churnrisk",
            "leadscore",
            "debug",
            "debuginfo",
            "stacktrace",
            "rawsql",
            "sqlquery",
            "querylog");

    private static final Set<String> RIGHTS = Set.of("isadmin", "issuperuser", "isstaff", "isroot", "superuser");
    private static final Set<String> LAYOUT =
            Set.of("padding", "width", "height", "color", "fontsize", "border", "top", "left");

    private TellingMembers() {}

    /** A one-time secret of an account under its own name. */
    static boolean accountSecret(String member, String value) {
        return ACCOUNT_SECRET.matcher(member).matches()
                && RANDOM.matcher(value).matches()
                && !value.matches("[a-z_ -]+");
    }

    /** The secret of a second factor, as an authenticator reads it. */
    static boolean otpLink(String text) {
        return OTP_LINK.matcher(text).find();
    }

    static boolean settingUp(String path) {
        return SETTING_UP.matcher(path).find();
    }

    /** What is written for staff: notes, costs, scores, traces. */
    static boolean internal(String member, Set<String> siblings) {
        boolean layout = siblings.stream().map(TellingMembers::plain).anyMatch(LAYOUT::contains);
        return INTERNAL.contains(plain(member)) && !layout;
    }

    /** What somebody may do. */
    static boolean rights(String member) {
        return RIGHTS.contains(plain(member));
    }

    private static String plain(String member) {
        return member.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
