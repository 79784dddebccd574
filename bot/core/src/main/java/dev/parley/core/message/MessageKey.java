package dev.parley.core.message;

/**
 * What makes recording idempotent: the channel and the id the message has there.
 *
 * @param channel the configured way in, e.g. {@code mail:support}
 * @param nativeId Message-ID and body hash, Slack event id, Discord snowflake, …
 */
public record MessageKey(String channel, String nativeId) {
    /** Channels of mail that was sent elsewhere and handed on to us begin with it: {@code redirect:support} (T05). */
    public static final String REDIRECT = "redirect:";

    /** True if it was not sent to the desk but to a person or a form, and handed on: it makes no ticket. */
    public boolean isRedirected() {
        return channel.startsWith(REDIRECT);
    }

    /** One line for evidence and logs. */
    @Override
    public String toString() {
        return channel + " " + nativeId;
    }
}
