package dev.parley.slack.loopback;

import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.node.ObjectNode;

/** A way to the app: a socket, or requests to its address. */
interface Transport {

    /** One attempt. */
    record Parcel(String type, ObjectNode payload, int attempt, String reason) {}

    /** What came back, and whether Slack should try again if that was no acknowledgement. */
    record Reply(Outcome outcome, boolean mayRetry) {}

    CompletableFuture<Reply> send(Parcel parcel);
}
