package dev.launchready.portal;

import java.nio.file.Path;

/**
 * A pattern of file names, {@code logs/*.log}.
 *
 * @param base the folder from which it counts: that of the portal file, or what an absolute pattern begins with
 * @param pattern with {@code /}, relative to the base
 */
public record FileGlob(Path base, String pattern) {
    /** Splits a pattern as it was written, so that the base is as deep as its plain beginning. */
    public static FileGlob of(Path folder, String written) {
        String text = written.replace('\\', '/');
        int wild = 0;
        while (wild < text.length() && "*?[{".indexOf(text.charAt(wild)) < 0) {
            wild++;
        }
        int slash = text.lastIndexOf('/', wild == text.length() ? wild : Math.max(0, wild - 1));
        boolean split = slash >= 0 && slash < text.length() - 1;
        Path base = split ? folder.resolve(text.substring(0, Math.max(1, slash))) : folder;
        String pattern = split ? text.substring(slash + 1) : text.replaceFirst("/+$", "");
        return new FileGlob(base.normalize(), pattern);
    }

    @Override
    public String toString() {
        return base.resolve(".").normalize() + "/" + pattern;
    }
}
