package dev.launchready.check.secrets;

import static dev.launchready.check.secrets.ExposedFilesCheck.ADMIN_TOOL;
import static dev.launchready.check.secrets.ExposedFilesCheck.BACKUP;
import static dev.launchready.check.secrets.ExposedFilesCheck.CONFIG_FILE;
import static dev.launchready.check.secrets.ExposedFilesCheck.DEBUG_ENDPOINT;
import static dev.launchready.check.secrets.ExposedFilesCheck.ENV_FILE;
import static dev.launchready.check.secrets.ExposedFilesCheck.KEY_FILE;
import static dev.launchready.check.secrets.ExposedFilesCheck.LEFTOVER_FILE;
import static dev.launchready.check.secrets.ExposedFilesCheck.REPOSITORY;

import dev.launchready.model.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The paths that are asked for, each with what proves it. Kept short: a visitor is polite (OWASP WSTG-CONF-04 names the kinds). */
final class ExposedPaths {
    /** Lines of a dotenv file, and no markup or JSON. */
    private static final String DOTENV =
            "\\A(?![\\s\\uFEFFï»¿]*[<{\\[])(?s:.{0,4000}?)(?m:^\\s*(?:export\\s+)?[A-Z][A-Z0-9_]{2,}\\s*=\\s*[^\\s<>]{1,400}\\s*$)";

    private static final String ZIP = "\\APK\\x03\\x04";
    private static final String GZIP = "\\A\\x1f\\u008b\\x08";
    private static final String SQL =
            "(?i)\\A(?s:.{0,2000}?)(?:-- (?:MySQL|MariaDB|PostgreSQL|pg_dump|phpMyAdmin|Dump)|^\\s*(?:CREATE|INSERT|DROP|PRAGMA|SET)\\s+[\\w@])";
    private static final String KEY = "-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY";
    private static final String PHP_SOURCE = "<\\?php(?s:.{0,6000}?)(?:define\\(|\\$|return)";
    private static final String PPROF = "/debug/pprof/|Types of profiles available|<title>/debug/pprof";

    private static final List<ExposedPath> ALL = list();
    private static final Set<Reason> WORST_REASONS = Set.of(ENV_FILE, REPOSITORY);
    private static final List<ExposedPath> WORST = ALL.stream()
            .filter(path -> path.everywhere() && WORST_REASONS.contains(path.reason()))
            .toList();

    private ExposedPaths() {}

    static List<ExposedPath> all() {
        return ALL;
    }

    /** What is asked for in folders of scripts, styles and pictures as well. */
    static List<ExposedPath> worst() {
        return WORST;
    }

    private static List<ExposedPath> list() {
        List<ExposedPath> all = new ArrayList<>();
        all.add(ExposedPath.of(ENV_FILE, "/.env", DOTENV).underBases());
        for (String kin : List.of(
                ".local", ".production", ".development", ".backup", ".bak", ".old", ".save", ".example.local")) {
            add(all, ENV_FILE, "/.env" + kin, DOTENV);
        }
        add(all, ENV_FILE, "/env", DOTENV);
        repositories(all);
        backups(all);
        configs(all);
        keys(all);
        debug(all);
        admin(all);
        leftovers(all);
        return List.copyOf(all);
    }

    private static void add(List<ExposedPath> all, Reason reason, String path, String content) {
        all.add(ExposedPath.of(reason, path, content));
    }

    private static void repositories(List<ExposedPath> all) {
        all.add(ExposedPath.of(REPOSITORY, "/.git/HEAD", "\\A(?:ref: refs/|[0-9a-f]{40}\\s*\\z)")
                .underBases());
        all.add(ExposedPath.of(REPOSITORY, "/.git/config", "\\A\\s*\\[(?:core|remote|branch|user)\\b")
                .underBases());
        all.add(ExposedPath.of(REPOSITORY, "/.git/index", "\\ADIRC\\x00\\x00\\x00[\\x02-\\x04]")
                .startOnly());
        add(all, REPOSITORY, "/.svn/entries", "\\A(?:\\d+\\s*\\n|<\\?xml[^>]*>\\s*<wc-entries)");
        all.add(ExposedPath.of(REPOSITORY, "/.svn/wc.db", "\\ASQLite format 3\\x00")
                .startOnly());
        add(all, REPOSITORY, "/.hg/requires", "\\A(?:revlogv1|store|fncache|dotencode|generaldelta)\\s*\\n");
    }

    private static void backups(List<ExposedPath> all) {
        for (String path : List.of("/backup.sql", "/dump.sql", "/database.sql", "/db.sql")) {
            all.add(ExposedPath.of(BACKUP, path, "(?m)" + SQL).startOnly());
        }
        for (String path : List.of("/backup.zip", "/site.zip", "/www.zip")) {
            all.add(ExposedPath.of(BACKUP, path, ZIP).startOnly());
        }
        for (String path : List.of("/backup.tar.gz", "/site.tar.gz", "/dump.sql.gz", "/backup.sql.gz")) {
            all.add(ExposedPath.of(BACKUP, path, GZIP).startOnly());
        }
        for (String path : List.of("/db.sqlite3", "/database.sqlite", "/data.db")) {
            all.add(ExposedPath.of(BACKUP, path, "\\ASQLite format 3\\x00").startOnly());
        }
    }

    private static void configs(List<ExposedPath> all) {
        for (String path : List.of("/wp-config.php.bak", "/wp-config.php~", "/wp-config.php.save", "/config.php.bak")) {
            add(all, CONFIG_FILE, path, PHP_SOURCE);
        }
        add(all, CONFIG_FILE, "/config/database.yml", "(?m)^\\s+(?:adapter|database|username):\\s*\\S");
        add(all, CONFIG_FILE, "/docker-compose.yml", "(?m)\\A(?![\\s]*<)(?s:.{0,2000}?)^services:\\s*$");
        all.add(ExposedPath.of(
                        CONFIG_FILE,
                        "/appsettings.Production.json",
                        "\\A\\s*\\{(?s:.{0,4000}?)\"(?:ConnectionStrings|Logging|AllowedHosts)\"")
                .underBases());
        add(all, CONFIG_FILE, "/application.properties", "(?m)^(?:spring|server|management)\\.[\\w.-]+\\s*=");
        add(all, CONFIG_FILE, "/application.yml", "(?m)^(?:spring|server|management):\\s*$");
        add(all, CONFIG_FILE, "/web.config", "\\A(?s:.{0,400}?)<configuration[\\s>]");
        add(all, CONFIG_FILE, "/.htpasswd", "(?m)\\A[\\w.@-]+:(?:\\$(?:apr1|2[aby]|5|6)\\$|\\{SHA\\}|[./\\w]{13}$)");
        add(
                all,
                CONFIG_FILE,
                "/.npmrc",
                "(?m)^\\s*(?:(?://)?[\\w./:-]*_auth(?:Token)?|registry|@[\\w-]+:registry)\\s*=");
        add(all, CONFIG_FILE, "/.aws/credentials", "(?m)^\\s*aws_access_key_id\\s*=");
        add(all, CONFIG_FILE, "/firebase-adminsdk.json", "\"type\"\\s*:\\s*\"service_account\"");
        add(all, CONFIG_FILE, "/serviceAccountKey.json", "\"type\"\\s*:\\s*\"service_account\"");
        add(all, CONFIG_FILE, "/terraform.tfstate", "\\A\\s*\\{(?s:.{0,400}?)\"terraform_version\"");
    }

    private static void keys(List<ExposedPath> all) {
        for (String path : List.of("/.ssh/id_rsa", "/id_rsa", "/server.key", "/privkey.pem", "/private.pem")) {
            add(all, KEY_FILE, path, KEY);
        }
    }

    private static void debug(List<ExposedPath> all) {
        all.add(ExposedPath.of(DEBUG_ENDPOINT, "/actuator/env", "\"propertySources\"\\s*:")
                .underBases());
        all.add(ExposedPath.of(DEBUG_ENDPOINT, "/actuator/heapdump", "\\AJAVA PROFILE 1\\.0|\\A\\x1f\\u008b\\x08")
                .underBases()
                .startOnly());
        all.add(ExposedPath.of(
                        DEBUG_ENDPOINT,
                        "/actuator",
                        "\"_links\"\\s*:\\s*\\{(?s:.{0,4000}?)\"(?:env|heapdump|beans|configprops|loggers|threaddump)\"")
                .underBases());
        for (String path : List.of("/phpinfo.php", "/info.php", "/test.php")) {
            add(all, DEBUG_ENDPOINT, path, "<title>(?:PHP [\\d.]+ - )?phpinfo\\(\\)</title>");
        }
        add(all, DEBUG_ENDPOINT, "/server-status", "<title>Apache Status</title>|Apache Server Status for");
        add(all, DEBUG_ENDPOINT, "/server-info", "<title>Server Information</title>");
        add(all, DEBUG_ENDPOINT, "/nginx_status", "\\AActive connections: \\d+");
        all.add(ExposedPath.of(DEBUG_ENDPOINT, "/debug/pprof/", PPROF).underBases());
        add(all, DEBUG_ENDPOINT, "/debug/vars", "\\A\\s*\\{(?s:.{0,20000}?)\"(?:memstats|cmdline)\"\\s*:");
        add(all, DEBUG_ENDPOINT, "/_profiler/", "Symfony Profiler|sf-toolbar|<title>[^<]*Profiler");
        add(all, DEBUG_ENDPOINT, "/__debug__/", "djDebug|djdt");
        add(all, DEBUG_ENDPOINT, "/telescope/requests", "window\\.Telescope\\s*=|<title>[^<]*Telescope");
        add(all, DEBUG_ENDPOINT, "/rails/info/properties", "<h2[^>]*>\\s*Properties|Rails version");
        add(all, DEBUG_ENDPOINT, "/elmah.axd", "Error [Ll]og for\\b|ELMAH");
        add(all, DEBUG_ENDPOINT, "/trace.axd", "<title>[^<]*Trace|Application Trace");
        add(all, DEBUG_ENDPOINT, "/console/", "<title>[^<]*(?:H2 Console|Werkzeug|Interactive Console)");
    }

    private static void admin(List<ExposedPath> all) {
        add(all, ADMIN_TOOL, "/phpmyadmin/", "<title>[^<]*phpMyAdmin|pma_password");
        add(all, ADMIN_TOOL, "/adminer.php", "<title>[^<]*Adminer");
        all.add(ExposedPath.of(ADMIN_TOOL, "/graphiql", "(?i)<title>[^<]*GraphiQL|graphiql(?:\\.min)?\\.(?:js|css)")
                .underBases());
        add(all, ADMIN_TOOL, "/playground", "(?i)<title>[^<]*GraphQL Playground");
        add(all, ADMIN_TOOL, "/solr/", "<title>Solr Admin");
        add(all, ADMIN_TOOL, "/_cat/indices", "(?m)\\A(?:green|yellow|red)\\s+(?:open|close)\\s+");
    }

    private static void leftovers(List<ExposedPath> all) {
        add(
                all,
                LEFTOVER_FILE,
                "/package.json",
                "\\A\\s*\\{(?s:.{0,20000}?)\"(?:dependencies|devDependencies|scripts)\"\\s*:");
        add(all, LEFTOVER_FILE, "/package-lock.json", "\\A\\s*\\{(?s:.{0,400}?)\"lockfileVersion\"\\s*:");
        add(all, LEFTOVER_FILE, "/yarn.lock", "\\A(?s:.{0,200}?)# yarn lockfile v1|\\A__metadata:");
        add(all, LEFTOVER_FILE, "/composer.lock", "\\A\\s*\\{(?s:.{0,1000}?)\"content-hash\"\\s*:");
        add(all, LEFTOVER_FILE, "/Gemfile.lock", "\\AGEM\\s*\\n\\s+remote:");
        add(
                all,
                LEFTOVER_FILE,
                "/requirements.txt",
                "(?m)\\A(?!\\s*<)(?:\\s*#[^\\n]*\\n)*[A-Za-z][\\w.-]*(?:\\[[\\w,]+\\])?\\s*[=~>]=\\s*\\d");
        add(
                all,
                LEFTOVER_FILE,
                "/Dockerfile",
                "(?m)\\A(?:\\s*#[^\\n]*\\n|\\s*ARG [^\\n]*\\n|\\s*\\n)*FROM\\s+[\\w./:@-]+");
        add(all, LEFTOVER_FILE, "/.DS_Store", "\\A\\x00\\x00\\x00\\x01Bud1");
        add(
                all,
                LEFTOVER_FILE,
                "/.gitlab-ci.yml",
                "(?m)\\A(?!\\s*<)(?s:.{0,2000}?)^(?:stages|image|include|[\\w-]+):\\s*$(?s:.{0,2000}?)^\\s+(?:script|stage|- )");
    }
}
