package dev.launchready.check.authz.backend;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of tables, functions, buckets and schemas, from wherever they are known; each once, in the order in which they were met. */
final class Names {
    private static final Pattern COLUMN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,62}");

    private final Set<Table> tables = new LinkedHashSet<>();
    private final Set<String> functions = new LinkedHashSet<>();
    private final Set<String> buckets = new LinkedHashSet<>();
    private final Set<String> schemas = new LinkedHashSet<>();
    private final Map<String, Set<String>> columns = new LinkedHashMap<>();
    private final Map<String, Set<String>> wanted = new LinkedHashMap<>();

    /** @param schema empty where it is not said: the one that the service shows first */
    record Table(String schema, String name) {
        /** As SQL writes it. */
        String qualified() {
            return schema.isEmpty() ? "public." + name : schema + "." + name;
        }
    }

    void table(String name) {
        table("", name);
    }

    void table(String schema, String name) {
        String kept = schema.equals("public") ? "" : schema;
        if (!kept.isEmpty()) {
            schema(kept);
        }
        tables.add(new Table(kept, name));
    }

    void function(String name) {
        functions.add(name);
    }

    void bucket(String name) {
        buckets.add(name);
    }

    void schema(String name) {
        if (!name.equals("public")) {
            schemas.add(name);
        }
    }

    /** @param list as a client asks for it; only plain columns of it are kept */
    void columns(String table, String list) {
        Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(column -> COLUMN.matcher(column).matches())
                .forEach(column -> column(table, column));
    }

    void column(String table, String column) {
        columns.computeIfAbsent(table, each -> new LinkedHashSet<>()).add(column);
    }

    /** A column that cannot be empty. */
    void wanted(String table, String column) {
        column(table, column);
        wanted.computeIfAbsent(table, each -> new LinkedHashSet<>()).add(column);
    }

    void addAll(Names others) {
        tables.addAll(others.tables);
        functions.addAll(others.functions);
        buckets.addAll(others.buckets);
        schemas.addAll(others.schemas);
        others.columns.forEach((table, all) -> all.forEach(column -> column(table, column)));
        others.wanted.forEach((table, all) -> all.forEach(column -> wanted(table, column)));
    }

    List<Table> tables() {
        return List.copyOf(tables);
    }

    List<String> functions() {
        return List.copyOf(functions);
    }

    List<String> buckets() {
        return List.copyOf(buckets);
    }

    List<String> schemas() {
        return List.copyOf(schemas);
    }

    Set<String> columns(String table) {
        return Optional.ofNullable(columns.get(table)).map(Set::copyOf).orElse(Set.of());
    }

    Set<String> wanted(String table) {
        return Optional.ofNullable(wanted.get(table)).map(Set::copyOf).orElse(Set.of());
    }
}
