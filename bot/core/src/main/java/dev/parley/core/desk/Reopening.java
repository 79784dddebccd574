package dev.parley.core.desk;

import dev.parley.core.message.InboundMessage;
import dev.parley.core.message.MessageKind;
import dev.parley.core.port.Transaction;
import dev.parley.core.ticket.StateName;
import dev.parley.core.ticket.Ticket;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** Mail that brings an ended ticket back over and over is a machine's, whatever it says (mail requirement 12). */
final class Reopening {
    /** How often customers bring one ticket back within {@link #WITHIN}. */
    static final int TIMES_MAX = 5;

    /** What is counted. */
    static final Duration WITHIN = Duration.ofDays(1);

    /** From which a message can bring a ticket back. */
    private static final Set<StateName> ENDED =
            EnumSet.of(StateName.ANSWERED, StateName.CLOSED, StateName.CLOSED_UNPAID);

    private Reopening() {}

    /** Whether {@code message} may not do so once more; staff decide then. */
    static boolean isTooOften(Transaction tx, Ticket ticket, InboundMessage message) {
        return message.kind() == MessageKind.HUMAN
                && ENDED.contains(StateName.of(ticket.state()))
                && tx.triage().reopened(ticket.id(), message.receivedAt().minus(WITHIN)) >= TIMES_MAX;
    }
}
