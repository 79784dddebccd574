package dev.parley.core.port;

import dev.parley.core.message.MessageKey;
import dev.parley.core.port.Inbox.Quarantined;
import java.time.Instant;
import java.util.List;

/**
 * Mail its server names but does not hand over, or that cannot be stored. It stands in the quarantine beside messages
 * that failed ({@link Inbox#quarantined}) without its text, so that the reader may go on and nothing is lost silently.
 * {@link Inbox#release} asks for it to be fetched again.
 */
public interface MissedMail {
    /** Puts it into the quarantine; one that is there already stays as it is. */
    void setAside(Missed mail);

    /** What staff want fetched again on this channel, oldest first. */
    List<Quarantined> wanted(String desk, String channel, int max);

    /** It came after all, and was recorded. */
    void came(String desk, long id);

    /** It was wanted and did not come: it is in the quarantine again, with {@code why}. */
    void missedAgain(String desk, long id, String why);

    /**
     * One mail that was given up.
     *
     * @param key the channel, and where the mail lies there
     * @param at when it was given up
     * @param tries how often it was tried, at least 1
     * @param why the last failure
     */
    record Missed(String desk, MessageKey key, Instant at, int tries, String why) {}
}
