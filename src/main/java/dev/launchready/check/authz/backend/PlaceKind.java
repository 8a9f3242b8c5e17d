package dev.launchready.check.authz.backend;

import dev.launchready.model.Reason;

/** What kind of place in a back end it is, and which reasons speak of it. */
public enum PlaceKind {
    TABLE("table", BackendReasons.ANYONE_READS_TABLE, BackendReasons.TABLE_READABLE, BackendReasons.OTHERS_ROWS),
    FUNCTION(
            "function",
            BackendReasons.ANYONE_CALLS_FUNCTION,
            BackendReasons.FUNCTION_READABLE,
            BackendReasons.OTHERS_BY_FUNCTION),
    BUCKET("bucket", BackendReasons.ANYONE_LISTS_FILES, BackendReasons.FILES_LISTED, BackendReasons.OTHERS_FILES);

    private final String label;
    private final Reason open;
    private final Reason readable;
    private final Reason others;

    PlaceKind(String label, Reason open, Reason readable, Reason others) {
        this.label = label;
        this.open = open;
        this.readable = readable;
        this.others = others;
    }

    /** Its name for a person. */
    public String label() {
        return label;
    }

    /** Nobody reads what is provably somebody's. */
    Reason open() {
        return open;
    }

    /** Nobody reads something, and nothing tells that it is anybody's. */
    Reason readable() {
        return readable;
    }

    /** One tenant reads another's. */
    Reason others() {
        return others;
    }
}
