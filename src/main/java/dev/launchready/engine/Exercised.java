package dev.launchready.engine;

import dev.launchready.portal.Portal;
import dev.launchready.portal.Routes.Route;
import dev.launchready.portal.routes.RouteLookup;
import dev.launchready.probe.http.ExchangeListener;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Counts which of the known private routes were called as a signed-in identity, and let it in. */
final class Exercised implements ExchangeListener {
    private static final int FIRST_REDIRECT = 300;

    private final RouteLookup routes;
    private final Set<Route> called = ConcurrentHashMap.newKeySet();

    Exercised(Portal portal) {
        routes = new RouteLookup(portal);
    }

    int count() {
        return called.size();
    }

    @Override
    public void answered(HttpAnswer answer) {
        HttpCall call = answer.call();
        boolean letIn = answer.status() < FIRST_REDIRECT;
        if (call.sender().equals(HttpCall.NOBODY) || !letIn) {
            return;
        }
        String body = call.body()
                .map(content -> new String(content.bytes(), StandardCharsets.UTF_8))
                .orElse("");
        routes.of(call.method(), call.url(), body).filter(Route::isPrivate).ifPresent(called::add);
    }
}
