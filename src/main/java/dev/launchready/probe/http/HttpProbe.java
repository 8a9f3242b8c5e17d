package dev.launchready.probe.http;

import dev.launchready.model.Url;
import dev.launchready.probe.ProbeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The port to web servers. Every hop passes the scope guard, the budget and the recorder. */
public interface HttpProbe {

    /**
     * Sends one request and reads its answer; redirects are not followed.
     *
     * @throws ProbeException when there is no answer to judge
     */
    HttpAnswer send(HttpCall call) throws ProbeException, InterruptedException;

    /**
     * Follows redirects as a browser does (RFC 9110 section 15.4), credentials never across an origin.
     *
     * @param most how many redirects at most
     * @throws ProbeException when the first hop has no answer; a later hop's failure ends the chain instead
     */
    default Chain follow(HttpCall call, int most) throws ProbeException, InterruptedException {
        List<HttpAnswer> hops = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        HttpCall next = call;
        while (true) {
            HttpAnswer answer;
            try {
                answer = send(next);
            } catch (ProbeException e) {
                if (hops.isEmpty()) {
                    throw e;
                }
                return new Chain(hops, End.FAILED, Optional.of(next.url()), Optional.of(e));
            }
            hops.add(answer);
            seen.add(next.method() + " " + next.url());
            Optional<Url> target = answer.location();
            if (target.isEmpty()) {
                return new Chain(hops, End.ANSWERED, Optional.empty(), Optional.empty());
            }
            next = moved(next, answer.status(), target.get());
            if (seen.contains(next.method() + " " + next.url())) {
                return new Chain(hops, End.LOOP, target, Optional.empty());
            }
            if (hops.size() > most) {
                return new Chain(hops, End.TOO_MANY, target, Optional.empty());
            }
        }
    }

    private static HttpCall moved(HttpCall call, int status, Url target) {
        HttpCall moved = call.movedTo(target);
        boolean keepsMethod = status == 307 || status == 308 || call.method().equals("HEAD");
        return keepsMethod ? moved : moved.asGet();
    }

    /** How a chain of redirects ended. */
    enum End {
        ANSWERED,
        LOOP,
        TOO_MANY,
        /** A hop could not be fetched: out of scope, or no answer. */
        FAILED
    }

    /**
     * The hops of one chain, at least one.
     *
     * @param pending where the chain would have gone on
     * @param failure why the pending hop could not be fetched
     */
    record Chain(List<HttpAnswer> hops, End end, Optional<Url> pending, Optional<ProbeException> failure) {
        public Chain {
            hops = List.copyOf(hops);
        }

        public HttpAnswer first() {
            return hops.get(0);
        }

        public HttpAnswer last() {
            return hops.get(hops.size() - 1);
        }
    }
}
