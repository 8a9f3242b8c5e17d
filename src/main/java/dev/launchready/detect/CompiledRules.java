package dev.launchready.detect;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;

/** All rules behind one set of keywords. Immutable, shared by all threads. */
final class CompiledRules {
    static final String SCHEME_END = "://";
    static final String ARMOUR_BEGIN = "-----BEGIN ";

    /** How the words of a name are joined: {@code api_key}, {@code api-key}, {@code api.key}, {@code apiKey}. */
    private static final List<String> JOINTS = List.of("_", "-", ".", "");

    /** More than any keyword is long, and than what must stand around a value, or explains it away. */
    private static final int AROUND = 96;

    /** A rule called by a keyword, as the rule writes it. */
    record Call(CompiledRule rule, byte[] keyword) {}

    private final List<CompiledRule> rules = new ArrayList<>();
    private final List<CompiledRule> everywhere = new ArrayList<>();
    private final List<Call[]> calls = new ArrayList<>();
    private final int[] behind;
    private final int[] ahead;
    private final Keywords keywords;
    private final List<Allowance> allowances;

    CompiledRules(RuleSet set) {
        Map<String, List<Call>> byWord = new LinkedHashMap<>();
        for (Rule rule : set.rules()) {
            CompiledRule compiled = new CompiledRule(rule, rules.size());
            rules.add(compiled);
            List<String> words = wordsOf(rule);
            if (words.isEmpty()) {
                everywhere.add(compiled);
            }
            for (String word : words) {
                byWord.computeIfAbsent(word.toLowerCase(Locale.ROOT), key -> new ArrayList<>())
                        .add(new Call(compiled, word.getBytes(StandardCharsets.UTF_8)));
            }
        }
        Escapes.TRIGGERS.forEach(trigger -> byWord.computeIfAbsent(trigger, key -> new ArrayList<>()));
        byWord.values().forEach(list -> calls.add(list.toArray(Call[]::new)));
        behind = most(CompiledRules::behind);
        ahead = most(CompiledRules::ahead);
        keywords = Keywords.ignoringCase(List.copyOf(byWord.keySet()));
        allowances = set.allowances();
    }

    private static List<String> wordsOf(Rule rule) {
        if (rule.form() instanceof Form.Credentials) {
            return List.of(SCHEME_END);
        }
        if (rule.form() instanceof Form.Armour) {
            return List.of(ARMOUR_BEGIN);
        }
        if (rule.form() instanceof Form.Token || rule.form() instanceof Form.Foreign) {
            return rule.keywords();
        }
        return rule.keywords().stream()
                .flatMap(name -> JOINTS.stream().map(joint -> name.replace("_", joint)))
                .distinct()
                .toList();
    }

    Keywords keywords() {
        return keywords;
    }

    /** The rules that a word calls for; none where it only tells that an encoded layer may begin. */
    Call[] calls(int word) {
        return calls.get(word);
    }

    /** How many bytes before a word decide, with those {@link #ahead}, what its rules make of it. */
    int behind(int word) {
        return behind[word];
    }

    /**
     * Whether the bytes {@link #behind} and {@link #ahead} decide as well what becomes of the candidates of a word. An allowance may look at
     * a whole line.
     */
    boolean settles(int word) {
        return allowances.isEmpty()
                && Arrays.stream(calls.get(word)).noneMatch(call -> call.rule().form() instanceof Form.Foreign);
    }

    /** How many bytes from where a word begins decide what its rules make of it. */
    int ahead(int word) {
        return ahead[word];
    }

    private int[] most(ToIntFunction<Form> reach) {
        return calls.stream()
                .mapToInt(all -> Arrays.stream(all)
                        .mapToInt(call -> reach.applyAsInt(call.rule().form()))
                        .max()
                        .orElse(0))
                .toArray();
    }

    private static int behind(Form form) {
        if (form instanceof Form.Token token) {
            return token.lead() + AROUND;
        }
        return form instanceof Form.Foreign ? ScanWorker.BEHIND + AROUND : Assignment.BEHIND;
    }

    private static int ahead(Form form) {
        if (form instanceof Form.Token token) {
            return token.reach() + AROUND;
        }
        if (form instanceof Form.Credentials) {
            return UrlCredentials.AHEAD;
        }
        boolean far = form instanceof Form.Armour || form instanceof Form.Foreign;
        return far ? ScanWorker.AHEAD + AROUND : Assignment.AHEAD;
    }

    /** Rules without any keyword, to be looked for in every byte. */
    List<CompiledRule> everywhere() {
        return everywhere;
    }

    int size() {
        return rules.size();
    }

    List<Allowance> allowances() {
        return allowances;
    }
}
