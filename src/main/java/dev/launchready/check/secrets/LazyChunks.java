package dev.launchready.check.secrets;

import dev.launchready.check.face.Asset;
import dev.launchready.model.Url;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The chunks that a webpack loader fetches when they are first needed. Its runtime puts their names together from literals and tables:
 * {@code "static/js/" + ({1: "admin"}[e] || e) + "." + {1: "4f2a"}[e] + ".chunk.js"}. The expression is read, never run.
 */
final class LazyChunks {
    private static final int MOST = 400;
    private static final int LONGEST = 200_000;
    /** {@code n.u=e=>…} and {@code n.u=function(e){return …}} of version 5; {@code return n.p+…} of version 4. */
    private static final Pattern BEGINS = Pattern.compile(
            "\\.(?:u|miniCssF)\\s*=\\s*(?:function\\s*)?\\(?\\s*(\\w+)\\s*\\)?"
                    + "\\s*(?:=>)?\\s*\\{?\\s*(?:return)?\\s*|\\bfunction\\s+\\w+\\((\\w+)\\)\\s*\\{\\s*return\\s+\\w+\\.p\\s*\\+");

    private static final Pattern PUBLIC_PATH = Pattern.compile("\\b\\w+\\.p\\s*=\\s*\"([^\"]*)\"");
    private static final Pattern TOKEN = Pattern.compile("\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|'((?:[^'\\\\]|\\\\.)*)'|"
            + "(\\{[^{}]*\\})\\s*\\[\\s*\\w+\\s*\\]|([\\w$]+(?:\\.[\\w$]+)*)|(\\+|\\|\\||\\(|\\)))");
    private static final Pattern ENTRY = Pattern.compile("[\"']?([\\w$~./@-]+)[\"']?\\s*:\\s*[\"']([^\"']*)[\"']");

    /** A piece of a name: a literal, the id, or what a table makes of the id. */
    private record Piece(Optional<String> literal, Map<String, String> table) {
        String of(String id) {
            return literal.orElseGet(() -> table.getOrDefault(id, id));
        }
    }

    private LazyChunks() {}

    static List<Url> of(Asset script) {
        String text = script.answer().text();
        Set<Url> chunks = new LinkedHashSet<>();
        Matcher begins = BEGINS.matcher(text);
        while (begins.find() && chunks.size() < MOST) {
            String id = begins.group(1) == null ? begins.group(2) : begins.group(1);
            List<Piece> pieces = pieces(text, begins.end(), id);
            Set<String> ids = new LinkedHashSet<>();
            pieces.forEach(piece -> ids.addAll(piece.table().keySet()));
            for (String each : ids) {
                StringBuilder name = new StringBuilder();
                pieces.forEach(piece -> name.append(piece.of(each)));
                chunks.addAll(places(script.url(), publicPath(text), name.toString()));
            }
        }
        return chunks.stream().limit(MOST).toList();
    }

    private static List<Piece> pieces(String text, int from, String id) {
        List<Piece> pieces = new ArrayList<>();
        Matcher token = TOKEN.matcher(text).region(from, Math.min(text.length(), from + LONGEST));
        while (token.lookingAt()) {
            String literal = token.group(1) == null ? token.group(2) : token.group(1);
            if (literal != null) {
                pieces.add(new Piece(Optional.of(literal), Map.of()));
            } else if (token.group(3) != null) {
                pieces.add(new Piece(Optional.empty(), table(token.group(3))));
            } else if (id.equals(token.group(4)) && !alternative(text, token.start(4))) {
                pieces.add(new Piece(Optional.empty(), Map.of()));
            }
            token.region(token.end(), token.regionEnd());
        }
        return pieces;
    }

    /** The id behind {@code ||} stands for a table's missing entry, which {@link Piece#of} does already. */
    private static boolean alternative(String text, int at) {
        return text.substring(Math.max(0, at - 4), at).contains("||");
    }

    private static Map<String, String> table(String literal) {
        Map<String, String> table = new LinkedHashMap<>();
        Matcher entry = ENTRY.matcher(literal);
        while (entry.find()) {
            table.put(entry.group(1), entry.group(2));
        }
        return table;
    }

    private static Optional<String> publicPath(String text) {
        Matcher path = PUBLIC_PATH.matcher(text);
        return path.find() ? Optional.of(path.group(1)) : Optional.empty();
    }

    private static List<Url> places(Url script, Optional<String> publicPath, String name) {
        if (!name.matches(".*\\.(?:m?js|css)(?:\\?.*)?")) {
            return List.of();
        }
        List<Url> places = new ArrayList<>();
        if (publicPath.isPresent()) {
            script.at("/").resolve(publicPath.get() + name).ifPresent(places::add);
        } else {
            String folder = "/" + name.replaceFirst("/.*", "") + "/";
            int root = name.contains("/")
                    ? script.path().indexOf(folder)
                    : script.path().lastIndexOf('/');
            String base = root < 0 ? "/" : script.path().substring(0, root + 1);
            script.at(base).resolve(name).ifPresent(places::add);
        }
        return places;
    }
}
