package dev.launchready.detect;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The search for secrets of one run, shared by its checks: rules, the portal's fingerprint key, and whoever blots values out. It is made
 * ready when the first check asks, and shows itself input that is known to be bad before anybody may believe its silence. Safe for use by
 * many threads.
 */
public final class SecretSearch {
    private final Supplier<RuleSet> source;
    private final FingerprintKey key;
    private final Redactor redactor;
    private final boolean untested;
    private Optional<Ready> ready = Optional.empty();

    private record Ready(SecretScanner scanner, Map<String, Rule> rules, String setting) {}

    /**
     * @param source of the rules, asked at the first use
     * @param blot told of every value, so that no output of the run ever shows it
     */
    public SecretSearch(Supplier<RuleSet> source, FingerprintKey key, Consumer<String> blot) {
        this(source, key, (hit, value) -> blot.accept(text(value)), false);
    }

    private SecretSearch(Supplier<RuleSet> source, FingerprintKey key, Redactor redactor, boolean untested) {
        this.source = source;
        this.key = key;
        this.redactor = redactor;
        this.untested = untested;
    }

    /** With rules that the caller has tested, or that are a person's own to test. */
    public static SecretSearch tested(RuleSet rules, FingerprintKey key) {
        return new SecretSearch(() -> rules, key, Redactor.NONE, true);
    }

    /** With the rules that come with this program, and nobody to tell. */
    public static SecretSearch builtIn(FingerprintKey key) {
        return new SecretSearch(RuleSet::builtIn, key, value -> {});
    }

    /** @throws IllegalStateException when it misses what it must find: a fault of ours, and never a clean result */
    public SecretScanner scanner() {
        return ready().scanner();
    }

    /** What is known of a rule that a hit names. */
    public Optional<Rule> rule(String id) {
        return Optional.ofNullable(ready().rules().get(id));
    }

    /** What finds depend on beside what is looked at: equal settings find the same, under the same fingerprints. */
    public String setting() {
        return ready().setting();
    }

    private String setting(RuleSet rules) {
        String version = String.valueOf(SecretSearch.class.getPackage().getImplementationVersion());
        String all = String.join(
                "\n", version, rules.rules().toString(), rules.allowances().toString());
        return key.fingerprint(all.getBytes(StandardCharsets.UTF_8));
    }

    /** The fingerprint that a hit of that value has. */
    public String fingerprint(String value) {
        return key.fingerprint(value.getBytes(StandardCharsets.UTF_8));
    }

    private synchronized Ready ready() {
        if (ready.isEmpty()) {
            ready = Optional.of(tested());
        }
        return ready.get();
    }

    private Ready tested() {
        RuleSet rules = source.get();
        SecretScanner scanner = SecretScanner.of(rules, key);
        List<String> problems = untested ? List.of() : SelfTest.of(scanner, rules);
        if (!problems.isEmpty()) {
            throw new IllegalStateException(
                    "the search for secrets failed its own test: " + String.join(" ", problems));
        }
        Map<String, Rule> byId = rules.rules().stream().collect(Collectors.toMap(Rule::id, Function.identity()));
        return new Ready(scanner.telling(redactor), byId, setting(rules));
    }

    private static String text(ByteBuffer value) {
        return StandardCharsets.UTF_8.decode(value).toString();
    }
}
