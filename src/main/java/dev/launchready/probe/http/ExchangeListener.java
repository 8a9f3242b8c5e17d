package dev.launchready.probe.http;

import dev.launchready.probe.ProbeException;

/** Told of every exchange on the thread that asked for it; has to be quick, and safe for many threads. */
public interface ExchangeListener {

    /** An answer has come, and has not been handed over yet. It is raw: only {@link KeptAnswers} may keep more of it than its evidence. */
    default void answered(HttpAnswer answer) {}

    /** A request was not sent, or has no answer. */
    default void failed(HttpCall call, ProbeException failure) {}
}
