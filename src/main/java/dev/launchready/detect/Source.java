package dev.launchready.detect;

/**
 * What bytes are read from, by the name that a person knows it by: a path, a URL, a blob's path in history.
 *
 * @param name entries of archives follow after {@code !/}
 */
public record Source(String name) {
    private static final String ENTRY = "!/";

    public static Source of(String name) {
        return new Source(name);
    }

    /** An entry of the archive that this source is. */
    public Source entry(String entryName) {
        return new Source(name + ENTRY + entryName);
    }

    /** The last part of the name, without any query. */
    String fileName() {
        int query = name.indexOf('?');
        String path = query < 0 ? name : name.substring(0, query);
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
