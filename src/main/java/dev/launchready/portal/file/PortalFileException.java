package dev.launchready.portal.file;

import dev.launchready.portal.yaml.Mark;
import java.util.List;
import java.util.stream.Collectors;

/** A file that cannot be used as it stands; the message has a line for each problem. */
public final class PortalFileException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient List<FileProblem> problems;

    public PortalFileException(List<FileProblem> problems) {
        super(problems.stream().map(FileProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    static PortalFileException of(String file, Mark at, String says) {
        return new PortalFileException(List.of(new FileProblem(file, at, says)));
    }

    /** At least one, in the order of the file. */
    public List<FileProblem> problems() {
        return problems;
    }
}
