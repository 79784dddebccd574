package dev.parley.core.hours;

/**
 * What time was spent on.
 *
 * @param ticket the ticket's number
 * @param by who worked
 */
public record Work(long ticket, String by, WorkKind kind) {}
