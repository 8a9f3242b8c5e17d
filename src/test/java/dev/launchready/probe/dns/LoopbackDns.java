package dev.launchready.probe.dns;

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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import org.xbill.DNS.Message;
import org.xbill.DNS.Type;

/** A DNS server on loopback, over UDP and TCP at one port, that answers by a function of the transport and the question. */
public final class LoopbackDns implements AutoCloseable {
    public enum Over {
        UDP,
        TCP
    }

    private final BiFunction<Over, Message, Optional<Message>> answers;
    private final ServerSocket tcp;
    private final DatagramSocket udp;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    public LoopbackDns(BiFunction<Over, Message, Optional<Message>> answers) throws IOException {
        this.answers = answers;
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        this.tcp = new ServerSocket(0, 50, loopback);
        this.udp = new DatagramSocket(new InetSocketAddress(loopback, tcp.getLocalPort()));
        start(this::datagrams);
        start(this::connections);
    }

    /** {@code host:port}, as a portal file names a resolver. */
    public Optional<String> address() {
        return Optional.of("127.0.0.1:" + tcp.getLocalPort());
    }

    /** Each question as {@code UDP name TYPE}. */
    List<String> asked() {
        return asked;
    }

    private Optional<Message> answer(Over over, byte[] wire) throws IOException {
        Message query = new Message(wire);
        asked.add(over + " " + query.getQuestion().getName() + " "
                + Type.string(query.getQuestion().getType()));
        return answers.apply(over, query);
    }

    private void datagrams() throws IOException {
        while (!udp.isClosed()) {
            DatagramPacket packet = new DatagramPacket(new byte[4096], 4096);
            udp.receive(packet);
            Optional<Message> reply = answer(Over.UDP, Arrays.copyOf(packet.getData(), packet.getLength()));
            if (reply.isPresent()) {
                byte[] wire = reply.get().toWire();
                udp.send(new DatagramPacket(wire, wire.length, packet.getSocketAddress()));
            }
        }
    }

    private void connections() throws IOException {
        while (!tcp.isClosed()) {
            try (Socket socket = tcp.accept()) {
                DataInputStream in = new DataInputStream(socket.getInputStream());
                Optional<Message> reply = answer(Over.TCP, in.readNBytes(in.readUnsignedShort()));
                if (reply.isPresent()) {
                    byte[] wire = reply.get().toWire();
                    DataOutputStream out = new DataOutputStream(socket.getOutputStream());
                    out.writeShort(wire.length);
                    out.write(wire);
                    out.flush();
                    in.read();
                }
            }
        }
    }

    private interface Loop {
        void run() throws IOException;
    }

    private static void start(Loop loop) {
        Thread thread = new Thread(() -> {
            try {
                loop.run();
            } catch (IOException e) {
                // closed: the test is over
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        udp.close();
        tcp.close();
    }
}
