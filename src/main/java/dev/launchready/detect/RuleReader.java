package dev.launchready.detect;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.launchready.model.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a file of {@code checks/secrets/rules} and refuses what is not whole. */
final class RuleReader {
    private static final int REACH = 256;
    private static final double ENTROPY = 3.0;
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    private RuleReader() {}

    private record RuleFile(
            @Nullable List<String> rotate,
            @Nullable Map<String, Issuer> issuers,
            @Nullable List<RuleEntry> rules) {}

    private record Issuer(@Nullable String where, @Nullable List<String> rotate) {}

    private record RuleEntry(
            @Nullable String id,
            @Nullable String issuer,
            @Nullable String title,
            @Nullable List<String> keywords,
            @Nullable String pattern,
            @Nullable Integer lead,
            @Nullable Integer reach,
            @Nullable Boolean bounded,
            @Nullable List<String> names,
            @Nullable String value,
            @Nullable List<String> schemes,
            @Nullable List<String> armour,
            @Nullable Boolean generic,
            @Nullable String structure,
            @Nullable Double entropy,
            @JsonProperty("class") @Nullable KeyClass keyClass,
            @Nullable Severity severity,
            @Nullable List<String> rotate,
            @Nullable String restriction) {}

    /** The steps to rotate a key, with {@code {where}} for the issuer's own place. */
    static List<String> rotation(InputStream in) {
        return orElse(file("rotation", in).rotate(), List.of());
    }

    /**
     * @param rotation the steps where an issuer has none of its own
     * @throws IllegalArgumentException naming the file and the rule that is not whole
     */
    static List<Rule> read(String group, InputStream in, List<String> rotation) {
        RuleFile file = file(group, in);
        Map<String, Issuer> issuers = orElse(file.issuers(), Map.of());
        List<Rule> rules = new ArrayList<>();
        for (RuleEntry entry : orElse(file.rules(), List.<RuleEntry>of())) {
            rules.add(rule(group, entry, issuers, rotation));
        }
        return rules;
    }

    private static RuleFile file(String group, InputStream in) {
        try {
            return YAML.readValue(in, RuleFile.class);
        } catch (IOException e) {
            throw new IllegalArgumentException("rules " + group + ".yml: " + e.getMessage(), e);
        }
    }

    private static Rule rule(String group, RuleEntry entry, Map<String, Issuer> issuers, List<String> rotation) {
        String id = require(entry.id(), group, "?", "id");
        String issuer = require(entry.issuer(), group, id, "issuer");
        String title = require(entry.title(), group, id, "title");
        KeyClass keyClass = orElse(entry.keyClass(), KeyClass.SECRET);
        Issuer known = issuers.get(issuer);
        if (known == null) {
            throw broken(group, id, "has an issuer that the file does not know");
        }
        String where = require(known.where(), group, id, "the place where its issuer renews keys");
        List<String> rotate = orElse(entry.rotate(), orElse(known.rotate(), rotation)).stream()
                .map(step -> step.replace("{where}", where))
                .toList();
        if (keyClass == KeyClass.PUBLIC && entry.restriction() == null) {
            throw broken(group, id, "is public by design and must say which restriction to verify");
        }
        Form form = form(group, id, entry);
        return new Rule(
                id,
                group,
                issuer,
                title.startsWith(issuer) || issuer.equals("any") ? title : issuer + " " + title,
                keyClass,
                orElse(entry.severity(), severity(keyClass)),
                keywords(entry, form),
                form,
                Optional.ofNullable(entry.structure()),
                orElse(entry.entropy(), ENTROPY),
                rotate,
                Optional.ofNullable(entry.restriction()));
    }

    private static Severity severity(KeyClass keyClass) {
        return switch (keyClass) {
            case SECRET -> Severity.HIGH;
            case TEST -> Severity.LOW;
            case PUBLIC -> Severity.INFO;
        };
    }

    private static Form form(String group, String id, RuleEntry entry) {
        if (entry.pattern() != null) {
            checkPattern(group, id, entry.pattern());
            require(entry.keywords(), group, id, "keywords");
            return new Form.Token(
                    entry.pattern(),
                    orElse(entry.lead(), 0),
                    orElse(entry.reach(), REACH),
                    orElse(entry.bounded(), true));
        }
        if (entry.value() != null) {
            checkPattern(group, id, entry.value());
            require(entry.names(), group, id, "names");
            return new Form.Assigned(entry.value());
        }
        if (entry.schemes() != null) {
            return new Form.Credentials(entry.schemes());
        }
        if (entry.armour() != null) {
            return new Form.Armour(entry.armour());
        }
        if (orElse(entry.generic(), false)) {
            require(entry.names(), group, id, "names");
            return new Form.Generic();
        }
        throw broken(group, id, "has no pattern, value, schemes, armour or generic");
    }

    private static List<String> keywords(RuleEntry entry, Form form) {
        if (form instanceof Form.Token) {
            return orElse(entry.keywords(), List.of());
        }
        return orElse(entry.names(), List.<String>of()).stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
    }

    private static void checkPattern(String group, String id, String pattern) {
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw broken(group, id, "has a pattern that is not RE2: " + e.getMessage());
        }
    }

    private static <T> T require(@Nullable T value, String group, String id, String field) {
        if (value == null) {
            throw broken(group, id, "lacks " + field);
        }
        return value;
    }

    private static IllegalArgumentException broken(String group, String id, String says) {
        return new IllegalArgumentException("rules " + group + ".yml: rule " + id + " " + says);
    }

    private static <T> T orElse(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
