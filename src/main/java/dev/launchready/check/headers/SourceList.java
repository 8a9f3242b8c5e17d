package dev.launchready.check.headers;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The sources of one directive (CSP Level 3, section 2.3.1). */
record SourceList(List<String> sources) {
    /** Whoever publishes a package or a repository there can have any script served from it. */
    static final Set<String> SHARED_HOSTS = Set.of(
            "cdn.jsdelivr.net",
            "unpkg.com",
            "esm.sh",
            "cdn.skypack.dev",
            "raw.githack.com",
            "rawcdn.githack.com",
            "cdn.statically.io",
            "esm.run",
            "ga.jspm.io");

    SourceList {
        sources = List.copyOf(sources);
    }

    boolean has(String keyword) {
        return sources.stream().anyMatch(keyword::equalsIgnoreCase);
    }

    boolean strictDynamic() {
        return has("'strict-dynamic'");
    }

    /** Scripts are let in one by one, by nonce or hash. */
    boolean marked() {
        return sources.stream().map(source -> source.toLowerCase(Locale.ROOT)).anyMatch(SourceList::mark);
    }

    List<String> nonces() {
        return sources.stream()
                .filter(source -> source.toLowerCase(Locale.ROOT).startsWith("'nonce-"))
                .toList();
    }

    /** {@code 'unsafe-inline'} counts only where no nonce, hash or {@code 'strict-dynamic'} stands beside it (section 6.7.3.2). */
    boolean allowsInline() {
        return has("'unsafe-inline'") && !marked() && !strictDynamic();
    }

    /** With {@code 'strict-dynamic'} hosts and schemes are ignored (section 8.2). */
    boolean allowsAnyHost() {
        return allowsScheme("https:") || allowsScheme("http:");
    }

    boolean allowsScheme(String scheme) {
        boolean web = scheme.equals("https:") || scheme.equals("http:");
        return !strictDynamic() && (has(scheme) || (web && wildcard()) || (scheme.equals("https:") && has("http:")));
    }

    boolean allowsHost(String host) {
        return !strictDynamic()
                && !allowsAnyHost()
                && sources.stream()
                        .map(source -> source.toLowerCase(Locale.ROOT))
                        .anyMatch(source -> covers(source, host));
    }

    private boolean wildcard() {
        return sources.stream()
                .anyMatch(source -> source.equals("*")
                        || source.matches("(?i)(https?://)?\\*(:(\\d+|\\*))?/?")
                        || source.matches("(?i)(https?://)?\\*\\.[a-z]{2,10}(:(\\d+|\\*))?/?"));
    }

    /** A path narrows the source to one package or file, which is then a choice and not everybody's. */
    private static boolean covers(String source, String host) {
        String bare = source.replaceFirst("^https?://", "").replaceFirst("/$", "");
        return bare.equals(host) || (bare.startsWith("*.") && host.endsWith(bare.substring(1)));
    }

    private static boolean mark(String source) {
        return source.startsWith("'nonce-")
                || source.startsWith("'sha256-")
                || source.startsWith("'sha384-")
                || source.startsWith("'sha512-");
    }
}
