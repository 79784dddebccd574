package dev.parley.storage.ledger;

import java.time.Instant;

/**
 * The circumstances of one event in the ledger.
 *
 * @param desk whose ledger
 * @param key makes the event happen once, however often it is asked for; 1 to 200 characters, unique in the desk
 * @param actor who, such as {@code system}, {@code agent:7}, {@code contact:12}
 * @param reason why, for people to read; may be empty
 * @param at the effective time, by the caller's clock; the ledger keeps microseconds
 */
public record Booking(String desk, String key, String actor, String reason, Instant at) {}
