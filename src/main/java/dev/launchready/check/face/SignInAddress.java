package dev.launchready.check.face;

import dev.launchready.model.Url;
import java.util.regex.Pattern;

/** Addresses where a person signs in, told by how frameworks and identity providers name them. */
public final class SignInAddress {
    private static final Pattern OWN = Pattern.compile(
            "(?i)/(auth/)?(log-?in|sign-?in|sign_in|log-?on|anmelden|connexion|sessions?/new|account/login)\\b");

    /** OpenID Connect Core 1.0, 3.1.2.1, and SAML 2.0 Bindings, 3.4. */
    private static final Pattern PROVIDER =
            Pattern.compile("(?i)client_id=|response_type=|SAMLRequest=|/authorize|/oauth|/saml|/login|/signin|/sso");

    private SignInAddress() {}

    /** Whether the portal itself would ask there who one is. */
    static boolean own(Url url) {
        return OWN.matcher(url.path()).find();
    }

    /** Whether an identity provider would ask there who one is. */
    public static boolean ofProvider(Url url) {
        return PROVIDER.matcher(url.toString()).find();
    }

    /** Whether somebody would be asked there who one is, by the portal or for it. */
    public static boolean likely(Url url) {
        return own(url) || ofProvider(url);
    }
}
