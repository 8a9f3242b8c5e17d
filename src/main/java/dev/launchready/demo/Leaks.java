package dev.launchready.demo;

/** Puts secrets of the server into answers, where a flaw wants it. */
final class Leaks {
    private static final int MISSING = 404;

    private final String database = "postgres://portal:" + DemoLeavings.random(18) + "7@db.harbor.internal:5432/portal";
    private final String live = DemoLeavings.key("sk_live_");
    private final String ofAlice = DemoLeavings.key("sk_live_");
    private final String test = DemoLeavings.key("sk_test_");
    private final String browser = "AIza" + DemoLeavings.random(35);
    private final String token = DemoLeavings.random(19) + "7";
    private final Switches on;

    Leaks(Switches on) {
        this.on = on;
    }

    Reply inApi(Visit visit, Reply reply) {
        if (on.here(ResponseFlaws.IN_HEADER, visit)) {
            return reply.with("X-Upstream", database);
        }
        if (on.has(ResponseFlaws.IN_ERROR) && reply.status() == MISSING) {
            return with(reply, "detail", "no such object; gateway " + live);
        }
        if (reply.status() != 200 || !reply.text().endsWith("}")) {
            return reply;
        }
        Reply more = on.here(ResponseFlaws.PERHAPS, visit) ? with(reply, "token", token) : reply;
        more = on.here(ResponseFlaws.TEST_KEY, visit) ? with(more, "gateway", test) : more;
        more = on.here(ResponseFlaws.BROWSER_KEY, visit) ? with(more, "map", browser) : more;
        boolean hers = on.here(ResponseFlaws.PERHAPS_OWN, visit) && reply.text().contains("alice@");
        return hers ? with(more, "own_gateway", ofAlice) : more;
    }

    Reply onPage(Reply reply) {
        boolean printed = on.has(ResponseFlaws.ENVIRONMENT) && reply.status() == MISSING && reply.page();
        return printed
                ? reply.saying(reply.text().replace("</main>", "<pre>" + environment() + "</pre></main>"))
                : reply;
    }

    private String environment() {
        return String.join(
                "\n",
                "PATH=/usr/local/bin:/usr/bin:/bin",
                "HOME=/home/harbor",
                "HOSTNAME=web-1",
                "LANG=C.UTF-8",
                "PORT=8080",
                "SESSION_SECRET=" + live.substring(live.length() - 32));
    }

    private static Reply with(Reply reply, String member, String value) {
        String text = reply.text();
        return reply.saying(text.substring(0, text.length() - 1) + ",\"" + member + "\":\"" + value + "\"}");
    }
}
