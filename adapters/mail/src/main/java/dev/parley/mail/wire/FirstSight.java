package dev.parley.mail.wire;

import dev.parley.core.port.Checkpoints;
import jakarta.mail.MessagingException;
import java.time.Instant;
import java.util.Optional;

/**
 * Where reading of a folder begins.
 *
 * @param checkpoint everything above it is looked at
 * @param after mails the server took in up to then are left alone; they lay there when the mailbox was seen first
 */
record FirstSight(Checkpoint checkpoint, Instant after) {
    /**
     * At the checkpoint; where there is none yet, it is written now, before anything is read, so that nothing that
     * comes from here on can be lost. A folder that was numbered anew is read from its start, but what lay there at
     * first sight stays alone.
     */
    static FirstSight of(ImapMailbox mailbox, MailboxSettings settings, Checkpoints checkpoints)
            throws MessagingException {
        long validity = mailbox.validity();
        Optional<Checkpoint> known = checkpoints.read(settings.place()).map(Checkpoint::of);
        if (known.isPresent() && known.get().validity() == validity) {
            return new FirstSight(known.get(), Instant.MIN);
        }
        if (known.isPresent()) {
            Instant after =
                    checkpoints.read(sightName(settings)).map(Instant::parse).orElse(Instant.MIN);
            return new FirstSight(new Checkpoint(validity, 0), after);
        }
        return switch (settings.firstRead()) {
            case ALL -> new FirstSight(new Checkpoint(validity, 0), Instant.MIN);
            case NEW -> beginNow(mailbox, settings, checkpoints);
        };
    }

    /** True if a mail the server took in then is to be read. */
    boolean takes(Instant receivedAt) {
        return receivedAt.isAfter(after);
    }

    /** True if that mail was not dealt with yet. */
    boolean isAhead(Checkpoint mail) {
        return mail.validity() == checkpoint.validity() && mail.uid() > checkpoint.uid();
    }

    private static FirstSight beginNow(ImapMailbox mailbox, MailboxSettings settings, Checkpoints checkpoints)
            throws MessagingException {
        Checkpoint now = new Checkpoint(mailbox.validity(), mailbox.uidNext() - 1);
        Optional<Instant> newest = mailbox.newest();
        if (newest.isPresent()) {
            checkpoints.write(sightName(settings), newest.get().toString());
        }
        checkpoints.write(settings.place(), now.toString());
        return new FirstSight(now, Instant.MIN);
    }

    private static String sightName(MailboxSettings settings) {
        return settings.place() + " first sight";
    }
}
