package dev.launchready.portal;

import dev.launchready.model.Url;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The part {@code portal} and {@code backends} of the portal file: where it is, and how it is reached.
 *
 * @param mailDomain absent: the registrable domain of the URL
 * @param stack as given; empty: to be recognised
 * @param headers sent to the portal's own origins by everybody, nobody included; their values are secrets
 * @param trust files with further roots (PEM)
 * @param resolver {@code host:port} of a DNS server
 * @param resolve host to fixed IP address
 * @param legacyUrls old path or URL to where it must land
 */
public record Address(
        String name,
        Url url,
        Url api,
        List<String> hosts,
        Optional<String> mailDomain,
        List<String> stack,
        Map<String, String> headers,
        List<Path> trust,
        Optional<String> resolver,
        Map<String, String> resolve,
        Map<String, String> legacyUrls,
        Optional<String> fingerprintKey,
        List<Backend> backends) {
    private static final Pattern LOOPBACK =
            Pattern.compile("(?i)(.+\\.)?localhost\\.?|127(\\.[0-9]{1,3}){3}|\\[?((0+:){7}|::)0*1]?");

    public Address {
        hosts = List.copyOf(hosts);
        stack = List.copyOf(stack);
        headers = Map.copyOf(headers);
        trust = List.copyOf(trust);
        resolve = Map.copyOf(resolve);
        legacyUrls = Map.copyOf(legacyUrls);
        backends = List.copyOf(backends);
    }

    public static Address of(Url url) {
        return new Address(
                url.host(),
                url,
                url.at("/"),
                List.of(),
                Optional.empty(),
                List.of(),
                Map.of(),
                List.of(),
                Optional.empty(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                List.of());
    }

    /** @param kind {@code supabase}, {@code firebase}, {@code s3} and whatever speaks as it does, {@code gcs}, {@code azure}, {@code algolia} or {@code google} */
    public record Backend(String kind, Url url, Optional<String> key) {}

    private static final String SIGN_IN = "identitytoolkit.googleapis.com";

    /** Whether it is the service that signs people in to Firebase: at Google's host, or below the path that its emulator has. */
    public static boolean signsIn(Url url) {
        return url.host().equals(SIGN_IN) || url.path().startsWith("/" + SIGN_IN);
    }

    /** Where people sign in to Firebase, as far as the file says it: that service itself, or an emulator on this machine. */
    public Optional<Url> firebaseAuth() {
        List<Url> firebase = backends.stream()
                .filter(backend -> backend.kind().equals("firebase"))
                .map(Backend::url)
                .toList();
        Optional<Url> named = firebase.stream()
                .filter(Address::signsIn)
                .findFirst()
                .map(url -> url.at(url.host().equals(SIGN_IN) ? "" : "/" + SIGN_IN));
        return named.or(() -> firebase.stream()
                .filter(url -> loopback(url.host()))
                .findFirst()
                .map(url -> url.at("/" + SIGN_IN)));
    }

    /** Whether a host name or address means this machine by itself (RFC 6761 section 6.3, RFC 1122 section 3.2.1.3, RFC 4291). */
    public static boolean loopback(String host) {
        return LOOPBACK.matcher(host).matches();
    }
}
