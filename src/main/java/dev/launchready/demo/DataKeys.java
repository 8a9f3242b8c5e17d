package dev.launchready.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keys of a search and a map service, which the data host plays as well; the script holds one only where a flaw lets it open too much. */
final class DataKeys {
    private static final String APPLICATION = "HARB0RT1DE";
    private static final String SEARCH = "/1/keys/";
    private static final String MAPS = "/maps/api/geocode/json";
    private static final String MODELS = "/v1beta/models";
    private static final int SEARCH_LENGTH = 32;
    private static final int GOOGLE_LENGTH = 35;

    private final Map<Flaw, String> keys;
    private final Switches on;

    DataKeys(Switches on) {
        this.on = on;
        this.keys = Map.of(
                DataFlaws.KEY_WRITES, search("index"),
                DataFlaws.KEY_OPENS_MORE, search("browse"),
                DataFlaws.KEY_ANYWHERE, google("maps"),
                DataFlaws.KEY_PAID, google("models"));
    }

    /** What the portal's script says of them. */
    String inScript() {
        StringBuilder script = new StringBuilder();
        for (Flaw flaw : List.of(DataFlaws.KEY_WRITES, DataFlaws.KEY_OPENS_MORE)) {
            if (on.has(flaw)) {
                script.append("globalThis.harborFinds = { client: \"algolia\", applicationId: \"")
                        .append(APPLICATION)
                        .append("\", searchKey: \"")
                        .append(keys.get(flaw))
                        .append("\" };\n");
            }
        }
        for (Flaw flaw : List.of(DataFlaws.KEY_ANYWHERE, DataFlaws.KEY_PAID)) {
            if (on.has(flaw)) {
                script.append("globalThis.harborMap = { key: \"")
                        .append(keys.get(flaw))
                        .append("\" };\n");
            }
        }
        return script.toString();
    }

    boolean has(Visit visit) {
        return visit.path().startsWith(SEARCH)
                || visit.path().equals(MAPS)
                || visit.path().equals(MODELS);
    }

    Reply answer(Visit visit) {
        if (visit.path().startsWith(SEARCH)) {
            return rights(visit.path().substring(SEARCH.length()));
        }
        String key =
                visit.header("x-goog-api-key").or(() -> visit.parameter("key")).orElse("");
        if (visit.path().equals(MAPS)) {
            return ApiRoutes.ok(
                    opens(DataFlaws.KEY_ANYWHERE, key)
                            ? Map.of("results", List.of(), "status", "ZERO_RESULTS")
                            : Map.of("results", List.of(), "status", "REQUEST_DENIED"));
        }
        return opens(DataFlaws.KEY_PAID, key)
                ? ApiRoutes.ok(Map.of("models", List.of(Map.of("name", "models/tide-1"))))
                : ApiRoutes.error(403, "Requests to this API are blocked.");
    }

    private Reply rights(String key) {
        Optional<List<String>> rights = opens(DataFlaws.KEY_WRITES, key)
                ? Optional.of(List.of("search", "addObject"))
                : opens(DataFlaws.KEY_OPENS_MORE, key) ? Optional.of(List.of("search", "browse")) : Optional.empty();
        return rights.map(acl -> ApiRoutes.ok(Map.of("acl", acl)))
                .orElseGet(() -> ApiRoutes.error(403, "Invalid Application-ID or API key"));
    }

    private boolean opens(Flaw flaw, String key) {
        return on.has(flaw) && key.equals(keys.get(flaw));
    }

    private static String search(String name) {
        return HexFormat.of().formatHex(digest(name)).substring(0, SEARCH_LENGTH);
    }

    private static String google(String name) {
        return "AIza" + Base64.getUrlEncoder().encodeToString(digest(name)).substring(0, GOOGLE_LENGTH);
    }

    private static byte[] digest(String name) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(("harbor " + name).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
