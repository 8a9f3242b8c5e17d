package dev.launchready.check.authz.backend;

import dev.launchready.check.authz.backend.FrontText.Part;
import dev.launchready.model.Url;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/** Buckets and containers that texts name by the addresses of their stores. */
final class StoreSigns {
    private static final String NAME = "[a-z0-9][a-z0-9._-]{1,61}[a-z0-9]";
    private static final Map<Pattern, ServiceKind> ADDRESSES = new LinkedHashMap<>();

    /** Buckets from which makers of libraries serve them to everybody; the namespaces of the XML are written as one, too. */
    private static final Set<String> LIBRARIES = Set.of(
            "doc",
            "workbox-cdn",
            "tfjs-models",
            "mediapipe-models",
            "mediapipe-assets",
            "ai-edge",
            "chrome-for-testing-public");

    static {
        ADDRESSES.put(
                Pattern.compile("https?://" + NAME + "\\.s3(?:[.-][a-z0-9-]+){0,3}\\.amazonaws\\.com\\b"),
                ServiceKind.S3);
        ADDRESSES.put(Pattern.compile("https?://s3(?:[.-][a-z0-9-]+){0,3}\\.amazonaws\\.com/" + NAME), ServiceKind.S3);
        ADDRESSES.put(
                Pattern.compile("https://" + NAME + "\\.[a-z0-9-]{3,10}\\.digitaloceanspaces\\.com\\b"),
                ServiceKind.S3);
        ADDRESSES.put(
                Pattern.compile(
                        "https://(?:[a-f0-9]{32}\\.(?:eu\\.|fedramp\\.)?r2\\.cloudflarestorage\\.com|s3\\.[a-z0-9-]+\\.(?:backblazeb2|wasabisys)\\.com|s3\\.wasabisys\\.com)/"
                                + NAME),
                ServiceKind.S3);
        ADDRESSES.put(
                Pattern.compile("https://storage\\.googleapis\\.com/storage/v1/b/" + NAME + "/o\\b"), ServiceKind.GCS);
        ADDRESSES.put(
                Pattern.compile("https://storage\\.googleapis\\.com/(?!storage/|upload/)" + NAME), ServiceKind.GCS);
        ADDRESSES.put(Pattern.compile("https://" + NAME + "\\.storage\\.googleapis\\.com\\b"), ServiceKind.GCS);
        ADDRESSES.put(
                Pattern.compile("https://[a-z0-9]{3,24}\\.blob\\.core\\.windows\\.net/(?:\\$web|\\$root|" + NAME + ")"),
                ServiceKind.AZURE);
    }

    private StoreSigns() {}

    /** @param from the script or page that names it */
    record Found(Store store, Url from) {}

    /** Each bucket once. */
    static List<Found> in(FrontText front) {
        Map<String, Found> found = new LinkedHashMap<>();
        for (Part part : front.parts()) {
            ADDRESSES.forEach((pattern, kind) -> {
                Matcher matcher = pattern.matcher(part.text());
                while (matcher.find()) {
                    add(kind, matcher.group(), part.url(), found);
                }
            });
        }
        return List.copyOf(found.values());
    }

    private static void add(ServiceKind kind, String address, Url from, Map<String, Found> found) {
        try {
            Store store = Store.of(kind, Url.parse(address));
            if (!LIBRARIES.contains(store.bucket())) {
                found.putIfAbsent(kind + " " + store.bucket(), new Found(store, from));
            }
        } catch (IllegalArgumentException e) {
            LoggerFactory.getLogger(StoreSigns.class).debug("no address: {}", e.getMessage());
        }
    }
}
