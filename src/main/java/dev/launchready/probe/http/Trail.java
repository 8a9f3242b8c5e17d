package dev.launchready.probe.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Handshake;
import okhttp3.Protocol;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** How far one request has come, for telling its failures apart and for its time. */
final class Trail {
    private final long began = System.nanoTime();
    private volatile long sending = began;
    private volatile String address = "";
    private volatile boolean connected;
    private volatile boolean fresh;
    private volatile boolean securing;
    private volatile boolean headed;
    private volatile long before;
    private volatile AtomicLong meter = new AtomicLong();
    private volatile @Nullable Response response;

    boolean connected() {
        return connected;
    }

    /** The connection was made for this request; one that was kept open may have been closed by the server meanwhile. */
    boolean fresh() {
        return fresh;
    }

    boolean securing() {
        return securing;
    }

    /** The answer's headers are complete. */
    boolean headed() {
        return headed;
    }

    /** The IP address that was or would have been asked, or empty text. */
    String address() {
        return address;
    }

    long nanosSinceBegin() {
        return System.nanoTime() - began;
    }

    long nanosSinceSending() {
        return System.nanoTime() - sending;
    }

    /** Bytes received for this request, where the connection served no other meanwhile. */
    long received() {
        return meter.get() - before;
    }

    /** The answer as it was on the wire. */
    Optional<Response> response() {
        return Optional.ofNullable(response);
    }

    void response(Response seen) {
        response = seen;
    }

    /** Writes the trail that a request carries as its tag. */
    static final class Events extends EventListener {
        private final MeteredSockets sockets;

        Events(MeteredSockets sockets) {
            this.sockets = sockets;
        }

        @Override
        public void connectStart(Call call, InetSocketAddress target, Proxy proxy) {
            Trail trail = of(call);
            trail.fresh = true;
            trail.address = text(target.getAddress());
        }

        @Override
        public void secureConnectStart(Call call) {
            of(call).securing = true;
        }

        @Override
        public void secureConnectEnd(Call call, @Nullable Handshake handshake) {
            of(call).securing = false;
        }

        @Override
        public void connectFailed(
                Call call, InetSocketAddress target, Proxy proxy, @Nullable Protocol protocol, IOException failure) {
            of(call).connected = false;
        }

        @Override
        public void connectionAcquired(Call call, Connection connection) {
            Trail trail = of(call);
            trail.connected = true;
            trail.address = text(connection.route().socketAddress().getAddress());
            trail.meter = sockets.received(connection.socket().getLocalSocketAddress());
            trail.before = trail.meter.get();
        }

        @Override
        public void requestHeadersStart(Call call) {
            of(call).sending = System.nanoTime();
        }

        @Override
        public void responseHeadersEnd(Call call, Response response) {
            of(call).headed = true;
        }

        private static Trail of(Call call) {
            Trail trail = call.request().tag(Trail.class);
            return trail == null ? new Trail() : trail;
        }

        private static String text(@Nullable InetAddress address) {
            return address == null ? "" : address.getHostAddress();
        }
    }
}
