package dev.launchready.check.transport;

import dev.launchready.model.Url;
import java.util.Optional;

/**
 * One thing that a page by https would fetch or send in clear.
 *
 * @param what as what it would be loaded (W3C Mixed Content)
 * @param target scheme, host, port and path; never a query, which may hold a secret
 * @param by the path of the page, style, script or answer that names it
 * @param covered the page asks browsers to upgrade such requests ({@code upgrade-insecure-requests})
 */
record InClear(What what, String target, String by, boolean covered) {

    enum What {
        /** A form with a password in it. */
        PASSWORD_FORM,
        FORM,
        /** Scripts, styles, frames, fonts: browsers block these. */
        ACTIVE,
        /** A request that a script makes; browsers block it. */
        CALL,
        /** Images, sound, video: browsers upgrade these, or show the page as not secure. */
        PASSIVE,
        /** An image or file that an answer of the API names. */
        DATA,
        /** An icon or address in the web app manifest. */
        MANIFEST
    }

    /** Nothing for https, for other schemes, and for this machine, which browsers trust (W3C Secure Contexts section 3.1). */
    static Optional<InClear> of(What what, Optional<Url> target, String by, boolean covered) {
        return target.filter(url -> !url.secure())
                .filter(url -> !url.host().matches("localhost|.*\\.localhost|127(\\.\\d+){3}|\\[::1]"))
                .map(url -> new InClear(what, url.origin() + url.path(), by, covered));
    }
}
