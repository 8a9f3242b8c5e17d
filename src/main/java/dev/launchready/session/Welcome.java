package dev.launchready.session;

import dev.launchready.model.Url;
import dev.launchready.portal.Identity;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Routes.Route;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.probe.http.HttpProbe;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells where a session is taken at all. A portal may have several realms, pages by cookie and an API by token: what refuses a session of
 * another realm refuses everybody of it, and proves nothing about whose an object is.
 */
public final class Welcome {
    private final HttpProbe http;
    private final Portal portal;
    private final RouteCalls calls;
    private final Session nobody;
    private final Map<String, Boolean> known = new HashMap<>();

    public Welcome(Portal portal, HttpProbe http, Sessions sessions) {
        this.http = http;
        this.portal = portal;
        this.calls = new RouteCalls(portal);
        this.nobody = sessions.nobody();
    }

    /** Whether that call gives the session a success that nobody gets as well. */
    public boolean by(Session who, HttpCall call) throws ProbeException, InterruptedException {
        String key = who.identity() + " " + call.method() + " " + call.url()
                + call.body().map(Object::hashCode);
        Boolean before = known.get(key);
        if (before != null) {
            return before;
        }
        HttpAnswer mine = http.send(who.sign(call));
        boolean welcome = mine.status() / 100 == 2 && !Likeness.alike(http.send(nobody.sign(call)), mine);
        known.put(key, welcome);
        return welcome;
    }

    /**
     * Whether any plain private route of the same origin, and where there are some of the same first path segment, takes the session. True
     * as well where no route could tell.
     */
    public boolean near(Session who, Url url) throws ProbeException, InterruptedException {
        List<HttpCall> origin = Optional.ofNullable(portal.identities().get(who.identity())).stream()
                .flatMap(identity -> plain(identity).stream())
                .filter(call -> call.url().sameOrigin(url))
                .toList();
        List<HttpCall> segment = origin.stream()
                .filter(call -> segment(call.url()).equals(segment(url)))
                .toList();
        List<HttpCall> asked = segment.isEmpty() ? origin : segment;
        for (HttpCall call : asked) {
            if (by(who, call)) {
                return true;
            }
        }
        return asked.isEmpty();
    }

    private List<HttpCall> plain(Identity identity) {
        return calls.readable(identity).stream()
                .map((Route route) -> calls.plain(route))
                .toList();
    }

    private static String segment(Url url) {
        String[] parts = url.path().split("/", 3);
        return parts.length > 1 ? parts[1] : "";
    }
}
