package dev.launchready.check.secrets;

import dev.launchready.model.Url;
import java.util.List;

/**
 * What was found in everything that a browser loads.
 *
 * @param scripts read, lazy chunks and service workers among them
 * @param named how many scripts the pages name
 * @param pages read, with their inline scripts and payloads
 * @param others styles, manifests and settings that were read
 * @param signedIn of the pages, how many as a signed-in identity
 * @param bytes searched
 * @param missed what was named by the portal and could not be read, a sentence each
 */
public record BundlesSeen(
        List<FoundSecret> found,
        int scripts,
        int named,
        int pages,
        int others,
        int signedIn,
        long bytes,
        List<String> missed) {
    public BundlesSeen {
        found = List.copyOf(found);
        missed = List.copyOf(missed);
    }

    /** A URL as it may be shown: its query may carry anything. */
    static String shown(Url url) {
        return url.origin() + url.path();
    }
}
