package dev.launchready.check.authz.backend;

import dev.launchready.model.Url;
import java.util.regex.Pattern;

/** Hosts at which vendors serve what belongs to everybody: that one address of theirs is named allows no other. */
final class SharedHosts {
    private static final Pattern HOSTS =
            Pattern.compile("(?:storage|firestore|firebasestorage|identitytoolkit)\\.googleapis\\.com"
                    + "|s3(?:[.-][a-z0-9-]+){0,3}\\.amazonaws\\.com"
                    + "|s3\\.[a-z0-9-]+\\.(?:backblazeb2|wasabisys)\\.com|s3\\.wasabisys\\.com");

    private SharedHosts() {}

    static boolean serves(Url url) {
        return HOSTS.matcher(url.host()).matches();
    }
}
