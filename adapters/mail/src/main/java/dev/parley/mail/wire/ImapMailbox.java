package dev.parley.mail.wire;

import dev.parley.core.port.Checkpoints;
import dev.parley.core.port.Inbox;
import dev.parley.core.port.RawMessage;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;

/** One open IMAP folder, read from a checkpoint of UIDVALIDITY and UID (RFC 9051 §2.3.1.1). */
final class ImapMailbox implements AutoCloseable {
    /** Mails stored in one transaction. */
    private static final int BATCH = 50;

    /** Bytes held in memory before a batch is stored. */
    private static final int BATCH_BYTES = 8 << 20;

    private final MailboxSettings settings;
    private final IMAPStore store;
    private final IMAPFolder folder;

    /** Mails in the folder when the last look at it began; where there are more now, IDLE might never tell of them. */
    private int known;

    private ImapMailbox(MailboxSettings settings, IMAPStore store, IMAPFolder folder) {
        this.settings = settings;
        this.store = store;
        this.folder = folder;
    }

    @SuppressWarnings("MustBeClosedChecker") // the caller closes what it opens
    static ImapMailbox open(MailboxSettings settings) throws MessagingException {
        Server server = settings.server();
        Store store = Sessions.imap(server).getStore("imap");
        store.connect(server.host(), server.port(), server.user(), server.password());
        try {
            IMAPFolder folder = (IMAPFolder) store.getFolder(settings.folder());
            folder.open(Folder.READ_WRITE);
            return new ImapMailbox(settings, (IMAPStore) store, folder);
        } catch (MessagingException e) {
            store.close();
            throw e;
        }
    }

    /**
     * Stores everything above the checkpoint, oldest first; the checkpoint and the Seen flag follow the commit.
     *
     * @param goOn asked before each batch, so that a long read ends when the reader closes or loses its lease
     */
    void drain(Inbox inbox, Checkpoints checkpoints, BooleanSupplier goOn) throws MessagingException {
        Checkpoint from = checkpoint(checkpoints);
        known = folder.getMessageCount();
        Message[] fresh = Arrays.stream(folder.getMessagesByUID(from.uid + 1, UIDFolder.LASTUID))
                .filter(message -> message != null && uid(message) > from.uid)
                .toArray(Message[]::new);
        prefetch(fresh);
        List<Message> batch = new ArrayList<>();
        long bytes = 0;
        for (Message message : fresh) {
            batch.add(message);
            bytes += Math.min(message.getSize(), settings.bytesMax());
            if (batch.size() == BATCH || bytes >= BATCH_BYTES) {
                store(batch, inbox, checkpoints);
                batch.clear();
                bytes = 0;
                if (!goOn.getAsBoolean()) {
                    return;
                }
            }
        }
        store(batch, inbox, checkpoints);
    }

    /** Waits until the server tells of something new, {@code time} has passed, or {@code closed} is done. */
    void awaitNews(Duration time, CountDownLatch closed) throws MessagingException {
        if (!store.hasCapability("IDLE")) {
            await(closed, time);
            return;
        }
        folder.doCommand(noop());
        if (folder.getMessageCount() > known) {
            return;
        }
        Thread waker = Thread.ofVirtual().name("idle-waker").start(() -> wakeAfter(time, closed));
        try {
            folder.idle(true);
        } finally {
            waker.interrupt();
        }
    }

    @Override
    public void close() {
        try {
            store.close();
        } catch (MessagingException e) {
            // The connection is gone already, which is what was wanted.
            return;
        }
    }

    private void store(List<Message> batch, Inbox inbox, Checkpoints checkpoints) throws MessagingException {
        if (batch.isEmpty()) {
            return;
        }
        List<RawMessage> raw = new ArrayList<>();
        for (Message message : batch) {
            raw.add(read((IMAPMessage) message));
        }
        inbox.record(raw);
        checkpoints.write(checkpointName(), folder.getUIDValidity() + ":" + uid(batch.getLast()));
        folder.setFlags(batch.toArray(Message[]::new), new Flags(Flags.Flag.SEEN), true);
    }

    private RawMessage read(IMAPMessage message) throws MessagingException {
        message.setPeek(true);
        byte[] raw = bytes(message);
        return new RawMessage(
                settings.desk(), MessageKeys.of(settings.channel(), raw), receivedAt(message), List.of(), raw);
    }

    /** The server's INTERNALDATE (G7); every IMAP server has one, so its absence is an error of the server. */
    private static Instant receivedAt(Message message) throws MessagingException {
        return Optional.ofNullable(message.getReceivedDate())
                .map(date -> date.toInstant())
                .orElseThrow(() -> new MessagingException("the server gave a mail without INTERNALDATE"));
    }

    /** The mail, cut off at the cap: what came so far is stored, and the whole of it stays in the mailbox. */
    private byte[] bytes(IMAPMessage message) throws MessagingException {
        Capped bytes = new Capped(settings.bytesMax());
        try {
            message.writeTo(bytes);
            return bytes.toByteArray();
        } catch (CapReached e) {
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new MessagingException("reading mail with UID " + uid(message) + " failed", e);
        }
    }

    private void prefetch(Message[] messages) throws MessagingException {
        FetchProfile profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        profile.add(FetchProfile.Item.SIZE);
        profile.add(FetchProfile.Item.ENVELOPE);
        folder.fetch(messages, profile);
    }

    private Checkpoint checkpoint(Checkpoints checkpoints) throws MessagingException {
        long validity = folder.getUIDValidity();
        return checkpoints
                .read(checkpointName())
                .map(Checkpoint::of)
                .filter(known -> known.validity == validity)
                .orElse(new Checkpoint(validity, 0));
    }

    private String checkpointName() {
        return settings.channel() + ' ' + settings.folder();
    }

    private long uid(Message message) {
        try {
            return folder.getUID(message);
        } catch (MessagingException e) {
            throw new IllegalStateException("the server gave a mail without UID", e);
        }
    }

    /** Any command ends IDLE; NOOP is the cheapest, and shows at once if the connection is dead. */
    private void wakeAfter(Duration time, CountDownLatch closed) {
        try {
            boolean ignored = closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
            folder.doCommand(noop());
        } catch (InterruptedException | MessagingException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static IMAPFolder.ProtocolCommand noop() {
        return protocol -> {
            protocol.noop();
            return "NOOP";
        };
    }

    private static void await(CountDownLatch closed, Duration time) {
        try {
            boolean ignored = closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** UIDs are only worth something together with the folder's UIDVALIDITY. */
    private record Checkpoint(long validity, long uid) {
        static Checkpoint of(String text) {
            int colon = text.indexOf(':');
            return new Checkpoint(Long.parseLong(text.substring(0, colon)), Long.parseLong(text.substring(colon + 1)));
        }
    }

    private static final class CapReached extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static final class Capped extends OutputStream {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final int max;

        Capped(int max) {
            this.max = max;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] from, int offset, int length) {
            int room = max - bytes.size();
            bytes.write(from, offset, Math.min(room, length));
            if (length > room) {
                throw new CapReached();
            }
        }

        byte[] toByteArray() {
            return bytes.toByteArray();
        }
    }
}
