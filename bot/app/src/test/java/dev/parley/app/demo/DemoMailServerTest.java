package dev.parley.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.event.MessageCountAdapter;
import jakarta.mail.event.MessageCountEvent;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo's mail server as a mail program sees it: over real sockets, with Jakarta Mail. */
class DemoMailServerTest {

    private static final DemoAccount SUPPORT = new DemoAccount("support@vendor.example", "desk");
    private static final DemoAccount ALICE = new DemoAccount("alice@customer.example", "alice");
    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");
    private static final int SECONDS_MAX = 20;

    @TempDir
    private Path directory;

    private DemoMailServer server;

    @BeforeEach
    void start() throws IOException {
        server = DemoMailServer.start(
                new DemoMailServer.Settings(directory, 0, 0, List.of(SUPPORT, ALICE)), InstantSource.fixed(NOW));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void aMailFromALoggedInCustomerArrivesVouchedFor() throws Exception {
        send(ALICE, "support+t1.x@vendor.example", mail("alice@customer.example", "Help"));
        var text = raw(inbox(SUPPORT).getFirst());
        assertThat(text)
                .contains("Delivered-To: support@vendor.example")
                .contains("X-Original-To: support+t1.x@vendor.example")
                .contains("dmarc=pass header.from=customer.example")
                .contains("Subject: Help");
    }

    @Test
    void aMailWithoutALogInIsTakenAndMarked() throws Exception {
        send(null, "support@vendor.example", mail("alice@customer.example", "Help"));
        assertThat(raw(inbox(SUPPORT).getFirst())).contains("auth=none").contains("dmarc=fail");
    }

    @Test
    void aMailToNobodyHereIsRefused() {
        assertThatThrownBy(() -> send(ALICE, "nobody@vendor.example", mail("alice@customer.example", "Help")))
                .rootCause()
                .hasMessageContaining("550 5.1.1")
                .hasMessageContaining("nobody@vendor.example");
    }

    @Test
    void aWrongPasswordIsRefused() {
        var wrong = new DemoAccount(ALICE.address(), "guess");
        assertThatThrownBy(() -> send(wrong, "support@vendor.example", mail("alice@customer.example", "Help")))
                .isInstanceOf(AuthenticationFailedException.class);
        assertThatThrownBy(() -> inbox(wrong)).isInstanceOf(AuthenticationFailedException.class);
    }

    @Test
    void aMailThatIsTooLargeIsRefusedAndNothingIsKept() throws Exception {
        var large = mail("alice@customer.example", "Large");
        large.setText("x".repeat(998).concat("\r\n").repeat(DemoMailServer.MAIL_BYTES_MAX / 1000 + 10));
        assertThatThrownBy(() -> send(ALICE, "support@vendor.example", large)).isInstanceOf(MessagingException.class);
        assertThat(inbox(SUPPORT)).isEmpty();
    }

    @Test
    void aBounceWithAnEmptySenderIsTaken() throws Exception {
        var bounce = mail("mailer-daemon@elsewhere.example", "Undelivered");
        try (var smtp = smtp(null)) {
            ((SMTPMessage) bounce).setEnvelopeFrom("<>");
            smtp.sendMessage(bounce, InternetAddress.parse("support@vendor.example"));
        }
        assertThat(raw(inbox(SUPPORT).getFirst())).startsWith("Return-Path: <>");
    }

    @Test
    void mailAndFlagsAndFoldersSurviveARestart() throws Exception {
        send(ALICE, "support@vendor.example", mail("alice@customer.example", "First"));
        send(ALICE, "support@vendor.example", mail("alice@customer.example", "Second"));
        try (var store = store(SUPPORT)) {
            store.getFolder("Done").create(Folder.HOLDS_MESSAGES);
            var inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_WRITE);
            inbox.setFlags(new int[] {1}, new Flags(Flags.Flag.SEEN), true);
            inbox.copyMessages(new Message[] {inbox.getMessage(2)}, store.getFolder("Done"));
            inbox.setFlags(new int[] {2}, new Flags(Flags.Flag.DELETED), true);
            inbox.close(true);
        }
        stop();
        start();
        var kept = inbox(SUPPORT);
        assertThat(kept).hasSize(1);
        assertThat(kept.getFirst().getSubject()).isEqualTo("First");
        assertThat(kept.getFirst().isSet(Flags.Flag.SEEN)).isTrue();
        assertThat(kept.getFirst().getReceivedDate()).isEqualTo(NOW);
        assertThat(messages(SUPPORT, "Done").getFirst().getSubject()).isEqualTo("Second");
    }

    /** As after kill -9: the server that took the mail never gets to close. */
    @Test
    void anAcknowledgedMailIsOnTheDisk() throws Exception {
        send(ALICE, "support@vendor.example", mail("alice@customer.example", "Kept"));
        try (var other = DemoMailServer.start(
                new DemoMailServer.Settings(directory, 0, 0, List.of(SUPPORT, ALICE)), InstantSource.fixed(NOW))) {
            try (var store = session().getStore("imap")) {
                store.connect("127.0.0.1", other.imapPort(), SUPPORT.address(), SUPPORT.password());
                var inbox = store.getFolder("INBOX");
                inbox.open(Folder.READ_ONLY);
                assertThat(inbox.getMessage(1).getSubject()).isEqualTo("Kept");
            }
        }
    }

    @Test
    void whoIdlesHearsOfANewMailAtOnce() throws Exception {
        var heard = new CountDownLatch(1);
        try (var store = store(SUPPORT)) {
            var inbox = (IMAPFolder) store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            inbox.addMessageCountListener(new MessageCountAdapter() {
                @Override
                public void messagesAdded(MessageCountEvent event) {
                    heard.countDown();
                }
            });
            Thread.ofVirtual().start(() -> idle(inbox));
            send(ALICE, "support@vendor.example", mail("alice@customer.example", "Hello"));
            assertThat(heard.await(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aTakenPortIsNamed() {
        var settings = new DemoMailServer.Settings(directory.resolve("other"), server.smtpPort(), 0, List.of(SUPPORT));
        assertThatThrownBy(() -> DemoMailServer.start(settings, InstantSource.system()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(Integer.toString(server.smtpPort()))
                .hasMessageContaining("taken");
    }

    private void send(@Nullable DemoAccount login, String to, MimeMessage mail) throws MessagingException {
        try (var smtp = smtp(login)) {
            smtp.sendMessage(mail, InternetAddress.parse(to));
        }
    }

    private SMTPTransport smtp(@Nullable DemoAccount login) throws MessagingException {
        var smtp = (SMTPTransport) session().getTransport("smtp");
        if (login == null) {
            smtp.connect("127.0.0.1", server.smtpPort(), null, null);
        } else {
            smtp.connect("127.0.0.1", server.smtpPort(), login.address(), login.password());
        }
        return smtp;
    }

    private List<Message> inbox(DemoAccount account) throws MessagingException {
        return messages(account, "INBOX");
    }

    private List<Message> messages(DemoAccount account, String name) throws MessagingException {
        var folder = store(account).getFolder(name);
        folder.open(Folder.READ_ONLY);
        return List.of(folder.getMessages());
    }

    private Store store(DemoAccount account) throws MessagingException {
        var store = session().getStore("imap");
        store.connect("127.0.0.1", server.imapPort(), account.address(), account.password());
        return store;
    }

    private static MimeMessage mail(String from, String subject) throws MessagingException {
        var mail = new SMTPMessage(session());
        mail.setFrom(from);
        mail.setRecipients(Message.RecipientType.TO, "support@vendor.example");
        mail.setSubject(subject);
        mail.setText("Hello");
        return mail;
    }

    private static Session session() {
        var properties = new Properties();
        properties.put("mail.imap.connectiontimeout", "10000");
        properties.put("mail.imap.timeout", "10000");
        properties.put("mail.smtp.timeout", "30000");
        return Session.getInstance(properties);
    }

    private static void idle(IMAPFolder folder) {
        try {
            folder.idle(true);
        } catch (MessagingException closed) {
            // The test is over.
        }
    }

    private static String raw(Message message) throws IOException, MessagingException {
        var bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }
}
