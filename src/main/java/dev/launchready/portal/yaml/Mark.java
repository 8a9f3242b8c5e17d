package dev.launchready.portal.yaml;

/** A place in a text; both from 1. */
public record Mark(int line, int column) {
    public static final Mark START = new Mark(1, 1);
}
