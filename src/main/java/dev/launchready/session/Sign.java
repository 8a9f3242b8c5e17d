package dev.launchready.session;

import dev.launchready.portal.Identity.Expectation;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;

/** What is asked to see whether somebody is signed in, and the answer's sign that tells. */
record Sign(Expectation expectation) {
    private static final int SUCCESS = 2;

    /** One look: whether the sign was there, and the answer that decided. */
    record Look(boolean holds, HttpAnswer answer) {}

    Look look(Reading reading, Session session) throws ProbeException, InterruptedException {
        HttpAnswer first = reading.as(session, reading.call(expectation.request()));
        if (matches(first) || !first.redirect()) {
            return new Look(matches(first), first);
        }
        HttpAnswer landed = reading.landing(session, first);
        return new Look(matches(landed), landed);
    }

    private boolean matches(HttpAnswer answer) {
        boolean status =
                expectation.status().map(wanted -> wanted == answer.status()).orElse(answer.status() / 100 == SUCCESS);
        boolean contains =
                expectation.contains().map(text -> shows(answer, text)).orElse(true);
        return status && contains;
    }

    /** Whether the text is in the body, as it is or as JSON or HTML would write it. */
    static boolean shows(HttpAnswer answer, String text) {
        String body = answer.text();
        return body.contains(text)
                || body.contains(text.replace("/", "\\/"))
                || body.contains(text.replace("&", "&amp;").replace("'", "&#39;"));
    }
}
