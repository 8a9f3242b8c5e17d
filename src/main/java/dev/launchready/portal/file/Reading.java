package dev.launchready.portal.file;

import dev.launchready.portal.FileLines;
import dev.launchready.portal.yaml.Mark;
import dev.launchready.portal.yaml.Yaml;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is known while one file is being read: its problems so far, the lines of its keys, and its credentials. */
final class Reading {
    /** A file with more problems than this is better read again after the first are mended. */
    private static final int MAX_PROBLEMS = 200;

    private final String file;
    private final Path base;
    private final Values values;
    private final Custody custody = new Custody(this);
    private final List<FileProblem> problems = new ArrayList<>();
    private final Map<String, Integer> keys = new HashMap<>();
    private final Set<String> identities = new LinkedHashSet<>();

    Reading(Path file, Map<String, String> environment) {
        this.file = file.toString();
        Path folder = file.toAbsolutePath().getParent();
        this.base = folder == null ? Path.of("") : folder.normalize();
        this.values = new Values(environment, base);
    }

    String file() {
        return file;
    }

    /** The folder that paths are relative to. */
    Path base() {
        return base;
    }

    /** A file as it is seen from the portal file, so that no folder of this machine gets into a report. */
    String name(Path other) {
        boolean near = base.getRoot() != null && base.getRoot().equals(other.getRoot());
        return (near ? base.relativize(other) : other).toString().replace('\\', '/');
    }

    Custody custody() {
        return custody;
    }

    /** The names that {@code as:} may use. */
    Set<String> identities() {
        return identities;
    }

    void problem(Mark at, String says) {
        if (problems.size() < MAX_PROBLEMS) {
            problems.add(new FileProblem(file, at, says));
        }
    }

    /** Fills in the references of a text; what cannot be filled in is a problem, and empty. */
    Optional<Text> expand(Yaml.Scalar scalar) {
        try {
            return Optional.of(values.expand(scalar.text()));
        } catch (Values.Missing e) {
            problem(scalar.at(), e.says());
            return Optional.empty();
        }
    }

    /** Notes the line of every key and list entry below, and reports keys that stand twice. */
    void index(String path, Yaml yaml) {
        if (yaml instanceof Yaml.Sequence sequence) {
            for (int at = 0; at < sequence.items().size(); at++) {
                Yaml item = sequence.items().get(at);
                String step = path + "[" + at + "]";
                keys.put(step, item.at().line());
                index(step, item);
            }
        } else if (yaml instanceof Yaml.Block block) {
            Map<String, Mark> first = new HashMap<>();
            for (Yaml.Entry entry : block.entries()) {
                Mark before = first.putIfAbsent(entry.key(), entry.at());
                if (before != null) {
                    problem(
                            entry.at(),
                            "key '" + entry.key() + "' stands twice; it is already in line " + before.line());
                    continue;
                }
                String step = path.isEmpty() ? entry.key() : path + "." + entry.key();
                keys.put(step, entry.at().line());
                index(step, entry.value());
            }
        }
    }

    /** The line of a key that is there. */
    Mark mark(String path) {
        return lines().line(path).map(line -> new Mark(line, 1)).orElse(Mark.START);
    }

    FileLines lines() {
        return new FileLines(Optional.of(file), keys, custody.secrets());
    }

    /** @throws PortalFileException when there was any problem, all of them in the order of the file */
    void finish() throws PortalFileException {
        if (!problems.isEmpty()) {
            Comparator<FileProblem> place = Comparator.comparing(FileProblem::file)
                    .thenComparingInt(problem -> problem.at().line())
                    .thenComparingInt(problem -> problem.at().column());
            throw new PortalFileException(
                    problems.stream().distinct().sorted(place).toList());
        }
    }
}
