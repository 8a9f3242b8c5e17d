package dev.launchready.check.face;

import java.util.List;

/** Hosts from which nearly everybody loads the same files: nothing of the portal's own stands in them. */
final class Vendors {
    private static final List<String> DOMAINS = List.of(
            "googletagmanager.com",
            "google-analytics.com",
            "googleapis.com",
            "gstatic.com",
            "google.com",
            "jsdelivr.net",
            "unpkg.com",
            "cdnjs.cloudflare.com",
            "cloudflareinsights.com",
            "challenges.cloudflare.com",
            "js.stripe.com",
            "bootstrapcdn.com",
            "fontawesome.com",
            "typekit.net",
            "hotjar.com",
            "intercom.io",
            "intercomcdn.com",
            "segment.com",
            "facebook.net",
            "clarity.ms",
            "sentry-cdn.com",
            "posthog.com",
            "plausible.io",
            "hcaptcha.com",
            "paypal.com",
            "hs-scripts.com",
            "crisp.chat",
            "zdassets.com");

    private Vendors() {}

    static boolean serves(String host) {
        return DOMAINS.stream().anyMatch(domain -> host.equals(domain) || host.endsWith("." + domain));
    }
}
