package dev.launchready.probe.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.SocketFactory;

/** Sockets that count what they receive, so that a header without end can be told from a connection that broke off. */
final class MeteredSockets extends SocketFactory {
    private final Map<SocketAddress, AtomicLong> received = new ConcurrentHashMap<>();

    /** Counts the bytes received on the open connection that has this local end, TLS records included. */
    AtomicLong received(SocketAddress local) {
        return received.getOrDefault(local, new AtomicLong());
    }

    @Override
    public Socket createSocket() {
        return new Metered();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw new UnsupportedOperationException();
    }

    private final class Metered extends Socket {
        private final AtomicLong count = new AtomicLong();
        private volatile SocketAddress local = new SocketAddress() {
            private static final long serialVersionUID = 1L;
        };

        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            super.connect(endpoint, timeout);
            local = getLocalSocketAddress();
            received.put(local, count);
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read() throws IOException {
                    int value = super.read();
                    count.addAndGet(value < 0 ? 0 : 1);
                    return value;
                }

                @Override
                public int read(byte[] target, int offset, int length) throws IOException {
                    int read = super.read(target, offset, length);
                    count.addAndGet(Math.max(0, read));
                    return read;
                }
            };
        }

        @Override
        public synchronized void close() throws IOException {
            received.remove(local, count);
            super.close();
        }
    }
}
