package dev.launchready.model;

import java.util.Optional;

/**
 * Where a finding lies.
 *
 * @param route the route's template ({@code /api/invoices/{invoice}}), never a concrete URL with ids
 * @param file the file that a person edits or reads, with {@code line} counted from 1
 */
public record Where(
        Optional<String> method,
        Optional<String> route,
        Optional<String> host,
        Optional<String> file,
        Optional<Integer> line) {

    public static final Where SITE =
            new Where(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public static Where host(String host) {
        return new Where(Optional.empty(), Optional.empty(), Optional.of(host), Optional.empty(), Optional.empty());
    }

    public static Where route(String method, String template, String host) {
        return new Where(
                Optional.of(method), Optional.of(template), Optional.of(host), Optional.empty(), Optional.empty());
    }

    public static Where file(String file, int line) {
        return new Where(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(file), Optional.of(line));
    }

    /** The same place, with the line of the portal file where the route is named. */
    public Where in(String newFile, int newLine) {
        return new Where(method, route, host, Optional.of(newFile), Optional.of(newLine));
    }
}
