package dev.parley.mail.wire;

import dev.parley.core.message.MessageKey;
import dev.parley.core.port.Inbox.Quarantined;
import dev.parley.core.port.MissedMail.Missed;
import dev.parley.core.port.RawMessage;
import dev.parley.core.port.StoreUnavailable;
import dev.parley.mail.wire.MailboxReader.Ports;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.pop3.POP3Folder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A mailbox read by POP3 (RFC 1939): one connection a look. A mail is deleted, or its UIDL noted, only when it is
 * stored; the server deletes at QUIT, so a connection that breaks before brings everything again, and the inbox knows
 * it. There is no time at which the server took a mail in: that of the look counts.
 */
final class Pop3Mailbox implements OpenMailbox {
    private static final Logger LOG = LoggerFactory.getLogger(Pop3Mailbox.class);
    private static final int WANTED_MAX = 10;
    private static final int BUFFER = 8192;

    private final MailboxSettings settings;
    private final Ports ports;
    private final InstantSource clock;
    private final Pop3Marks marks;
    private volatile @Nullable Store open;
    private long lastLook;
    private boolean looked;

    Pop3Mailbox(MailboxSettings settings, Ports ports, InstantSource clock) {
        this.settings = settings;
        this.ports = ports;
        this.clock = clock;
        this.marks = new Pop3Marks(ports.checkpoints(), settings);
    }

    @Override
    public void read(BooleanSupplier goOn) throws MessagingException {
        if (looked && System.nanoTime() - lastLook < settings.poll().toNanos()) {
            return;
        }
        Server server = settings.server();
        try (Store store = Sessions.pop3(server).getStore("pop3")) {
            open = store;
            LogIn.at(server, store);
            POP3Folder folder = (POP3Folder) store.getFolder("INBOX");
            folder.open(Folder.READ_WRITE);
            try {
                look(folder, goOn);
            } catch (MailTroubled e) {
                quit(folder);
                throw e;
            }
            folder.close(true);
        } finally {
            open = null;
        }
        lastLook = System.nanoTime();
        looked = true;
    }

    @Override
    public void awaitNews(Duration time, CountDownLatch closed) {
        try {
            boolean ignored = closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        Store store = open;
        try {
            if (store != null) {
                store.close();
            }
        } catch (MessagingException e) {
            // The connection is gone already, which is what was wanted.
            return;
        }
    }

    /** What was stored before one mail failed is deleted all the same. */
    private static void quit(POP3Folder folder) {
        try {
            folder.close(true);
        } catch (MessagingException e) {
            LOG.info("What was stored comes again, and is known: {}", e.getMessage());
        }
    }

    // ---- one look

    private void look(POP3Folder folder, BooleanSupplier goOn) throws MessagingException {
        Map<String, Message> mails = mails(folder);
        marks.present(mails.keySet());
        if (marks.isFirstSight()) {
            marks.firstSight(mails.keySet());
        }
        int taken = 0;
        for (String uidl : inTurn(mails)) {
            take(folder, uidl, Objects.requireNonNull(mails.get(uidl)), taken++ > 0);
            if (!goOn.getAsBoolean()) {
                return;
            }
        }
        fetchWanted(mails);
    }

    private static Map<String, Message> mails(POP3Folder folder) throws MessagingException {
        FetchProfile profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        Message[] messages = folder.getMessages();
        folder.fetch(messages, profile);
        Map<String, Message> mails = new LinkedHashMap<>();
        for (Message message : messages) {
            String uidl = folder.getUID(message);
            if (uidl == null) {
                throw new MessagingException(
                        "the server does not know UIDL, without which no mail is told from another;" + " use imap");
            }
            mails.put(uidl, message);
        }
        return mails;
    }

    /** What is new, in the server's order, what failed before at the end: it stops nobody. */
    private List<String> inTurn(Map<String, Message> mails) {
        return mails.keySet().stream()
                .filter(uidl -> !marks.isSeen(uidl))
                .sorted(Comparator.comparingInt(marks::tries))
                .toList();
    }

    private void take(POP3Folder folder, String uidl, Message message, boolean othersCame) throws MessagingException {
        try (Arriving arriving = new Arriving(settings.bytesMax())) {
            copy(message, arriving);
            int ignored = ports.inbox().record(List.of(message(arriving)));
            if (settings.protocol() == Protocol.POP3_LEAVING || arriving.isOver()) {
                marks.see(uidl);
            } else {
                message.setFlag(Flags.Flag.DELETED, true);
            }
        } catch (StoreUnavailable e) {
            throw e;
        } catch (MessagingException | RuntimeException e) {
            throw failed(uidl, e, othersCame || answers(folder));
        }
    }

    private RawMessage message(Arriving arriving) {
        byte[] found = settings.restoring().of(arriving);
        return arriving.message(settings.desk(), settings.channel(), clock.instant(), List.of(), found);
    }

    private static boolean answers(POP3Folder folder) {
        return folder.isOpen() && folder.getStore().isConnected();
    }

    private static void copy(Message message, Arriving to) throws MessagingException {
        try (BufferedOutputStream buffer = new BufferedOutputStream(new Unclosed(to), BUFFER)) {
            message.writeTo(buffer);
        } catch (IOException e) {
            throw new MessagingException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Counts only if the server is there: one that hands over nothing skips nothing. */
    private MessagingException failed(String uidl, Exception e, boolean serverIsThere) {
        String why = "mail with UIDL " + uidl + " of " + settings.server() + " cannot be read or stored: "
                + Trouble.of(e, settings);
        if (!serverIsThere) {
            return new MessagingException(why, e);
        }
        int tries = marks.failedAgain(uidl);
        if (tries < Stumble.TRIES_MAX) {
            return new MailTroubled(why + " (try " + tries + " of " + Stumble.TRIES_MAX + ")", false, e);
        }
        MessageKey key = new MessageKey(settings.channel(), Pop3Marks.WHERE + uidl);
        ports.missed().setAside(new Missed(settings.desk(), key, clock.instant(), tries, why));
        marks.see(uidl);
        LOG.error("Mailbox {}: {}; it stands in the quarantine, and later mail is read", settings.channel(), why);
        return new MailTroubled(why, true, e);
    }

    /** What staff want fetched again. */
    private void fetchWanted(Map<String, Message> mails) {
        for (Quarantined wanted : ports.missed().wanted(settings.desk(), settings.channel(), WANTED_MAX)) {
            String where = wanted.key().nativeId();
            Message message =
                    where.startsWith(Pop3Marks.WHERE) ? mails.get(where.substring(Pop3Marks.WHERE.length())) : null;
            try (Arriving arriving = new Arriving(settings.bytesMax())) {
                if (message == null) {
                    throw new MessagingException("it is not in the mailbox any more");
                }
                copy(message, arriving);
                int ignored = ports.inbox().record(List.of(message(arriving)));
                ports.missed().came(settings.desk(), wanted.id());
            } catch (StoreUnavailable e) {
                throw e;
            } catch (MessagingException | RuntimeException e) {
                ports.missed().missedAgain(settings.desk(), wanted.id(), Trouble.of(e, settings));
            }
        }
    }
}
