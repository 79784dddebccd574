package dev.parley.mail.wire;

import dev.parley.core.port.RawMessage;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.UID;

/** One open IMAP folder (RFC 9051). */
final class ImapMailbox implements AutoCloseable {
    /** Of so many of the last mails the newest is looked for. */
    private static final int LAST = 50;

    /** So many other mails are asked for to see that the server hands over any. */
    private static final int OTHERS_MAX = 5;

    /** So many of them from before it. */
    private static final int OTHERS_BEFORE = 2;

    /** So much of another mail is enough. */
    private static final int OTHER_BYTES = 1 << 16;

    private final MailboxSettings settings;
    private final IMAPStore store;
    private final IMAPFolder folder;
    private final long validity;

    /** Mails in the folder when the last look at it began; where there are more now, IDLE might never tell of them. */
    private int known;

    private ImapMailbox(MailboxSettings settings, IMAPStore store, IMAPFolder folder) throws MessagingException {
        this.settings = settings;
        this.store = store;
        this.folder = folder;
        this.validity = folder.getUIDValidity();
    }

    @SuppressWarnings("MustBeClosedChecker") // the caller closes what it opens
    static ImapMailbox open(MailboxSettings settings) throws MessagingException {
        Server server = settings.server();
        Store store = Sessions.imap(server).getStore("imap");
        LogIn.at(server, store);
        try {
            IMAPFolder folder = (IMAPFolder) store.getFolder(settings.folder());
            folder.open(Folder.READ_WRITE);
            return new ImapMailbox(settings, (IMAPStore) store, folder);
        } catch (MessagingException e) {
            store.close();
            throw e;
        }
    }

    long validity() {
        return validity;
    }

    /** The UID the next mail will have at least. */
    long uidNext() throws MessagingException {
        long told = folder.getUIDNext();
        int count = folder.getMessageCount();
        if (told > 0) {
            return told;
        }
        return count == 0 ? 1 : folder.getUID(folder.getMessage(count)) + 1;
    }

    /** When the server took in the newest of the last mails; empty if there is none. */
    Optional<Instant> newest() throws MessagingException {
        int count = folder.getMessageCount();
        if (count == 0) {
            return Optional.empty();
        }
        Message[] last = folder.getMessages(Math.max(1, count - LAST + 1), count);
        FetchProfile profile = new FetchProfile();
        profile.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
        folder.fetch(last, profile);
        List<Instant> times = new ArrayList<>();
        for (Message message : last) {
            times.add(receivedAt(message));
        }
        return times.stream().max(Comparator.naturalOrder());
    }

    /** Every mail with a higher UID, in their order; what a batch needs to know of them is asked for at once. */
    List<IMAPMessage> above(long uid, boolean atOnce) throws MessagingException {
        known = folder.getMessageCount();
        Message[] messages = Arrays.stream(folder.getMessagesByUID(uid + 1, UIDFolder.LASTUID))
                .filter(message -> message != null && uid(message) > uid)
                .toArray(Message[]::new);
        if (atOnce) {
            prefetch(messages);
        }
        return Arrays.stream(messages).map(IMAPMessage.class::cast).toList();
    }

    /** One mail may spoil the answer for all; then each is asked for by itself. */
    private void prefetch(Message[] messages) throws MessagingException {
        FetchProfile profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        profile.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
        profile.add(FetchProfile.Item.SIZE);
        try {
            folder.fetch(messages, profile);
        } catch (FolderClosedException e) {
            throw e;
        } catch (MessagingException e) {
            if (!folder.isOpen()) {
                throw e;
            }
        }
    }

    /** The mail with this UID. */
    IMAPMessage find(long uid) throws MessagingException {
        Message found = folder.getMessageByUID(uid);
        if (found == null) {
            throw new MessagingException("it is not in the folder any more");
        }
        return (IMAPMessage) found;
    }

    long uid(Message message) {
        try {
            return folder.getUID(message);
        } catch (MessagingException e) {
            throw new IllegalStateException("the server gave a mail without UID", e);
        }
    }

    /** Reads the mail into {@code arriving}, cut off at the cap; the whole of it stays in the mailbox. */
    RawMessage read(IMAPMessage message, Arriving arriving) throws MessagingException {
        copy(message, new Capped(arriving));
        requireWhole(message, arriving.size());
        return arriving.message(
                settings.desk(),
                settings.channel(),
                receivedAt(message),
                List.of(),
                settings.restoring().of(arriving));
    }

    /** The same of a mail whose text came together with others. */
    RawMessage read(IMAPMessage message, ByteArray text, Arriving arriving) throws MessagingException {
        arriving.write(text.getBytes(), text.getStart(), text.getCount());
        return arriving.message(settings.desk(), settings.channel(), receivedAt(message), List.of());
    }

    /**
     * The texts of several mails by one question, each under its UID. What the server does not hand over so, and what
     * has {@code bytes} or more, is missing: then the mail is to be asked for alone.
     */
    Map<Long, ByteArray> together(List<IMAPMessage> messages, int bytes) throws MessagingException {
        String uids =
                messages.stream().map(message -> Long.toString(uid(message))).collect(Collectors.joining(","));
        Map<Long, ByteArray> texts = new HashMap<>();
        Object ignored = folder.doCommand(protocol -> {
            Response[] answer = protocol.command("UID FETCH " + uids + " (UID BODY.PEEK[]<0." + bytes + ">)", null);
            for (Response response : answer) {
                if (response instanceof FetchResponse fetched) {
                    take(fetched, bytes, texts);
                }
            }
            protocol.notifyResponseHandlers(answer);
            if (answer[answer.length - 1].isBYE()) {
                protocol.handleResult(answer[answer.length - 1]);
            }
            return texts;
        });
        return texts;
    }

    private static void take(FetchResponse fetched, int bytes, Map<Long, ByteArray> texts) {
        UID uid = fetched.getItem(UID.class);
        BODY body = fetched.getItem(BODY.class);
        ByteArray text = body == null ? null : body.getByteArray();
        if (uid != null && text != null && text.getCount() > 0 && text.getCount() < bytes) {
            texts.put(uid.uid, text);
        }
    }

    /**
     * Where the server says NO to a piece of a mail, the library takes that for its end. The sizes servers tell are not
     * always right to the byte, so only an end where a piece ends is suspicious.
     */
    private void requireWhole(IMAPMessage message, long length) throws MessagingException {
        int told = Math.min(message.getSize(), settings.bytesMax());
        if (length < told && length % Sessions.FETCH_BYTES == 0) {
            throw new MessagingException("the server gave " + length + " of " + told + " bytes");
        }
    }

    /** The server's INTERNALDATE (G7); every IMAP server has one, so its absence is an error of the server. */
    Instant receivedAt(Message message) throws MessagingException {
        return Optional.ofNullable(message.getReceivedDate())
                .map(date -> date.toInstant())
                .orElseThrow(() -> new MessagingException("the server gave a mail without INTERNALDATE"));
    }

    void markSeen(List<IMAPMessage> messages) throws MessagingException {
        folder.setFlags(messages.toArray(Message[]::new), new Flags(Flags.Flag.SEEN), true);
    }

    /**
     * Returns if the server hands over another mail than this one, or where there is none, if it answers at all.
     *
     * @param turn which of the others is asked for: at this one a server may hang up as well
     * @throws MessagingException if it does not: then the server may be to blame, and not this mail
     */
    void requireAnother(IMAPMessage message, int turn) throws MessagingException {
        List<Message> others = others(message.getMessageNumber());
        folder.doCommand(noop());
        if (others.isEmpty()) {
            return;
        }
        try (Arriving other = new Arriving(OTHER_BYTES)) {
            copy((IMAPMessage) others.get(turn % others.size()), new Capped(other));
            if (other.size() == 0) {
                throw new MessagingException("the server hands over no mail");
            }
        }
    }

    /** Those before it, which were handed over once if they were not set aside, then the newest. */
    private List<Message> others(int number) throws MessagingException {
        List<Message> others = new ArrayList<>();
        for (int i = number - 1; i >= 1 && others.size() < OTHERS_BEFORE; i--) {
            others.add(folder.getMessage(i));
        }
        for (int i = folder.getMessageCount(); i > number && others.size() < OTHERS_MAX; i--) {
            others.add(folder.getMessage(i));
        }
        return others;
    }

    private static void copy(IMAPMessage message, Capped to) throws MessagingException {
        message.setPeek(true);
        try {
            message.writeTo(to);
        } catch (Capped.Full e) {
            // What came so far is taken.
            return;
        } catch (IOException e) {
            throw new MessagingException(String.valueOf(e.getMessage()), e);
        }
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
        // No virtual thread: one that is interrupted while it talks closes the connection.
        Thread waker = Thread.ofPlatform().daemon().name("idle-waker").start(() -> wakeAfter(time, closed));
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
}
