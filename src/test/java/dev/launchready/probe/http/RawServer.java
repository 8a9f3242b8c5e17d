package dev.launchready.probe.http;

import dev.launchready.model.Url;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that says byte by byte what a test wants it to, and remembers what it was sent. */
final class RawServer implements AutoCloseable {
    /** What to do with one connection whose request has been read up to the empty line. */
    @FunctionalInterface
    interface Script {
        void play(String request, OutputStream out, Socket socket) throws IOException;
    }

    private final ServerSocket server;
    private final Script script;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    RawServer(Script script) throws IOException {
        this(script, new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")));
    }

    RawServer(Script script, ServerSocket server) {
        this.server = server;
        this.script = script;
        Thread acceptor = new Thread(this::accept, "raw-server");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    /** Answers every request on a connection with the same text, closing after it where asked to. */
    static Script saying(String answer) {
        return (request, out, socket) -> out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
    }

    List<String> requests() {
        return requests;
    }

    int port() {
        return server.getLocalPort();
    }

    Url url(String target) {
        return Url.parse("http://127.0.0.1:" + port() + target);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                Thread worker = new Thread(() -> serve(socket), "raw-connection");
                worker.setDaemon(true);
                worker.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            String request = head(socket.getInputStream());
            if (!request.isEmpty()) {
                requests.add(request);
                script.play(request, socket.getOutputStream(), socket);
                socket.getOutputStream().flush();
            }
        } catch (IOException e) {
            // the client has gone: what it made of that is what the test looks at
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            text.append((char) next);
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
