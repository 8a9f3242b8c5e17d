package dev.launchready.check.transport;

import dev.launchready.check.transport.Trail.Failure;
import dev.launchready.check.transport.Trail.Hop;
import dev.launchready.model.Evidence.HttpExchange;
import dev.launchready.model.Url;
import dev.launchready.probe.http.HttpProbe.End;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Trails for judge tests, written as a person would tell them: {@code http://a/ 301 https://a/ 200}. */
final class Trails {
    private Trails() {}

    /** Addresses and statuses in turn; a trail that ends with an address goes in circles from there. */
    static Trail trail(String told) {
        String[] words = told.split(" ", -1);
        List<Hop> hops = new ArrayList<>();
        for (int at = 0; at + 1 < words.length; at += 2) {
            Optional<Url> next = at + 2 < words.length ? Optional.of(Url.parse(words[at + 2])) : Optional.empty();
            hops.add(hop(Url.parse(words[at]), Integer.parseInt(words[at + 1]), next));
        }
        boolean loops = words.length % 2 == 1;
        Optional<Url> pending = loops ? Optional.of(Url.parse(words[words.length - 1])) : Optional.empty();
        return new Trail(Url.parse(words[0]), hops, loops ? End.LOOP : End.ANSWERED, pending, Optional.empty());
    }

    static Trail failing(String url, String code) {
        Failure failure = new Failure(code, "it did not work");
        return new Trail(Url.parse(url), List.of(), End.FAILED, Optional.of(Url.parse(url)), Optional.of(failure));
    }

    private static Hop hop(Url url, int status, Optional<Url> location) {
        String curl = "curl -sI '" + url + "'";
        HttpExchange evidence = new HttpExchange(
                "nobody", "GET", url.toString(), List.of(), status, List.of(), 0, "", Duration.ofMillis(1), curl);
        return new Hop(url, status, location, evidence);
    }
}
