package dev.parley.mail.wire;

import java.time.Duration;

/**
 * A mailbox to read.
 *
 * @param desk whose mail it is
 * @param channel the name of this way in, e.g. {@code mail:support}; part of every message's key
 * @param protocol how it is read
 * @param folder the folder to read, usually INBOX; POP3 has no other
 * @param firstRead what is read of mail that lay there before the mailbox was read for the first time
 * @param poll how long at most until the mailbox is looked at again, also where IDLE tells nothing
 * @param bytesMax a longer mail is stored cut off at this size; the whole stays in the mailbox
 * @param lease how long a reader that died keeps others from taking over, at least 1 s
 * @param restoring what is written on top of a mail whose proof was lost on the way
 */
public record MailboxSettings(
        String desk,
        String channel,
        Server server,
        Protocol protocol,
        String folder,
        FirstRead firstRead,
        Duration poll,
        int bytesMax,
        Duration lease,
        Restoring restoring) {

    /** One whose mails are stored as they are. */
    public MailboxSettings(
            String desk,
            String channel,
            Server server,
            Protocol protocol,
            String folder,
            FirstRead firstRead,
            Duration poll,
            int bytesMax,
            Duration lease) {
        this(desk, channel, server, protocol, folder, firstRead, poll, bytesMax, lease, Restoring.NONE);
    }

    /** One that is read by IMAP. */
    public MailboxSettings(
            String desk,
            String channel,
            Server server,
            String folder,
            FirstRead firstRead,
            Duration poll,
            int bytesMax,
            Duration lease) {
        this(desk, channel, server, Protocol.IMAP, folder, firstRead, poll, bytesMax, lease);
    }

    /** The name of what is remembered about this folder. */
    String place() {
        return channel + ' ' + folder;
    }
}
