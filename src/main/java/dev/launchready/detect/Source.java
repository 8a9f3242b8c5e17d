package dev.launchready.detect;

/**
 * What bytes are read from, by the name that a person knows it by: a path, a URL, a blob's path in history.
 *
 * @param name entries of archives follow after {@code !/}
 * @param root characters of the name that lead to what a person named, and belong to no project
 */
public record Source(String name, int root) {
    private static final String ENTRY = "!/";

    public static Source of(String name) {
        return new Source(name, 0);
    }

    /** A file of a folder that a person named: how they come to that folder says nothing of the file. */
    public static Source under(String folder, String file) {
        return new Source(folder + file, folder.length());
    }

    /** An entry of the archive that this source is. */
    public Source entry(String entryName) {
        return new Source(name + ENTRY + entryName, root);
    }

    /** The last part of the name, without any query. */
    String fileName() {
        int query = name.indexOf('?');
        String path = query < 0 ? name : name.substring(0, query);
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
