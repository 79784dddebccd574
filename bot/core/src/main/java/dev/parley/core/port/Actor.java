package dev.parley.core.port;

/** Who caused a change, for the audit log. */
public sealed interface Actor {
    /** A staff member by login name. */
    record Staff(String login) implements Actor {}

    /** A customer's contact, by address. */
    record Customer(String address) implements Actor {}

    /** The desk's own clock and rules. */
    record Desk() implements Actor {}
}
