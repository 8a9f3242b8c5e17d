package dev.launchready.model;

import java.time.LocalDate;

/** A named person's word: who, when, with which proof, and how long it holds. */
public record Attestation(String by, LocalDate on, String proof, LocalDate until) {}
