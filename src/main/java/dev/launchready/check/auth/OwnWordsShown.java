package dev.launchready.check.auth;

import dev.launchready.check.CheckContext;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.session.Likeness;
import dev.launchready.session.Session;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What the proof of one identity's sign-in shows each time, and another's does not. A portal that makes an account of whatever name and
 * password it is sent lets a forged credential in as well, but as somebody new.
 *
 * @param texts empty where both are shown the same, or where there is nobody to compare with
 */
record OwnWordsShown(Set<String> texts) {
    static final OwnWordsShown NONE = new OwnWordsShown(Set.of());

    OwnWordsShown {
        texts = Set.copyOf(texts);
    }

    static OwnWordsShown of(CheckContext context, Session good, Optional<Session> other)
            throws ProbeException, InterruptedException {
        if (other.isEmpty()) {
            return NONE;
        }
        Set<String> own =
                new LinkedHashSet<>(Likeness.texts(context.sessions().look(good).answer()));
        own.retainAll(Likeness.texts(context.sessions().look(good).answer()));
        own.removeAll(Likeness.texts(context.sessions().look(other.get()).answer()));
        return new OwnWordsShown(own);
    }

    /** Whether that answer may be the identity's. */
    boolean by(HttpAnswer answer) {
        return texts.isEmpty() || Likeness.texts(answer).stream().anyMatch(texts::contains);
    }
}
