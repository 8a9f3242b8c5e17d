package dev.launchready.check.secrets;

import dev.launchready.model.Reason;
import java.util.regex.Pattern;

/**
 * A file or an endpoint that no visitor should reach, and what its content must look like for it to be there: a status proves nothing.
 *
 * @param path from the origin's root, or from a base path
 * @param content found at the start of the body, which is read as ISO 8859-1
 * @param everywhere whether it is asked for under base paths too
 * @param large whether only the first bytes are asked for
 */
record ExposedPath(Reason reason, String path, Pattern content, boolean everywhere, boolean large) {
    static ExposedPath of(Reason reason, String path, String content) {
        return new ExposedPath(reason, path, Pattern.compile(content), false, false);
    }

    ExposedPath underBases() {
        return new ExposedPath(reason, path, content, true, large);
    }

    ExposedPath startOnly() {
        return new ExposedPath(reason, path, content, everywhere, true);
    }
}
