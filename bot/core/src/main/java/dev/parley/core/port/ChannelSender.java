package dev.parley.core.port;

/** Hands one message to the world. Implemented by each channel's adapter. */
public interface ChannelSender {
    /** Sends it; the same message may come again after a crash and then carries the same id. */
    Result send(OutgoingMessage message);

    /** Why nothing can be sent just now; empty if nothing is known to be in the way. */
    default String problem() {
        return "";
    }

    /** How sending ended. */
    sealed interface Result {
        /** Accepted by the next hop. */
        record Sent(String providerId) implements Result {}

        /** Not now: connection lost, 4xx (RFC 5321 §4.2.1). */
        record Later(String why) implements Result {}

        /** Never: 5xx. */
        record Never(String why) implements Result {}
    }
}
