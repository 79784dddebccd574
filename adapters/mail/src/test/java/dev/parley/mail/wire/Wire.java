package dev.parley.mail.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The network between a reader or sender and a server on loopback: it can break, and change what the server says. */
final class Wire implements AutoCloseable {
    private final ServerSocket front;
    private final int server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile UnaryOperator<String> saidByServer = UnaryOperator.identity();
    private volatile Predicate<String> refused = _ -> false;
    private volatile String refusal = "";
    private volatile boolean cut;
    private volatile String lastWords = "";
    private volatile int longest = Integer.MAX_VALUE;
    private final AtomicInteger idles = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger refusals = new AtomicInteger();

    private Wire(ServerSocket front, int server) {
        this.front = front;
        this.server = server;
    }

    static Wire to(int server) throws IOException {
        var wire = new Wire(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), server);
        Thread.ofVirtual().start(wire::accept);
        return wire;
    }

    int port() {
        return front.getLocalPort();
    }

    /** Every connection ends, and new ones end at once. */
    void cut() {
        cut = true;
        open.forEach(Wire::hangUp);
    }

    void mend() {
        cut = false;
        lastWords = "";
        longest = Integer.MAX_VALUE;
    }

    /** Cuts as soon as the client has said this, and lets it reach the server. */
    void cutAfter(String words) {
        lastWords = words;
    }

    /** Cuts in the middle of an answer of at least {@code bytes}. */
    void cutInAnswersOf(int bytes) {
        longest = bytes;
    }

    void change(UnaryOperator<String> said) {
        saidByServer = said;
    }

    /** IMAP commands like this never reach the server: the answer is this one, or where it is "" the end. */
    void refuse(Predicate<String> command, String answer) {
        refusal = answer;
        refused = command;
    }

    /** How often somebody connected. */
    int connections() {
        return connections.get();
    }

    /** How often a command was refused. */
    int refusals() {
        return refusals.get();
    }

    /** How often the server has begun to wait for news (the continuation of IDLE). */
    int idles() {
        return idles.get();
    }

    @Override
    public void close() throws IOException {
        front.close();
        cut();
    }

    private void accept() {
        while (!front.isClosed()) {
            try {
                var client = front.accept();
                connections.incrementAndGet();
                if (cut) {
                    hangUp(client);
                } else {
                    join(client, new Socket(InetAddress.getLoopbackAddress(), server));
                }
            } catch (IOException closed) {
                cut |= front.isClosed();
            }
        }
    }

    private void join(Socket client, Socket behind) {
        open.add(client);
        open.add(behind);
        Thread.ofVirtual().start(() -> pump(client, behind, false));
        Thread.ofVirtual().start(() -> pump(behind, client, true));
    }

    private void pump(Socket from, Socket to, boolean byServer) {
        var bytes = new byte[1 << 16];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (var n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                var said = new String(bytes, 0, n, StandardCharsets.ISO_8859_1);
                if (byServer && cut) {
                    return;
                }
                if (byServer && said.startsWith("+ ")) {
                    idles.incrementAndGet();
                }
                if (!byServer && refused.test(said)) {
                    refusals.incrementAndGet();
                    if (refusal.isEmpty()) {
                        return;
                    }
                    var tag = said.substring(0, said.indexOf(' ') + 1);
                    from.getOutputStream().write((tag + refusal + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
                    continue;
                }
                var told = byServer ? saidByServer.apply(said) : said;
                cut |= !byServer && !lastWords.isEmpty() && said.endsWith(lastWords);
                if (byServer && n >= longest) {
                    cut();
                    return;
                }
                out.write(told.getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
            }
        } catch (IOException gone) {
            // One side hung up; so does the other, below.
            return;
        } finally {
            hangUp(from);
            hangUp(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            throw new IllegalStateException("a socket that cannot be closed", gone);
        }
    }
}
