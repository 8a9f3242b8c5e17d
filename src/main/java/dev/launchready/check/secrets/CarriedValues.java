package dev.launchready.check.secrets;

import dev.launchready.check.AnswerPlace;
import dev.launchready.check.CheckContext;
import dev.launchready.detect.SecretHit;
import dev.launchready.detect.SecretSearch;
import dev.launchready.model.Url;
import dev.launchready.portal.Portal;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.session.Session;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Values that are no find in an answer: what its own request said, and what makes the sessions of the portal file's identities. What an
 * identity is shown of another's session is told by the check of excess data.
 */
final class CarriedValues {
    /** Words of a request; what stands in base64 is not cut. */
    private static final Pattern WORDS = Pattern.compile("[\\s\"'&,;<>{}\\[\\]()?]+");

    private static final Pattern PARTS = Pattern.compile("[\\s\"'=:;,&<>{}\\[\\]()?/]+");
    private static final int SHORTEST = 6;

    private final SecretSearch search;
    private final Set<String> known = new HashSet<>();

    CarriedValues(CheckContext context, List<Session> sessions) {
        this.search = context.secrets();
        Portal portal = context.portal();
        portal.secrets().forEach(value -> add(value, known));
        for (Session session : sessions) {
            session.taken().values().forEach(value -> add(value, known));
            session.cookies().forEach(cookie -> add(cookie.value(), known));
            for (Url url : List.of(portal.url(), portal.api())) {
                session.credentials(url).forEach(part -> add(part.value(), known));
            }
        }
    }

    boolean has(HttpAnswer answer, SecretHit hit) {
        String fingerprint = hit.ref().fingerprint();
        return known.contains(fingerprint) || said(answer.call()).contains(fingerprint);
    }

    /** Fingerprints of all that a request says. */
    private Set<String> said(HttpCall call) {
        Set<String> said = new HashSet<>();
        add(call.url().target(), said);
        add(AnswerPlace.sent(call), said);
        call.headers().forEach(header -> add(header.value(), said));
        call.credentials().forEach(header -> add(header.value(), said));
        return said;
    }

    /** The text as a whole and its parts, as they are and with their percent-encoding undone. */
    private void add(String text, Set<String> into) {
        Stream.of(text, decoded(text))
                .distinct()
                .flatMap(form -> Stream.of(Stream.of(form), WORDS.splitAsStream(form), PARTS.splitAsStream(form)))
                .flatMap(parts -> parts)
                .filter(part -> part.length() >= SHORTEST)
                .distinct()
                .forEach(part -> into.add(search.fingerprint(part)));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
