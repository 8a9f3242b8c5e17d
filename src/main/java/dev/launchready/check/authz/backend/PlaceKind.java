package dev.launchready.check.authz.backend;

/** What kind of place in a back end it is. */
public enum PlaceKind {
    TABLE("table"),
    FUNCTION("function"),
    BUCKET("bucket"),
    /** Of the Realtime Database of Firebase. */
    NODE("path"),
    /** Of Firestore. */
    COLLECTION("collection"),
    /** Of the Storage of Firebase. */
    FOLDER("folder"),
    /** Of S3, of its kin, or of Google Cloud Storage. */
    STORE("bucket"),
    /** Of Azure. */
    CONTAINER("container"),
    /** What a GraphQL service tells of itself. */
    SCHEMA("schema"),
    /** Of a GraphQL service. */
    QUERY("query");

    private final String label;

    PlaceKind(String label) {
        this.label = label;
    }

    /** Its name for a person. */
    public String label() {
        return label;
    }

    /** Whether it is all that a store of files has under one name. */
    boolean stored() {
        return this == STORE || this == CONTAINER;
    }

    /** Whether security rules of Firebase decide who gets it. */
    boolean ruled() {
        return this == NODE || this == COLLECTION || this == FOLDER;
    }
}
