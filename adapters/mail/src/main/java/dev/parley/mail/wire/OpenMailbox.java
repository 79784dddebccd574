package dev.parley.mail.wire;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;

/** A mailbox that is being read, whatever the protocol. */
interface OpenMailbox extends AutoCloseable {
    /**
     * Stores what is new.
     *
     * @param goOn asked now and then, so that a long read ends when the reader closes or loses its lease
     */
    void read(BooleanSupplier goOn) throws MessagingException;

    /** Waits until there may be something new, {@code time} has passed, or {@code closed} is done. */
    void awaitNews(Duration time, CountDownLatch closed) throws MessagingException;

    /** Ends what goes on in another thread, too. */
    @Override
    void close();
}
