package dev.launchready.check.authz.backend;

import dev.launchready.portal.Portal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** Reads the names of tables, functions and buckets from the migrations of a Supabase project in the source tree. */
final class Migrations {
    private static final int MOST_FILES = 2000;
    private static final long LARGEST = 4L * 1024 * 1024;
    private static final String NAME = "(?:\"?([A-Za-z_][\\w$]*)\"?\\s*\\.\\s*)?\"?([A-Za-z_][\\w$-]*)\"?";
    private static final Pattern TABLE = Pattern.compile(
            "(?i)\\bcreate\\s+(?:table|(?:materialized\\s+)?view|or\\s+replace\\s+view)\\s+(?:if\\s+not\\s+exists\\s+)?"
                    + NAME);
    private static final Pattern FUNCTION = Pattern.compile(
            "(?i)\\bcreate\\s+(?:or\\s+replace\\s+)?function\\s+" + NAME + "\\s*\\([^;]{0,2000}?\\breturns\\s+(\\w+)");
    private static final Pattern BUCKET = Pattern.compile(
            "(?is)\\binsert\\s+into\\s+storage\\s*\\.\\s*\"?buckets\"?[^;]{0,300}?\\bvalues\\s*\\(\\s*'([^']{1,100})'");
    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final List<String> INNER =
            List.of("auth", "storage", "extensions", "pg_catalog", "realtime", "vault");

    private Migrations() {}

    static Names of(Portal portal) {
        Names names = new Names();
        portal.source().repository().ifPresent(root -> {
            for (String folder : List.of("supabase/migrations", "supabase/schemas")) {
                read(root.resolve(folder), names);
            }
        });
        return names;
    }

    private static void read(Path folder, Names names) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> scripts = files.filter(file -> file.toString().endsWith(".sql"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .limit(MOST_FILES)
                    .toList();
            for (Path script : scripts) {
                if (Files.size(script) <= LARGEST) {
                    read(new String(Files.readAllBytes(script), StandardCharsets.UTF_8), names);
                }
            }
        } catch (IOException e) {
            LoggerFactory.getLogger(Migrations.class).debug("{} could not be read whole", folder, e);
        }
    }

    static void read(String sql, Names names) {
        String text = COMMENT.matcher(sql).replaceAll(" ");
        Matcher tables = TABLE.matcher(text);
        while (tables.find()) {
            String schema = tables.group(1) == null ? "" : tables.group(1);
            if (!INNER.contains(schema)) {
                names.table(schema, tables.group(2));
            }
        }
        Matcher functions = FUNCTION.matcher(text);
        while (functions.find()) {
            boolean inner = functions.group(1) != null && !functions.group(1).equals("public");
            if (!inner && !functions.group(3).equalsIgnoreCase("trigger")) {
                names.function(functions.group(2));
            }
        }
        BUCKET.matcher(text).results().forEach(bucket -> names.bucket(bucket.group(1)));
    }
}
