package dev.launchready.portal;

/**
 * One entry of {@code ai}: where a person talks to a model.
 *
 * @param answer a JSONPath to the reply
 */
public record Assistant(Request request, String answer) {}
