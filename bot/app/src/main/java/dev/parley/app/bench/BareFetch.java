package dev.parley.app.bench;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;

/** What a mailbox reader is measured by: a loop that waits for mail by IDLE, fetches it and throws it away. */
final class BareFetch {
    private BareFetch() {}

    /** Returns when {@code mails} were fetched, those that lay there before included. */
    static void fetch(Dovecot dovecot, String user, int mails) throws MessagingException, IOException {
        try (Store store = connect(dovecot, user)) {
            IMAPFolder folder = (IMAPFolder) store.getFolder("INBOX");
            folder.open(Folder.READ_ONLY);
            int fetched = 0;
            while (fetched < mails) {
                int there = folder.getMessageCount();
                if (there == fetched) {
                    folder.idle(true);
                    continue;
                }
                for (Message message : folder.getMessages(fetched + 1, there)) {
                    message.writeTo(OutputStream.nullOutputStream());
                }
                fetched = there;
            }
        }
    }

    /** How many mails of a mailbox are not marked as seen. */
    static int unseen(Dovecot dovecot, String user) throws MessagingException {
        try (Store store = connect(dovecot, user)) {
            Folder folder = store.getFolder("INBOX");
            folder.open(Folder.READ_ONLY);
            return folder.getUnreadMessageCount();
        }
    }

    @SuppressWarnings("MustBeClosedChecker") // the caller closes what it opens
    private static Store connect(Dovecot dovecot, String user) throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail.imap.peek", "true");
        properties.put("mail.imap.fetchsize", Integer.toString(1 << 20));
        Store store = Session.getInstance(properties).getStore("imap");
        store.connect("127.0.0.1", dovecot.imapPort(), user, Dovecot.PASSWORD);
        return store;
    }
}
