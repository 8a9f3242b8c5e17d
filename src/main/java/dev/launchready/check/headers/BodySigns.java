package dev.launchready.check.headers;

import dev.launchready.check.headers.HeaderSurvey.Sign;
import dev.launchready.probe.http.HttpAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/** What a body gives away of the software that made it. */
final class BodySigns {
    static final String DEBUG_PAGE = "debug-page";
    static final String STACK_TRACE = "stack-trace";
    static final String VERSION = "version";

    private static final int MOST_READ = 200_000;

    /** A page that a framework shows to its developers alone: product, and words that only that page has. */
    private record DebugPage(String product, List<String> words) {}

    private static final List<DebugPage> DEBUG_PAGES = List.of(
            new DebugPage("Django", List.of("DEBUG = True", "Django")),
            new DebugPage("Werkzeug", List.of("Werkzeug", "debugger", "__debugger__")),
            new DebugPage("Laravel Ignition", List.of("Ignition", "laravel", "stack")),
            new DebugPage("Whoops", List.of("Whoops", "frames-container")),
            new DebugPage("Rails", List.of("Action Controller: Exception caught")),
            new DebugPage("Rails", List.of("Routing Error", "Rails.root:")),
            new DebugPage("Symfony", List.of("Symfony Exception", "sf-exceptionreset")),
            new DebugPage("ASP.NET", List.of("Server Error in '", "Stack Trace:")),
            new DebugPage(
                    "ASP.NET Core", List.of("An unhandled exception occurred while processing the request", "Stack")),
            new DebugPage("Phoenix", List.of("Phoenix.Router.NoRouteError", "Available routes")));

    private static final List<Pattern> TRACES = List.of(
            Pattern.compile(
                    "\\bat [\\w.$<>]+ ?\\(?(?:/[\\w./@-]+|file:///[\\w./@-]+|[A-Z]:\\\\[\\w\\\\.]+)\\.(?:m?js|ts):\\d+:\\d+"),
            Pattern.compile("Traceback \\(most recent call last\\)"),
            Pattern.compile("\\bat [a-z][\\w]*(?:\\.[\\w$]+)+\\([A-Z]\\w+\\.java:\\d+\\)"),
            Pattern.compile("(?:Fatal error|Warning|Notice)</b>?:.{0,200}\\bon line <?b?>?\\d+"),
            Pattern.compile("\\bin /(?:var|home|srv|app)/[\\w./-]+\\.php:\\d+"),
            Pattern.compile("\\b(?:app|lib)/[\\w/]+\\.rb:\\d+:in [`']"));

    private static final Pattern FOOTER = Pattern.compile(
            "\\b((?:nginx|Apache|Apache Tomcat|openresty|Jetty|lighttpd|Microsoft-IIS|Werkzeug|gunicorn|Phusion Passenger|PHP|WildFly|GlassFish|Payara)"
                    + "(?:/| version |:// ?| )\\d+(?:\\.\\d+)+)");

    private BodySigns() {}

    /** @param anError the answer is one, whatever its status says */
    static List<Sign> of(HttpAnswer answer, boolean anError) {
        String type = answer.mediaType();
        boolean readable = type.isEmpty()
                || type.startsWith("text/html")
                || type.startsWith("text/plain")
                || type.contains("json");
        if (!readable) {
            return List.of();
        }
        String text = answer.text();
        String start = text.substring(0, Math.min(text.length(), MOST_READ));
        List<Sign> signs = new ArrayList<>();
        if (type.startsWith("text/html")) {
            generator(start, signs);
        }
        if (anError) {
            error(start, signs);
        }
        return signs;
    }

    private static void generator(String text, List<Sign> signs) {
        Jsoup.parse(text).select("meta[name~=(?i)^generator$]").eachAttr("content").stream()
                .filter(content -> content.matches(".*\\d+\\.\\d+.*"))
                .findFirst()
                .ifPresent(content -> signs.add(new Sign(VERSION, content.strip())));
    }

    private static void error(String text, List<Sign> signs) {
        DEBUG_PAGES.stream()
                .filter(page -> page.words().stream().allMatch(text::contains))
                .findFirst()
                .ifPresent(page -> signs.add(new Sign(DEBUG_PAGE, page.product())));
        for (Pattern trace : TRACES) {
            Matcher found = trace.matcher(text);
            if (found.find() && signs.stream().noneMatch(sign -> sign.kind().equals(STACK_TRACE))) {
                String line = found.group();
                signs.add(new Sign(STACK_TRACE, line.length() > 120 ? line.substring(0, 120) + "…" : line));
            }
        }
        Matcher footer = FOOTER.matcher(text);
        if (footer.find()) {
            signs.add(new Sign(VERSION, footer.group(1)));
        }
    }
}
