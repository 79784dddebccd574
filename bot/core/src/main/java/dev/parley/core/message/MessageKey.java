package dev.parley.core.message;

/**
 * What makes recording idempotent: the channel and the id the message has there.
 *
 * @param channel the configured way in, e.g. {@code mail:support}
 * @param nativeId Message-ID and body hash, Slack event id, Discord snowflake, …
 */
public record MessageKey(String channel, String nativeId) {
    /** One line for evidence and logs. */
    @Override
    public String toString() {
        return channel + " " + nativeId;
    }
}
