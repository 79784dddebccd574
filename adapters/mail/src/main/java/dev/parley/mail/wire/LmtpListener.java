package dev.parley.mail.wire;

import dev.parley.core.port.Inbox;
import dev.parley.mail.wire.SmtpListener.Directory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes mail from a mail server of ours by LMTP (RFC 2033): like {@link SmtpListener}, but each recipient gets an
 * answer, so a mail for two desks of which one could not store it is brought again to that one alone.
 */
public final class LmtpListener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LmtpListener.class);

    private static final int CONNECTIONS_MAX = 50;
    private static final int SILENCE_MILLIS = 60_000;

    private final ServerSocket server;
    private final Ports ports;
    private final Semaphore free = new Semaphore(CONNECTIONS_MAX);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** What a conversation works with; {@code inspection}: as in {@link SmtpListener#open}. */
    record Ports(Directory directory, Inbox inbox, Inspection inspection, InstantSource clock) {}

    private LmtpListener(ServerSocket server, Ports ports) {
        this.server = server;
        this.ports = ports;
    }

    /** Listens at once; port 0 takes any that is free. */
    @SuppressWarnings("AddressSelection") // the address was chosen by whoever calls
    public static LmtpListener open(
            InetSocketAddress at, Directory directory, Inbox inbox, Inspection inspection, InstantSource clock)
            throws IOException {
        ServerSocket server = new ServerSocket();
        server.setReuseAddress(true);
        server.bind(at);
        LmtpListener listener = new LmtpListener(server, new Ports(directory, inbox, inspection, clock));
        Thread.ofVirtual().name("lmtp").start(listener::accept);
        return listener;
    }

    /** Where it listens. */
    public int port() {
        return server.getLocalPort();
    }

    /** Nobody is answered any more; who brought a mail that is not stored yet brings it again. */
    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            LOG.info("While LMTP was closed: {}", e.toString());
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                free.acquire();
                Socket socket = server.accept();
                open.add(socket);
                Thread.ofVirtual().name("lmtp conversation").start(() -> talk(socket));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (IOException e) {
                free.release();
                if (!server.isClosed()) {
                    LOG.warn("LMTP took no connection: {}", e.toString());
                }
            }
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            socket.setSoTimeout(SILENCE_MILLIS);
            new LmtpTalk(socket, ports).run();
        } catch (IOException e) {
            LOG.debug("An LMTP conversation ended: {}", e.toString());
        } finally {
            open.remove(socket);
            free.release();
        }
    }
}
