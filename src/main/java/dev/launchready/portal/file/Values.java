package dev.launchready.portal.file;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Fills in {@code ${env:NAME}}, {@code ${env:NAME:-default}}, {@code ${file:PATH}} and {@code ${base64:TEXT}} (the Base64 of a text, RFC
 * 4648 section 4), also inside one another; two dollar signs before the brace stand for one, literally.
 */
final class Values {
    private static final int MAX_FILE_BYTES = 1 << 20;
    private static final int MAX_DEPTH = 5;

    private final Map<String, String> environment;
    private final Path base;

    Values(Map<String, String> environment, Path base) {
        this.environment = Map.copyOf(environment);
        this.base = base;
    }

    /** Says in a sentence why a value cannot be filled in. */
    static final class Missing extends Exception {
        private static final long serialVersionUID = 1L;
        private final String says;

        Missing(String says) {
            super(says);
            this.says = says;
        }

        String says() {
            return says;
        }
    }

    /** @throws Missing when a variable, file or closing brace is missing */
    Text expand(String raw) throws Missing {
        return raw.contains("${") ? expand(raw, 0) : Text.literal(raw);
    }

    private Text expand(String raw, int depth) throws Missing {
        if (depth > MAX_DEPTH) {
            throw new Missing("${...} is nested more than " + MAX_DEPTH + " deep");
        }
        StringBuilder value = new StringBuilder();
        StringBuilder literal = new StringBuilder();
        List<String> references = new ArrayList<>();
        int at = 0;
        while (at < raw.length()) {
            int open = raw.indexOf("${", at);
            String before = raw.substring(at, open < 0 ? raw.length() : open);
            boolean escaped = open >= 0 && before.endsWith("$");
            value.append(before);
            literal.append(before);
            if (open < 0) {
                break;
            }
            if (escaped) {
                value.append('{');
                literal.append('{');
                at = open + 2;
                continue;
            }
            int close = closing(raw, open);
            Text filled = reference(raw.substring(open + 2, close), depth);
            value.append(filled.value());
            literal.append(filled.literal());
            references.addAll(filled.references());
            at = close + 1;
        }
        return new Text(value.toString(), literal.toString(), references);
    }

    private static int closing(String raw, int open) throws Missing {
        int depth = 0;
        for (int at = open + 1; at < raw.length(); at++) {
            depth += raw.charAt(at) == '{' ? 1 : raw.charAt(at) == '}' ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        throw new Missing("'${' is not closed by '}'");
    }

    private Text reference(String inside, int depth) throws Missing {
        int colon = inside.indexOf(':');
        String kind = colon < 0 ? inside : inside.substring(0, colon);
        String rest = colon < 0 ? "" : inside.substring(colon + 1);
        return switch (kind) {
            case "env" -> variable(rest, depth);
            case "file" -> file(expand(rest, depth + 1).value());
            case "base64" -> base64(expand(rest, depth + 1));
            default ->
                throw new Missing("'${" + kind + "' is unknown" + Nearest.hint(kind, List.of("env", "file", "base64"))
                        + "; a literal ${ is written $${");
        };
    }

    private Text variable(String rest, int depth) throws Missing {
        int mark = rest.indexOf(":-");
        String name = mark < 0 ? rest : rest.substring(0, mark);
        if (!name.matches("[A-Za-z_][A-Za-z0-9_.]*")) {
            throw new Missing("${env:...} needs the name of a variable, such as ${env:ALICE_PASSWORD}");
        }
        String value = environment.get(name);
        if (value != null && !value.isEmpty()) {
            return new Text(value, "", List.of(value));
        }
        if (mark >= 0) {
            return expand(rest.substring(mark + 2), depth + 1);
        }
        throw new Missing("environment variable " + name + (value == null ? " is not set" : " is empty")
                + "; set it (export " + name + "=...), or name a file that holds it: --env-file FILE");
    }

    private Text file(String path) throws Missing {
        try {
            String text = FileText.read(base.resolve(path), MAX_FILE_BYTES).stripTrailing();
            return new Text(text, "", List.of(text));
        } catch (InvalidPathException e) {
            throw new Missing("${file:...} needs the path of a file");
        } catch (PortalFileException e) {
            throw new Missing("${file:" + path + "}: " + e.problems().get(0).says());
        }
    }

    private static Text base64(Text plain) {
        String encoded = Base64.getEncoder().encodeToString(plain.value().getBytes(StandardCharsets.UTF_8));
        List<String> references = new ArrayList<>(plain.references());
        if (!references.isEmpty()) {
            references.add(encoded);
        }
        return new Text(encoded, plain.references().isEmpty() ? encoded : "", references);
    }
}
