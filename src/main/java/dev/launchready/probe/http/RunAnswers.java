package dev.launchready.probe.http;

import java.util.List;

/**
 * The distinct answers that the run has had so far, for the checks of stage REVIEW. They are raw: like every {@link HttpAnswer} they live
 * inside {@code observe} alone.
 *
 * <p>A resumed run has lost the answers of its first part. Whoever looks at these therefore also asks for what its verdict rests on.
 */
public interface RunAnswers {
    RunAnswers NONE = new RunAnswers() {
        @Override
        public List<HttpAnswer> all() {
            return List.of();
        }

        @Override
        public Left left() {
            return new Left(0, 0);
        }
    };

    /** In the order in which they came. Bodies may be cut shorter than they were received; then they are marked as truncated. */
    List<HttpAnswer> all();

    /** What is not among them. */
    Left left();

    /**
     * @param repeats answers to a request that already has several of other content: what changes with every answer
     * @param overflow answers that there was no room for
     */
    record Left(long repeats, long overflow) {}
}
