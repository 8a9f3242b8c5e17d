package dev.launchready.detect;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The rules that a scanner goes by; immutable. */
public final class RuleSet {
    /** The files of {@code checks/secrets/rules}, by kind of issuer. */
    static final List<String> GROUPS = List.of(
            "cloud",
            "source-hosting",
            "payment",
            "mail",
            "chat",
            "ci",
            "database",
            "ai",
            "identity",
            "storage",
            "maps",
            "monitoring",
            "services",
            "webhooks",
            "keys",
            "generic");

    private static final String ROTATION = "rotation";
    private static final String FOLDER = "/checks/secrets/rules/";

    private final List<Rule> rules;
    private final List<Allowance> allowances;

    private RuleSet(List<Rule> rules, List<Allowance> allowances) {
        this.rules = List.copyOf(rules);
        this.allowances = List.copyOf(allowances);
    }

    /** The rules that come with this program. */
    public static RuleSet builtIn() {
        List<String> rotation = file(ROTATION, RuleReader::rotation);
        List<Rule> all = new ArrayList<>();
        for (String group : GROUPS) {
            all.addAll(file(group, in -> RuleReader.read(group, in, rotation)));
        }
        return new RuleSet(all, List.of());
    }

    private static <T> T file(String name, Function<InputStream, T> reader) {
        try (InputStream in = RuleSet.class.getResourceAsStream(FOLDER + name + ".yml")) {
            if (in == null) {
                throw new IllegalStateException("the program came without its rules " + name + ".yml");
            }
            return reader.apply(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The rules of a checks folder.
     *
     * @param files a file's name without its ending to its text; {@code rotation} has the steps of issuers that name none
     * @throws IllegalArgumentException naming the file and the rule that is not whole
     */
    public static RuleSet read(Map<String, String> files) {
        List<String> rotation = Optional.ofNullable(files.get(ROTATION))
                .map(text -> RuleReader.rotation(stream(text)))
                .orElse(List.of());
        Map<String, String> owners = new HashMap<>();
        List<Rule> all = new ArrayList<>();
        new TreeMap<>(files).forEach((group, text) -> {
            for (Rule rule : RuleReader.read(group, stream(text), rotation)) {
                String other = owners.putIfAbsent(rule.id(), group);
                if (other != null) {
                    throw new IllegalArgumentException(
                            "rules " + group + ".yml: rule " + rule.id() + " stands in " + other + ".yml already");
                }
                all.add(rule);
            }
        });
        return new RuleSet(all, List.of());
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    public static RuleSet of(List<Rule> rules, List<Allowance> allowances) {
        return new RuleSet(rules, allowances);
    }

    /** These rules and others; of the same id, the other's. What either allows is allowed. */
    public RuleSet and(RuleSet others) {
        List<Rule> all = new ArrayList<>(others.rules);
        rules.stream().filter(rule -> others.rule(rule.id()).isEmpty()).forEach(all::add);
        List<Allowance> allowed = new ArrayList<>(allowances);
        allowed.addAll(others.allowances);
        return new RuleSet(all, allowed);
    }

    public List<Rule> rules() {
        return rules;
    }

    public Optional<Rule> rule(String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    List<Allowance> allowances() {
        return allowances;
    }
}
