package dev.launchready.model;

/**
 * Why a check came to no verdict.
 *
 * @param code the reason's code
 * @param says one sentence for a person
 * @param add the line or command that would let it tell
 * @param minutes how long that takes a person, roughly
 */
public record Problem(String code, String says, String add, int minutes) {}
