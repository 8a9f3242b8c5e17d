package dev.launchready.probe.git;

/** Kinds of objects, by the numbers that packs use (gitformat-pack(5)). */
final class Kind {
    static final byte UNKNOWN = 0;
    static final byte COMMIT = 1;
    static final byte TREE = 2;
    static final byte BLOB = 3;
    static final byte TAG = 4;
    /** Made from the object that lies so many bytes before it. */
    static final byte OFFSET_DELTA = 6;
    /** Made from the object of that name. */
    static final byte NAMED_DELTA = 7;

    private Kind() {}

    /** The number of a loose object's word. */
    static byte of(String word) {
        return switch (word) {
            case "commit" -> COMMIT;
            case "tree" -> TREE;
            case "blob" -> BLOB;
            case "tag" -> TAG;
            default -> UNKNOWN;
        };
    }
}
