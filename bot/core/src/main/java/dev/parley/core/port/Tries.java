package dev.parley.core.port;

/**
 * How often work is tried before staff have to look at it.
 *
 * @param inbox tries to understand a message before it is quarantined, at least 1
 * @param outbox tries to send a message before it is dead, at least 1
 */
public record Tries(int inbox, int outbox) {
    /** Five for what is likely a fault of ours; twelve with growing pauses for a mail server that is away for a day. */
    public static final Tries DEFAULT = new Tries(5, 12);

    public Tries {
        if (inbox < 1 || outbox < 1) {
            throw new IllegalArgumentException("tries " + inbox + " and " + outbox + ": each is at least 1");
        }
    }
}
