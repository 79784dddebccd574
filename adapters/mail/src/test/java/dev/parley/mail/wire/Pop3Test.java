package dev.parley.mail.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.parley.core.port.Inbox.Quarantined;
import dev.parley.core.port.StoreUnavailable;
import dev.parley.testkit.InMemoryStore;
import dev.parley.testkit.SettableClock;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A mailbox of a real POP3 server on loopback. */
class Pop3Test {
    private static final String LOGIN = "support@vendor.example";

    private final GreenMail server = new GreenMail(setup());
    private final InMemoryStore store = new InMemoryStore(SettableClock.onAMonday());
    private final Arrivals arrivals = new Arrivals(store.inbox());
    private GreenMailUser user = started();
    private MailboxReader reader = reader(Protocol.POP3, FirstRead.ALL);
    private Thread thread = Thread.ofVirtual().unstarted(() -> {});

    private static ServerSetup setup() {
        ServerSetup setup = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_POP3);
        setup.setServerStartupTimeout(20_000);
        return setup;
    }

    private GreenMailUser started() {
        server.start();
        return server.setUser(LOGIN, LOGIN, "secret");
    }

    private MailboxReader reader(Protocol protocol, FirstRead first) {
        Server at = new Server(
                "127.0.0.1", server.getPop3().getPort(), Server.Security.NONE, LOGIN, "secret", Duration.ofSeconds(20));
        MailboxSettings settings = new MailboxSettings(
                "support",
                "mail:support",
                at,
                protocol,
                "INBOX",
                first,
                Duration.ofMillis(50),
                1 << 20,
                Duration.ofSeconds(45));
        MailboxReader.Ports ports =
                new MailboxReader.Ports(arrivals, store.missedMail(), store.leases(), store.checkpoints());
        Pauses pauses = new Pauses(Duration.ofMillis(5), Duration.ofMillis(40), Duration.ofMillis(80));
        return new MailboxReader(settings, ports, "a", SettableClock.onAMonday(), pauses);
    }

    private void read(Protocol protocol, FirstRead first) {
        reader = reader(protocol, first);
        thread = Thread.ofVirtual().start(reader::run);
    }

    @AfterEach
    void stop() throws InterruptedException {
        stopReading();
        server.stop();
    }

    private void stopReading() throws InterruptedException {
        reader.close();
        boolean ended = thread.join(Duration.ofSeconds(20));
        assertThat(ended || !thread.isAlive()).isTrue();
    }

    private void deliver(String id, String text) throws MessagingException, FolderException {
        byte[] raw = ("Message-ID: <" + id + "@customer.example>\r\nSubject: hello\r\n\r\n" + text + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
        user.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw)));
    }

    private int left() throws FolderException {
        return server.getManagers().getImapHostManager().getInbox(user).getMessageCount();
    }

    private void awaitLeft(int count) throws InterruptedException, FolderException {
        for (int i = 0; i < 1_000 && left() != count; i++) {
            boolean ignored = thread.join(Duration.ofMillis(20));
        }
        assertThat(left()).isEqualTo(count);
    }

    @Test
    void whatIsStoredIsDeletedFromTheServer() throws Exception {
        deliver("1", "first");
        deliver("2", "second");
        read(Protocol.POP3, FirstRead.ALL);

        assertThat(arrivals.awaitHandedIn(2)).isEqualTo(2);
        awaitLeft(0);
        deliver("3", "third");
        assertThat(arrivals.awaitHandedIn(3)).isEqualTo(3);
        assertThat(arrivals.texts()).anyMatch(text -> text.contains("third"));
        assertThat(reader.problem()).isEmpty();
    }

    @Test
    void nothingIsDeletedThatIsNotStored() throws Exception {
        arrivals.beforeRecording(_ -> {
            throw new StoreUnavailable("the database went away", new IllegalStateException());
        });
        deliver("1", "first");
        read(Protocol.POP3, FirstRead.ALL);
        awaitProblem("the database went away");

        assertThat(left()).isEqualTo(1);
        arrivals.beforeRecording(_ -> {});
        assertThat(arrivals.awaitHandedIn(1)).isEqualTo(1);
        awaitLeft(0);
    }

    private void awaitProblem(String words) throws InterruptedException {
        for (int i = 0; i < 1_000 && !reader.problem().contains(words); i++) {
            boolean ignored = thread.join(Duration.ofMillis(20));
        }
        assertThat(reader.problem()).contains(words);
    }

    @Test
    void whatIsLeftOnTheServerIsReadOnceByAnyReader() throws Exception {
        deliver("1", "first");
        read(Protocol.POP3_LEAVING, FirstRead.ALL);
        assertThat(arrivals.awaitHandedIn(1)).isEqualTo(1);
        stopReading();

        deliver("2", "second");
        read(Protocol.POP3_LEAVING, FirstRead.ALL);

        assertThat(arrivals.awaitHandedIn(2)).isEqualTo(2);
        assertThat(arrivals.awaitHandedIn(3, Duration.ofMillis(300))).isEqualTo(2);
        assertThat(left()).isEqualTo(2);
    }

    @Test
    void whatIsNotOnTheServerAnyMoreIsForgotten() throws Exception {
        deliver("1", "first");
        deliver("2", "second");
        read(Protocol.POP3_LEAVING, FirstRead.ALL);
        assertThat(arrivals.awaitHandedIn(2)).isEqualTo(2);
        stopReading();
        store.checkpoints().write("mail:support pop3 long-gone", "seen");
        store.checkpoints().write("mail:other pop3 here", "seen");

        deliver("3", "third");
        read(Protocol.POP3_LEAVING, FirstRead.ALL);

        assertThat(arrivals.awaitHandedIn(3)).isEqualTo(3);
        assertThat(arrivals.awaitHandedIn(4, Duration.ofMillis(300))).isEqualTo(3);
        assertThat(store.checkpoints().read("mail:support pop3 long-gone")).isEmpty();
        assertThat(store.checkpoints().read("mail:other pop3 here")).contains("seen");
        assertThat(store.checkpoints().read("mail:support pop3")).isPresent();
    }

    @Test
    void aServerThatListsNothingMakesNothingForgotten() throws Exception {
        deliver("1", "old");
        read(Protocol.POP3_LEAVING, FirstRead.NEW);
        awaitRead();
        stopReading();
        store.checkpoints().write("mail:support pop3 lay-there-at-first-sight", "seen");
        server.purgeEmailFromAllMailboxes();

        read(Protocol.POP3_LEAVING, FirstRead.NEW);
        assertThat(arrivals.awaitHandedIn(1, Duration.ofMillis(300))).isZero();

        assertThat(store.checkpoints().read("mail:support pop3 lay-there-at-first-sight"))
                .contains("seen");
    }

    @Test
    void whatLayThereBeforeIsLeftAlone() throws Exception {
        deliver("1", "old");
        read(Protocol.POP3, FirstRead.NEW);
        awaitRead();
        deliver("2", "new");

        assertThat(arrivals.awaitHandedIn(1)).isEqualTo(1);
        assertThat(arrivals.texts())
                .singleElement()
                .satisfies(text -> assertThat(text).contains("new"));
        awaitLeft(1);
    }

    private void awaitRead() throws InterruptedException {
        for (int i = 0;
                i < 1_000 && store.checkpoints().read("mail:support pop3").isEmpty();
                i++) {
            boolean ignored = thread.join(Duration.ofMillis(20));
        }
    }

    @Test
    void pitfall35OfALargeMailTheBeginningIsStoredAndTheWholeStaysOnTheServer() throws Exception {
        deliver("1", "x\r\n".repeat(500_000));
        deliver("2", "small");
        read(Protocol.POP3, FirstRead.ALL);

        assertThat(arrivals.awaitHandedIn(2)).isEqualTo(2);
        assertThat(arrivals.handedIn().getFirst().enclosures().cutOff()).isTrue();
        assertThat(arrivals.handedIn().getLast().enclosures().cutOff()).isFalse();
        awaitLeft(1);
    }

    @Test
    void oneMailThatCannotBeStoredStopsNobodyAndIsFetchedAgainWhenStaffWantIt() throws Exception {
        arrivals.beforeRecording(mails -> {
            if (new String(mails.getFirst().raw(), StandardCharsets.UTF_8).contains("poison")) {
                throw new IllegalArgumentException("too strange");
            }
        });
        deliver("1", "poison");
        deliver("2", "sound");
        read(Protocol.POP3, FirstRead.ALL);

        assertThat(arrivals.awaitHandedIn(1)).isEqualTo(1);
        List<Quarantined> quarantine = awaitQuarantine();
        assertThat(quarantine.getFirst().why()).contains("too strange");
        awaitLeft(1);

        arrivals.beforeRecording(_ -> {});
        assertThat(store.inbox().release("support", quarantine.getFirst().id())).isTrue();
        assertThat(arrivals.awaitHandedIn(2)).isEqualTo(2);
    }

    private List<Quarantined> awaitQuarantine() throws InterruptedException {
        for (int i = 0; i < 1_000 && store.inbox().quarantined("support", 9).isEmpty(); i++) {
            boolean ignored = thread.join(Duration.ofMillis(20));
        }
        return store.inbox().quarantined("support", 9);
    }

    @Test
    void aWrongPasswordIsSaidInWords() throws Exception {
        user.setPassword("another");
        read(Protocol.POP3, FirstRead.ALL);

        awaitProblem("is refused");
    }
}
