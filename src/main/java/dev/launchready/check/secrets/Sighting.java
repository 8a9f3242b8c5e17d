package dev.launchready.check.secrets;

import dev.launchready.detect.SecretHit;
import dev.launchready.model.Evidence;
import dev.launchready.model.Secret;
import java.util.List;
import java.util.Optional;

/**
 * One place where a secret was met.
 *
 * @param file a path, or a URL without query
 * @param line from 1
 * @param column bytes from the start of the line, from 1
 * @param layers how the value was wrapped, the outermost first; empty where it stands in clear
 * @param label the name that the value is assigned to, or an empty text
 * @param loader what has it loaded: the page of a script, the script of a map; an empty text where nothing has
 * @param first when it came there, as a date or a commit with its date; {@code last} likewise
 * @param inHead whether the newest version still has it; absent where there are no versions
 * @param command that shows it to the person, in their own terminal
 */
public record Sighting(
        String file,
        long line,
        long column,
        List<String> layers,
        String label,
        String loader,
        Optional<String> first,
        Optional<String> last,
        Optional<Boolean> inHead,
        String command) {
    public Sighting {
        layers = List.copyOf(layers);
    }

    /** Where the hit says, under the name that its source was given. */
    public static Sighting of(SecretHit hit) {
        return new Sighting(
                hit.spot().source().name(),
                hit.spot().line(),
                hit.spot().column(),
                hit.spot().layers(),
                hit.label().orElse(""),
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "");
    }

    public Sighting in(String newFile, long newLine) {
        return new Sighting(newFile, newLine, column, layers, label, loader, first, last, inHead, command);
    }

    public Sighting loadedBy(String newLoader) {
        return new Sighting(file, line, column, layers, label, newLoader, first, last, inHead, command);
    }

    /** A place in a history. */
    public Sighting between(String newFirst, String newLast, boolean nowInHead) {
        return new Sighting(
                file,
                line,
                column,
                layers,
                label,
                loader,
                Optional.of(newFirst),
                Optional.of(newLast),
                Optional.of(nowInHead),
                command);
    }

    public Sighting shownBy(String newCommand) {
        return new Sighting(file, line, column, layers, label, loader, first, last, inHead, newCommand);
    }

    Secret.Place place() {
        return new Secret.Place(file, first, last, inHead);
    }

    /** @param shown of the value, such as {@code sk_l… (107 characters)} */
    Evidence evidence(String shown) {
        String named = label.isEmpty() ? shown : label + " = " + shown;
        String wrapped = layers.isEmpty() ? named : String.join(" in ", layers) + ": " + named;
        return new Evidence.FileLocation(
                file, Optional.of((int) line), Optional.of((int) column), last, wrapped, command);
    }
}
