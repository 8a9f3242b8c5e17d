package dev.launchready.detect;

import com.google.re2j.Pattern;
import dev.launchready.model.Proof;
import java.util.Optional;

/** Tokens in requests as logs have them: in a header, in a parameter, in a link that was mailed. Pure. */
final class PassedTokens {
    /** {@code Authorization: Token} and 40 or 64 hex digits. */
    static final Pattern HEADER = Pattern.compile(
            "(?i)authorization\\\\?[\"']?\\s{0,2}(?:=>|[=:])\\s{0,2}\\\\?[\"']?token\\s{1,2}([0-9a-f]{40}(?:[0-9a-f]{24})?)");
    /** {@code ?token=}, {@code &reset_password_token=}. */
    static final Pattern PARAMETER =
            Pattern.compile("(?i)[?&](?:[a-z_-]{0,32}token|apikey|api_key)=([A-Za-z0-9._~%-]{20,512})");
    /** {@code /accounts/reset/MQ/TOKEN/}: perhaps with whom it is for between. */
    static final Pattern LINK = Pattern.compile(
            "(?i)/(?:(?:password|account|email|user)[_-])?(?:reset|confirm|confirmation|verify|verification|activate|activation|magic|magic[_-]link|"
                    + "invite|invitation|unlock)(?:[_-](?:password|account|email|user|link|key))?(?:/[A-Za-z0-9_=-]{1,24})?/([A-Za-z0-9_.~:=-]{20,512})");

    /** What leads on in a list, or guards a form, and opens nothing by itself. */
    private static final Pattern OPENS_NOTHING =
            Pattern.compile("(?i)(?:page|next|continuation|csrf|xsrf|sync|cursor|verification|device)[a-z_-]{0,16}$");

    private static final Pattern UUID = Pattern.compile("(?i)^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$");
    private static final Pattern FILE = Pattern.compile("\\.[a-z]{2,5}[0-9]?$");
    private static final String JWT = "eyJ";

    private PassedTokens() {}

    static Optional<Proof> header(String value, String label) {
        return PersonalProbes.isRandom(value) ? Optional.of(Proof.STRONG) : Optional.empty();
    }

    /** Tokens that are told by their own form are counted there. */
    static Optional<Proof> parameter(String value, String label) {
        int name = label.lastIndexOf('=');
        String before = name < 0 ? label : label.substring(0, name).replaceAll("(?i)token$", "");
        boolean other = value.startsWith(JWT) || OPENS_NOTHING.matcher(before).find();
        return other || !PersonalProbes.isRandom(value) ? Optional.empty() : Optional.of(Proof.STRONG);
    }

    /** A UUID may be the id of what is confirmed. */
    static Optional<Proof> link(String value, String label) {
        boolean other = value.startsWith(JWT) || FILE.matcher(value).find() || !PersonalProbes.isRandom(value);
        if (other) {
            return Optional.empty();
        }
        return Optional.of(UUID.matcher(value).matches() ? Proof.HEURISTIC : Proof.STRONG);
    }
}
