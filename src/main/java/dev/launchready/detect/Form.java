package dev.launchready.detect;

import java.util.List;

/** How a rule recognises its value. */
public sealed interface Form {
    /**
     * A value that looks like no other.
     *
     * @param pattern RE2 syntax; its group {@code value}, or else the whole, is the value
     * @param lead bytes before the keyword in which the match may begin; 0: the match begins with the keyword, as written
     * @param reach bytes from the keyword in which the match must end
     * @param bounded whether a letter, digit or underscore next to the match makes it part of something else
     */
    record Token(String pattern, int lead, int reach, boolean bounded) implements Form {}

    /**
     * A plain value known by the name that it is assigned to. The rule's keywords are parts of that name.
     *
     * @param pattern RE2 syntax, for the whole value
     */
    record Assigned(String pattern) implements Form {}

    /** The password of {@code scheme://user:password@host}. An empty list is every scheme that no other rule names. */
    record Credentials(List<String> schemes) implements Form {
        public Credentials {
            schemes = List.copyOf(schemes);
        }
    }

    /** A block between {@code -----BEGIN label-----} and {@code -----END label-----}. */
    record Armour(List<String> labels) implements Form {
        public Armour {
            labels = List.copyOf(labels);
        }
    }

    /** Any random-looking value that is assigned to a name such as {@code clientSecret}. */
    record Generic() implements Form {}

    /**
     * A foreign rule: a pattern looked for around its keywords, or everywhere where it has none.
     *
     * @param group of the pattern that is the value; 0 for the first that matched anything, or else the whole
     * @param path what the source's name must match; empty where it may be any
     */
    record Foreign(String pattern, int group, String path, List<Allowance> allowances) implements Form {
        public Foreign {
            allowances = List.copyOf(allowances);
        }
    }
}
