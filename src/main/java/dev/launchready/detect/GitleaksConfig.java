package dev.launchready.detect;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.launchready.model.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the gitleaks.toml that a project has already: rules, keywords, entropy, secret groups, allowlists, and whether ours come with it. */
public final class GitleaksConfig {
    private static final List<String> ROTATE = List.of(
            "Make a new one where it was issued.",
            "Put it into the server's secret store and deploy.",
            "Revoke the old one, and look for use that was not yours.");

    private final Path file;
    private final List<String> lines;
    private final List<String> notes = new ArrayList<>();

    private GitleaksConfig(Path file, List<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    /**
     * What was read.
     *
     * @param rules with those that come with this program, where the file extends the default
     * @param notes what of the file has no meaning here, a sentence each
     */
    public record Read(RuleSet rules, List<String> notes) {
        public Read {
            notes = List.copyOf(notes);
        }
    }

    /**
     * @throws IllegalArgumentException naming file, line and what is wrong
     * @throws IOException where the file cannot be read
     */
    public static Read read(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        return new GitleaksConfig(file, text.lines().toList()).parse(text);
    }

    private Read parse(String text) {
        JsonNode root;
        try {
            root = new TomlMapper().readTree(text);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw broken(at == null ? 1 : at.getLineNr(), "is no TOML: " + e.getOriginalMessage());
        }
        List<Rule> rules = new ArrayList<>();
        for (JsonNode entry : root.path("rules")) {
            rule(entry).ifPresent(rules::add);
        }
        List<Allowance> allowances = allowances(root, "the file");
        RuleSet own = RuleSet.of(rules, allowances);
        JsonNode extend = root.path("extend");
        if (extend.hasNonNull("path") || extend.hasNonNull("url")) {
            notes.add("extend.path and extend.url are not followed; name that file itself.");
        }
        boolean ours = extend.path("useDefault").asBoolean(false) || rules.isEmpty();
        return new Read(
                ours ? without(RuleSet.builtIn(), extend.path("disabledRules")).and(own) : own, notes);
    }

    private static RuleSet without(RuleSet all, JsonNode disabled) {
        List<String> ids = strings(disabled);
        return RuleSet.of(
                all.rules().stream().filter(rule -> !ids.contains(rule.id())).toList(), List.of());
    }

    private Optional<Rule> rule(JsonNode entry) {
        String id = entry.path("id").asText("");
        if (id.isEmpty()) {
            throw broken(1 + lines.indexOf("[[rules]]"), "has a rule without id");
        }
        String regex = entry.path("regex").asText("");
        if (regex.isEmpty()) {
            notes.add("Rule " + id + " names files only, which the exposed-files check looks for.");
            return Optional.empty();
        }
        Pattern pattern = pattern(regex, id);
        int group = entry.path("secretGroup").asInt(0);
        if (group < 0 || group > pattern.groupCount()) {
            throw broken(line(id), "has rule " + id + ", whose secretGroup " + group + " its regex does not have");
        }
        String path = entry.path("path").asText("");
        if (!path.isEmpty()) {
            pattern(path, id);
        }
        Form form = new Form.Foreign(regex, group, path, allowances(entry, "rule " + id));
        List<String> keywords = strings(entry.path("keywords")).stream()
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
        String says = entry.path("description").asText(id);
        return Optional.of(new Rule(
                id,
                "gitleaks",
                "any",
                says.isEmpty() ? id : says,
                KeyClass.SECRET,
                Severity.HIGH,
                keywords,
                form,
                Optional.empty(),
                entry.path("entropy").asDouble(0),
                ROTATE,
                Optional.empty()));
    }

    /** {@code allowlist} was a table once and is a list {@code allowlists} now; both are read. */
    private List<Allowance> allowances(JsonNode owner, String where) {
        List<Allowance> allowances = new ArrayList<>();
        List<JsonNode> entries = new ArrayList<>();
        owner.path("allowlists").forEach(entries::add);
        JsonNode single = owner.path("allowlist");
        if (single.isObject()) {
            entries.add(single);
        }
        for (JsonNode entry : entries) {
            if (entry.hasNonNull("commits")) {
                notes.add("An allowlist of " + where
                        + " names commits; findings are told by value here, so use a waiver.");
            }
            if (entry.hasNonNull("targetRules")) {
                notes.add("An allowlist of " + where + " has targetRules, which is read as for all rules.");
            }
            allowances.add(allowance(entry, where));
        }
        return allowances;
    }

    private Allowance allowance(JsonNode entry, String where) {
        String condition = entry.path("condition").asText("OR").toUpperCase(Locale.ROOT);
        Allowance.Target target =
                switch (entry.path("regexTarget").asText("secret").toLowerCase(Locale.ROOT)) {
                    case "line" -> Allowance.Target.LINE;
                    case "match" -> Allowance.Target.MATCH;
                    default -> Allowance.Target.SECRET;
                };
        boolean all = condition.equals("AND") || condition.equals("&&");
        return new Allowance(
                all,
                patterns(entry.path("paths"), where),
                target,
                patterns(entry.path("regexes"), where),
                strings(entry.path("stopwords")));
    }

    private List<Pattern> patterns(JsonNode list, String where) {
        return strings(list).stream().map(text -> pattern(text, where)).toList();
    }

    private Pattern pattern(String regex, String where) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw broken(line(where, regex), "has in " + where + " a pattern that is not RE2: " + e.getDescription());
        }
    }

    private int line(String where, String regex) {
        for (int at = 0; at < lines.size(); at++) {
            if (lines.get(at).contains(regex)) {
                return at + 1;
            }
        }
        return line(where);
    }

    private int line(String id) {
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            if (line.contains("id") && (line.contains("\"" + id + "\"") || line.contains("'" + id + "'"))) {
                return at + 1;
            }
        }
        return 1;
    }

    private static List<String> strings(JsonNode list) {
        List<String> strings = new ArrayList<>();
        list.forEach(each -> strings.add(each.asText()));
        return strings;
    }

    private IllegalArgumentException broken(int line, String says) {
        return new IllegalArgumentException(file + ":" + line + " " + says);
    }
}
