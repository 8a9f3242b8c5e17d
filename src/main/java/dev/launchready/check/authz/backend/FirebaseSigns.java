package dev.launchready.check.authz.backend;

import dev.launchready.check.authz.backend.FrontText.Part;
import dev.launchready.model.Url;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/** What texts say of Firebase: projects, their services and key, and the paths that are asked for. */
final class FirebaseSigns {
    private static final String GOOGLES = "AIza";
    private static final String QUOTED = "[\"']?\\s*[:=]\\s*[\"'`]";
    private static final Pattern DATABASE = Pattern.compile(
            "https://[a-z0-9-]{4,60}(?:\\.[a-z0-9-]{4,30})?\\.(?:firebaseio\\.com|firebasedatabase\\.app)\\b");
    private static final Pattern DATABASE_NAMED =
            Pattern.compile("(?i)database_?url" + QUOTED + "(https?://[^\"'`\\s\\\\]{4,200})");
    private static final Pattern PROJECT = Pattern.compile("(?i)project_?id" + QUOTED + "([a-z][a-z0-9-]{3,40})[\"'`]");
    private static final Pattern DOMAIN = Pattern.compile(
            "(?i)auth_?domain" + QUOTED + "([a-z][a-z0-9-]{3,40})\\.(?:firebaseapp\\.com|web\\.app)\\b");
    /** What stands beside the id of a project; other makers have projects, too. */
    private static final Pattern BESIDE =
            Pattern.compile("AIza|firebaseapp\\.com|(?i:messaging_?sender_?id|storage_?bucket|database_?url)");

    private static final int NEAR = 500;
    private static final Pattern BUCKET =
            Pattern.compile("(?i)storage_?bucket" + QUOTED + "(?:gs://)?([a-z0-9][a-z0-9._-]{2,220})[\"'`]");
    private static final Pattern DOCUMENTS = Pattern.compile(
            "https://firestore\\.googleapis\\.com/v1/projects/([a-z0-9-]{4,40})/databases/([A-Za-z0-9()_-]{1,60})");
    private static final Pattern FILES =
            Pattern.compile("https://firebasestorage\\.googleapis\\.com/v0/b/([a-z0-9._-]{3,220})/o\\b");
    private static final Pattern KEY = Pattern.compile("(?i)api_?key" + QUOTED + "([A-Za-z0-9_-]{5,60})[\"'`]");
    private static final Pattern USES_DOCUMENTS = Pattern.compile(
            "firestore\\.googleapis\\.com|getFirestore\\b|\\.firestore\\(|firebase-firestore|@firebase/firestore");
    private static final Pattern USES_FILES = Pattern.compile(
            "firebasestorage\\.googleapis\\.com|\\bgetStorage\\(|\\.storage\\(\\)\\.ref|firebase-storage|@firebase/storage");
    private static final Pattern PRODUCT = Pattern.compile("(?i)firebase");

    private static final Pattern PATH = Pattern.compile(
            "\\b(ref|child|collection|collectionGroup|doc)\\)?\\((?:\\s*[\\w$.]{1,60}(?:\\(\\))?\\s*,)?\\s*[\"'`]([^\"'`\\s]{1,200})[\"'`]");
    /** By the name of the function, or by the operator that stands behind the field where that name is lost. */
    private static final Pattern FIELD =
            Pattern.compile("\\b(?:where|orderByChild)\\)?\\(\\s*[\"'`]([A-Za-z_]\\w{0,60})[\"'`]"
                    + "|\\(\\s*[\"'`]([A-Za-z_]\\w{0,60})[\"'`]\\s*,\\s*[\"'`]==[\"'`]");

    /** A path that the client library itself asks for. */
    private static final TreePath OF_THE_CLIENT = new TreePath("documents", "");

    private final Set<String> projects = new LinkedHashSet<>();
    private final Map<String, Endpoint> endpoints = new LinkedHashMap<>();
    private final Set<TreePath> paths = new LinkedHashSet<>();
    private final Set<String> fields = new LinkedHashSet<>();
    private final Set<String> buckets = new LinkedHashSet<>();
    private Optional<String> key = Optional.empty();
    private Optional<Url> from = Optional.empty();
    private boolean documents;
    private boolean files;

    /** @param from the script or page that names it */
    record Endpoint(ServiceKind kind, Url url, Url from) {}

    private FirebaseSigns() {}

    /** Whether the text speaks of the product at all. */
    static boolean speaksOf(FrontText front) {
        return front.parts().stream()
                .anyMatch(part -> PRODUCT.matcher(part.text()).find());
    }

    /** @param named whether the portal file names such a back end, whatever the text says */
    static FirebaseSigns in(FrontText front, boolean named) {
        FirebaseSigns signs = new FirebaseSigns();
        if (named || speaksOf(front)) {
            front.parts().forEach(signs::part);
            signs.derived();
        }
        return signs;
    }

    List<Endpoint> endpoints() {
        return List.copyOf(endpoints.values());
    }

    /** Projects of which the text tells no service, with the text that names them. */
    Map<String, Url> bare() {
        Map<String, Url> bare = new LinkedHashMap<>();
        if (endpoints.isEmpty()) {
            from.ifPresent(url -> projects.forEach(project -> bare.put(project, url)));
        }
        return bare;
    }

    Optional<String> key() {
        return key;
    }

    List<TreePath> paths() {
        return List.copyOf(paths);
    }

    List<String> fields() {
        return List.copyOf(fields);
    }

    private void part(Part part) {
        String text = part.text();
        DATABASE.matcher(text).results().forEach(match -> endpoint(ServiceKind.DATABASE, match.group(), part));
        if (PRODUCT.matcher(text).find()) {
            DATABASE_NAMED
                    .matcher(text)
                    .results()
                    .forEach(match -> endpoint(ServiceKind.DATABASE, match.group(1), part));
            KEY.matcher(text).results().map(match -> match.group(1)).forEach(this::key);
            noted(PROJECT.matcher(text), projects, part);
        }
        noted(DOMAIN.matcher(text), projects, part);
        noted(BUCKET.matcher(text), buckets, part);
        DOCUMENTS
                .matcher(text)
                .results()
                .forEach(match -> endpoint(ServiceKind.FIRESTORE, documents(match.group(1), match.group(2)), part));
        FILES.matcher(text).results().forEach(match -> endpoint(ServiceKind.FIREBASE_FILES, match.group(), part));
        documents |= USES_DOCUMENTS.matcher(text).find();
        files |= USES_FILES.matcher(text).find();
        PATH.matcher(text)
                .results()
                .forEach(match -> TreePath.of(match.group(2))
                        .filter(path -> !path.equals(OF_THE_CLIENT))
                        .ifPresent(paths::add));
        paths.addAll(ShortenedCalls.in(text));
        FIELD.matcher(text)
                .results()
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                .forEach(fields::add);
    }

    /** One in Google's own form before one of another. */
    private void key(String found) {
        boolean better = found.startsWith(GOOGLES)
                && key.filter(known -> known.startsWith(GOOGLES)).isEmpty();
        key = key.isEmpty() || better ? Optional.of(found) : key;
    }

    private void noted(Matcher matcher, Set<String> into, Part part) {
        String text = part.text();
        while (matcher.find()) {
            int begin = Math.max(0, matcher.start() - NEAR);
            int end = Math.min(text.length(), matcher.end() + NEAR);
            if (BESIDE.matcher(text).region(begin, end).find()) {
                into.add(matcher.group(1));
                from = from.or(() -> Optional.of(part.url()));
            }
        }
    }

    /** Services at Google's own hosts, named by project and bucket, where the text has the part of the client that asks them. */
    private void derived() {
        Optional<Part> part = from.map(url -> new Part(url, ""));
        if (documents && endpoints.values().stream().noneMatch(each -> each.kind() == ServiceKind.FIRESTORE)) {
            part.ifPresent(each -> projects.stream()
                    .limit(1)
                    .forEach(project -> endpoint(ServiceKind.FIRESTORE, documents(project, "(default)"), each)));
        }
        if (files) {
            part.ifPresent(each -> buckets.forEach(bucket -> endpoint(
                    ServiceKind.FIREBASE_FILES, "https://firebasestorage.googleapis.com/v0/b/" + bucket + "/o", each)));
        }
    }

    private static String documents(String project, String database) {
        return "https://firestore.googleapis.com/v1/projects/" + project + "/databases/" + database + "/documents";
    }

    private void endpoint(ServiceKind kind, String address, Part part) {
        try {
            Url url = Url.parse(address.replaceFirst("/+$", ""));
            endpoints.putIfAbsent(url.toString(), new Endpoint(kind, url, part.url()));
        } catch (IllegalArgumentException e) {
            LoggerFactory.getLogger(FirebaseSigns.class).debug("no address: {}", e.getMessage());
        }
    }
}
