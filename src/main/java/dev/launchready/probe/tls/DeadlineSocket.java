package dev.launchready.probe.tls;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** A socket whose reads all end by one moment, however slowly bytes trickle in. */
final class DeadlineSocket extends Socket {
    private static final long MILLISECOND = 1_000_000;

    private final long end;

    DeadlineSocket(Duration allowed) {
        this.end = System.nanoTime() + allowed.toNanos();
    }

    /** Milliseconds left, at least 1. */
    int left() throws SocketTimeoutException {
        long left = (end - System.nanoTime()) / MILLISECOND;
        if (left < 1) {
            throw new SocketTimeoutException("deadline passed");
        }
        return (int) Math.min(left, Integer.MAX_VALUE);
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(super.getInputStream()) {
            @Override
            public int read() throws IOException {
                setSoTimeout(left());
                return super.read();
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                setSoTimeout(left());
                return super.read(target, offset, length);
            }
        };
    }
}
