package dev.parley.mail.wire;

import static java.util.Objects.requireNonNull;

import dev.parley.core.port.ChannelSender;
import dev.parley.core.port.OutgoingMessage;
import dev.parley.mail.auth.MailSignature;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands mail to the next hop. The envelope sender is the signed reply address, so a bounce finds its ticket and its
 * message by itself (VERP, RFC 5321 §4.5.5). One connection is kept while there is mail to send.
 */
public final class SmtpSender implements ChannelSender, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpSender.class);

    private static final Set<Integer> ABOUT_OUR_LOGIN = Set.of(530, 534, 535, 538);

    private final Server server;
    private final @Nullable MailSignature signature;
    private final InstantSource clock;
    private final Session session;
    private final ReentrantLock lock = new ReentrantLock();
    private final Pauses pauses = Pauses.usual();
    private @Nullable Transport transport;
    private Instant closedUntil = Instant.MIN;
    private volatile String problem = "";

    /** Sends through {@code server}; connects when there is something to send. */
    public SmtpSender(Server server, InstantSource clock) {
        this(server, null, clock);
    }

    /** The same; {@code signature} goes on every mail, null where the mail server signs. */
    public SmtpSender(Server server, @Nullable MailSignature signature, InstantSource clock) {
        this.server = server;
        this.signature = signature;
        this.clock = clock;
        this.session = Sessions.smtp(server);
    }

    @Override
    public Result send(OutgoingMessage message) {
        lock.lock();
        try {
            MimeMessage mime = OutgoingMime.of(session, message, clock.instant());
            if (!isConnected() && clock.instant().isBefore(closedUntil)) {
                return new Result.Later(problem);
            }
            if (!connect()) {
                return new Result.Later(problem);
            }
            if (signature != null) {
                signature.sign(mime);
            }
            return hand(mime);
        } catch (AddressException e) {
            return new Result.Never("not a mail address: " + e.getMessage());
        } catch (MessagingException e) {
            return result(e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public String problem() {
        return problem;
    }

    private Result hand(MimeMessage mime) {
        try {
            Transport open = requireNonNull(transport);
            open.sendMessage(mime, mime.getRecipients(Message.RecipientType.TO));
            return new Result.Sent(providerId(open, mime));
        } catch (MessagingException e) {
            close();
            return result(e);
        }
    }

    private String providerId(Transport open, MimeMessage mime) throws MessagingException {
        String answer = open instanceof SMTPTransport smtp ? smtp.getLastServerResponse() : null;
        String ours = Objects.toString(mime.getMessageID(), "").replaceAll("[<>]", "");
        return answer == null ? "" : ProviderIds.of(answer.strip(), server.host(), ours);
    }

    private boolean isConnected() {
        return transport != null && transport.isConnected();
    }

    /** False if the server does not let us in; then it is left alone for a while, however much there is to send. */
    private boolean connect() {
        if (isConnected()) {
            return true;
        }
        try {
            Transport fresh = session.getTransport("smtp");
            LogIn.at(server, fresh);
            transport = fresh;
            problem = "";
            pauses.over();
            return true;
        } catch (MessagingException e) {
            problem = "cannot send through " + server + ": " + Trouble.of(e, server);
            Duration pause = pauses.next(Trouble.isLogin(e));
            closedUntil = clock.instant().plus(pause);
            LOG.warn("{}; trying again in {} s", problem, pause.toSeconds());
            return false;
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

    /** A 5xx reply is final unless it is about our log-in; everything else passes (RFC 5321 §4.2.1, RFC 4954 §6). */
    private static Result result(MessagingException e) {
        Refusal refusal = refusal(e);
        if (refusal == null) {
            return new Result.Later(String.valueOf(e.getMessage()));
        }
        boolean never = refusal.code >= 500 && refusal.code < 600 && !ABOUT_OUR_LOGIN.contains(refusal.code);
        return never ? new Result.Never(refusal.text) : new Result.Later(refusal.text);
    }

    /** What the server said stands in the innermost exception that carries a code. */
    private static @Nullable Refusal refusal(MessagingException e) {
        Refusal found = null;
        for (Exception cause = e; cause != null; cause = next(cause)) {
            Refusal one = said(cause);
            found = one == null ? found : one;
        }
        return found;
    }

    private static @Nullable Refusal said(Exception e) {
        return switch (e) {
            case SMTPAddressFailedException address -> new Refusal(address.getReturnCode(), text(address));
            case SMTPSenderFailedException sender -> new Refusal(sender.getReturnCode(), text(sender));
            case SMTPSendFailedException send -> new Refusal(send.getReturnCode(), text(send));
            default -> null;
        };
    }

    private static String text(Exception e) {
        return String.valueOf(e.getMessage()).strip();
    }

    private static @Nullable Exception next(Exception e) {
        return e instanceof MessagingException messaging ? messaging.getNextException() : null;
    }

    /** What the server answered: its code, and its words with the code in front. */
    private record Refusal(int code, String text) {}
}
