package dev.launchready.check.authz.backend;

import dev.launchready.check.CheckContext;
import dev.launchready.model.TrafficClass;
import dev.launchready.model.Url;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import java.util.Optional;

/**
 * The way to one back end.
 *
 * @param base without a slash at the end of its path
 * @param traffic the class of its requests: passive where the file names it, otherwise that of vendors' hosts
 */
record Gate(CheckContext context, Url base, TrafficClass traffic) {

    /** The address below the base; the target begins with a slash. */
    Url at(String target) {
        String path = base.path().equals("/") ? "" : base.path();
        return base.at(path + target);
    }

    HttpCall get(String target) {
        return HttpCall.get(at(target)).with("Accept", "application/json").needing(traffic);
    }

    HttpCall of(String method, String target) {
        return HttpCall.of(method, at(target))
                .with("Accept", "application/json")
                .needing(traffic);
    }

    Knock knock(HttpCall call) throws ProbeException, InterruptedException {
        return knock(context, call);
    }

    /** Empty when nothing answers there at all, with the reason in words. */
    static Knock knock(CheckContext context, HttpCall call) throws ProbeException, InterruptedException {
        try {
            return new Knock(Optional.of(context.http().send(call)), "");
        } catch (ProbeException.Unreachable | ProbeException.Tls | ProbeException.TimedOut e) {
            return new Knock(Optional.empty(), String.valueOf(e.getMessage()));
        }
    }

    /** @param says why there is no answer */
    record Knock(Optional<HttpAnswer> answer, String says) {}

    HttpAnswer ask(Reader reader, HttpCall call) throws ProbeException, InterruptedException {
        return context.http().send(reader.sign(call));
    }
}
