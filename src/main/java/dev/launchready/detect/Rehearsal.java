package dev.launchready.detect;

import dev.launchready.model.Proof;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a file is there to try things out: tests, fixtures, examples, documentation. What is called a secret there, and is of no known
 * form, was nearly always made up for it, so that its name proves little; a key of a known form is as real there as anywhere.
 */
final class Rehearsal {
    private static final Set<String> FOLDERS = Set.of(
            "test",
            "tests",
            "__tests__",
            "testing",
            "testdata",
            "test-data",
            "test_data",
            "spec",
            "specs",
            "e2e",
            "fixture",
            "fixtures",
            "__fixtures__",
            "mock",
            "mocks",
            "__mocks__",
            "example",
            "examples",
            "sample",
            "samples",
            "docs",
            "doc",
            "guides");
    private static final Pattern FILES = Pattern.compile(
            "(?:^|[._-])(?:tests?|specs?|mocks?|fixtures?|examples?|samples?)(?:[._-]|$)|[a-z0-9]Tests?\\.[a-z]+$");

    private Rehearsal() {}

    /** Nothing of an address tells so: a portal may lie at {@code /test/}. */
    static boolean isOne(Source source) {
        String name = source.name().substring(source.root()).replace('\\', '/');
        if (source.name().contains("://")) {
            return false;
        }
        String[] parts = name.split("/", -1);
        for (int at = 0; at < parts.length - 1; at++) {
            if (FOLDERS.contains(parts[at].toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return FILES.matcher(parts[parts.length - 1]).find();
    }

    /** What a proof is worth there. */
    static Proof worth(Proof proof, Form form) {
        return form instanceof Form.Generic && proof == Proof.STRONG ? Proof.HEURISTIC : proof;
    }
}
