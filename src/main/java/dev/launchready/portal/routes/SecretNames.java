package dev.launchready.portal.routes;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells credentials by the name of their field, header, cookie or parameter, and by their look. */
public final class SecretNames {
    private static final Pattern SECRET = Pattern.compile(
            "pass|pwd|passwd|secret|token|apikey|accesskey|privatekey|otp|^pin$|pincode|credential"
                    + "|authorization|^auth$|xauth|cookie|session|^sid$|signature|^sig$|bypass|assertion|^key$|xkey|totp|jwt|bearer");
    private static final Set<String> HARMLESS = Set.of(
            "granttype",
            "tokentype",
            "sessiontype",
            "passwordless",
            "tokenurl",
            "returnsecuretoken",
            "authtype",
            "bookingsession",
            "pagetoken",
            "nextpagetoken");
    private static final Pattern JWT = Pattern.compile("ey[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{4,}(\\.[A-Za-z0-9_-]*)+");
    private static final Pattern KEY =
            Pattern.compile("(?i)(bearer|basic) .{8,}|(sk|rk|pk|ghp|gho|xox[abp]|sbp|sb_secret)[_-][A-Za-z0-9_-]{12,}");
    private static final Pattern RANDOM = Pattern.compile("(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9])[A-Za-z0-9+/_=.-]{32,}");

    private SecretNames() {}

    /** Whether a field of this name holds a credential. */
    public static boolean secret(String name) {
        String plain = plain(name);
        return !HARMLESS.contains(plain) && SECRET.matcher(plain).find();
    }

    /** Whether a value looks like a credential wherever it stands: a JSON Web Token, a known kind of key, a long random text. */
    public static boolean looksSecret(String value) {
        return JWT.matcher(value).find()
                || KEY.matcher(value).lookingAt()
                || RANDOM.matcher(value).matches();
    }

    /** A name in small letters and digits only, so that {@code X-Api-Key} and {@code xApiKey} are one. */
    public static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
