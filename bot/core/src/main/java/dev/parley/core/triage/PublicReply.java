package dev.parley.core.triage;

import dev.parley.core.ticket.TicketEvent;

/**
 * What staff say to the customer, on purpose.
 *
 * @param text 1 to {@link #CHARS_MAX} characters
 */
public record PublicReply(Kind kind, String text) {
    /** The longest reply, in characters. */
    public static final int CHARS_MAX = 100_000;

    public PublicReply {
        if (text.isBlank() || text.length() > CHARS_MAX) {
            throw new IllegalArgumentException("a reply has 1 to " + CHARS_MAX + " characters, not " + text.length());
        }
    }

    /** What it is meant as. */
    public enum Kind {
        /** The answer to the question (T60). */
        ANSWER,
        /** A free reply that is not the answer (T28). */
        REPLY,
        /** We need something from the customer first (T14, T73). */
        QUESTION
    }

    /** What it does to the ticket. */
    public TicketEvent event() {
        return switch (kind) {
            case ANSWER -> new TicketEvent.AnswerSent(text);
            case REPLY -> new TicketEvent.RepliedFreely(text);
            case QUESTION -> new TicketEvent.InformationAsked(text);
        };
    }
}
