package dev.parley.storage.ledger;

/**
 * A wallet in its smallest unit: {@code available = balance - reserved}.
 *
 * @param owed minutes used over the package
 */
public record Balance(long balance, long reserved, long available, long owed) {}
