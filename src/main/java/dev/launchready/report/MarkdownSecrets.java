package dev.launchready.report;

import dev.launchready.model.Scorecard;
import dev.launchready.model.Scorecard.SecretPlace;
import dev.launchready.model.Scorecard.SecretSighting;

/** Each secret with the places where it was met, in order of time, and one way to be rid of it. */
final class MarkdownSecrets {
    private MarkdownSecrets() {}

    static void write(Scorecard card, StringBuilder out) {
        if (card.secrets().isEmpty()) {
            return;
        }
        out.append("## Secrets, and where each was met\n\n");
        card.secrets().forEach(secret -> write(secret, out));
    }

    private static void write(SecretSighting secret, StringBuilder out) {
        out.append("### ")
                .append(MarkdownText.of(secret.kind()))
                .append(' ')
                .append(MarkdownText.code(secret.fingerprint()))
                .append("\n\n");
        secret.places().forEach(place -> write(place, out));
        out.append('\n');
        int number = 1;
        for (String step : secret.fix()) {
            out.append(number++).append(". ").append(MarkdownText.of(step)).append('\n');
        }
        out.append(secret.fix().isEmpty() ? "" : "\n");
    }

    private static void write(SecretPlace place, StringBuilder out) {
        out.append("- ")
                .append(MarkdownText.code(place.file()))
                .append(" (")
                .append(MarkdownText.of(place.check()))
                .append(')');
        place.first().ifPresent(first -> out.append(", from ").append(MarkdownText.of(first)));
        place.last().ifPresent(last -> out.append(" until ").append(MarkdownText.of(last)));
        place.inHead()
                .ifPresent(still -> out.append(still ? ", still in the newest version" : ", in the history alone"));
        out.append('\n');
    }
}
