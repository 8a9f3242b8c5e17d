package dev.launchready.check.authz.backend;

import dev.launchready.check.authz.backend.FrontText.Part;
import dev.launchready.check.authz.backend.Survey.Unexamined;
import dev.launchready.portal.Portal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the portal file or the front's own text names a Firebase project. */
final class FirebaseSigns {
    private static final Pattern DATABASE = Pattern.compile(
            "https://[a-z0-9-]{4,60}(?:\\.[a-z0-9-]{4,30})?\\.(?:firebaseio\\.com|firebasedatabase\\.app)\\b");
    private static final Pattern PROJECT = Pattern.compile(
            "\\b(?:authDomain|storageBucket)[\"']?\\s*:\\s*[\"'`]([a-z0-9-]{4,60}\\.(?:firebaseapp\\.com|appspot\\.com|firebasestorage\\.app))");

    private FirebaseSigns() {}

    /** Each address once; the file's own first. */
    static List<Unexamined> in(Portal portal, FrontText front) {
        Map<String, Unexamined> found = new LinkedHashMap<>();
        portal.address().backends().stream()
                .filter(backend -> backend.kind().equals("firebase"))
                .map(backend -> backend.url().toString())
                .forEach(url -> found.put(url, new Unexamined(ServiceKind.FIREBASE, url, "The portal file")));
        for (Part part : front.parts()) {
            named(DATABASE, 0, part, found);
            named(PROJECT, 1, part, found);
        }
        return List.copyOf(found.values());
    }

    private static void named(Pattern pattern, int group, Part part, Map<String, Unexamined> found) {
        Matcher matcher = pattern.matcher(part.text());
        while (matcher.find()) {
            String url = matcher.group(group);
            found.putIfAbsent(
                    url, new Unexamined(ServiceKind.FIREBASE, url, part.url().path()));
        }
    }
}
