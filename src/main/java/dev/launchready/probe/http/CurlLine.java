package dev.launchready.probe.http;

import dev.launchready.probe.Redaction;
import dev.launchready.probe.http.HttpCall.Content;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One request as a line for a POSIX shell, with variables in place of credentials. */
final class CurlLine {
    private static final int LONGEST_BODY = 4096;
    /** The command writes these itself. */
    private static final Set<String> OWN = Set.of("accept-encoding", "content-length", "connection");

    private static final char OPEN = '\u0001';
    private static final char CLOSE = '\u0002';

    private CurlLine() {}

    static String of(HttpCall call, List<SentLine> lines, Redaction redaction) {
        StringBuilder out = new StringBuilder("curl -sS -i --compressed");
        method(call, out);
        String url = call.url().toString();
        if (url.contains("/.")) {
            out.append(" --path-as-is");
        }
        if (url.chars().anyMatch(c -> "[]{}".indexOf(c) >= 0)) {
            out.append(" --globoff");
        }
        for (SentLine line : lines) {
            if (!OWN.contains(line.name().toLowerCase(Locale.ROOT))) {
                out.append(" -H ").append(header(line, redaction));
            }
        }
        String piped = call.body().map(body -> body(body, redaction, out)).orElse("");
        String address = Redaction.visible(redaction.maskUrl(redaction.replace(url, CurlLine::mark)));
        return piped
                + out.append(' ')
                        .append(quoted(address.replace("\\u0001", "" + OPEN).replace("\\u0002", "" + CLOSE)));
    }

    private static void method(HttpCall call, StringBuilder out) {
        if (call.method().equals("HEAD")) {
            out.append(" -I");
        } else if (!call.method().equals("GET") || call.body().isPresent()) {
            out.append(" -X ").append(quoted(call.method()));
        }
    }

    private static String header(SentLine line, Redaction redaction) {
        if (line.secret()) {
            return '"' + Redaction.visible(line.name()) + ": $" + line.variable() + '"';
        }
        if (line.value().isEmpty()) {
            return quoted(line.name() + ";");
        }
        return quoted(line.name() + ": " + masked(line.value(), redaction));
    }

    private static String body(Content body, Redaction redaction, StringBuilder out) {
        if (body.bytes().length > LONGEST_BODY) {
            out.append(" --data-binary @body-of-").append(body.bytes().length).append("-bytes");
            return "";
        }
        Optional<String> text = text(body.bytes());
        if (text.isPresent()) {
            out.append(" --data-raw ").append(quoted(masked(text.get(), redaction)));
            return "";
        }
        out.append(" --data-binary @-");
        StringBuilder octal = new StringBuilder("printf '");
        for (byte each : body.bytes()) {
            octal.append(String.format(Locale.ROOT, "\\%03o", each & 0xff));
        }
        return octal.append("' | ").toString();
    }

    /** The body as text, where a shell can carry it as it is. */
    private static Optional<String> text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            boolean plain = text.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t');
            return plain ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static String masked(String text, Redaction redaction) {
        return redaction.mask(redaction.replace(text, CurlLine::mark));
    }

    private static String mark(String name) {
        return OPEN + name + CLOSE;
    }

    /** In single quotes, but for the marked variables, which stand in double quotes so that the shell fills them in. */
    private static String quoted(String text) {
        String plain = "'" + text.replace("'", "'\\''") + "'";
        String filled = plain.replace("" + OPEN, "'\"$").replace("" + CLOSE, "\"'");
        return filled.replace("''\"", "\"").replace("\"''", "\"");
    }
}
