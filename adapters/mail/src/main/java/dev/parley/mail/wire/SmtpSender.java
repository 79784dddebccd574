package dev.parley.mail.wire;

import dev.parley.core.port.ChannelSender;
import dev.parley.core.port.OutgoingMessage;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Hands mail to the next hop. The envelope sender is the signed reply address, so a bounce finds its ticket and its
 * message by itself (VERP, RFC 5321 §4.5.5). One connection is kept while there is mail to send.
 */
public final class SmtpSender implements ChannelSender, AutoCloseable {
    private final Server server;
    private final InstantSource clock;
    private final Session session;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Transport transport;

    /** Sends through {@code server}; connects when there is something to send. */
    public SmtpSender(Server server, InstantSource clock) {
        this.server = server;
        this.clock = clock;
        this.session = Sessions.smtp(server);
    }

    @Override
    public Result send(OutgoingMessage message) {
        lock.lock();
        try {
            MimeMessage mime = OutgoingMime.of(session, message, clock.instant());
            connected().sendMessage(mime, mime.getRecipients(Message.RecipientType.TO));
            return new Result.Sent("");
        } catch (MessagingException e) {
            close();
            return result(e);
        } finally {
            lock.unlock();
        }
    }

    /** Says goodbye to the server, if connected. */
    @Override
    public void close() {
        lock.lock();
        try {
            if (transport != null) {
                transport.close();
            }
        } catch (MessagingException e) {
            // The server hung up first.
            return;
        } finally {
            transport = null;
            lock.unlock();
        }
    }

    private Transport connected() throws MessagingException {
        Transport current = transport;
        if (current == null || !current.isConnected()) {
            current = session.getTransport("smtp");
            current.connect(server.host(), server.port(), server.user(), server.password());
            transport = current;
        }
        return current;
    }

    /** A 5xx reply is final, everything else passes (RFC 5321 §4.2.1). */
    private static Result result(MessagingException e) {
        int code = code(e);
        String why = code > 0 ? code + " " + e.getMessage() : String.valueOf(e.getMessage());
        return code >= 500 && code < 600 ? new Result.Never(why) : new Result.Later(why);
    }

    private static int code(Exception e) {
        for (Exception cause = e; cause != null; cause = next(cause)) {
            switch (cause) {
                case SMTPAddressFailedException address -> {
                    return address.getReturnCode();
                }
                case SMTPSenderFailedException sender -> {
                    return sender.getReturnCode();
                }
                case SMTPSendFailedException send
                when send.getNextException() == null -> {
                    return send.getReturnCode();
                }
                default -> {
                    // look further down
                }
            }
        }
        return e instanceof SendFailedException ? 550 : 0;
    }

    private static @Nullable Exception next(Exception e) {
        return e instanceof MessagingException messaging ? messaging.getNextException() : null;
    }
}
