package dev.parley.app.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.server.SMTPServer;

/** An SMTP server on loopback that takes every mail and forgets it. */
final class Sink implements AutoCloseable {
    private final SMTPServer server;

    private Sink(SMTPServer server) {
        this.server = server;
    }

    static Sink start() {
        SMTPServer server = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("sink.example")
                .messageHandlerFactory(_ -> new Forgotten())
                .build();
        server.start();
        return new Sink(server);
    }

    int port() {
        return server.getPortAllocated();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static final class Forgotten implements MessageHandler {
        @Override
        public void from(String from) {
            // Anybody may.
        }

        @Override
        public void recipient(String recipient) {
            // Anybody may.
        }

        @Override
        public @Nullable String data(InputStream data) throws IOException {
            data.transferTo(OutputStream.nullOutputStream());
            return null;
        }

        @Override
        public void done() {
            // Nothing is held between mails.
        }
    }
}
