package dev.launchready.check.transport;

import dev.launchready.check.face.Trouble;
import dev.launchready.model.Evidence.HttpExchange;
import dev.launchready.model.Url;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.probe.http.HttpProbe;
import dev.launchready.probe.http.HttpProbe.Chain;
import dev.launchready.probe.http.HttpProbe.End;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A chain of redirects, in a form that may be saved.
 *
 * @param hops the answers in order; none when the first request already had no answer
 * @param pending where the chain would have gone on, had it not looped, been too long, or failed
 * @param failure why the next hop has no answer
 */
record Trail(Url start, List<Hop> hops, End end, Optional<Url> pending, Optional<Failure> failure) {
    private static final int MOST_STOPS = 5;

    Trail {
        hops = List.copyOf(hops);
    }

    /** One answer, and where it sends the visitor. */
    record Hop(Url url, int status, Optional<Url> location, HttpExchange evidence) {
        static Hop of(HttpAnswer answer) {
            return new Hop(answer.call().url(), answer.status(), answer.location(), answer.evidence());
        }

        /** 301 and 308 alone may be remembered (RFC 9110 sections 15.4.2 and 15.4.9). */
        boolean permanent() {
            return status == 301 || status == 308;
        }
    }

    /**
     * @param code of the {@link ProbeException}
     * @param says its sentence
     */
    record Failure(String code, String says) {
        static Failure of(ProbeException e) {
            return new Failure(e.code(), String.valueOf(e.getMessage()));
        }

        /** Nobody listens there, or who listens hangs up: in contrast to an answer that was late or broken. */
        boolean nobodyThere() {
            return code.equals("unreachable");
        }
    }

    static Trail of(Chain chain) {
        return new Trail(
                chain.first().call().url(),
                chain.hops().stream().map(Hop::of).toList(),
                chain.end(),
                chain.pending(),
                chain.failure().map(Failure::of));
    }

    static Trail failed(Url start, ProbeException e) {
        return new Trail(start, List.of(), End.FAILED, Optional.of(start), Optional.of(Failure.of(e)));
    }

    /** Walks it; a request without an answer is the end of the trail, not an exception. */
    static Trail walk(HttpProbe http, HttpCall call, int most) throws InterruptedException {
        try {
            return of(http.follow(call, most));
        } catch (ProbeException e) {
            return failed(call.url(), e);
        }
    }

    boolean answered() {
        return end == End.ANSWERED;
    }

    /** Whether the last answer tells of the server's state alone. */
    boolean inTrouble() {
        return !hops.isEmpty() && Trouble.of(last().status());
    }

    /** Where it ends or would have gone on. */
    Url destination() {
        return pending.orElseGet(() -> hops.get(hops.size() - 1).url());
    }

    Hop first() {
        return hops.get(0);
    }

    Hop last() {
        return hops.get(hops.size() - 1);
    }

    List<HttpExchange> evidence() {
        return hops.stream().map(Hop::evidence).toList();
    }

    /** The way as a person reads it: the addresses in order; of a long way the middle is a count, as the evidence has each hop. */
    String way() {
        List<String> stops = Stream.concat(Stream.of(start), hops.stream().flatMap(hop -> hop.location().stream()))
                .map(Url::toString)
                .toList();
        if (stops.size() <= MOST_STOPS) {
            return String.join(" -> ", stops);
        }
        int left = stops.size() - MOST_STOPS + 1;
        return String.join(" -> ", stops.subList(0, MOST_STOPS - 2)) + " -> … " + left + " more … -> "
                + stops.get(stops.size() - 1);
    }
}
