package dev.launchready.demo;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;

/** The demo's own DNS server, over UDP and TCP on one free port (RFC 1035 section 4.2). */
final class DemoNameServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DemoNameServer.class);
    private static final int LONGEST_QUERY = 65_535;
    private static final int LONGEST_UDP_ANSWER = 1_232;
    private static final int CLIENT_PATIENCE_MS = 5_000;
    private static final int TRIES = 20;

    private final DemoZone zone;
    private final ServerSocket streams;
    private final DatagramSocket datagrams;
    private final ExecutorService threads = Executors.newCachedThreadPool(Daemons.named("demo-dns"));

    private DemoNameServer(DemoZone zone, ServerSocket streams, DatagramSocket datagrams) {
        this.zone = zone;
        this.streams = streams;
        this.datagrams = datagrams;
        threads.execute(this::serveDatagrams);
        threads.execute(this::serveStreams);
    }

    static DemoNameServer start(DemoZone zone) throws IOException {
        InetAddress address = Places.loopback();
        IOException last = new IOException("no port is free for both UDP and TCP");
        for (int tries = 0; tries < TRIES; tries++) {
            ServerSocket streams = new ServerSocket(0, 50, address);
            try {
                DatagramSocket datagrams = new DatagramSocket(new InetSocketAddress(address, streams.getLocalPort()));
                return new DemoNameServer(zone, streams, datagrams);
            } catch (IOException e) {
                streams.close();
                last = e;
            }
        }
        throw last;
    }

    int port() {
        return streams.getLocalPort();
    }

    private void serveDatagrams() {
        byte[] buffer = new byte[LONGEST_QUERY];
        while (!datagrams.isClosed()) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            try {
                datagrams.receive(packet);
                byte[] answer = answer(Arrays.copyOf(packet.getData(), packet.getLength()), LONGEST_UDP_ANSWER);
                datagrams.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            } catch (IOException e) {
                LOG.debug("a datagram that is no query gets no answer; a closed socket ends the loop", e);
            }
        }
    }

    private void serveStreams() {
        while (!streams.isClosed()) {
            try {
                Socket client = streams.accept();
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                LOG.debug("closing the server ends the loop", e);
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setSoTimeout(CLIENT_PATIENCE_MS);
            DataInputStream in = new DataInputStream(client.getInputStream());
            DataOutputStream out = new DataOutputStream(client.getOutputStream());
            while (true) {
                byte[] query = new byte[in.readUnsignedShort()];
                in.readFully(query);
                byte[] answer = answer(query, LONGEST_QUERY);
                byte[] framed = new byte[answer.length + 2];
                framed[0] = (byte) (answer.length >> 8);
                framed[1] = (byte) answer.length;
                System.arraycopy(answer, 0, framed, 2, answer.length);
                out.write(framed);
                out.flush();
            }
        } catch (IOException e) {
            LOG.debug("the client has hung up, or sent no query: the connection is over either way", e);
        }
    }

    private byte[] answer(byte[] query, int longest) throws IOException {
        Message answer = zone.answer(new Message(query));
        byte[] bytes = answer.toWire();
        if (bytes.length <= longest) {
            return bytes;
        }
        answer.getHeader().setFlag(Flags.TC);
        return answer.toWire(longest);
    }

    @Override
    public void close() throws IOException {
        datagrams.close();
        streams.close();
        threads.shutdownNow();
    }
}
