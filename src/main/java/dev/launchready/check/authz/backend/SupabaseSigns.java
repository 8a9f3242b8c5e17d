package dev.launchready.check.authz.backend;

import dev.launchready.check.authz.backend.FrontText.Part;
import dev.launchready.check.authz.backend.Survey.PublicKey;
import dev.launchready.model.Url;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the front's own text says of Supabase: projects and their keys, and the tables, functions and buckets that it calls. */
final class SupabaseSigns {
    /** How far a client's address stands from its key, where both are arguments of one call or members of one object. */
    private static final int NEAR = 400;

    private static final int SHOWN = 4;
    private static final Pattern HOSTED = Pattern.compile("https://([a-z0-9]{16,24})\\.supabase\\.(co|in|red|net)\\b");
    private static final Pattern NAMED = Pattern.compile(
            "(?i)supabase[_-]?(?:project[_-]?)?url[\"']?\\s*[:=,]\\s*[\"'`](https?://[^\"'`\\s\\\\]{4,200})");
    private static final Pattern ENDPOINT = Pattern.compile(
            "[\"'`](https?://[^\"'`\\s\\\\/]{3,100}(?:/[^\"'`\\s\\\\/]{1,60}){0,4}?)/(?:rest|auth|storage)/v1\\b");
    private static final Pattern ADDRESS = Pattern.compile("[\"'`](https?://[^\"'`\\s\\\\]{4,200})[\"'`]");

    private static final String IDENTIFIER = "([A-Za-z_][A-Za-z0-9_$-]{0,62})";
    private static final Pattern BUCKET =
            Pattern.compile("\\.storage\\s*\\.\\s*from\\(\\s*[\"'`]" + IDENTIFIER + "[\"'`]");
    private static final Pattern TABLE = Pattern.compile(
            "(?<!\\b(?:Array|Buffer|Object|String|Observable|Set|Map))(?<!\\bU?[Ii]nt(?:8|16|32)Array)(?<!Uint8ClampedArray)(?<!\\.storage)\\.from\\(\\s*[\"'`]"
                    + IDENTIFIER + "[\"'`]\\s*\\)(?:\\s*\\.\\s*select\\(\\s*[\"'`]([^\"'`]{1,300})[\"'`])?");
    private static final Pattern FUNCTION = Pattern.compile("\\.rpc\\(\\s*[\"'`]" + IDENTIFIER + "[\"'`]");
    private static final Pattern SCHEMA = Pattern.compile("\\.schema\\(\\s*[\"'`]" + IDENTIFIER + "[\"'`]");
    private static final Pattern PATH = Pattern.compile("/rest/v1/(rpc/)?" + IDENTIFIER);
    private static final Pattern CHANNEL = Pattern.compile(
            "\\bschema\\s*:\\s*[\"'`]" + IDENTIFIER + "[\"'`]\\s*,\\s*table\\s*:\\s*[\"'`]" + IDENTIFIER + "[\"'`]");

    private final Map<String, Project> projects = new LinkedHashMap<>();
    private final List<PublicKey> secrets = new ArrayList<>();
    private final Names names = new Names();

    /**
     * A project that the front talks to.
     *
     * @param from where it is named
     */
    record Project(Url base, Optional<SupabaseKey> key, Url from) {}

    static SupabaseSigns in(FrontText front) {
        SupabaseSigns signs = new SupabaseSigns();
        front.parts().forEach(signs::read);
        return signs;
    }

    List<Project> projects() {
        return List.copyOf(projects.values());
    }

    List<PublicKey> secrets() {
        return List.copyOf(secrets);
    }

    /** What the front calls; only of use where there is a project. */
    Names names() {
        return names;
    }

    private void read(Part part) {
        String text = part.text();
        Matcher hosted = HOSTED.matcher(text);
        while (hosted.find()) {
            project(hosted.group(), Optional.empty(), part.url());
        }
        for (Pattern pattern : List.of(NAMED, ENDPOINT)) {
            Matcher named = pattern.matcher(text);
            while (named.find()) {
                project(named.group(1), Optional.empty(), part.url());
            }
        }
        Matcher keys = SupabaseKey.IN_TEXT.matcher(text);
        while (keys.find()) {
            int at = keys.start();
            SupabaseKey.of(keys.group()).ifPresent(key -> key(key, at, part));
        }
        calls(text);
    }

    private void key(SupabaseKey key, int at, Part part) {
        if (key.secret()) {
            secrets.add(new PublicKey(
                    key.role(),
                    part.url().toString(),
                    part.url().host(),
                    part.url().path(),
                    key.value().substring(0, SHOWN),
                    key.value().length()));
            return;
        }
        Optional<String> base = key.project()
                .filter(ref -> ref.matches("[a-z0-9]{16,24}"))
                .map(ref -> "https://" + ref + ".supabase.co")
                .or(() -> near(part.text(), at));
        base.ifPresent(address -> project(address, Optional.of(key), part.url()));
        if (base.isEmpty()) {
            projects.replaceAll((address, project) -> project.key().isPresent()
                    ? project
                    : new Project(project.base(), Optional.of(key), project.from()));
        }
    }

    /** The address that stands nearest before the key, or else after it. */
    private static Optional<String> near(String text, int at) {
        Optional<String> last = Optional.empty();
        Matcher before = ADDRESS.matcher(text).region(Math.max(0, at - NEAR), at);
        while (before.find()) {
            last = Optional.of(before.group(1));
        }
        if (last.isPresent()) {
            return last;
        }
        Matcher after = ADDRESS.matcher(text).region(at, Math.min(text.length(), at + 2 * NEAR));
        return after.find() ? Optional.of(after.group(1)) : Optional.empty();
    }

    private void project(String address, Optional<SupabaseKey> key, Url from) {
        address(address).ifPresent(base -> {
            Project known = projects.get(base.toString());
            Optional<SupabaseKey> kept = known == null ? key : known.key().or(() -> key);
            projects.put(base.toString(), new Project(base, kept, known == null ? from : known.from()));
        });
    }

    /** Empty for text that only looks like an address. */
    private static Optional<Url> address(String text) {
        try {
            return Optional.of(bare(Url.parse(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Without a slash at the end and without the part that every service has. */
    static Url bare(Url url) {
        String path = url.path().replaceFirst("/(rest|auth|storage)/v1.*$", "").replaceFirst("/+$", "");
        return url.at(path);
    }

    private void calls(String text) {
        Matcher tables = TABLE.matcher(text);
        while (tables.find()) {
            names.table(tables.group(1));
            if (tables.group(2) != null) {
                names.columns(tables.group(1), tables.group(2));
            }
        }
        Matcher channels = CHANNEL.matcher(text);
        while (channels.find()) {
            names.table(channels.group(1), channels.group(2));
        }
        Matcher paths = PATH.matcher(text);
        while (paths.find()) {
            if (paths.group(1) == null) {
                names.table(paths.group(2));
            } else {
                names.function(paths.group(2));
            }
        }
        FUNCTION.matcher(text).results().forEach(call -> names.function(call.group(1)));
        BUCKET.matcher(text).results().forEach(call -> names.bucket(call.group(1)));
        SCHEMA.matcher(text).results().forEach(call -> names.schema(call.group(1)));
    }
}
