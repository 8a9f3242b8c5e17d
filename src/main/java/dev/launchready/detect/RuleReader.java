package dev.launchready.detect;

import dev.launchready.model.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads a file of {@code checks/secrets/rules} and refuses what is not whole. Patterns are compiled when they are first needed. */
final class RuleReader {
    private static final int REACH = 256;
    private static final double ENTROPY = 3.0;

    private RuleReader() {}

    /** The steps to rotate a key, with {@code {where}} for the issuer's own place. */
    static List<String> rotation(InputStream in) {
        return RuleEntry.of("rotation", tree("rotation", in)).requireAll("rotate");
    }

    /**
     * @param rotation the steps where an issuer has none of its own
     * @throws IllegalArgumentException naming the file and the rule that is not whole
     */
    static List<Rule> read(String group, InputStream in, List<String> rotation) {
        Map<String, Object> file = tree(group, in);
        Map<?, ?> issuers = file.get("issuers") instanceof Map<?, ?> known ? known : Map.of();
        List<Rule> rules = new ArrayList<>();
        if (file.get("rules") instanceof List<?> entries) {
            for (Object entry : entries) {
                rules.add(rule(RuleEntry.of(group, entry), issuers, rotation));
            }
        }
        return rules;
    }

    private static Map<String, Object> tree(String group, InputStream in) {
        try {
            return YamlTree.read(in);
        } catch (IOException e) {
            throw new IllegalArgumentException("rules " + group + ".yml: " + e.getMessage(), e);
        }
    }

    private static Rule rule(RuleEntry entry, Map<?, ?> issuers, List<String> rotation) {
        String id = entry.require("id");
        String issuer = entry.require("issuer");
        String title = entry.require("title");
        KeyClass keyClass = entry.text("class").map(RuleReader::keyClass).orElse(KeyClass.SECRET);
        Object known = issuers.get(issuer);
        if (known == null) {
            throw entry.broken("has an issuer that the file does not know");
        }
        RuleEntry named = RuleEntry.of(entry.group(), known);
        String where =
                named.text("where").orElseThrow(() -> entry.broken("lacks the place where its issuer renews keys"));
        List<String> rotate = entry.texts("rotate").or(() -> named.texts("rotate")).orElse(rotation).stream()
                .map(step -> step.replace("{where}", where))
                .toList();
        if (keyClass == KeyClass.PUBLIC && !entry.has("restriction")) {
            throw entry.broken("is public by design and must say which restriction to verify");
        }
        Form form = form(entry);
        return new Rule(
                id,
                entry.group(),
                issuer,
                title.startsWith(issuer) || issuer.equals("any") ? title : issuer + " " + title,
                keyClass,
                entry.text("severity")
                        .map(text -> Severity.valueOf(text.toUpperCase(Locale.ROOT)))
                        .orElse(severity(keyClass)),
                keywords(entry, form),
                form,
                entry.text("structure"),
                entry.text("entropy").map(Double::parseDouble).orElse(ENTROPY),
                rotate,
                entry.text("restriction"));
    }

    private static KeyClass keyClass(String text) {
        return KeyClass.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private static Severity severity(KeyClass keyClass) {
        return switch (keyClass) {
            case SECRET -> Severity.HIGH;
            case TEST -> Severity.LOW;
            case PUBLIC -> Severity.INFO;
        };
    }

    private static Form form(RuleEntry entry) {
        Optional<String> pattern = entry.text("pattern");
        if (pattern.isPresent()) {
            entry.requireAll("keywords");
            return new Form.Token(
                    pattern.get(), entry.number("lead", 0), entry.number("reach", REACH), entry.flag("bounded", true));
        }
        Optional<String> value = entry.text("value");
        if (value.isPresent()) {
            entry.requireAll("names");
            return new Form.Assigned(value.get());
        }
        if (entry.has("schemes")) {
            return new Form.Credentials(entry.requireAll("schemes"));
        }
        if (entry.has("armour")) {
            return new Form.Armour(entry.requireAll("armour"));
        }
        if (entry.flag("generic", false)) {
            entry.requireAll("names");
            return new Form.Generic();
        }
        throw entry.broken("has no pattern, value, schemes, armour or generic");
    }

    private static List<String> keywords(RuleEntry entry, Form form) {
        if (form instanceof Form.Token) {
            return entry.requireAll("keywords");
        }
        return entry.texts("names").orElse(List.of()).stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
    }
}
