package dev.launchready.engine;

/** A choice of checks that matches nothing; the message is a sentence for a person. */
public final class SelectionException extends Exception {
    private static final long serialVersionUID = 1L;

    public SelectionException(String message) {
        super(message);
    }
}
