package dev.parley.mail.wire;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;

/** A mailbox read by IMAP: its open folder, and who stores what is new in it. */
record ImapReading(ImapMailbox mailbox, FolderReader folder) implements OpenMailbox {
    @Override
    public void read(BooleanSupplier goOn) throws MessagingException {
        folder.drain(mailbox, goOn);
    }

    @Override
    public void awaitNews(Duration time, CountDownLatch closed) throws MessagingException {
        mailbox.awaitNews(time, closed);
    }

    @Override
    public void close() {
        mailbox.close();
    }
}
