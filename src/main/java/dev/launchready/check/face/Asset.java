package dev.launchready.check.face;

import dev.launchready.model.Url;
import dev.launchready.probe.http.HttpAnswer;

/**
 * Something that a page has the browser load.
 *
 * @param from the page or manifest that names it
 */
public record Asset(Kind kind, HttpAnswer answer, Url from) {

    /** What it is loaded as. */
    public enum Kind {
        SCRIPT,
        STYLE,
        /** The web app manifest (W3C Appmanifest). */
        MANIFEST,
        /** A build's list of its own files: Next.js, Vite, create-react-app, Angular. */
        BUILD_MANIFEST,
        SERVICE_WORKER
    }

    public Url url() {
        return answer.call().url();
    }
}
