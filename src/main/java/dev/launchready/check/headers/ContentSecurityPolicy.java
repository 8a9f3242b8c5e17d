package dev.launchready.check.headers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The policies that a browser enforces on one page (CSP Level 3, section 2.2): a thing is allowed only when every one of them allows it.
 */
record ContentSecurityPolicy(List<Policy> policies) {
    /** Directives that a meta element cannot set (CSP Level 3, section 3.3). */
    private static final Set<String> NOT_IN_META = Set.of("frame-ancestors", "report-uri", "sandbox");

    private static final Set<String> DIRECTIVES = Set.of(
            "default-src",
            "script-src",
            "script-src-elem",
            "script-src-attr",
            "style-src",
            "object-src",
            "base-uri",
            "frame-ancestors",
            "img-src",
            "connect-src",
            "frame-src",
            "font-src",
            "form-action");
    private static final Set<String> KEYWORDS =
            Set.of("self", "none", "unsafe-inline", "unsafe-eval", "strict-dynamic", "unsafe-hashes");

    ContentSecurityPolicy {
        policies = List.copyOf(policies);
    }

    /** One policy: directive to its sources, as written. */
    record Policy(Map<String, List<String>> directives) {
        Policy {
            directives = Map.copyOf(directives);
        }

        /** The sources of the first of these directives that the policy has. */
        Optional<SourceList> first(String... names) {
            return Stream.of(names)
                    .flatMap(name -> Optional.ofNullable(directives.get(name)).stream())
                    .findFirst()
                    .map(SourceList::new);
        }

        Optional<SourceList> scripts() {
            return first("script-src-elem", "script-src", "default-src");
        }

        Optional<SourceList> handlers() {
            return first("script-src-attr", "script-src", "default-src");
        }
    }

    /**
     * Reads header lines and the contents of meta elements; a comma begins another policy, a repeated directive is ignored (CSP Level 3,
     * section 2.2.1).
     */
    static ContentSecurityPolicy read(List<String> headers, List<String> metas) {
        List<Policy> policies = new ArrayList<>();
        headers.stream().flatMap(line -> Stream.of(line.split(",", -1))).forEach(text -> add(policies, text, Set.of()));
        metas.forEach(text -> add(policies, text, NOT_IN_META));
        return new ContentSecurityPolicy(policies);
    }

    private static void add(List<Policy> policies, String text, Set<String> ignored) {
        Map<String, List<String>> directives = new LinkedHashMap<>();
        for (String part : text.split(";", -1)) {
            String[] words = part.strip().split("\\s+", -1);
            String name = words[0].toLowerCase(Locale.ROOT);
            if (!name.isEmpty() && !ignored.contains(name)) {
                directives.putIfAbsent(name, List.of(words).subList(1, words.length));
            }
        }
        if (!directives.isEmpty()) {
            policies.add(new Policy(directives));
        }
    }

    boolean empty() {
        return policies.isEmpty();
    }

    /** Whether some policy says anything about where scripts come from. */
    boolean governsScripts() {
        return policies.stream().anyMatch(policy -> policy.scripts().isPresent());
    }

    boolean allowsInlineScripts() {
        return all(policy -> policy.scripts(), SourceList::allowsInline)
                || all(policy -> policy.handlers(), SourceList::allowsInline);
    }

    boolean allowsEval() {
        return all(policy -> policy.first("script-src", "default-src"), list -> list.has("'unsafe-eval'"));
    }

    /** Whether a script may come from any host, or from an address that an attacker writes himself. */
    boolean allowsScriptsFromAnywhere() {
        return all(policy -> policy.scripts(), SourceList::allowsAnyHost)
                || all(policy -> policy.scripts(), list -> list.allowsScheme("data:"));
    }

    /** Hosts on which anybody can publish, from which every policy allows scripts. */
    List<String> sharedScriptHosts() {
        return SourceList.SHARED_HOSTS.stream()
                .filter(host -> governsScripts() && all(policy -> policy.scripts(), list -> list.allowsHost(host)))
                .sorted()
                .toList();
    }

    boolean restrictsPlugins() {
        return policies.stream()
                .flatMap(policy -> policy.first("object-src", "default-src").stream())
                .anyMatch(list -> !list.allowsAnyHost());
    }

    boolean restrictsBase() {
        return policies.stream()
                .flatMap(policy -> policy.first("base-uri").stream())
                .anyMatch(list -> !list.allowsAnyHost());
    }

    /** Whether scripts are let in by nonce or hash, so that a changed base address would lead them elsewhere. */
    boolean trustsMarkedScripts() {
        return policies.stream().flatMap(policy -> policy.scripts().stream()).anyMatch(SourceList::marked);
    }

    List<String> nonces() {
        return policies.stream()
                .flatMap(policy -> policy.scripts().stream())
                .flatMap(list -> list.nonces().stream())
                .distinct()
                .toList();
    }

    /** The lists of {@code frame-ancestors}, one for each policy that has the directive. */
    List<SourceList> frameAncestors() {
        return policies.stream()
                .flatMap(policy -> policy.first("frame-ancestors").stream())
                .toList();
    }

    /** What a person most likely meant otherwise: keywords without quotes, directives that lost their semicolon. */
    List<String> slips() {
        return policies.stream()
                .flatMap(policy -> policy.directives().entrySet().stream())
                .filter(entry -> DIRECTIVES.contains(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream()
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .filter(word -> KEYWORDS.contains(word) || DIRECTIVES.contains(word))
                        .map(word -> word + " in " + entry.getKey()))
                .distinct()
                .toList();
    }

    private boolean all(
            java.util.function.Function<Policy, Optional<SourceList>> part,
            java.util.function.Predicate<SourceList> allowed) {
        return policies.stream()
                .allMatch(policy -> part.apply(policy).map(allowed::test).orElse(true));
    }
}
