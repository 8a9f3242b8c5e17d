package dev.launchready.demo;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A port that is taken, so that nobody else gets it, and at which nobody listens. */
final class SilentPort implements AutoCloseable {
    private final Socket socket = new Socket();

    SilentPort() throws IOException {
        socket.bind(new InetSocketAddress(Places.loopback(), 0));
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
