package dev.parley.core.ticket;

/**
 * The quote version an open one took the place of, so that a yes to it can be answered plainly (T25).
 *
 * @param amount its total, in units
 * @param reason why it was replaced, in plain words; "" if it only ran out
 */
public record Replaced(int version, long amount, String reason) {}
