package dev.parley.core.port;

import dev.parley.core.message.MessageKey;
import java.time.Instant;
import java.util.List;

/**
 * A message exactly as it arrived.
 *
 * @param key makes recording idempotent
 * @param receivedAt by the server that took it in: IMAP internal date, chat server time
 * @param recipients envelope recipients the channel knows of and the raw text may not show
 */
@SuppressWarnings("ArrayRecordComponent") // messages are told apart by their key, never compared by their bytes
public record RawMessage(String desk, MessageKey key, Instant receivedAt, List<String> recipients, byte[] raw) {}
