package dev.launchready.check.secrets;

import dev.launchready.check.AnswerPlace;
import dev.launchready.detect.SecretHit;
import dev.launchready.model.Proof;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A secret in one answer.
 *
 * @param header in which it stands; empty for the body
 */
record ShownSecret(SecretHit hit, HttpAnswer answer, AnswerPlace place, Optional<String> header) {
    private static final String SIGNED_TOKEN = "jwt";
    private static final String ANY_SECRET = "generic-secret";

    /**
     * Rules for values that a portal also makes itself, for whoever is asking: a session, a one-time token, a key of one's own. The tokens
     * of a person's account elsewhere are among them, as such a person's browser works with them.
     */
    private static final Set<String> MADE_FOR_READERS = Set.of(
            SIGNED_TOKEN,
            ANY_SECRET,
            "github-oauth-token",
            "google-oauth-access-token",
            "google-oauth-refresh-token",
            "meta-access-token",
            "dropbox-token",
            "aws-session-token",
            "azure-sas-signature");

    private static final Set<String> KEY_IDS = Set.of("aws-access-key-id", "aws-temporary-key-id");
    /** Before the id of the key that signed a link (AWS signature version 4 in a query, and version 2). */
    private static final Pattern OF_A_LINK = Pattern.compile("(?i)(?:X-Amz-Credential|AWSAccessKeyId)(?:=|%3D)$");

    /** Sessions that are kept alive by a refresh seldom give tokens for longer. */
    private static final Duration SOON = Duration.ofDays(2);

    private static final int LEAD = 40;

    String reader() {
        return answer.call().sender();
    }

    boolean nobodys() {
        return reader().equals(HttpCall.NOBODY);
    }

    /** Whether its kind is one that portals hand out to its owner. */
    boolean madeForReaders() {
        return MADE_FOR_READERS.contains(hit.rule());
    }

    /** Whether it was found by its name alone. */
    boolean byNameAlone() {
        return hit.rule().equals(ANY_SECRET);
    }

    /** The id of the key that signed a link: it has to stand there, and opens nothing without the key itself. */
    boolean namesWhoSigned() {
        if (!KEY_IDS.contains(hit.rule())) {
            return false;
        }
        byte[] text = header.flatMap(answer::header)
                .map(value -> value.getBytes(StandardCharsets.ISO_8859_1))
                .orElse(answer.body());
        int before = (int) hit.spot().offset()
                - header.map(name -> name.length() + 2).orElse(0);
        int end = Math.max(0, Math.min(before, text.length));
        int start = Math.max(0, end - LEAD);
        return OF_A_LINK
                .matcher(new String(text, start, end - start, StandardCharsets.ISO_8859_1))
                .find();
    }

    boolean inCookie() {
        return header.filter("set-cookie"::equalsIgnoreCase).isPresent();
    }

    String part() {
        return header.map(name -> "header " + name)
                .orElseGet(() -> "line " + hit.spot().line() + " of the body");
    }

    Sighting sighting() {
        return Sighting.of(hit).shownBy(answer.evidence().curl());
    }

    /** A signed token that runs out soon is that of a session, and no secret that stays. */
    boolean endsSoon(Instant now) {
        String end = hit.facts().getOrDefault("exp", "");
        return hit.rule().equals(SIGNED_TOKEN)
                && end.matches("[0-9]{9,11}")
                && Instant.ofEpochSecond(Long.parseLong(end)).isBefore(now.plus(SOON));
    }

    /** A token that everybody is given alike may well be made for that; nobody but its makers knows. */
    ShownSecret doubted() {
        if (!hit.rule().equals(SIGNED_TOKEN)) {
            return this;
        }
        SecretHit less = new SecretHit(
                hit.rule(),
                hit.kind(),
                hit.keyClass(),
                hit.severity(),
                Proof.HEURISTIC,
                hit.ref(),
                hit.spot(),
                hit.label(),
                hit.facts());
        return new ShownSecret(less, answer, place, header);
    }

    /** Never the answer. */
    @Override
    public String toString() {
        return hit.kind() + " in " + part() + " of " + place;
    }
}
