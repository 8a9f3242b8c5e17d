package dev.launchready.check.authz;

import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.session.Original;
import dev.launchready.session.Subject;

/** A child under its own parents, and what its owner was answered. Lives inside {@code observe} alone. */
record Family(Subject subject, HttpAnswer before) {

    boolean answered() {
        return before.status() / 100 == 2;
    }

    /** The answer as a control that was not repeated yet. */
    Original original() {
        return new Original(before, before);
    }
}
