package dev.launchready.report;

import dev.launchready.model.Scorecard;
import java.io.IOException;

/** One form in which a scorecard is shown. A report only reads: it never judges, hides or recounts. */
@FunctionalInterface
public interface Report {

    /** @throws IOException only when {@code out} does */
    void write(Scorecard scorecard, Appendable out) throws IOException;
}
