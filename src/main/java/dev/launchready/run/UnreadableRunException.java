package dev.launchready.run;

import java.io.IOException;

/** A file of a run folder that is not what it should be; the message is one sentence that names the file and the line. */
public final class UnreadableRunException extends IOException {
    public UnreadableRunException(String message) {
        super(message);
    }
}
