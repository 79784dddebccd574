package dev.parley.mail.wire;

import jakarta.mail.FolderClosedException;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.imap.IMAPMessage;

/** Short mails that follow each other are fetched with one question: each alone would wait for the server's answer. */
final class ShortMails {
    /** Longer mails are fetched alone. */
    static final int BYTES_EACH = 1 << 16;

    private static final int MAILS = 50;
    private static final long BYTES = 1 << 20;

    private final ImapMailbox mailbox;
    private final List<IMAPMessage> all;
    private final Wanted wanted;
    private Map<Long, ByteArray> texts = Map.of();
    private int asked;

    /** Says which mails are read at all. */
    interface Wanted {
        boolean test(IMAPMessage message) throws MessagingException;
    }

    /** Those of {@code all} that are {@code wanted}. */
    ShortMails(ImapMailbox mailbox, List<IMAPMessage> all, Wanted wanted) {
        this.mailbox = mailbox;
        this.all = all;
        this.wanted = wanted;
    }

    /** The text of the mail with this index; empty if it is to be fetched alone. Indices only grow. */
    Optional<ByteArray> text(int index) throws MessagingException {
        if (index >= asked) {
            List<IMAPMessage> next = from(index);
            asked = index + Math.max(1, next.size());
            texts = next.size() < 2 ? Map.of() : mailbox.together(next, BYTES_EACH + 1);
        }
        return Optional.ofNullable(texts.get(mailbox.uid(all.get(index))));
    }

    private List<IMAPMessage> from(int index) throws MessagingException {
        List<IMAPMessage> next = new ArrayList<>();
        long bytes = 0;
        for (int i = index; i < all.size() && next.size() < MAILS; i++) {
            long size = size(all.get(i));
            bytes += size;
            if (size == 0 || size > BYTES_EACH || bytes > BYTES) {
                break;
            }
            next.add(all.get(i));
        }
        return next;
    }

    /** What the server told of it before; 0 where it told nothing good, or the mail is none of ours. */
    private long size(IMAPMessage message) throws MessagingException {
        try {
            return wanted.test(message) ? Math.max(0, message.getSize()) : 0;
        } catch (FolderClosedException e) {
            throw e;
        } catch (MessagingException e) {
            return 0;
        }
    }
}
