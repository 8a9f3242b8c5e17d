package dev.launchready.detect;

import java.util.Locale;
import java.util.Set;

/**
 * Reads {@code name = "value"} in its many spellings around a word of the name: code, JSON, YAML, dotenv, properties, XML, queries,
 * headers, arguments of calls. Mutable and reused; one thread.
 */
final class Assignment {
    /** More than is looked at before a word to tell whether something is assigned to it, and what. */
    static final int BEHIND = 128;
    /** More than is looked at from where the word begins: its name, the gaps, a type, the value, and what closes it. */
    static final int AHEAD = 1536;

    private static final int MAX_NAME = 64;
    private static final int MAX_GAP = 12;
    private static final int MAX_TYPE = 32;
    private static final int MAX_VALUE = 1024;
    private static final Set<String> DEFINERS = Set.of("define", "global", "set", "setenv", "env");
    private static final Set<String> FALLBACKS = Set.of("default", "fallback", "default_value", "defaultValue");
    /** Of a call, before that which names what holds when nothing is set. */
    private static final int MAX_ARGUMENTS = 3;

    private static final int LONGEST_DEFINER = 8;
    private static final String AFTER_BARE = "\"'`<>(){}[],;&|\\";

    private int nameFrom;
    private int nameTo;
    private int valueFrom;
    private int valueTo;
    private boolean quoted;

    int nameFrom() {
        return nameFrom;
    }

    int nameTo() {
        return nameTo;
    }

    int valueFrom() {
        return valueFrom;
    }

    int valueTo() {
        return valueTo;
    }

    boolean quoted() {
        return quoted;
    }

    /** @return whether a value that is not empty is assigned to the name in which the word {@code [from, to)} stands */
    boolean read(Text text, int from, int to) {
        nameFrom = from;
        while (nameFrom > 0 && from - nameFrom < MAX_NAME && Ascii.name(text.at(nameFrom - 1))) {
            nameFrom--;
        }
        nameTo = to;
        while (nameTo < text.limit() && nameTo - to < MAX_NAME && Ascii.name(text.at(nameTo))) {
            nameTo++;
        }
        int closed = closing(text, nameTo);
        int at = separator(text, gap(text, closed), closed > nameTo);
        return at >= 0 && value(text, at);
    }

    /** Behind what closes a quoted or indexed name. */
    private static int closing(Text text, int from) {
        int at = from;
        int quote = quoteAt(text, at);
        at += quote;
        if (quote > 0 && at < text.limit() && text.at(at) == ']') {
            at++;
        }
        return at;
    }

    /** Length of a quotation mark, plain, escaped or as an entity; 0 where there is none. */
    private static int quoteAt(Text text, int at) {
        if (at >= text.limit()) {
            return 0;
        }
        byte here = text.at(at);
        if (Ascii.quote(here)) {
            return 1;
        }
        if (here == '\\') {
            int slashes = 1;
            while (at + slashes < text.limit() && text.at(at + slashes) == '\\' && slashes < 3) {
                slashes++;
            }
            return at + slashes < text.limit() && Ascii.quote(text.at(at + slashes)) ? slashes + 1 : 0;
        }
        return here == '&' && Ascii.at(text.bytes(), at, text.limit(), QUOT) ? QUOT.length : 0;
    }

    private static final byte[] QUOT = {'&', 'q', 'u', 'o', 't', ';'};

    private static int gap(Text text, int from) {
        int at = from;
        while (at < text.limit() && at - from < MAX_GAP && Ascii.space(text.at(at))) {
            at++;
        }
        return at;
    }

    /** Where the value's side begins; -1 where nothing is assigned. */
    private int separator(Text text, int at, boolean nameQuoted) {
        if (at >= text.limit()) {
            return -1;
        }
        byte here = text.at(at);
        if (here == '=' || here == ':') {
            return typed(text, signs(text, at + 1));
        }
        if (here == '>' && nameFrom > 0 && text.at(nameFrom - 1) == '<') {
            return at + 1;
        }
        boolean argument = (here == ',' && nameQuoted && begins(text)) || here == '(';
        if (argument) {
            int next = gap(text, at + 1);
            return quoteAt(text, next) > 0 ? next : here == ',' ? otherwise(text, next) : -1;
        }
        boolean operator = (here == '|' || here == '?' || here == '!' || here == '.') && at + 1 < text.limit();
        if (operator) {
            int signs = signs(text, at + 1);
            return signs > at + 1 && text.at(signs - 1) == '=' ? signs : -1;
        }
        return !nameQuoted && at > nameTo ? apart(text, at) : -1;
    }

    /** Where the value begins that holds when nothing is set, {@code config("NAME", cast=str, default="value")}; or -1. */
    private static int otherwise(Text text, int from) {
        int at = from;
        for (int argument = 0; argument < MAX_ARGUMENTS; argument++) {
            int word = at;
            while (at < text.limit() && at - word < MAX_TYPE && Ascii.name(text.at(at))) {
                at++;
            }
            boolean fallback = FALLBACKS.contains(text.string(word, at));
            int sign = gap(text, at);
            boolean given = sign < text.limit() && (text.at(sign) == '=' || text.at(sign) == ':');
            int value = given ? gap(text, sign + 1) : sign;
            if (fallback && given) {
                return quoteAt(text, value) > 0 ? value : -1;
            }
            at = value;
            while (at < text.limit() && at - value < MAX_TYPE && Ascii.name(text.at(at))) {
                at++;
            }
            if (at >= text.limit() || text.at(at) != ',') {
                return -1;
            }
            at = gap(text, at + 1);
        }
        return -1;
    }

    /** Whether the whole of a literal is the name, and the first of its list: in a long one the next is no value of it. */
    private boolean begins(Text text) {
        if (nameFrom == 0 || !Ascii.quote(text.at(nameFrom - 1))) {
            return false;
        }
        int at = nameFrom - 2;
        while (at >= 0 && (Ascii.space(text.at(at)) || Ascii.newline(text.at(at)) || text.at(at) == '\\')) {
            at--;
        }
        return at < 0 || (text.at(at) != ',' && text.at(at) != ':');
    }

    /** Where only space stands between name and value: an option, a definition, or a type before the sign. */
    private int apart(Text text, int at) {
        boolean option = text.at(nameFrom) == '-' && nameTo - nameFrom > 2;
        boolean taken = option && text.at(at) != '-' && (Ascii.quote(text.at(at)) || Ascii.word(text.at(at)));
        if (taken || (defines(text) && quoteAt(text, at) > 0)) {
            return at;
        }
        int type = at;
        while (type < text.limit()
                && type - at < MAX_TYPE
                && (Ascii.name(text.at(type)) || "*[]".indexOf(text.at(type)) >= 0)) {
            type++;
        }
        int sign = gap(text, type);
        boolean declared = type > at && sign < text.limit() && text.at(sign) == '=';
        int value = declared ? gap(text, sign + 1) : sign;
        return declared && quoteAt(text, value) > 0 ? value : -1;
    }

    /** Whether the word before the name is one that sets it: {@code #define}, {@code %global}, {@code set}, {@code ENV}. */
    private boolean defines(Text text) {
        int to = nameFrom;
        while (to > 0 && nameFrom - to < MAX_GAP && Ascii.space(text.at(to - 1))) {
            to--;
        }
        int from = to;
        while (from > 0 && to - from < LONGEST_DEFINER && Ascii.letter(text.at(from - 1))) {
            from--;
        }
        return to < nameFrom && DEFINERS.contains(text.string(from, to).toLowerCase(Locale.ROOT));
    }

    private static int signs(Text text, int from) {
        int at = from;
        while (at < text.limit() && at - from < 3 && "=:>~|".indexOf(text.at(at)) >= 0) {
            at++;
        }
        return at;
    }

    /** Steps over the type in {@code name: String = "value"}. */
    private static int typed(Text text, int from) {
        int at = gap(text, from);
        int start = at;
        while (at < text.limit()
                && at - start < MAX_TYPE
                && (Ascii.name(text.at(at)) || "<>[]?| ".indexOf(text.at(at)) >= 0)) {
            at++;
        }
        if (at == start || at >= text.limit() || text.at(at) != '=') {
            return from;
        }
        int value = gap(text, at + 1);
        return quoteAt(text, value) > 0 ? value : from;
    }

    private boolean value(Text text, int from) {
        int at = gap(text, from);
        if (at < text.limit() && Ascii.newline(text.at(at))) {
            at = overNewline(text, at);
        } else if (at < text.limit() && "rbfu@".indexOf(text.at(at)) >= 0 && quoteAt(text, at + 1) == 1) {
            at++;
        }
        int quote = quoteAt(text, at);
        quoted = quote > 0;
        valueFrom = at + quote;
        valueTo = quoted ? quotedEnd(text, valueFrom, text.at(valueFrom - 1)) : bareEnd(text, valueFrom);
        return valueTo > valueFrom;
    }

    /** A value on the next line counts only in quotes: else it is the next setting. */
    private static int overNewline(Text text, int from) {
        int at = from;
        while (at < text.limit() && at - from < MAX_NAME && (Ascii.newline(text.at(at)) || Ascii.space(text.at(at)))) {
            at++;
        }
        boolean element = at < text.limit() && text.at(from - 1) == '>' && text.at(at) > ' ';
        return element || quoteAt(text, at) > 0 ? at : from;
    }

    private static int quotedEnd(Text text, int from, byte closing) {
        int end = Math.min(text.limit(), from + MAX_VALUE);
        for (int at = from; at < end; at++) {
            byte here = text.at(at);
            if (here == closing || Ascii.newline(here)) {
                boolean ends = here == closing || closing == ';';
                return ends ? trimmed(text, from, at) : from;
            }
            if (closing == ';' && here == '&' && Ascii.at(text.bytes(), at, text.limit(), QUOT)) {
                return at;
            }
            if (here == '\\'
                    && at + 1 < end
                    && text.at(at + 1) == closing
                    && text.at(from - 2 < 0 ? 0 : from - 2) != '\\') {
                at++;
            }
        }
        return from;
    }

    /** Takes off the backslashes of an escaped closing quotation mark. */
    private static int trimmed(Text text, int from, int to) {
        int end = to;
        while (end > from && text.at(end - 1) == '\\') {
            end--;
        }
        return end;
    }

    private static int bareEnd(Text text, int from) {
        int end = Math.min(text.limit(), from + MAX_VALUE);
        int at = from;
        while (at < end && text.at(at) > ' ' && AFTER_BARE.indexOf(text.at(at)) < 0) {
            at++;
        }
        return at;
    }
}
