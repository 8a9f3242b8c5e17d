package dev.launchready.detect;

import java.util.List;
import java.util.Locale;

/** Reads the password out of {@code scheme://user:password@host} (RFC 3986, section 3.2.1). Mutable and reused; one thread. */
final class UrlCredentials {
    private static final int MAX_SCHEME = 24;
    private static final int MAX_AUTHORITY = 320;
    private static final int MAX_HOST = 253;
    /** More than is looked at from the colon on to find a password, and the host behind it. */
    static final int AHEAD = MAX_AUTHORITY + MAX_HOST + 32;

    private static final String ENDS = " \t\r\n\"'`<>/\\(){}|^,";
    private static final String IN_PLACEHOLDER = "{}()";

    private int from;
    private int to;
    private String scheme = "";

    /** @param colon where {@code ://} begins */
    boolean read(Text text, int colon) {
        int at = colon + CompiledRules.SCHEME_END.length();
        int end = Math.min(text.limit(), at + MAX_AUTHORITY);
        int divides = -1;
        int host = -1;
        for (int index = at; index < end; index++) {
            byte here = text.at(index);
            if (here == '@') {
                host = index;
            } else if (here == ':' && divides < 0) {
                divides = index;
            } else if (here <= 0 || ENDS.indexOf(here) >= 0) {
                boolean inPassword = divides >= 0 && host < 0 && IN_PLACEHOLDER.indexOf(here) >= 0;
                if (!inPassword) {
                    break;
                }
            }
        }
        if (divides < 0 || host <= divides + 1 || host + 1 >= end) {
            return false;
        }
        from = divides + 1;
        to = host;
        scheme = scheme(text, colon);
        return true;
    }

    /** Whether what was read is of one of the schemes; of any where none is named. */
    boolean isOf(List<String> schemes) {
        return schemes.isEmpty() ? !scheme.isEmpty() : schemes.contains(scheme);
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    private static String scheme(Text text, int colon) {
        int from = colon;
        while (from > 0 && colon - from < MAX_SCHEME && schemeByte(text.at(from - 1))) {
            from--;
        }
        while (from < colon && !Ascii.letter(text.at(from))) {
            from++;
        }
        return text.string(from, colon).toLowerCase(Locale.ROOT);
    }

    private static boolean schemeByte(byte each) {
        return Ascii.letter(each) || Ascii.digit(each) || each == '+' || each == '.' || each == '-';
    }

    /** The host behind the password that ends at {@code to}, in lower case and without port. */
    static String host(Text text, int to) {
        int from = to + 1;
        int end = from;
        while (end < text.limit() && end - from < MAX_HOST && Ascii.name(text.at(end))) {
            end++;
        }
        return text.string(Math.min(from, end), end).toLowerCase(Locale.ROOT);
    }
}
