package dev.launchready.session;

/**
 * A value that belongs to one identity alone; wherever somebody else gets it, something leaks.
 *
 * @param value a personal value; never to leave memory
 */
public record Marker(String identity, String value) {

    /** The first two characters and the length. */
    public String masked() {
        return value.substring(0, Math.min(2, value.length())) + "… (" + value.length() + " characters)";
    }

    @Override
    public String toString() {
        return "marker of " + identity + " " + masked();
    }
}
