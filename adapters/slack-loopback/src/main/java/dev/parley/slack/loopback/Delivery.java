package dev.parley.slack.loopback;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * One attempt to hand something to the app.
 *
 * @param type    {@code events_api}, {@code interactive} or {@code slash_commands}
 * @param key     the event id, or the trigger id of an interaction
 * @param attempt 0 for the first, then {@code retry_attempt}
 * @param reason  why it was repeated, empty for the first
 */
public record Delivery(
        Instant at, String type, String key, int attempt, String reason, JsonNode payload, Outcome outcome) {}
