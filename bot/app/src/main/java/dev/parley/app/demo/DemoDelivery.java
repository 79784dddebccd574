package dev.parley.app.demo;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.TooMuchDataException;

/** One mail on its way in by SMTP. */
final class DemoDelivery implements MessageHandler {

    private static final Logger LOG = LoggerFactory.getLogger(DemoDelivery.class);

    private final MessageContext context;
    private final List<DemoAccount> accounts;
    private final Mailboxes mailboxes;
    private final InstantSource clock;
    private final Map<String, DemoAccount> recipients = new LinkedHashMap<>();
    private String sender = "";

    DemoDelivery(MessageContext context, List<DemoAccount> accounts, Mailboxes mailboxes, InstantSource clock) {
        this.context = context;
        this.accounts = accounts;
        this.mailboxes = mailboxes;
        this.clock = clock;
    }

    @Override
    public void from(String from) {
        sender = from;
    }

    @Override
    public void recipient(String recipient) throws RejectException {
        var mailbox = accounts.stream()
                .filter(account -> account.receives(recipient))
                .findFirst()
                .orElseThrow(() -> new RejectException(550, "5.1.1 No mailbox here for " + recipient));
        recipients.put(recipient, mailbox);
    }

    @Override
    public @Nullable String data(InputStream data) throws RejectException, IOException {
        var mail = data.readNBytes(DemoMailServer.MAIL_BYTES_MAX + 1);
        if (mail.length > DemoMailServer.MAIL_BYTES_MAX) {
            throw new TooMuchDataException("5.3.4 A mail may have " + DemoMailServer.MAIL_BYTES_MAX + " bytes");
        }
        var edge = new TrustedEdge(DemoMailServer.AUTHSERV_ID, accounts);
        for (var recipient : recipients.entrySet()) {
            var arrival = new TrustedEdge.Arrival(
                    sender,
                    recipient.getKey(),
                    recipient.getValue(),
                    login().orElse(null),
                    context.getHelo().orElse("unknown"),
                    clock.instant());
            keep(arrival, edge.stamp(mail, arrival));
        }
        return null;
    }

    @Override
    public void done() {
        // Nothing is held between mails.
    }

    private void keep(TrustedEdge.Arrival arrival, byte[] mail) throws RejectException {
        try {
            mailboxes.deliver(arrival.mailbox(), mail, arrival.at());
        } catch (IOException | RuntimeException problem) {
            LOG.warn("A mail could not be kept; its sender was told to try again", problem);
            throw new RejectException(451, "4.3.0 The mail could not be kept, try again");
        }
    }

    private Optional<DemoAccount> login() {
        return context.getAuthenticationHandler()
                .map(handler -> String.valueOf(handler.getIdentity()))
                .flatMap(login -> accounts.stream()
                        .filter(account -> account.address().equalsIgnoreCase(login))
                        .findFirst());
    }
}
