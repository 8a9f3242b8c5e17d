package dev.launchready.check.secrets;

import dev.launchready.check.DialectServer.Reply;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** How different stacks hand their front end out: each once in order, and once with what its makers tend to get wrong. */
final class FrontEnds {
    private static final String BUNDLES = "secrets.bundles";
    private static final String MAPS = "secrets.source-maps";
    private static final String FILES = "secrets.exposed-files";
    private static final String CODE =
            "const a=n=>n+1;export function start(){return document.getElementById(\"app\")}";
    private static final String HASHED =
            "import(\"./x\");const i={integrity:\"sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC\",\"chunk-9f2c4be1d07a\":1}";

    private FrontEnds() {}

    /**
     * One edition of a stack.
     *
     * @param expected check id to the codes of its findings; a check that is not named must pass or not apply
     */
    record Edition(String name, Supplier<Site> site, Map<String, Set<String>> expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Edition> all() {
        return List.of(
                new Edition("next", FrontEnds::next, Map.of()),
                new Edition(
                        "next, key in a page's chunk, with its map",
                        () -> next().script(
                                        "/_next/static/chunks/pages/admin-77.js",
                                        "const k=\"" + Keys.stripeLive(11) + "\"\n//# sourceMappingURL=admin-77.js.map")
                                .json(
                                        "/_next/static/chunks/pages/admin-77.js.map",
                                        map("webpack://_N_E/./src/pages/admin.tsx", "export const a = 1")),
                        Map.of(BUNDLES, Set.of("live-secret"), MAPS, Set.of("own-code"))),
                new Edition("next with server components", () -> flight("\\\"plan\\\":\\\"solo\\\""), Map.of()),
                new Edition(
                        "next, key in the flight data",
                        () -> flight("\\\"apiKey\\\":\\\"" + Keys.github(12) + "\\\""),
                        Map.of(BUNDLES, Set.of("live-secret"))),
                new Edition("nuxt", () -> nuxt("public:{siteName:\"Harbor\"}"), Map.of()),
                new Edition(
                        "nuxt, key in the payload",
                        () -> nuxt("public:{mail:\"SG." + Keys.random(13, 22) + "." + Keys.random(14, 43) + "\"}"),
                        Map.of(BUNDLES, Set.of("live-secret"))),
                new Edition("vite", () -> vite(CODE), Map.of()),
                new Edition(
                        "vite, key in a lazy chunk",
                        () -> vite("const s=\"" + Keys.stripeLive(15) + "\""),
                        Map.of(BUNDLES, Set.of("live-secret"))),
                new Edition("create-react-app", () -> react(CODE), Map.of()),
                new Edition(
                        "create-react-app, key in a chunk that the loader's table names",
                        () -> react("t.exports=\"" + Keys.stripeLive(16) + "\""),
                        Map.of(BUNDLES, Set.of("live-secret"))),
                new Edition("sveltekit", () -> svelte("PUBLIC_NAME:\"Harbor\""), Map.of()),
                new Edition(
                        "sveltekit, test key in its environment",
                        () -> svelte("PUBLIC_PAY:\"" + Keys.stripeTest(17) + "\""),
                        Map.of(BUNDLES, Set.of("test-key"))),
                new Edition("remix", () -> remix("\"SITE\":\"harbor\""), Map.of()),
                new Edition(
                        "remix, key in window.ENV",
                        () -> remix(
                                "\"MAPS\":\"" + Keys.googleBrowser(18) + "\",\"PAY\":\"" + Keys.stripeLive(19) + "\""),
                        Map.of(BUNDLES, Set.of("live-secret", "public-key"))),
                new Edition("angular", () -> angular("production:!0"), Map.of()),
                new Edition(
                        "angular, key in the environment and in its map, the server's code beside it",
                        () -> angular("production:!0,key:\"" + Keys.stripeLive(20) + "\"")
                                .json(
                                        "/main.4b1c.js.map",
                                        map(
                                                "webpack:///./src/server/pay.ts",
                                                "import pg from 'pg';\\nconst url = process.env.DATABASE_URL;\\nconst key = '"
                                                        + Keys.stripeLive(20) + "';")),
                        Map.of(BUNDLES, Set.of("live-secret"), MAPS, Set.of("server-code", "live-secret"))),
                new Edition("php that apologises with 200", FrontEnds::php, Map.of()),
                new Edition(
                        "php, settings, a dump and phpinfo in the root",
                        () -> php().text("/.env", "APP_ENV=production\nDB_PASSWORD=" + Keys.random(21, 20) + "\n")
                                .text("/backup.sql", "-- MySQL dump 10.13\nCREATE TABLE client (id INT);\n")
                                .page("/phpinfo.php", "<title>phpinfo()</title>", "<h1>PHP Version 8.2</h1>"),
                        Map.of(FILES, Set.of("env-file", "backup", "debug-endpoint", "live-secret"))),
                new Edition("one shell for all paths", FrontEnds::shell, Map.of()),
                new Edition(
                        "one shell for all paths, key in the settings that it fetches",
                        () -> shell().json("/config.json", "{\"api\":\"/api\",\"token\":\"" + Keys.github(22) + "\"}"),
                        Map.of(BUNDLES, Set.of("live-secret"))),
                new Edition("nginx", FrontEnds::nginx, Map.of()),
                new Edition(
                        "nginx, listings and the repository",
                        () -> nginx().with("/assets/", listing("/assets/"))
                                .text("/.git/HEAD", "ref: refs/heads/main\n")
                                .text("/package.json", "{\"name\":\"harbor\",\"dependencies\":{\"vue\":\"3.4.0\"}}"),
                        Map.of(FILES, Set.of("directory-listing", "repository", "leftover-file"))),
                new Edition("spring that refuses", FrontEnds::spring, Map.of()),
                new Edition(
                        "spring, actuator and a key file",
                        () -> spring().json("/actuator/env", "{\"activeProfiles\":[\"prod\"],\"propertySources\":[]}")
                                .text("/server.key", "-----BEGIN RSA PRIVATE KEY-----\nnot long enough\n")
                                .page("/graphiql", "<title>GraphiQL</title>", "<div id=\"graphiql\"></div>"),
                        Map.of(FILES, Set.of("debug-endpoint", "key-file", "admin-tool"))),
                new Edition("pages without any script", FrontEnds::still, Map.of()),
                new Edition(
                        "pages without any script, settings of the server beside them",
                        () -> still().text(
                                        "/config/database.yml",
                                        "production:\n  adapter: postgresql\n  username: app\n"),
                        Map.of(FILES, Set.of("config-file"))));
    }

    private static String map(String source, String text) {
        return "{\"version\":3,\"sources\":[\"" + source
                + "\",\"webpack://_N_E/./node_modules/react/index.js\"],\"sourcesContent\":[\"" + text
                + "\",\"x\"],\"names\":[],\"mappings\":\"AAAA\"}";
    }

    private static String load(String... paths) {
        StringBuilder tags = new StringBuilder();
        for (String path : paths) {
            tags.append("<script src=\"").append(path).append("\" defer></script>");
        }
        return tags.toString();
    }

    private static Site next() {
        return Site.plain()
                .page(
                        "/",
                        load("/_next/static/chunks/main-1.js"),
                        "<div id=\"__next\">Harbor</div><script id=\"__NEXT_DATA__\" type=\"application/json\">{\"props\":{\"csrfToken\":\""
                                + Keys.hex(31, 64) + "\"},\"page\":\"/\",\"buildId\":\"b1ldId42x\"}</script>")
                .script("/_next/static/chunks/main-1.js", HASHED)
                .script(
                        "/_next/static/b1ldId42x/_buildManifest.js",
                        "self.__BUILD_MANIFEST={\"/\":[\"static/chunks/main-1.js\"],\"/admin\":[\"static/chunks/pages/admin-77.js\"]}")
                .script("/_next/static/chunks/pages/admin-77.js", CODE);
    }

    private static Site flight(String member) {
        return Site.plain()
                .page(
                        "/",
                        load("/_next/static/chunks/main-app-2.js"),
                        "<p>Harbor</p><script>self.__next_f.push([1,\"5:{" + member + "}\\n\"])</script>")
                .script("/_next/static/chunks/main-app-2.js", CODE);
    }

    private static Site nuxt(String config) {
        return Site.plain()
                .page(
                        "/",
                        load("/_nuxt/entry.1a2b.js"),
                        "<div id=\"__nuxt\"></div><script>window.__NUXT__={};window.__NUXT__.config={" + config
                                + ",app:{buildId:\"0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9\"}}</script>")
                .script("/_nuxt/entry.1a2b.js", CODE);
    }

    private static Site vite(String lazy) {
        return Site.shell(
                        "<!doctype html><html><head><script type=\"module\" crossorigin src=\"/assets/index-BxQ2w3e4.js\"></script>"
                                + "</head><body><div id=\"root\"></div></body></html>")
                .script(
                        "/assets/index-BxQ2w3e4.js",
                        "const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=[\"assets/billing-Zx81kq0p.js\"])))=>i.map(i=>d[i]);"
                                + "import(\"./billing-Zx81kq0p.js\")")
                .script("/assets/billing-Zx81kq0p.js", lazy);
    }

    private static Site react(String lazy) {
        return Site.plain()
                .page("/", load("/static/js/main.8c1d.js"), "<div id=\"root\"></div>")
                .script(
                        "/static/js/main.8c1d.js",
                        "(()=>{var n={};n.f={},n.e=e=>Promise.all(Object.keys(n.f)),n.u=e=>\"static/js/\"+({12:\"billing\"}[e]||e)+\".\"+"
                                + "{12:\"4f2a9c01\",207:\"77aa01bc\"}[e]+\".chunk.js\",n.miniCssF=e=>{},n.p=\"/\"})()")
                .script("/static/js/billing.4f2a9c01.chunk.js", CODE)
                .script("/static/js/207.77aa01bc.chunk.js", lazy);
    }

    private static Site svelte(String env) {
        return Site.plain()
                .page(
                        "/",
                        "<link rel=\"modulepreload\" href=\"/_app/immutable/entry/start.Dk2f.js\">",
                        "<div data-sveltekit-preload-data><script>__sveltekit_1={env:{" + env
                                + "}};import(\"/_app/immutable/entry/start.Dk2f.js\")</script></div>")
                .script("/_app/immutable/entry/start.Dk2f.js", CODE);
    }

    private static Site remix(String env) {
        return Site.plain()
                .page(
                        "/",
                        "<link rel=\"modulepreload\" href=\"/build/entry.client-PL4.js\">",
                        "<script>window.ENV = {" + env + "};window.__remixContext = {\"state\":{}}</script>")
                .script("/build/entry.client-PL4.js", CODE);
    }

    private static Site angular(String environment) {
        return Site.plain()
                .page("/", "", "<app-root></app-root>" + load("/main.4b1c.js"))
                .script("/main.4b1c.js", "var e={" + environment + "};" + HASHED);
    }

    private static Site php() {
        return Site.apologetic()
                .page(
                        "/",
                        load("/js/site.js"),
                        "<form><input name=\"_token\" value=\"" + Keys.random(32, 40) + "\"></form>")
                .script("/js/site.js", "document.title='Harbor'");
    }

    private static Site shell() {
        return Site.shell(
                        "<!doctype html><html><head><script src=\"/app.js\"></script></head><body><div id=\"app\"></div></body></html>")
                .script("/app.js", CODE);
    }

    private static Site nginx() {
        return Site.plain()
                .page("/", load("/assets/app.js"), "<p>Harbor</p>")
                .script("/assets/app.js", CODE)
                .with("/assets/", Reply.of(403, "text/html", "<h1>403 Forbidden</h1>"));
    }

    private static Reply listing(String folder) {
        return Reply.html("<html><head><title>Index of " + folder
                + "</title></head><body><h1>Index of " + folder
                + "</h1><pre><a href=\"../\">../</a>\n<a href=\"app.js\">app.js</a></pre></body></html>");
    }

    private static Site spring() {
        return Site.guarded()
                .page("/", load("/js/app.js"), "<p>Harbor</p>")
                .page("/login", "", "<form method=post><input type=password name=password></form>")
                .script("/js/app.js", CODE);
    }

    private static Site still() {
        return Site.plain()
                .page("/", "", "<p>Harbor, since 1998.</p><a href=\"/about\">About</a>")
                .page("/about", "", "<p>Us.</p>");
    }
}
