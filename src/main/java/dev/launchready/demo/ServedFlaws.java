package dev.launchready.demo;

import java.util.List;
import java.util.Set;

/** What can lie in scripts, in their maps, and beside the pages. */
final class ServedFlaws {
    static final Flaw IN_SCRIPT = bundles("live-secret", "The script holds a live key.");
    static final Flaw TEST_IN_SCRIPT = bundles("test-key", "The script holds the key of a test system.");
    static final Flaw BROWSER_KEY = bundles("public-key", "The script holds a key whose restriction nobody can see.");
    static final Flaw PERHAPS_IN_SCRIPT =
            bundles("looks-like-a-secret", "The script holds a database's address with its password.");

    static final Flaw SERVER_CODE = maps("server-code", "The script's map hands out code of the server.");
    static final Flaw OWN_CODE = maps("own-code", "The script's map hands out its sources.");
    static final Flaw OWN_PATHS = maps("own-paths", "The script's map tells the names of its sources.");
    static final Flaw IN_MAP = maps("live-secret", "The script's map holds a live key.");
    static final Flaw TEST_IN_MAP = maps("test-key", "The script's map holds the key of a test system.");
    static final Flaw BROWSER_KEY_IN_MAP =
            maps("public-key", "The script's map holds a key whose restriction nobody can see.");
    static final Flaw PERHAPS_IN_MAP =
            maps("looks-like-a-secret", "The script's map holds a database's address with its password.");

    static final Flaw ENV = files("env-file", "/.env", "The settings of the server can be read.");
    static final Flaw ENV_BESIDE_SCRIPTS = files(
            "env-file#beside-scripts", "/assets/.env", "The settings of the server can be read beside the scripts.");
    static final Flaw REPOSITORY = files("repository", "/.git/HEAD", "The folder of the repository can be read.");
    static final Flaw BACKUP = files("backup", "/backup.sql", "A copy of the database can be read.");
    static final Flaw CONFIG =
            files("config-file", "/docker-compose.yml", "The settings of the containers can be read.");
    static final Flaw KEY = files("key-file", "/server.key", "A private key can be read.");
    static final Flaw DEBUG = files("debug-endpoint", "/actuator/env", "The inside of the server can be read.");
    static final Flaw ADMIN = files("admin-tool", "/graphiql", "The makers' query tool is there for everybody.");
    static final Flaw LISTING = files("directory-listing", "/uploads/", "A folder lists its files.");
    static final Flaw LEFTOVER = files("leftover-file", "/package.json", "A file of the build can be read.");
    static final Flaw IN_FILE = files("live-secret", "/.env.local", "Settings that can be read hold a live key.");
    static final Flaw TEST_IN_FILE =
            files("test-key", "/.env.development", "Settings that can be read hold the key of a test system.");
    static final Flaw PERHAPS_IN_FILE =
            files("looks-like-a-secret", "/.env.backup", "Settings that can be read hold a database's password.");

    static final List<Flaw> ALL = List.of(
            IN_SCRIPT,
            TEST_IN_SCRIPT,
            BROWSER_KEY,
            PERHAPS_IN_SCRIPT,
            SERVER_CODE,
            OWN_CODE,
            OWN_PATHS,
            IN_MAP,
            TEST_IN_MAP,
            BROWSER_KEY_IN_MAP,
            PERHAPS_IN_MAP,
            ENV,
            ENV_BESIDE_SCRIPTS,
            REPOSITORY,
            BACKUP,
            CONFIG,
            KEY,
            DEBUG,
            ADMIN,
            LISTING,
            LEFTOVER,
            IN_FILE,
            TEST_IN_FILE,
            PERHAPS_IN_FILE);

    /** There is one map: the gravest of what it holds is told. A folder's address leads elsewhere while the addresses are flawed. */
    static final Set<Flaw> OUTSHONE = Set.of(OWN_CODE, OWN_PATHS, LISTING);

    private ServedFlaws() {}

    private static Flaw bundles(String reason, String says) {
        return Flaw.of("secrets.bundles/" + reason, "", says);
    }

    private static Flaw maps(String reason, String says) {
        return Flaw.of("secrets.source-maps/" + reason, "", says);
    }

    private static Flaw files(String reason, String at, String says) {
        return Flaw.of("secrets.exposed-files/" + reason, at, says);
    }
}
