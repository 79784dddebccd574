package dev.parley.core.port;

import dev.parley.core.message.MessageKey;
import java.time.Instant;
import java.util.List;

/**
 * A message exactly as it arrived; of a large one the large files are kept beside it.
 *
 * @param key makes recording idempotent
 * @param receivedAt by the server that took it in: IMAP internal date, chat server time
 * @param recipients envelope recipients the channel knows of and the raw text may not show
 * @param raw the message, with a line in place of each file that was taken out
 */
@SuppressWarnings("ArrayRecordComponent") // messages are told apart by their key, never compared by their bytes
public record RawMessage(
        String desk, MessageKey key, Instant receivedAt, List<String> recipients, byte[] raw, Enclosures enclosures) {

    /** One that is all in its bytes. */
    public RawMessage(String desk, MessageKey key, Instant receivedAt, List<String> recipients, byte[] raw) {
        this(desk, key, receivedAt, recipients, raw, Enclosures.NONE);
    }
}
