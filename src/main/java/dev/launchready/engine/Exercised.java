package dev.launchready.engine;

import dev.launchready.portal.Portal;
import dev.launchready.portal.Routes.Route;
import dev.launchready.probe.http.ExchangeListener;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts which of the known private routes were called as a signed-in identity, and let it in. */
final class Exercised implements ExchangeListener {
    private static final int FIRST_REDIRECT = 300;

    private final Map<Route, Pattern> routes = new LinkedHashMap<>();
    private final Set<Route> called = ConcurrentHashMap.newKeySet();

    Exercised(Portal portal) {
        portal.routes().all().stream()
                .filter(Route::isPrivate)
                .forEach(route -> routes.put(route, pattern(portal, route)));
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
        String place = call.url().origin() + call.url().path();
        routes.forEach((route, pattern) -> {
            if (route.method().equals(call.method()) && pattern.matcher(place).matches()) {
                called.add(route);
            }
        });
    }

    /** Placeholders stand for one segment or a part of one; a query in the template is not compared. */
    private static Pattern pattern(Portal portal, Route route) {
        String template = route.template().split("\\?", 2)[0];
        String marked = template.replaceAll("\\{[^}/]*}", "\u0001");
        String full = portal.resolve(marked.replace("\u0001", "LR-PLACEHOLDER")).toString();
        return Pattern.compile(
                Stream.of(full.split("LR-PLACEHOLDER", -1)).map(Pattern::quote).collect(Collectors.joining("[^/]+")));
    }
}
