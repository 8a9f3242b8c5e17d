package dev.launchready.check.authz.files;

import dev.launchready.model.Url;
import dev.launchready.probe.http.HttpAnswer;

/**
 * The address of a file, as an answer names it.
 *
 * @param source the answer
 * @param place where in it: member names joined by dots, or an element of a page
 * @param picture whether it is shown rather than kept: an avatar, a logo, a photo
 */
public record FileLink(Url url, HttpAnswer source, String place, boolean picture) {

    /** What two addresses of one file have in common. */
    public String file() {
        return file(url);
    }

    /** The same for an address that was not found in an answer. */
    public static String file(Url url) {
        return url.origin() + url.path();
    }

    /** Never the address: it may open the file. */
    @Override
    public String toString() {
        return place + " of " + source;
    }
}
