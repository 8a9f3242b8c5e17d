package dev.launchready.portal;

import java.util.List;

/** The part {@code latency}: which routes, how often, how fast. */
public record Latency(List<Request> routes, double rate, int p95Ms) {
    public static final Latency DEFAULT = new Latency(List.of(), 10, 500);

    public Latency {
        routes = List.copyOf(routes);
    }
}
