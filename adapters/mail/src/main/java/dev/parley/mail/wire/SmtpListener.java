package dev.parley.mail.wire;

import dev.parley.core.port.Inbox;
import dev.parley.core.port.RawMessage;
import dev.parley.core.port.StoreUnavailable;
import dev.parley.mail.auth.Belief;
import dev.parley.mail.auth.Hop;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * Takes mail from a mail server of ours (RFC 5321): 250 is said only when the mail is durable, 451 when it could not be
 * stored, so that the mail server keeps it and tries again. It asks for no log-in, so it listens where only that mail
 * server reaches it; what that one says of senders is believed, unless it is told to check them itself.
 */
public final class SmtpListener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpListener.class);

    private static final int CONNECTIONS_MAX = 50;
    private static final int RECIPIENTS_MAX = 100;
    private static final int SILENCE_MILLIS = 60_000;

    private final SMTPServer server;

    /**
     * Whose a recipient is.
     *
     * @param channel of the desk's mail, e.g. {@code mail:support}
     * @param belief in whose name senders are checked, and whose seals are believed
     * @param bytesMax longer mail is refused, so that its sender is told
     */
    public record Target(String desk, String channel, Belief belief, int bytesMax) {}

    /** Knows the desks' addresses. */
    public interface Directory {
        /** Whose this address is, in any case and with any detail behind a plus sign; empty if nobody's. */
        Optional<Target> of(String address);
    }

    private SmtpListener(SMTPServer server) {
        this.server = server;
    }

    /**
     * Listens at once; port 0 takes any that is free.
     *
     * @param inspection who looks whom a mail is from
     */
    public static SmtpListener open(
            InetSocketAddress at, Directory directory, Inbox inbox, Inspection inspection, InstantSource clock) {
        SMTPServer server = SMTPServer.port(at.getPort())
                .bindAddress(at.getAddress())
                .insertReceivedHeaders(false)
                .softwareName("Parley")
                .maxConnections(CONNECTIONS_MAX)
                .maxRecipients(RECIPIENTS_MAX)
                .connectionTimeoutMs(SILENCE_MILLIS)
                .messageHandlerFactory(context -> new Delivery(context, directory, inbox, inspection, clock))
                .build();
        server.start();
        return new SmtpListener(server);
    }

    /** Where it listens. */
    public int port() {
        return server.getPortAllocated();
    }

    @Override
    public void close() {
        server.stop();
    }

    /** One mail on its way in. */
    private static final class Delivery implements MessageHandler {
        private final MessageContext context;
        private final Directory directory;
        private final Inbox inbox;
        private final Inspection inspection;
        private final InstantSource clock;
        private final Map<Target, List<String>> recipients = new LinkedHashMap<>();
        private String sender = "";

        Delivery(MessageContext context, Directory directory, Inbox inbox, Inspection inspection, InstantSource clock) {
            this.context = context;
            this.directory = directory;
            this.inbox = inbox;
            this.inspection = inspection;
            this.clock = clock;
        }

        /** Anybody may write to a desk. */
        @Override
        public void from(String address) {
            sender = address;
        }

        @Override
        public void recipient(String address) throws RejectException {
            Target target = directory
                    .of(address)
                    .orElseThrow(() -> new RejectException(550, "5.1.1 Nobody here has this address"));
            recipients.computeIfAbsent(target, _ -> new ArrayList<>()).add(address);
        }

        @Override
        public String data(InputStream data) throws RejectException, IOException {
            int max = recipients.keySet().stream()
                    .mapToInt(Target::bytesMax)
                    .min()
                    .orElseThrow(() -> new RejectException(503, "5.5.1 Nobody was named to deliver it for"));
            try (Arriving mail = new Arriving(max)) {
                // Who is cut off in the middle takes it for a bad line and tries again; who may finish hears the
                // answer.
                long _ = data.transferTo(mail);
                if (mail.isOver()) {
                    throw new RejectException(552, "5.3.4 A mail has at most " + max + " bytes here");
                }
                store(mail);
                return "2.0.0 Stored";
            } catch (StoreUnavailable e) {
                throw later(e);
            }
        }

        private void store(Arriving mail) throws RejectException {
            List<RawMessage> messages = new ArrayList<>();
            recipients.forEach((target, addresses) -> messages.add(mail.message(
                    target.desk(),
                    target.channel(),
                    clock.instant(),
                    List.copyOf(addresses),
                    mail.check(inspection, target.belief(), Optional.of(hop())))));
            try {
                int _ = inbox.record(messages);
            } catch (RuntimeException e) {
                throw later(e);
            }
        }

        private Hop hop() {
            InetSocketAddress from = (InetSocketAddress) context.getRemoteAddress();
            return new Hop(from.getAddress().getHostAddress(), context.getHelo().orElse(""), sender);
        }

        private static RejectException later(RuntimeException e) {
            LOG.warn("A mail could not be stored and stays with the mail server: {}", e.toString());
            return new RejectException(451, "4.3.0 It could not be stored, try again later");
        }

        @Override
        public void done() {
            // each mail has a handler of its own
        }
    }
}
