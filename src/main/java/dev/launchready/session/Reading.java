package dev.launchready.session;

import dev.launchready.model.Url;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Request;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.probe.http.HttpProbe;
import java.util.Optional;

/** Sends requests of the portal file as somebody. */
final class Reading {
    static final String ACCEPT = "application/json, text/html;q=0.9, */*;q=0.8";
    private static final int MOST_REDIRECTS = 5;

    private final Portal portal;
    private final HttpProbe http;

    Reading(Portal portal, HttpProbe http) {
        this.portal = portal;
        this.http = http;
    }

    HttpCall call(Request request) {
        HttpCall asked =
                HttpCall.of(request.method(), portal.resolve(request.target())).with("Accept", ACCEPT);
        for (var header : request.headers().entrySet()) {
            asked = asked.with(header.getKey(), header.getValue());
        }
        if (request.body().isPresent()) {
            return asked.carrying(
                    Bodies.encode(request.body().get(), request.encoding().orElse(Bodies.JSON)));
        }
        return asked;
    }

    static HttpCall get(Url url) {
        return HttpCall.get(url).with("Accept", ACCEPT);
    }

    HttpAnswer as(Session session, HttpCall call) throws ProbeException, InterruptedException {
        return http.send(session.sign(call));
    }

    /** Where redirects within the portal's own origins end, each hop signed anew. */
    HttpAnswer landing(Session session, HttpAnswer first) throws InterruptedException {
        HttpAnswer answer = first;
        for (int hop = 0; hop < MOST_REDIRECTS; hop++) {
            Optional<Url> target =
                    answer.location().filter(url -> SignIn.ownOrigins(portal).contains(url.origin()));
            if (target.isEmpty()) {
                return answer;
            }
            try {
                answer = as(session, get(target.get()));
            } catch (ProbeException e) {
                return answer;
            }
        }
        return answer;
    }
}
