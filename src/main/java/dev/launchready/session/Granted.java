package dev.launchready.session;

import dev.launchready.probe.http.HttpAnswer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a recipe came back with.
 *
 * @param conversation its cookies, and what it took from answers
 * @param lines the header lines that this kind of recipe sends where the file has no {@code send-as}; by origin, {@code *} is the portal's own
 * @param answer the answer that decided, where the recipe asks the portal at all
 */
record Granted(Conversation conversation, Map<String, List<String>> lines, Optional<HttpAnswer> answer) {
    static final String OWN_ORIGIN = "*";
    static final String TOKEN = "token";
    static final String BASIC = "basic";
    private static final List<String> BEARER = List.of("Authorization: Bearer {token}");

    Granted {
        lines = Map.copyOf(lines);
    }

    static Granted cookies(Conversation conversation, HttpAnswer answer) {
        return new Granted(conversation, Map.of(), Optional.of(answer));
    }

    static Granted bearer(Conversation conversation, HttpAnswer answer) {
        return new Granted(conversation, Map.of(OWN_ORIGIN, BEARER), Optional.of(answer));
    }

    static Granted bearer(Conversation conversation) {
        return new Granted(conversation, Map.of(OWN_ORIGIN, BEARER), Optional.empty());
    }

    static Granted given(Conversation conversation, Map<String, List<String>> lines) {
        return new Granted(conversation, lines, Optional.empty());
    }
}
