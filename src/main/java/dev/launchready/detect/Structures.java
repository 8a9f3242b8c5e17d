package dev.launchready.detect;

import dev.launchready.detect.Structure.Verdict;
import dev.launchready.model.Proof;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The structures that rules name, as {@code name} or {@code name key=value key=value}. */
final class Structures {
    private Structures() {}

    /** @throws IllegalArgumentException for a name that is unknown */
    static Structure of(Rule rule) {
        if (rule.form() instanceof Form.Armour armour) {
            return new PrivateKeyStructure(armour.labels().stream().anyMatch(label -> label.startsWith("PGP")));
        }
        return rule.structure().map(Structures::named).orElse(Structure.NONE);
    }

    private static Structure named(String text) {
        List<String> parts = List.of(text.trim().split("\\s+"));
        Map<String, String> given = new LinkedHashMap<>();
        for (String part : parts.subList(1, parts.size())) {
            int equals = part.indexOf('=');
            given.put(part.substring(0, equals), part.substring(equals + 1));
        }
        return switch (parts.get(0)) {
            case "crc32-base62" -> Checksums::crc32Base62;
            case "crc32-hex" -> Checksums::crc32Hex;
            case "crc32-suffix" -> Checksums::crc32Suffix;
            case "aws-access-key" -> AwsKey::verdict;
            case "jwt" -> new JwtStructure(given);
            case "base64-bytes" -> new Base64Length(Integer.parseInt(given.getOrDefault("length", "0")));
            case "base64-holds" -> new Base64Holds(given.getOrDefault("part", ""), given.getOrDefault("text", ""));
            case "basic-credentials" -> Structures::basicCredentials;
            case "random" -> Structures::random;
            case "signs" -> new RandomSigns();
            case "letters" -> Structures::letters;
            case "password" -> Structures::password;
            case "kept-password" -> new KeptPassword();
            case "holds" -> new Holds(given);
            default -> throw new IllegalArgumentException("no structure is named " + parts.get(0));
        };
    }

    /** User and password of RFC 7617. */
    private static Verdict basicCredentials(String value) {
        return Base64Text.decode(value)
                .map(bytes -> Ascii.text(bytes, 0, bytes.length))
                .filter(pair -> pair.chars().allMatch(each -> each >= ' ' && each < 0x7f))
                .filter(pair -> pair.indexOf(':') >= 0 && !Placeholders.is(pair.substring(pair.indexOf(':') + 1)))
                .filter(pair -> !Placeholders.is(pair))
                .map(pair -> Verdict.LIKELY)
                .orElse(Verdict.REFUTED);
    }

    /** Nothing but randomness speaks for the value. */
    private static Verdict random(String value) {
        boolean digits = value.chars().anyMatch(Character::isDigit);
        boolean words = English.ours().holdsWord(value) || English.ours().likeness(value) > UNLIKE_WORDS;
        return digits && !words ? Verdict.LIKELY : Verdict.REFUTED;
    }

    private static final double UNLIKE_WORDS = -0.2;
    private static final double LIKE_WORDS = 0.4;

    /** Letters alone, which no word explains. */
    private static Verdict letters(String value) {
        boolean word = English.ours().holdsWord(value);
        double likeness = English.ours().likeness(value);
        if (likeness > LIKE_WORDS || (word && likeness > UNLIKE_WORDS)) {
            return Verdict.REFUTED;
        }
        return word || likeness > UNLIKE_WORDS ? Verdict.DOUBTED : Verdict.LIKELY;
    }

    /** The value is made of so many signs that those of a reference stand in it by chance. */
    private static final class RandomSigns implements Structure {
        @Override
        public Verdict of(String value) {
            return Verdict.LIKELY;
        }

        @Override
        public boolean takesReferences() {
            return true;
        }
    }

    /** A password where much else may stand in such a place: only what a person would not write for anything else. */
    private static Verdict password(String value) {
        return GenericJudge.password(value)
                .map(proof -> proof == Proof.STRONG ? Verdict.LIKELY : Verdict.DOUBTED)
                .orElse(Verdict.REFUTED);
    }

    /** A password in a file that is made to keep passwords: weak ones open just as well. */
    private static final class KeptPassword implements Structure {
        @Override
        public Verdict of(String value) {
            boolean sure =
                    GenericJudge.password(value).filter(Proof.STRONG::equals).isPresent();
            return sure ? Verdict.LIKELY : Verdict.DOUBTED;
        }

        @Override
        public boolean takesWords() {
            return true;
        }
    }

    /** The value is base64 of exactly so many bytes. */
    private record Base64Length(int length) implements Structure {
        @Override
        public Verdict of(String value) {
            return Base64Text.decode(value)
                    .filter(bytes -> bytes.length == length)
                    .map(bytes -> Verdict.LIKELY)
                    .orElse(Verdict.REFUTED);
        }
    }

    /** What follows {@code part} decodes to bytes in which {@code text} stands. */
    private record Base64Holds(String part, String text) implements Structure {
        @Override
        public Verdict of(String value) {
            int at = value.indexOf(part);
            String encoded = value.substring(at + part.length());
            int end = encoded.indexOf('_');
            String body = part.endsWith("_") && end > 0 ? encoded.substring(0, end) : encoded;
            return Base64Text.decode(body)
                    .map(bytes -> Ascii.text(bytes, 0, bytes.length))
                    .filter(decoded -> decoded.contains(text))
                    .map(decoded -> Verdict.PROVEN)
                    .orElse(Verdict.DOUBTED);
        }
    }

    /** The value carries a part that its issuer puts into every such key. */
    private record Holds(Map<String, String> given) implements Structure {
        @Override
        public Verdict of(String value) {
            boolean all = given.entrySet().stream().allMatch(entry -> switch (entry.getKey()) {
                case "at-end" -> value.endsWith(entry.getValue());
                case "inside" -> value.indexOf(entry.getValue(), 1) > 0;
                default -> throw new IllegalArgumentException("holds knows no " + entry.getKey());
            });
            String own = given.values().stream().reduce(value, (rest, part) -> rest.replace(part, "-"));
            if (Placeholders.is(own)) {
                return Verdict.REFUTED;
            }
            return all ? Verdict.PROVEN : Verdict.DOUBTED;
        }
    }
}
