package dev.parley.core.ticket;

/** What the reply points to, proven by a signature of ours or a button's token; never by its text alone (G5). */
public sealed interface Binding {
    /** One version of the ticket's quotes. */
    record Version(int version) implements Binding {}

    /** The ticket, but no quote: a reply to another mail of ours, or a plain chat message in the thread. */
    record TicketOnly() implements Binding {}
}
