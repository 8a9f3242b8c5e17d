package dev.launchready.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the name of a setting says of its value: {@code clientSecret}, {@code DB_PASSWORD}, {@code x-api-key}. */
final class Names {
    /** How plainly a name promises a secret. */
    enum Promise {
        NONE,
        /** Some key: of a cache, of a table, or of a service that nobody has heard of. */
        FAINT,
        /** A key or token of some kind. */
        WEAK,
        /** Says that nobody may see it. */
        PLAIN,
        /** A password: chosen by people, so that randomness cannot be asked for. */
        PASSWORD
    }

    private static final Set<String> PASSWORDS =
            Set.of("password", "passwd", "passwrd", "pwd", "pass", "passphrase", "passwort", "pw");
    private static final Set<String> PLAIN =
            Set.of("secret", "secrets", "credential", "credentials", "privatekey", "secretkey");
    private static final Set<String> WEAK =
            Set.of("token", "tokens", "apikey", "authkey", "accesskey", "auth", "bearer", "jwt");
    private static final Set<String> KEYS = Set.of("key", "keys");
    private static final Set<String> QUALIFIES_PLAIN = Set.of(
            "private",
            "secret",
            "encryption",
            "encrypt",
            "signing",
            "sign",
            "master",
            "hmac",
            "jwt",
            "cookie",
            "crypt");
    private static final Set<String> QUALIFIES_WEAK = Set.of(
            "api",
            "access",
            "auth",
            "account",
            "app",
            "application",
            "client",
            "service",
            "server",
            "admin",
            "license",
            "subscription",
            "storage",
            "webhook",
            "deploy",
            "integration",
            "ingest",
            "write",
            "rest");
    /** Words beside which even a key is no secret. */
    private static final Set<String> HARMLESS = Set.of(
            "public",
            "pub",
            "publishable",
            "id",
            "ids",
            "name",
            "type",
            "length",
            "size",
            "count",
            "field",
            "label",
            "column",
            "header",
            "url",
            "uri",
            "endpoint",
            "path",
            "file",
            "filename",
            "hash",
            "sha",
            "sha1",
            "sha256",
            "md5",
            "digest",
            "checksum",
            "fingerprint",
            "expiry",
            "expires",
            "expiration",
            "hint",
            "message",
            "error",
            "text",
            "title",
            "placeholder",
            "regex",
            "pattern",
            "policy",
            "primary",
            "foreign",
            "sort",
            "cache",
            "i18n",
            "translation",
            "csrf",
            "xsrf",
            "nonce",
            "example",
            "format",
            "prefix",
            "suffix",
            "param",
            "class",
            "icon",
            "color",
            "button",
            "page",
            "event",
            "symbol",
            "mode",
            "kind",
            "version",
            "integrity",
            "mask",
            "strength",
            "rules",
            "min",
            "max",
            "input",
            "selector",
            "element",
            "parser",
            "lexer",
            "design",
            "css",
            "style",
            "next",
            "sitekey",
            "stdin",
            "pubkey",
            "publickey",
            "serial",
            "number",
            "sealed",
            "idempotency",
            "correlation",
            "cancellation",
            "continuation",
            "pagination",
            "protected");

    /** Harmless words that say of any key that everybody may see it, or that it is none. */
    private static final Set<String> OPEN = Set.of(
            "public",
            "pub",
            "publishable",
            "pubkey",
            "publickey",
            "sitekey",
            "sealed",
            "example",
            "placeholder",
            "hint");

    /** Words before {@code key} beside which it does not matter what the key is for: {@code FIELD_ENCRYPTION_KEY}. */
    private static final Set<String> OUTWEIGHS = Set.of("encryption", "encrypt", "crypt", "secret", "signing", "hmac");

    /** What tells one request from the next, and opens nothing. */
    private static final Set<String> PASSING =
            Set.of("lock", "request", "client", "change", "lifecycle", "sync", "trace", "transaction", "job", "upload");

    private Names() {}

    /** Whether a token of the name is rather a mark of one request, which is often a UUID. */
    static boolean passing(String name) {
        return words(name).stream().anyMatch(PASSING::contains);
    }

    static Promise promise(String name) {
        List<String> words = words(name);
        Promise best = Promise.NONE;
        String before = "";
        Set<String> harmless = endsPlainly(words) ? OPEN : HARMLESS;
        for (String word : words) {
            boolean ofPage = before.equals("site") && KEYS.contains(word);
            if (ofPage || harmless.contains(word)) {
                return Promise.NONE;
            }
            Promise here = of(word, before);
            best = here.compareTo(best) > 0 ? here : best;
            before = word;
        }
        return best;
    }

    private static boolean endsPlainly(List<String> words) {
        int last = words.size() - 1;
        return last > 0 && KEYS.contains(words.get(last)) && OUTWEIGHS.contains(words.get(last - 1));
    }

    private static Promise of(String word, String before) {
        if (PASSWORDS.contains(word) || word.endsWith("password") || word.endsWith("passwd")) {
            return Promise.PASSWORD;
        }
        if (PLAIN.contains(word) || (KEYS.contains(word) && QUALIFIES_PLAIN.contains(before))) {
            return Promise.PLAIN;
        }
        if (word.endsWith("secret")) {
            return Promise.PLAIN;
        }
        boolean weak = WEAK.contains(word)
                || word.endsWith("token")
                || word.endsWith("apikey")
                || (KEYS.contains(word) && QUALIFIES_WEAK.contains(before));
        if (weak) {
            return Promise.WEAK;
        }
        return KEYS.contains(word) || word.endsWith("key") ? Promise.FAINT : Promise.NONE;
    }

    /** The words of a name in any of the usual spellings, in lower case. */
    static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int at = 0; at < name.length(); at++) {
            char here = name.charAt(at);
            boolean part = Character.isLetterOrDigit(here) && here < 0x80;
            boolean hump = part && Character.isUpperCase(here) && startsWord(name, at);
            if ((!part || hump) && word.length() > 0) {
                words.add(word.toString().toLowerCase(Locale.ROOT));
                word.setLength(0);
            }
            if (part) {
                word.append(here);
            }
        }
        if (word.length() > 0) {
            words.add(word.toString().toLowerCase(Locale.ROOT));
        }
        return words;
    }

    private static boolean startsWord(String name, int at) {
        boolean afterLower = at > 0 && !Character.isUpperCase(name.charAt(at - 1));
        boolean beforeLower = at + 1 < name.length() && Character.isLowerCase(name.charAt(at + 1));
        return afterLower || beforeLower;
    }
}
