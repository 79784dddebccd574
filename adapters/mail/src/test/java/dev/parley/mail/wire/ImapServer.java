package dev.parley.mail.wire;

import com.icegreen.greenmail.imap.AuthorizationException;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;

/** A real IMAP server on loopback with one mailbox. */
final class ImapServer implements AutoCloseable {
    static final Instant RECEIVED_AT = Instant.parse("2026-03-02T08:59:00Z");

    private static final String LOGIN = "support@vendor.example";

    private final GreenMail server;
    private final GreenMailUser user;

    ImapServer() {
        var setup = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP);
        setup.setServerStartupTimeout(20_000);
        server = new GreenMail(setup);
        server.start();
        user = server.setUser(LOGIN, LOGIN, "secret");
    }

    int port() {
        return server.getImap().getPort();
    }

    /** From now on this is the password. */
    void password(String value) {
        user.setPassword(value);
    }

    void makeFolder(String name) throws FolderException, AuthorizationException {
        var manager = server.getManagers().getImapHostManager();
        var ignored = manager.createMailbox(user, name);
    }

    static Server at(int port) {
        return new Server("127.0.0.1", port, Server.Security.NONE, LOGIN, "secret", Duration.ofSeconds(20));
    }

    /** Puts a mail into the mailbox. */
    void deliver(String id, String text) throws MessagingException, FolderException {
        deliver(id, text, RECEIVED_AT);
    }

    void deliver(String id, String text, Instant receivedAt) throws MessagingException, FolderException {
        var raw = "Message-ID: <" + id + "@customer.example>\r\nSubject: hello\r\n\r\n" + text + "\r\n";
        var bytes = raw.getBytes(StandardCharsets.UTF_8);
        var mail = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
        inbox().appendMessage(mail, new Flags(), Date.from(receivedAt));
    }

    /** What a person does who looks into the mailbox with a mail program. */
    void readByAPerson() throws FolderException {
        for (var uid : inbox().getMessageUids()) {
            inbox().setFlags(new Flags(Flags.Flag.SEEN), true, uid, null, true);
        }
    }

    boolean allSeen() throws FolderException {
        return inbox().getMessages().stream().allMatch(mail -> mail.getFlags().contains(Flags.Flag.SEEN));
    }

    private MailFolder inbox() throws FolderException {
        return server.getManagers().getImapHostManager().getInbox(user);
    }

    @Override
    public void close() {
        server.stop();
    }
}
