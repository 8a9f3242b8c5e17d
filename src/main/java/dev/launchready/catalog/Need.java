package dev.launchready.catalog;

/**
 * Something that a check needs from the portal file, as {@code checks/needs.yml} words it.
 *
 * @param id as cards name it, {@code two-identities}
 * @param says why nothing could be tested without it
 * @param add the line to add
 * @param minutes how long that takes a person
 * @param optional whether nobody owes it: a check that needs nothing else belongs to every profile once it is given, and to none before
 */
public record Need(String id, String says, String add, int minutes, boolean optional) {}
