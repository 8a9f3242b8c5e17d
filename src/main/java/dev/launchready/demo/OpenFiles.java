package dev.launchready.demo;

import java.util.LinkedHashMap;
import java.util.Map;

/** What makers leave in scripts, in maps and beside pages when they are careless. Every value is made anew, and opens nothing. */
record OpenFiles(Switches on) {
    private static final String JSON = "application/json";
    private static final String HTML = "text/html; charset=utf-8";
    private static final String OWN = "webpack://harbor/./src/";

    /** What is added to the script. */
    String inScript() {
        return secrets(
                ServedFlaws.IN_SCRIPT,
                ServedFlaws.TEST_IN_SCRIPT,
                ServedFlaws.BROWSER_KEY,
                ServedFlaws.PERHAPS_IN_SCRIPT);
    }

    /** The script's map; empty where none is left beside it. */
    String map() {
        String secrets = secrets(
                ServedFlaws.IN_MAP,
                ServedFlaws.TEST_IN_MAP,
                ServedFlaws.BROWSER_KEY_IN_MAP,
                ServedFlaws.PERHAPS_IN_MAP);
        boolean content = !secrets.isEmpty() || on.has(ServedFlaws.OWN_CODE);
        if (on.has(ServedFlaws.SERVER_CODE)) {
            return map("server/clients.js", "import pg from 'pg';\n" + secrets);
        }
        if (content) {
            return map("harbor.js", "document.title = 'Harbor';\n" + secrets);
        }
        return on.has(ServedFlaws.OWN_PATHS) ? map("harbor.js", "") : "";
    }

    /** What lies open, by its path. */
    Map<String, Reply> files() {
        Map<String, Reply> open = new LinkedHashMap<>();
        text(open, ServedFlaws.ENV, Reply.TEXT, "APP_ENV=production\nAPP_URL=https://portal.harbor.example\n");
        text(open, ServedFlaws.ENV_BESIDE_SCRIPTS, Reply.TEXT, "APP_ENV=production\nAPP_NAME=harbor\n");
        text(open, ServedFlaws.REPOSITORY, Reply.TEXT, "ref: refs/heads/main\n");
        text(open, ServedFlaws.BACKUP, Reply.TEXT, "-- PostgreSQL database dump\nCREATE TABLE client (id integer);\n");
        text(open, ServedFlaws.CONFIG, Reply.TEXT, "services:\n  web:\n    image: harbor/portal:12\n");
        text(open, ServedFlaws.KEY, Reply.TEXT, "-----BEGIN " + "PRIVATE KEY-----\n(withdrawn)\n");
        text(open, ServedFlaws.DEBUG, JSON, "{\"activeProfiles\":[\"prod\"],\"propertySources\":[]}");
        text(open, ServedFlaws.ADMIN, HTML, "<!doctype html><title>GraphiQL</title><div id=graphiql></div>");
        text(
                open,
                ServedFlaws.LISTING,
                HTML,
                "<!doctype html><title>Index of /uploads/</title><h1>Index of /uploads/</h1><a href=\"../\">../</a> <a href=\"a.pdf\">a.pdf</a>");
        text(open, ServedFlaws.LEFTOVER, JSON, "{\"name\":\"harbor\",\"dependencies\":{\"vite\":\"5.4.0\"}}");
        text(open, ServedFlaws.IN_FILE, Reply.TEXT, "PAYMENT=" + DemoLeavings.key("sk_live_") + "\n");
        text(open, ServedFlaws.TEST_IN_FILE, Reply.TEXT, "PAYMENT=" + DemoLeavings.key("sk_test_") + "\n");
        text(open, ServedFlaws.PERHAPS_IN_FILE, Reply.TEXT, "DATABASE_URL=" + DemoLeavings.database() + "\n");
        return open;
    }

    private void text(Map<String, Reply> open, Flaw flaw, String type, String text) {
        if (on.has(flaw)) {
            open.put(flaw.at(), Reply.of(200, type, text));
        }
    }

    private String secrets(Flaw live, Flaw test, Flaw browser, Flaw perhaps) {
        StringBuilder code = new StringBuilder();
        if (on.has(live)) {
            code.append("const pay = '").append(DemoLeavings.key("sk_live_")).append("';\n");
        }
        if (on.has(test)) {
            code.append("const payTest = '")
                    .append(DemoLeavings.key("sk_test_"))
                    .append("';\n");
        }
        if (on.has(browser)) {
            code.append("const maps = 'AIza").append(DemoLeavings.random(35)).append("';\n");
        }
        if (on.has(perhaps)) {
            code.append("const store = '").append(DemoLeavings.database()).append("';\n");
        }
        return code.toString();
    }

    private static String map(String source, String text) {
        String content = text.isEmpty() ? "null" : "\"" + text.replace("\n", "\\n") + "\"";
        return "{\"version\":3,\"sources\":[\"" + OWN + source + "\"],\"sourcesContent\":[" + content
                + "],\"names\":[],\"mappings\":\"AAAA\"}";
    }
}
