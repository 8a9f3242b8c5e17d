package dev.launchready.check.secrets;

import dev.launchready.model.Json;
import dev.launchready.probe.http.JsonBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a source map holds (ECMA-426). Only what is a map by its content is one: a shell that is served for every path is none.
 *
 * @param whole whether it could be read to its end
 */
record MapContent(List<Original> sources, boolean whole) {
    private static final Pattern LIBRARY = Pattern.compile(
            "(?:^|/)node_modules/|(?:^|/)\\.pnpm/|^(?:webpack|turbopack|vite|rollup|parcel)(?:/|:///?(?:webpack|external|\\(webpack\\)))|"
                    + "^\\u0000|^external |\\(webpack\\)|(?:^|/)webpack/(?:bootstrap|runtime|before-startup)|\\[turbopack]|vite/(?:modulepreload|preload)|"
                    + "(?:^|/)(?:bower_components|vendor|jspm_packages)/");
    private static final Pattern SERVER = Pattern.compile(
            "(?:\\bfrom|\\brequire\\()\\s*[\"'](?:node:)?(?:fs|fs/promises|child_process|pg|mysql2?|express|fastify|@prisma/client|mongodb|mongoose|"
                    + "nodemailer|ioredis|bcrypt|jsonwebtoken)[\"']|process\\.env\\.\\w*(?:SECRET|PASSWORD|PRIVATE_KEY|DATABASE_URL)");
    private static final Pattern SCHEME =
            Pattern.compile("^(?:webpack|ng|app|vite|turbopack|rollup|parcel):/*(?:[^/]*/)??(?:\\./)?");
    private static final String BEGINS = "{";

    /** One source, with its text where the map holds it. */
    record Original(String path, Optional<String> text) {
        /** Neither a package of others nor a bundler's own. */
        boolean own() {
            return !LIBRARY.matcher(path).find();
        }

        boolean ofServer() {
            return text.filter(SERVER.asPredicate()).isPresent();
        }
    }

    /** Empty where the body is no source map. */
    static Optional<MapContent> read(String body) {
        String text = body.stripLeading();
        String json = text.startsWith(")]}")
                ? text.substring(Math.max(0, text.indexOf('\n'))).stripLeading()
                : text;
        if (!json.startsWith(BEGINS)) {
            return Optional.empty();
        }
        Optional<Json> parsed = JsonBody.parse(json);
        if (parsed.isEmpty()) {
            boolean map = json.contains("\"mappings\"") && json.contains("\"sources\"");
            return map ? Optional.of(new MapContent(List.of(), false)) : Optional.empty();
        }
        List<Original> sources = new ArrayList<>();
        sections(parsed.get(), sources);
        boolean map = parsed.get().get("version").isPresent()
                && (parsed.get().get("mappings").isPresent()
                        || parsed.get().get("sections").isPresent());
        return map ? Optional.of(new MapContent(List.copyOf(sources), true)) : Optional.empty();
    }

    private static void sections(Json map, List<Original> into) {
        sources(map, into);
        if (map.get("sections").orElse(new Json.Null()) instanceof Json.Arr sections) {
            sections.items().forEach(section -> section.get("map").ifPresent(inner -> sections(inner, into)));
        }
    }

    private static void sources(Json map, List<Original> into) {
        List<Json> paths = items(map, "sources");
        List<Json> texts = items(map, "sourcesContent");
        for (int at = 0; at < paths.size(); at++) {
            Optional<String> text = at < texts.size() ? texts.get(at).text() : Optional.empty();
            into.add(new Original(clean(paths.get(at).text().orElse("")), text.filter(content -> !content.isBlank())));
        }
    }

    private static List<Json> items(Json map, String name) {
        return map.get(name).orElse(new Json.Null()) instanceof Json.Arr list ? list.items() : List.of();
    }

    /** The path as it is in the source tree, as far as the bundler keeps it. */
    private static String clean(String source) {
        String path =
                LIBRARY.matcher(source).find() ? source : SCHEME.matcher(source).replaceFirst("");
        String plain = path.replaceFirst("^(?:\\.\\.?/)+", "").replaceFirst("\\?[\\w=&.-]*$", "");
        return plain.toLowerCase(Locale.ROOT).startsWith("file:") ? plain.substring(plain.lastIndexOf('/') + 1) : plain;
    }
}
