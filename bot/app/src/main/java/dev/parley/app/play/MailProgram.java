package dev.parley.app.play;

import dev.parley.app.demo.DemoAccount;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.imap.IMAPFolder;

/** A customer's ordinary mail program: writes, answers with the original quoted below, and reads its mailbox. */
public final class MailProgram {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration GLANCE = Duration.ofMillis(50);

    private final DemoAccount account;
    private final String name;
    private final int smtpPort;
    private final int imapPort;
    private int read;

    /** The mail program of {@code account}, whose owner is called {@code name}. */
    public MailProgram(DemoAccount account, String name, int smtpPort, int imapPort) {
        this.account = account;
        this.name = name;
        this.smtpPort = smtpPort;
        this.imapPort = imapPort;
    }

    /** A mail as the mail program shows it. */
    public record Mail(
            String from, String replyTo, String subject, String messageId, List<String> references, String text) {}

    /** Writes a new mail. */
    public Mail write(String to, String subject, String text) {
        return send(to, subject, text, List.of(), Map.of());
    }

    /** Answers {@code original} with {@code text} above the quoted original, as most people do. */
    public Mail reply(Mail original, String text) {
        return reply(original, text, Map.of());
    }

    /** The same with further headers, for automatic answers. */
    public Mail reply(Mail original, String text, Map<String, String> headers) {
        String quoted = original.text()
                .lines()
                .map(line -> "> " + line)
                .collect(Collectors.joining("\n", "\n\nOn Mon, 23 Nov 2026 at 10:12, Support wrote:\n", "\n"));
        List<String> references = new ArrayList<>(original.references());
        references.add(original.messageId());
        String subject = original.subject().startsWith("Re: ") ? original.subject() : "Re: " + original.subject();
        return send(original.replyTo(), subject, text + quoted, references, headers);
    }

    /** Waits for the next mail that {@code wanted} accepts; mails before it are passed over. */
    public Mail await(Predicate<Mail> wanted) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (Store store = session("imap", imapPort).getStore("imap")) {
            store.connect("127.0.0.1", imapPort, account.address(), account.password());
            IMAPFolder inbox = (IMAPFolder) store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            while (System.nanoTime() < deadline) {
                while (read < inbox.getMessageCount()) {
                    Mail mail = mail((MimeMessage) inbox.getMessage(++read));
                    if (wanted.test(mail)) {
                        return mail;
                    }
                }
                pause();
                askForNews(inbox);
            }
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(account.address() + " could not read its mail: " + e.getMessage(), e);
        }
        throw new IllegalStateException(
                account.address() + " waited " + PATIENCE.toSeconds() + " s for a mail that did not come");
    }

    /** Asking for the message count asks the server once a second at most; NOOP asks it now (RFC 9051 §6.1.2). */
    private static void askForNews(IMAPFolder folder) throws MessagingException {
        folder.doCommand(protocol -> {
            protocol.noop();
            return "NOOP";
        });
    }

    private Mail send(String to, String subject, String text, List<String> references, Map<String, String> headers) {
        try {
            MimeMessage mime = new MimeMessage(session("smtp", smtpPort));
            mime.setFrom(new InternetAddress(account.address(), name));
            mime.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
            mime.setSubject(subject, "UTF-8");
            mime.setText(text, "UTF-8");
            if (!references.isEmpty()) {
                mime.setHeader("In-Reply-To", references.getLast());
                mime.setHeader("References", String.join(" ", references));
            }
            for (Map.Entry<String, String> header : headers.entrySet()) {
                mime.setHeader(header.getKey(), header.getValue());
            }
            Transport.send(mime, account.address(), account.password());
            return new Mail(account.address(), account.address(), subject, mime.getMessageID(), references, text);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(account.address() + " could not send a mail: " + e.getMessage(), e);
        }
    }

    private static Mail mail(MimeMessage message) throws MessagingException, IOException {
        String references = message.getHeader("References", " ");
        return new Mail(
                message.getFrom()[0].toString(),
                ((InternetAddress) message.getReplyTo()[0]).getAddress(),
                message.getSubject(),
                message.getMessageID(),
                references == null ? List.of() : List.of(references.strip().split("\\s+", -1)),
                text(message).replace("\r\n", "\n"));
    }

    private static String text(Part part) throws MessagingException, IOException {
        return part.getContent() instanceof MimeMultipart multipart
                ? text(multipart.getBodyPart(0))
                : String.valueOf(part.getContent());
    }

    private static Session session(String protocol, int port) {
        Properties properties = new Properties();
        properties.put("mail." + protocol + ".host", "127.0.0.1");
        properties.put("mail." + protocol + ".port", Integer.toString(port));
        properties.put("mail." + protocol + ".auth", "true");
        properties.put("mail." + protocol + ".timeout", "20000");
        properties.put("mail.store.protocol", "imap");
        properties.put("mail.transport.protocol", "smtp");
        return Session.getInstance(properties);
    }

    private static void pause() {
        try {
            boolean ignored = new CountDownLatch(1).await(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for mail", e);
        }
    }
}
