package dev.launchready.session;

import dev.launchready.portal.Portal;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.probe.http.HttpProbe;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What somebody gets for things that do not exist, learnt beside each place once: the deny profile of a portal, kept by kind of route. */
public final class Misses {
    private final HttpProbe http;
    private final RouteCalls calls;
    private final LookalikeId lookalike = new LookalikeId();
    private final Map<String, List<HttpAnswer>> known = new HashMap<>();

    public Misses(Portal portal, HttpProbe http) {
        this.http = http;
        this.calls = new RouteCalls(portal);
    }

    /** The answer to the same call about an object that nothing has, its last id replaced by one of the same shape. */
    public List<HttpAnswer> instead(Session who, Subject subject) throws ProbeException, InterruptedException {
        OwnedObject object = subject.object().orElseThrow();
        String key =
                who.identity() + " instead " + subject.route() + subject.owner().identity();
        List<HttpAnswer> misses = known.get(key);
        if (misses == null) {
            Map<String, String> ids = new LinkedHashMap<>(subject.ids());
            ids.put(object.type(), lookalike.of(object.id()));
            misses = new ArrayList<>();
            for (HttpCall miss : calls.about(subject.route(), ids).stream().toList()) {
                misses.add(http.send(who.sign(miss)));
            }
            known.put(key, misses);
        }
        return List.copyOf(misses);
    }

    /** Two answers to paths beside that one which nothing has. */
    public List<HttpAnswer> beside(Session who, HttpCall call) throws ProbeException, InterruptedException {
        String path = call.url().path();
        String parent = path.substring(0, path.lastIndexOf('/') + 1);
        String key = who.identity() + " " + call.url().origin() + parent;
        List<HttpAnswer> misses = known.get(key);
        if (misses == null) {
            misses = new ArrayList<>();
            for (String name : List.of("account-summary", "q4817f")) {
                HttpCall miss = call.movedTo(call.url().at(parent + lookalike.of(name + "-zxkqv")));
                misses.add(http.send(who.sign(miss)));
            }
            known.put(key, misses);
        }
        return List.copyOf(misses);
    }
}
