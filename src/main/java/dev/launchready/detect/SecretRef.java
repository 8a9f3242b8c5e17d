package dev.launchready.detect;

/**
 * All that may be told of a secret's value.
 *
 * @param prefix at most four characters, fewer where the value is short
 * @param length of the value in bytes
 * @param fingerprint of the value under the portal's fingerprint key: the same wherever this value turns up
 */
public record SecretRef(String prefix, int length, String fingerprint) {}
