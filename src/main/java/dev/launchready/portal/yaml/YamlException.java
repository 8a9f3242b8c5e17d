package dev.launchready.portal.yaml;

/** A text that is no YAML, or more than the limits allow; the message is one sentence without any part of the text. */
public final class YamlException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Mark at;

    public YamlException(Mark at, String says) {
        super(says);
        this.at = at;
    }

    public Mark at() {
        return at;
    }
}
