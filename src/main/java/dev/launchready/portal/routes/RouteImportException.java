package dev.launchready.portal.routes;

/** A file from which no routes can be read; the message is one sentence without any part of the file's values. */
public final class RouteImportException extends Exception {
    private static final long serialVersionUID = 1L;
    private final String says;

    public RouteImportException(String says) {
        super(says);
        this.says = says;
    }

    public String says() {
        return says;
    }
}
