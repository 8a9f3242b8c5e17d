package dev.launchready.portal.routes;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells from names whether calling a route changes something, though its method says it does not (RFC 9110, section 9.2.1). */
final class Effects {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> VERBS = Set.of(
            "logout",
            "logoff",
            "signout",
            "reset",
            "send",
            "resend",
            "delete",
            "remove",
            "destroy",
            "purge",
            "revoke",
            "unsubscribe",
            "cancel",
            "approve",
            "reject",
            "deactivate",
            "activate",
            "disable",
            "enable",
            "clear",
            "flush",
            "restart",
            "impersonate",
            "refund",
            "confirm",
            "accept",
            "decline",
            "trigger",
            "execute",
            "verify",
            "publish",
            "unpublish",
            "invite",
            "wipe",
            "rotate",
            "regenerate",
            "charge",
            "pay");
    private static final Set<String> LABEL_ONLY = Set.of(
            "create",
            "update",
            "add",
            "set",
            "change",
            "mark",
            "start",
            "stop",
            "run",
            "sync",
            "generate",
            "import",
            "archive",
            "restore",
            "sends",
            "deletes",
            "removes",
            "resets",
            "logs",
            "signs",
            "log",
            "sign",
            "ends",
            "end");
    private static final Pattern CAMEL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private Effects() {}

    static boolean reading(String method) {
        return READING.contains(method);
    }

    /** Whether a path's words or the first word of a name or summary say that something is done. */
    static boolean suspicious(String template, String label) {
        for (String segment : Template.path(template).split("/", -1)) {
            List<String> words = words(segment);
            if (!segment.contains("{") && (words.stream().anyMatch(VERBS::contains) || leaving(words))) {
                return true;
            }
        }
        for (String line : label.split("\n", -1)) {
            List<String> words = words(line.strip());
            if (!words.isEmpty()
                    && (VERBS.contains(words.get(0)) || LABEL_ONLY.contains(words.get(0)) || leaving(words))) {
                return true;
            }
        }
        return false;
    }

    private static boolean leaving(List<String> words) {
        return words.size() > 1
                && words.get(0).matches("log|sign")
                && words.get(1).matches("out|off");
    }

    private static List<String> words(String text) {
        return List.of(CAMEL.matcher(text)
                        .replaceAll(" ")
                        .toLowerCase(Locale.ROOT)
                        .split("[^a-z]+"))
                .stream()
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
