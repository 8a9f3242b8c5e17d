package dev.launchready.portal.routes;

import dev.launchready.portal.Request;
import dev.launchready.portal.routes.Found.Guard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one {@code METHOD /path} a line; {@code #} begins a comment, and placeholders may be written as frameworks write them. */
final class PlainList {
    private final Rebase rebase;
    private final String source;

    PlainList(Rebase rebase, String source) {
        this.rebase = rebase;
        this.source = source;
    }

    Imported read(String text) throws RouteImportException {
        List<Found> routes = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\r?\n", -1)) {
            number++;
            String entry = line.replaceFirst("(^|\\s)#.*$", "").strip();
            if (!entry.isEmpty()) {
                add(request(entry, number), routes, notes);
            }
        }
        return new Imported(routes, notes);
    }

    private static Request request(String entry, int number) throws RouteImportException {
        try {
            return Request.parse(entry);
        } catch (IllegalArgumentException e) {
            throw new RouteImportException(
                    "line " + number + " is no request: write a method and a path, such as GET /api/me");
        }
    }

    private void add(Request request, List<Found> routes, List<String> notes) {
        String target = Template.normal(request.target());
        Optional<String> template = target.startsWith("/") ? Optional.of(target) : FullUrl.rebased(target, rebase);
        if (template.isEmpty()) {
            notes.add(source + ": " + request.method() + " " + FullUrl.host(target)
                    + " lies on a host that the portal file does not name");
            return;
        }
        routes.add(new Found(
                request.method(), template.get(), Guard.UNKNOWN, List.of(), "", false, source, Optional.empty()));
    }
}
