package dev.launchready.check.authz.backend;

/** What kind of place in a back end it is. */
public enum PlaceKind {
    TABLE("table"),
    FUNCTION("function"),
    BUCKET("bucket");

    private final String label;

    PlaceKind(String label) {
        this.label = label;
    }

    /** Its name for a person. */
    public String label() {
        return label;
    }
}
