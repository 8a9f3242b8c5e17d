package dev.launchready.portal.file;

import dev.launchready.portal.yaml.Mark;

/**
 * One thing that is wrong with a file.
 *
 * @param file as the person named it
 * @param says one sentence; never with the value of a credential in it
 */
public record FileProblem(String file, Mark at, String says) {
    @Override
    public String toString() {
        return file + ":" + at.line() + ":" + at.column() + ": " + says;
    }
}
