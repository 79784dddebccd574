package dev.parley.mail.wire;

import dev.parley.core.port.Checkpoints;
import dev.parley.core.port.Inbox;
import dev.parley.core.port.Leases;
import dev.parley.core.port.MissedMail;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one mailbox read: whoever holds its lease stores what is new, remembers how far it came, then waits for the
 * server's word (IDLE, RFC 2177) or the poll interval. Every failure ends the connection and is tried again with a
 * growing pause; nothing is skipped silently, because the checkpoint moves only after the store has committed.
 */
public final class MailboxReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MailboxReader.class);

    /** A waiting reader renews its lease this many times before it would end. */
    private static final int RENEWALS = 3;

    private final Pauses pauses;
    private final MailboxSettings settings;
    private final Ports ports;
    private final FolderReader folder;
    private final Pop3Mailbox pop3;
    private final String worker;
    private final InstantSource clock;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicReference<@Nullable OpenMailbox> open = new AtomicReference<>();
    private boolean stuck;
    private volatile String problem = "not connected yet";

    /** What a reader works with. */
    public record Ports(Inbox inbox, MissedMail missed, Leases leases, Checkpoints checkpoints) {}

    /** A reader called {@code worker}, started with {@link #run}. */
    public MailboxReader(MailboxSettings settings, Ports ports, String worker, InstantSource clock) {
        this(settings, ports, worker, clock, Pauses.usual());
    }

    MailboxReader(MailboxSettings settings, Ports ports, String worker, InstantSource clock, Pauses pauses) {
        this.settings = settings;
        this.ports = ports;
        this.worker = worker;
        this.clock = clock;
        this.pauses = pauses;
        this.folder = new FolderReader(settings, ports, clock);
        this.pop3 = new Pop3Mailbox(settings, ports, clock);
    }

    /** Why the mailbox is not being read just now; empty if it is, here or by another worker. */
    public String problem() {
        return problem;
    }

    /** Reads until {@link #close}; meant for a thread of its own. */
    public void run() {
        while (!isClosed()) {
            try {
                if (holdLease()) {
                    readWhileHeld();
                }
                pauses.over();
                await(wake());
            } catch (MailTroubled e) {
                stuck = !e.isSetAside();
                if (e.isSetAside()) {
                    pauses.over();
                }
                await(failed(String.valueOf(e.getMessage()), e));
            } catch (MessagingException | RuntimeException e) {
                Duration pause = failed("cannot read " + settings.server() + ": " + Trouble.of(e, settings), e);
                letGo();
                await(pause);
            }
        }
        letGo();
    }

    /** Ends reading; what was fetched but not stored is fetched again by the next reader. */
    @Override
    public void close() {
        closed.countDown();
        OpenMailbox mailbox = open.get();
        if (mailbox != null) {
            mailbox.close();
        }
    }

    private void readWhileHeld() throws MessagingException {
        try (OpenMailbox mailbox = opened()) {
            open.set(mailbox);
            problem = stuck ? problem : "";
            LOG.info("Reading mailbox {}", settings.channel());
            while (!isClosed() && holdLease()) {
                mailbox.read(() -> !isClosed() && holdLease());
                problem = "";
                stuck = false;
                pauses.over();
                mailbox.awaitNews(wake(), closed);
            }
        } finally {
            open.set(null);
        }
    }

    @SuppressWarnings("MustBeClosedChecker") // the caller closes what it opens
    private OpenMailbox opened() throws MessagingException {
        return switch (settings.protocol()) {
            case IMAP -> new ImapReading(ImapMailbox.open(settings), folder);
            case POP3 -> pop3;
            case POP3_LEAVING -> pop3;
        };
    }

    /** Says what was wrong; how long to wait now. */
    private Duration failed(String what, Exception e) {
        Duration pause = pauses.next(Trouble.isLogin(e));
        if (!isClosed()) {
            problem = what;
            LOG.warn("Mailbox {}: {}; trying again in {} s", settings.channel(), problem, pause.toSeconds());
        }
        return pause;
    }

    /** Another worker may reach what this one cannot. */
    private void letGo() {
        try {
            ports.leases().release(leaseName(), worker);
        } catch (RuntimeException e) {
            LOG.warn("Mailbox {}: its lease ends by itself in {}: {}", leaseName(), settings.lease(), e.getMessage());
        }
    }

    private boolean holdLease() {
        boolean held = ports.leases().hold(leaseName(), worker, settings.lease(), clock.instant());
        if (!held) {
            problem = "";
        }
        return held;
    }

    /** How often a waiting reader looks by itself. */
    private Duration wake() {
        return shorter(settings.lease().dividedBy(RENEWALS), settings.poll());
    }

    private String leaseName() {
        return "mailbox " + settings.channel() + ' ' + settings.folder();
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private void await(Duration time) {
        try {
            boolean ignored = closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            closed.countDown();
        }
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
