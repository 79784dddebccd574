package dev.parley.storage.ledger;

/**
 * An invariant that does not hold in a desk.
 *
 * @param code such as {@code I03}
 * @param subject what is wrong, with one example
 * @param count how many examples there are
 */
public record Violation(String code, String desk, String subject, long count) {}
