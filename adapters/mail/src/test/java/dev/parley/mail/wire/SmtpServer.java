package dev.parley.mail.wire;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/** A real SMTP server on loopback that keeps what it takes, and refuses where it is told to. */
final class SmtpServer implements AutoCloseable {
    enum Step {
        FROM,
        RECIPIENT,
        DATA
    }

    private final SMTPServer server;
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private volatile Step refusedAt = Step.FROM;
    private volatile int refusal;
    private volatile String password = "secret";
    private final AtomicInteger logins = new AtomicInteger();

    /** A mail as it came over the wire. */
    @SuppressWarnings("ArrayRecordComponent") // looked into, never compared
    record Taken(String sender, List<String> recipients, byte[] raw) {
        MimeMessage mime() throws MessagingException {
            return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
        }
    }

    SmtpServer() {
        this(0);
    }

    SmtpServer(int port) {
        server = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .insertReceivedHeaders(false)
                .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory((_, given, _) -> {
                    if (!given.equals(password)) {
                        logins.incrementAndGet();
                        throw new LoginFailedException("who are you?");
                    }
                }))
                .messageHandlerFactory(_ -> new Envelope())
                .build();
        server.start();
    }

    /** From now on this is the password. */
    void password(String value) {
        password = value;
    }

    /** How often somebody came with a wrong password. */
    int refusedLogins() {
        return logins.get();
    }

    int port() {
        return server.getPortAllocated();
    }

    List<Taken> taken() {
        return List.copyOf(taken);
    }

    void refuse(Step step, int code) {
        refusedAt = step;
        refusal = code;
    }

    void accept() {
        refusal = 0;
    }

    @Override
    public void close() {
        server.stop();
    }

    private void pass(Step step) throws RejectException {
        if (refusal != 0 && step == refusedAt) {
            throw new RejectException(refusal, "refused by the test");
        }
    }

    private final class Envelope implements MessageHandler {
        private final List<String> recipients = new ArrayList<>();
        private String sender = "";

        @Override
        public void from(String from) throws RejectException {
            pass(Step.FROM);
            sender = from;
        }

        @Override
        public void recipient(String recipient) throws RejectException {
            pass(Step.RECIPIENT);
            recipients.add(recipient);
        }

        @Override
        public String data(InputStream data) throws RejectException, IOException {
            var raw = data.readAllBytes();
            pass(Step.DATA);
            taken.add(new Taken(sender, List.copyOf(recipients), raw));
            return "taken";
        }

        @Override
        public void done() {
            recipients.clear();
        }
    }
}
