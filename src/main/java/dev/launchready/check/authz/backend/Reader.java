package dev.launchready.check.authz.backend;

import dev.launchready.model.Evidence.Header;
import dev.launchready.model.TrafficClass;
import dev.launchready.probe.http.HttpCall;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who asks a back end: nobody with the public key, or an identity with what its sign-in gave it.
 *
 * @param token of its session there; a secret
 * @param credentials sent to that back end alone; secrets
 * @param id under which the back end knows it, where its token tells
 * @param words names and ids that belong to it; personal values, never to leave memory
 */
record Reader(
        String name,
        Optional<String> token,
        List<Header> credentials,
        Optional<String> id,
        Set<String> words,
        TrafficClass traffic) {
    Reader {
        credentials = List.copyOf(credentials);
        words = Set.copyOf(words);
    }

    boolean isNobody() {
        return name.equals(HttpCall.NOBODY);
    }

    /** The call as this somebody; a class of traffic that needs consent stays. */
    HttpCall sign(HttpCall call) {
        HttpCall signed = call.as(name, credentials);
        return call.traffic() == TrafficClass.PASSIVE ? signed.needing(traffic) : signed;
    }

    @Override
    public String toString() {
        return name;
    }
}
