package dev.launchready.probe.http;

import dev.launchready.probe.AddressGuard.AddressRefused;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.ProbeException.Malformed;
import dev.launchready.probe.ProbeException.OutOfScope;
import dev.launchready.probe.ProbeException.TimedOut;
import dev.launchready.probe.ProbeException.TooLarge;
import dev.launchready.probe.ProbeException.Unreachable;
import dev.launchready.probe.TlsFailure;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import okhttp3.internal.http2.StreamResetException;

/** From the client's exceptions to the family of failures, each with a sentence for a person. */
final class Failures {
    /** Where OkHttp stops reading an HTTP/1.1 header; a little less, as the line that did not fit is not counted. */
    private static final long HEADER_LIMIT = 200 * 1024;

    private final Limits limits;

    Failures(Limits limits) {
        this.limits = limits;
    }

    /** @param place host and port */
    ProbeException of(IOException failure, Trail trail, String place) {
        if (failure instanceof AddressRefused) {
            return new OutOfScope(String.valueOf(failure.getMessage()));
        }
        if (failure instanceof UnknownHostException) {
            return new Unreachable("The name in " + place + " does not resolve to an address.", failure);
        }
        if (failure instanceof InterruptedIOException || late(trail)) {
            return timedOut(failure, trail, place);
        }
        if (failure instanceof SSLException) {
            return TlsFailure.of(failure, place);
        }
        if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
            return new Unreachable("Nobody answers at " + place + ": the connection was refused.", failure);
        }
        if (ended(failure) && trail.received() >= HEADER_LIMIT) {
            return new TooLarge(place + " sent more than 256 KiB of headers.", failure);
        }
        if (failure instanceof ProtocolException) {
            return new Malformed(place + " sent something that is no HTTP answer.", failure);
        }
        if (trail.securing()) {
            return new ProbeException.Tls(place + " closed the connection during the TLS handshake.", failure);
        }
        return broken(failure, trail, place);
    }

    /** The request as a whole has taken all of its time. */
    boolean late(Trail trail) {
        return trail.nanosSinceBegin() >= limits.total().toNanos();
    }

    private ProbeException timedOut(IOException failure, Trail trail, String place) {
        if (!trail.connected() && !trail.securing() && failure instanceof SocketTimeoutException) {
            return new Unreachable(
                    "Nobody answers at " + place + ": no connection within "
                            + limits.connect().toSeconds() + " seconds.",
                    failure);
        }
        String what = trail.headed() ? "did not end its answer" : "gave no answer";
        return new TimedOut(place + " " + what + " within " + seconds() + " seconds.", failure);
    }

    private String seconds() {
        return String.valueOf(Math.max(1, limits.total().toSeconds()));
    }

    private ProbeException broken(IOException failure, Trail trail, String place) {
        if (failure instanceof StreamResetException) {
            return new Malformed(place + " reset the HTTP/2 stream before it had answered.", failure);
        }
        String when = trail.received() > 0 ? "in the middle of its answer's head" : "without an answer";
        return new Unreachable(place + " broke the connection " + when + ".", failure);
    }

    private static boolean ended(IOException failure) {
        return failure instanceof EOFException || failure.getCause() instanceof EOFException;
    }
}
