package dev.parley.mail.wire;

import dev.parley.core.message.MessageKey;
import dev.parley.core.port.Inbox.Quarantined;
import dev.parley.core.port.MissedMail.Missed;
import dev.parley.core.port.RawMessage;
import dev.parley.core.port.StoreUnavailable;
import dev.parley.mail.wire.MailboxReader.Ports;
import jakarta.mail.FolderClosedException;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores what an open folder holds above the checkpoint, oldest first. A mail that fails again and again while the
 * server hands over others is set aside, so that it cannot stop the mailbox (mail requirement 15); a server or a
 * database that is gone fails everything, and then nothing is set aside.
 */
final class FolderReader {
    private static final Logger LOG = LoggerFactory.getLogger(FolderReader.class);

    /** Mails stored in one transaction. */
    private static final int BATCH = 50;

    /** Bytes held in memory before a batch is stored. */
    private static final int BATCH_BYTES = 8 << 20;

    /** Mails fetched again at one look. */
    private static final int WANTED_MAX = 10;

    private final MailboxSettings settings;
    private final Ports ports;
    private final InstantSource clock;
    private boolean oneByOne;
    private int another;

    FolderReader(MailboxSettings settings, Ports ports, InstantSource clock) {
        this.settings = settings;
        this.ports = ports;
        this.clock = clock;
    }

    /**
     * Stores what is new; the checkpoint and the Seen flag follow the commit.
     *
     * @param goOn asked before each batch, so that a long read ends when the reader closes or loses its lease
     */
    void drain(ImapMailbox mailbox, BooleanSupplier goOn) throws MessagingException {
        FirstSight start = FirstSight.of(mailbox, settings, ports.checkpoints());
        Optional<Checkpoint> stumbled =
                Stumble.last(ports.checkpoints(), settings).map(Stumble::mail);
        boolean together = !oneByOne && stumbled.filter(start::isAhead).isEmpty();
        List<IMAPMessage> above =
                asking(together, () -> mailbox.above(start.checkpoint().uid(), together));
        ShortMails texts = new ShortMails(mailbox, above, mail -> start.takes(mailbox.receivedAt(mail)));
        try (Batch batch = new Batch()) {
            for (int i = 0; i < above.size(); i++) {
                int index = i;
                IMAPMessage message = above.get(i);
                if (stumbled.equals(Optional.of(at(mailbox, mailbox.uid(message))))) {
                    requireAnother(mailbox, message);
                }
                Optional<ByteArray> text = together ? asking(true, () -> texts.text(index)) : Optional.empty();
                batch.add(fetch(mailbox, message, text, start, batch.mails));
                if (batch.isFull()) {
                    store(mailbox, batch.mails);
                    batch.empty();
                    if (!goOn.getAsBoolean()) {
                        return;
                    }
                }
            }
            store(mailbox, batch.mails);
        }
        oneByOne = false;
        fetchWanted(mailbox);
    }

    /** Mails that were fetched and not stored yet. */
    private static final class Batch implements AutoCloseable {
        private final List<Fetched> mails = new ArrayList<>();
        private long bytes;

        void add(Fetched fetched) {
            mails.add(fetched);
            bytes += fetched.bytes();
        }

        boolean isFull() {
            return mails.size() == BATCH || bytes >= BATCH_BYTES;
        }

        void empty() {
            mails.forEach(Fetched::close);
            mails.clear();
            bytes = 0;
        }

        @Override
        public void close() {
            empty();
        }
    }

    /** A question to the server. */
    private interface Question<T> {
        T ask() throws MessagingException;
    }

    /** One mail may make a server hang up on a question about many; then they are asked for one by one. */
    private <T> T asking(boolean many, Question<T> question) throws MessagingException {
        boolean before = oneByOne;
        oneByOne = many || before;
        T answer = question.ask();
        oneByOne = before;
        return answer;
    }

    /** A mail as it was read; {@code raw} is null where it is none of ours: deleted, or there at first sight. */
    private record Fetched(
            IMAPMessage message,
            long uid,
            Arriving arriving,
            @Nullable RawMessage raw) {
        long bytes() {
            return raw == null ? 0 : raw.raw().length;
        }

        void close() {
            arriving.close();
        }
    }

    /** What was read before it is stored before its failure counts. */
    private Fetched fetch(
            ImapMailbox mailbox, IMAPMessage message, Optional<ByteArray> text, FirstSight start, List<Fetched> before)
            throws MessagingException {
        long uid = mailbox.uid(message);
        Arriving arriving = new Arriving(settings.bytesMax());
        try {
            boolean ours = start.takes(mailbox.receivedAt(message));
            return new Fetched(message, uid, arriving, ours ? read(mailbox, message, text, arriving) : null);
        } catch (MessageRemovedException e) {
            LOG.info("Mailbox {}: mail with UID {} was deleted before it was read", settings.channel(), uid);
            return new Fetched(message, uid, arriving, null);
        } catch (StoreUnavailable e) {
            arriving.close();
            throw e;
        } catch (MessagingException | RuntimeException e) {
            arriving.close();
            store(mailbox, before);
            throw stumbled(mailbox, uid, "cannot be fetched", e);
        }
    }

    private static RawMessage read(
            ImapMailbox mailbox, IMAPMessage message, Optional<ByteArray> text, Arriving arriving)
            throws MessagingException {
        return text.isPresent() ? mailbox.read(message, text.get(), arriving) : mailbox.read(message, arriving);
    }

    /** The next try asks for another one, unless this one was handed over. */
    private void requireAnother(ImapMailbox mailbox, IMAPMessage message) throws MessagingException {
        int turn = another++;
        mailbox.requireAnother(message, turn);
        another = turn;
    }

    private void store(ImapMailbox mailbox, List<Fetched> batch) throws MessagingException {
        if (batch.isEmpty()) {
            return;
        }
        try {
            ports.inbox().record(ours(batch).map(Fetched::raw).toList());
        } catch (StoreUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("Mailbox {}: mails are stored one by one now, because {}", settings.channel(), e.toString());
            storeOneByOne(mailbox, batch);
            return;
        }
        stored(mailbox, batch);
    }

    private void storeOneByOne(ImapMailbox mailbox, List<Fetched> batch) throws MessagingException {
        for (Fetched fetched : batch) {
            try {
                ports.inbox().record(ours(List.of(fetched)).map(Fetched::raw).toList());
            } catch (StoreUnavailable e) {
                throw e;
            } catch (RuntimeException e) {
                throw stumbled(mailbox, fetched.uid, "cannot be stored", e);
            }
            stored(mailbox, List.of(fetched));
        }
    }

    private void stored(ImapMailbox mailbox, List<Fetched> batch) throws MessagingException {
        dealtWith(at(mailbox, batch.getLast().uid));
        mailbox.markSeen(ours(batch).map(Fetched::message).toList());
    }

    private static Stream<Fetched> ours(List<Fetched> batch) {
        return batch.stream().filter(fetched -> fetched.raw != null);
    }

    private void dealtWith(Checkpoint checkpoint) {
        ports.checkpoints().write(settings.place(), checkpoint.toString());
    }

    private MailTroubled stumbled(ImapMailbox mailbox, long uid, String what, Exception e) {
        Stumble stumble = Stumble.again(at(mailbox, uid), ports.checkpoints(), settings);
        String why = "mail with UID " + uid + " in folder " + settings.folder() + " of " + settings.server() + ' '
                + what + ": " + Trouble.of(e, settings);
        if (!stumble.isEnough()) {
            return new MailTroubled(why + " (try " + stumble.tries() + " of " + Stumble.TRIES_MAX + ")", false, e);
        }
        MessageKey key = new MessageKey(settings.channel(), settings.folder() + ' ' + stumble.mail());
        ports.missed().setAside(new Missed(settings.desk(), key, clock.instant(), stumble.tries(), why));
        dealtWith(stumble.mail());
        LOG.error("Mailbox {}: {}; it stands in the quarantine, and later mail is read", settings.channel(), why);
        return new MailTroubled(why, true, e);
    }

    private static Checkpoint at(ImapMailbox mailbox, long uid) {
        return new Checkpoint(mailbox.validity(), uid);
    }

    // ---- what staff want fetched again

    private void fetchWanted(ImapMailbox mailbox) throws MessagingException {
        for (Quarantined wanted : ports.missed().wanted(settings.desk(), settings.channel(), WANTED_MAX)) {
            try (Arriving arriving = new Arriving(settings.bytesMax())) {
                ports.inbox().record(List.of(mailbox.read(find(mailbox, wanted), arriving)));
                ports.missed().came(settings.desk(), wanted.id());
            } catch (StoreUnavailable e) {
                throw e;
            } catch (MessagingException | RuntimeException e) {
                ports.missed().missedAgain(settings.desk(), wanted.id(), Trouble.of(e, settings));
                if (e instanceof FolderClosedException closed) {
                    throw closed;
                }
            }
        }
    }

    private IMAPMessage find(ImapMailbox mailbox, Quarantined wanted) throws MessagingException {
        String where = wanted.key().nativeId();
        int space = where.lastIndexOf(' ');
        Checkpoint at = Checkpoint.of(where.substring(space + 1));
        if (!where.substring(0, space).equals(settings.folder())) {
            throw new MessagingException("it lies in folder " + where.substring(0, space) + ", which is not read now");
        }
        if (at.validity() != mailbox.validity()) {
            throw new MessagingException("the server has numbered the folder anew since, and all of it was read again");
        }
        return mailbox.find(at.uid());
    }
}
