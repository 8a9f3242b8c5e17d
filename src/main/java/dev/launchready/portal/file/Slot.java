package dev.launchready.portal.file;

import dev.launchready.model.Url;
import dev.launchready.portal.FileGlob;
import dev.launchready.portal.yaml.Yaml;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value at its key path, with the conversions that readers ask for. A conversion that fails leaves a problem in the reading and is
 * empty, so that one pass finds every problem.
 */
record Slot(Reading reading, String path, Yaml yaml) {
    Optional<Section> section() {
        if (yaml instanceof Yaml.Block block) {
            return Optional.of(new Section(reading, path, block));
        }
        return wrong("a mapping with keys");
    }

    boolean isText() {
        return yaml instanceof Yaml.Scalar;
    }

    boolean isList() {
        return yaml instanceof Yaml.Sequence;
    }

    /** The entries of a list. */
    List<Slot> items() {
        if (!(yaml instanceof Yaml.Sequence sequence)) {
            wrong("a list");
            return List.of();
        }
        List<Slot> items = new ArrayList<>();
        for (int at = 0; at < sequence.items().size(); at++) {
            items.add(new Slot(reading, path + "[" + at + "]", sequence.items().get(at)));
        }
        return items;
    }

    /** The entries of a list, or the one value that stands there without one. */
    List<Slot> oneOrMany() {
        return isList() ? items() : List.of(this);
    }

    /** A text with its references filled in, and what it was made from. */
    Optional<Text> filled() {
        return yaml instanceof Yaml.Scalar scalar ? reading.expand(scalar) : wrong("a text");
    }

    /** A text that is not blank. */
    Optional<String> text() {
        return filled().map(text -> text.value().strip()).filter(text -> !text.isEmpty());
    }

    /** A value that is a credential, which is refused in clear and never shown. */
    Optional<String> credential() {
        return filled().filter(text -> !text.value().isEmpty())
                .map(text -> reading.custody().credential(text, yaml.at(), path));
    }

    Optional<Integer> integer(int least, int most) {
        Optional<Double> number = number(least, most);
        if (number.isPresent() && number.get() != Math.rint(number.get())) {
            return problem("'" + path + "' must be a whole number");
        }
        return number.map(Double::intValue);
    }

    Optional<Double> number(double least, double most) {
        Optional<String> text = text();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!Yaml.NUMBER.matcher(text.get()).matches()) {
            return problem("'" + path + "' must be a number");
        }
        double number = Double.parseDouble(text.get());
        if (number < least || number > most) {
            return problem("'" + path + "' must be between " + plain(least) + " and " + plain(most));
        }
        return Optional.of(number);
    }

    Optional<LocalDate> date() {
        Optional<String> text = text();
        try {
            return text.map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            return problem("'" + text.orElse("") + "' is no date; write year, month and day, such as 2027-01-31");
        }
    }

    /** A web address with its scheme and without credentials. */
    Optional<Url> url() {
        try {
            return text().map(Url::parse);
        } catch (IllegalArgumentException e) {
            return problem(String.valueOf(e.getMessage()));
        }
    }

    /** A path, relative to the portal file, whether there is anything or not. */
    Optional<Path> file() {
        Optional<String> text = text();
        try {
            return text.map(name -> reading.base().resolve(name).normalize());
        } catch (InvalidPathException e) {
            return problem("'" + path + "' is no path of a file");
        }
    }

    /** A pattern of file names, relative to the portal file. */
    Optional<FileGlob> glob() {
        Optional<String> text = text();
        try {
            return text.map(written -> FileGlob.of(reading.base(), written));
        } catch (InvalidPathException e) {
            return problem("'" + path + "' is no pattern of file names");
        }
    }

    /** A file that is there. */
    Optional<Path> existing() {
        Optional<Path> found = file();
        if (found.isPresent() && !Files.isReadable(found.get())) {
            return problem("there is no file " + text().orElse("") + " (looked for in " + reading.base() + ")");
        }
        return found;
    }

    /** One of a few words. */
    <T> Optional<T> choice(String what, Map<String, T> choices) {
        Optional<String> text = text();
        if (text.isPresent() && !choices.containsKey(text.get())) {
            List<String> words = choices.keySet().stream().sorted().toList();
            return problem("unknown " + what + " '" + text.get() + "'" + Nearest.hint(text.get(), words));
        }
        return text.map(choices::get);
    }

    /** Leaves a problem at this place, and is empty. */
    <T> Optional<T> problem(String says) {
        reading.problem(yaml.at(), says);
        return Optional.empty();
    }

    private <T> Optional<T> wrong(String wanted) {
        boolean missing = yaml instanceof Yaml.Scalar scalar && scalar.isNull();
        String place = path.isEmpty() ? "the file" : "'" + path + "'";
        return problem(place + " must be " + wanted + ", not " + (missing ? "empty" : yaml.kind()));
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
