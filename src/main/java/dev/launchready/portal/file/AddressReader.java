package dev.launchready.portal.file;

import dev.launchready.model.Url;
import dev.launchready.portal.Address;
import dev.launchready.portal.Address.Backend;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads {@code portal} and {@code backends}. */
final class AddressReader {
    private static final List<String> BACKENDS =
            List.of("supabase", "firebase", "s3", "gcs", "azure", "algolia", "google");

    private static final int HTTPS_PORT = 443;
    private static final Pattern IP = Pattern.compile("(?i)[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-f:]*:[0-9a-f:.]*");
    private static final String URL_WHY = "write the address where a person starts, such as https://portal.example.com";

    private AddressReader() {}

    /** The address; empty when the file names no usable {@code portal.url}, which is a problem already. */
    static Optional<Address> read(Section root, Reading reading) {
        Optional<Section> portal = root.required("portal", "write 'portal:' and below it 'url: https://...'")
                .flatMap(Slot::section);
        if (portal.isEmpty()) {
            root.get("backends");
            return Optional.empty();
        }
        Section section = portal.get();
        Optional<Url> url = section.required("url", URL_WHY).flatMap(Slot::url);
        Optional<Url> api = section.get("api").flatMap(Slot::url);
        Map<String, String> resolve = section.map("resolve", AddressReader::ip);
        reading.custody()
                .loopback(url.map(each -> loopback(each, resolve)).orElse(false)
                        && api.map(each -> loopback(each, resolve)).orElse(true));
        Address address = new Address(
                section.text("name").orElse(url.map(Url::host).orElse("")),
                url.orElse(Url.parse("http://localhost")),
                api.or(() -> url.map(each -> each.at("/"))).orElse(Url.parse("http://localhost")),
                section.list("hosts", AddressReader::host),
                section.get("mail-domain").flatMap(AddressReader::domain),
                section.oneOrMany("stack", slot -> slot.text().map(text -> text.toLowerCase(Locale.ROOT))),
                gateHeaders(section, reading),
                section.oneOrMany("trust", Slot::existing),
                section.get("resolver").flatMap(AddressReader::resolver),
                resolve,
                section.map("legacy-urls", AddressReader::place),
                section.get("fingerprint-key").flatMap(Slot::credential),
                root.list("backends", AddressReader::backend));
        section.done();
        return url.map(each -> address);
    }

    /** Whether a host leads to this machine, by its name or by the fixed address that the file gives it. */
    static boolean loopback(Url url, Map<String, String> resolve) {
        String host = resolve.getOrDefault(url.host(), url.host());
        return Address.loopback(host);
    }

    private static Map<String, String> gateHeaders(Section section, Reading reading) {
        Map<String, String> headers = new HashMap<>();
        section.map("headers", Optional::of)
                .forEach((name, slot) -> slot.filled()
                        .ifPresent(text -> headers.put(
                                name,
                                reading.custody()
                                        .gateHeader(name, text, slot.yaml().at(), slot.path()))));
        return headers;
    }

    /** A bare name, or {@code http://} or {@code https://} before a name and a port where a host is reached by a door of its own. */
    private static Optional<String> host(Slot slot) {
        Optional<String> text = slot.text();
        if (text.isPresent() && !door(text.get())) {
            return slot.problem(
                    "'" + text.get() + "' is no host: write its name (www.harbor.example), or scheme, name and port"
                            + " (http://www.harbor.example:8080) where it has a door of its own");
        }
        return text.map(name -> name.toLowerCase(Locale.ROOT));
    }

    private static boolean door(String text) {
        try {
            Url url = Url.parse(text.contains("://") ? text : "https://" + text);
            boolean port = !text.contains("://") && url.port() != HTTPS_PORT;
            return !port && url.target().equals("/") && !text.matches(".*[\\s%].*");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Optional<String> domain(Slot slot) {
        Optional<String> text = slot.text();
        if (text.isPresent() && !text.get().matches("(?i)[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?\\.?")) {
            return slot.problem("'" + text.get() + "' is no domain, such as harbor.example");
        }
        return text.map(name -> name.toLowerCase(Locale.ROOT));
    }

    private static Optional<String> ip(Slot slot) {
        Optional<String> text = slot.text();
        if (text.isPresent() && !IP.matcher(text.get()).matches()) {
            return slot.problem("'" + text.get() + "' is no IP address, such as 127.0.0.1");
        }
        return text;
    }

    private static Optional<String> resolver(Slot slot) {
        Optional<String> text = slot.text();
        if (text.isPresent() && !text.get().matches("(\\[[0-9a-fA-F:.]+]|[A-Za-z0-9._-]+)(:[0-9]{1,5})?")) {
            return slot.problem(
                    "'" + text.get() + "' is no DNS server; write address and port, such as 127.0.0.1:5353");
        }
        return text;
    }

    private static Optional<String> place(Slot slot) {
        Optional<String> text = slot.text();
        if (text.isPresent() && !text.get().matches("(/|https?://).*")) {
            return slot.problem("'" + text.get() + "' is neither a path nor a URL");
        }
        return text;
    }

    private static Optional<Backend> backend(Slot slot) {
        return slot.section().flatMap(section -> {
            Optional<String> kind = section.required("kind", "one of " + String.join(", ", BACKENDS))
                    .flatMap(each -> each.choice(
                            "kind of backend",
                            BACKENDS.stream().collect(Collectors.toMap(word -> word, word -> word))));
            Optional<Url> url =
                    section.required("url", "the address of the service").flatMap(Slot::url);
            Optional<String> key = section.get("key").flatMap(AddressReader::serviceKey);
            section.done();
            return kind.flatMap(word -> url.map(address -> new Backend(word, address, key)));
        });
    }

    /** A key of a service: a credential unless it is one that the service gives to every browser. */
    static Optional<String> serviceKey(Slot slot) {
        return slot.filled().filter(text -> !text.value().isBlank()).map(text -> {
            String key = text.value().strip();
            return publishable(key)
                    ? key
                    : slot.reading().custody().credential(text, slot.yaml().at(), slot.path());
        });
    }

    private static boolean publishable(String key) {
        if (key.startsWith("sb_publishable_") || key.startsWith("AIza")) {
            return true;
        }
        List<String> parts = List.of(key.split("\\."));
        if (parts.size() != 3) {
            return false;
        }
        try {
            String claims = new String(Base64.getUrlDecoder().decode(parts.get(1)), StandardCharsets.UTF_8);
            return claims.replaceAll("\\s", "").contains("\"role\":\"anon\"");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Entries of {@code edge.origins}: addresses. */
    static List<String> ips(Section section, String key) {
        return section.list(key, AddressReader::ip);
    }
}
