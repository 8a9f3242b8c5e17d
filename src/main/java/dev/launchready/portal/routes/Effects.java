package dev.launchready.portal.routes;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Tells from names whether calling a route changes something, though its method says it does not (RFC 9110, section 9.2.1). */
final class Effects {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** Said of a route anywhere in its path, these mean that it does something. */
    private static final Set<String> VERBS = words("""
            logout logoff signout reset send resend delete remove destroy purge revoke unsubscribe subscribe cancel approve reject
            deactivate activate disable enable clear flush restart reboot shutdown reload impersonate refund confirm accept decline
            trigger execute verify publish unpublish invite wipe rotate regenerate charge pay seed reseed populate truncate drop
            migrate rollback reinit reinitialize reinitialise initialize initialise bootstrap install uninstall redeploy
            rebuild reindex recalculate unlock ban unban unblock suspend unfollow unlike upvote downvote
            withdraw redeem unenroll dismiss regen kill terminate increment decrement""");

    /** Said of a route only by the first word of its name or summary: in a path they name a form or a list as often. */
    private static final Set<String> LABEL_ONLY = words("""
            create update add set change mark start stop run sync generate import archive restore log sign end insert write save
            edit modify rename replace submit assign unassign attach detach register init setup renew toggle reschedule deploy""");

    /** Verbs that are nouns as well, "Order details" or "Updates"; they say that something is done where what it is done to follows. */
    private static final Set<String> NOUNS_TOO = words("""
            book order buy schedule store process move apply merge switch refresh upload block follow like vote transfer purchase
            claim enroll charge refund invite trigger checkout update change set mark start stop run sync import archive log sign
            end seed drop deploy install reset""");

    private static final Set<String> DETERMINERS =
            words("the a an all any and your this that these those its their his her current new one every each");

    private static final Pattern WORD_END = Pattern.compile("(ie)?s$");

    /** Words that are written in one with a verb, such as in {@code createdb} or {@code deleteall}. */
    private static final Set<String> GLUED_VERBS = words(
            "create delete remove reset init seed drop purge clear wipe flush load reload truncate populate send");

    private static final Set<String> GLUED_NOUNS = words(
            "db database databases all data user users account accounts cache caches table tables mail email sms session sessions demo test");

    private static final Set<String> JOINS = Set.of("and", "then", "or");
    private static final Pattern CAMEL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private Effects() {}

    static boolean reading(String method) {
        return READING.contains(method);
    }

    /**
     * Whether a path's words, or what its name or summary begins with, say that something is done.
     *
     * @param label names, summaries and descriptions, one a line
     */
    static boolean suspicious(String template, String label) {
        return Arrays.stream(Template.path(template).split("/", -1))
                        .filter(segment -> !segment.contains("{"))
                        .map(Effects::split)
                        .anyMatch(Effects::acting)
                || label.lines().map(String::strip).anyMatch(Effects::announcing);
    }

    private static boolean acting(List<String> words) {
        return leaving(words) || words.stream().anyMatch(word -> VERBS.contains(word) || glued(word));
    }

    /** An operation id speaks by what stands behind its last dot; a sentence by its first verb, and by those that "and" joins to it. */
    private static boolean announcing(String line) {
        boolean name = line.chars().noneMatch(Character::isWhitespace);
        List<String> words = split(name ? line.substring(line.lastIndexOf('.') + 1) : line);
        return leaving(words)
                || IntStream.range(0, words.size())
                        .filter(at -> at == 0 || JOINS.contains(words.get(at - 1)))
                        .anyMatch(at -> doing(words.get(at), at + 1 < words.size() ? words.get(at + 1) : ""));
    }

    /** Whether a verb says it: as an order ("Delete"), or of the route ("Deletes"), which is a plural as well. */
    private static boolean doing(String word, String next) {
        if (VERBS.contains(word) || LABEL_ONLY.contains(word) || glued(word)) {
            return true;
        }
        String stem = stem(word);
        if (NOUNS_TOO.contains(stem)) {
            return DETERMINERS.contains(next);
        }
        return VERBS.contains(stem) || LABEL_ONLY.contains(stem);
    }

    private static boolean leaving(List<String> words) {
        return words.size() > 1
                && words.get(0).matches("log|sign")
                && words.get(1).matches("out|off");
    }

    private static boolean glued(String word) {
        return GLUED_VERBS.stream()
                .anyMatch(verb -> word.startsWith(verb) && GLUED_NOUNS.contains(word.substring(verb.length())));
    }

    /** A verb without the ending of the third person: {@code creates} is {@code create}, {@code pays} is {@code pay}. */
    private static String stem(String word) {
        return WORD_END.matcher(word).replaceFirst(end -> end.group().equals("ies") ? "y" : "");
    }

    private static List<String> split(String text) {
        return Arrays.stream(CAMEL.matcher(text)
                        .replaceAll(" ")
                        .toLowerCase(Locale.ROOT)
                        .split("[^a-z]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Set<String> words(String list) {
        return Set.of(list.strip().split("\\s+"));
    }
}
