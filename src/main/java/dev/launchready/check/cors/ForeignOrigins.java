package dev.launchready.check.cors;

import dev.launchready.check.cors.ForeignOrigin.Kind;
import dev.launchready.model.Url;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The origins that are tried against a portal. Foreign names lie under {@code example.org} and {@code example.net} (RFC 2606), so that
 * nobody else's site is ever named.
 */
final class ForeignOrigins {
    /** Platforms that give a name below their own to anybody; a name there belongs to whoever came first. */
    static final Set<String> SHARED_PLATFORMS = Set.of(
            "vercel.app",
            "netlify.app",
            "pages.dev",
            "workers.dev",
            "github.io",
            "gitlab.io",
            "herokuapp.com",
            "onrender.com",
            "fly.dev",
            "web.app",
            "firebaseapp.com",
            "azurewebsites.net",
            "azurestaticapps.net",
            "cloudfront.net",
            "amplifyapp.com",
            "up.railway.app",
            "lovable.app",
            "replit.app",
            "bubbleapps.io",
            "ngrok.io",
            "ngrok-free.app",
            "supabase.co");

    private static final Set<String> PROBED_PLATFORMS = Set.of("vercel.app", "netlify.app", "pages.dev");
    private static final Set<String> SECOND_LEVEL = Set.of("co", "com", "net", "org", "gov", "edu", "ac", "or", "ne");

    private ForeignOrigins() {}

    /** Enough to see whether a policy lets everybody in. */
    static List<ForeignOrigin> coarse(String token, String secondToken) {
        return List.of(
                new ForeignOrigin(Kind.RANDOM, "https://" + token + ".example.org"),
                new ForeignOrigin(Kind.SECOND_RANDOM, "https://" + secondToken + ".example.net"),
                new ForeignOrigin(Kind.NULL, "null"));
    }

    /** What slips through a list or a pattern that was made for this trusted address. */
    static List<ForeignOrigin> lookalikes(Url trusted, String token) {
        List<ForeignOrigin> tries = new ArrayList<>();
        String host = trusted.host();
        String start = trusted.scheme() + "://";
        String port = trusted.authority().substring(host.length());
        add(tries, Kind.PREFIX, start + host + "." + token + ".example.org" + port);
        add(tries, Kind.ODD_CHARACTER, start + host + "_." + token + ".example.org" + port);
        add(tries, Kind.ODD_CHARACTER, start + host + "`." + token + ".example.org" + port);
        if (named(host)) {
            String domain = registrable(host);
            add(tries, Kind.SUFFIX, start + token + domain + port);
            int before = host.length() - domain.length() - 1;
            if (before > 0) {
                add(tries, Kind.UNESCAPED_DOT, start + host.substring(0, before) + "x" + domain + port);
            }
            add(tries, Kind.SUBDOMAIN, start + token + "." + domain + port);
            Stream.concat(PROBED_PLATFORMS.stream(), platform(host).stream())
                    .distinct()
                    .sorted()
                    .forEach(suffix -> add(tries, Kind.SHARED_HOSTING, "https://" + token + "." + suffix));
            add(tries, Kind.DEVELOPMENT, "http://localhost:3000");
        }
        if (trusted.secure()) {
            add(tries, Kind.DOWNGRADED, "http://" + host + port);
        }
        return List.copyOf(tries);
    }

    private static void add(List<ForeignOrigin> tries, Kind kind, String origin) {
        tries.add(new ForeignOrigin(kind, origin));
    }

    /** Whether the host is a name under a domain that somebody can own, and not an address or a machine's own name. */
    static boolean named(String host) {
        return host.contains(".") && !host.matches("[0-9.]+") && !host.startsWith("[") && !host.endsWith(".localhost");
    }

    /** The part of a host's name that its owner had to register: an estimate without the Public Suffix List. */
    static String registrable(String host) {
        Optional<String> platform = platform(host);
        if (platform.isPresent()) {
            return lastLabels(host, platform.get().split("\\.", -1).length + 1);
        }
        String[] labels = host.split("\\.", -1);
        boolean country = labels.length > 2
                && labels[labels.length - 1].length() == 2
                && SECOND_LEVEL.contains(labels[labels.length - 2]);
        return lastLabels(host, country ? 3 : 2);
    }

    private static Optional<String> platform(String host) {
        return SHARED_PLATFORMS.stream()
                .filter(platform -> host.endsWith("." + platform))
                .findFirst();
    }

    private static String lastLabels(String host, int count) {
        String[] labels = host.split("\\.", -1);
        int from = Math.max(0, labels.length - count);
        return String.join(".", List.of(labels).subList(from, labels.length));
    }
}
