package dev.parley.slack;

import dev.parley.core.desk.AssessRequest;
import dev.parley.core.desk.SplitTicket;
import dev.parley.core.ticket.TicketEvent;
import dev.parley.core.ticket.TicketId;
import dev.parley.core.triage.PublicReply;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody at the desk wants done with a ticket. */
sealed interface Deed {
    /** An event for the rules. */
    record Happen(TicketEvent event) implements Deed {}

    /** What it is and takes. */
    record Assess(AssessRequest.Understood understood) implements Deed {}

    /** It is the same issue as another ticket. */
    record Merge(TicketId into) implements Deed {}

    /** A part of it is another issue. */
    record Split(SplitTicket.Part part) implements Deed {}

    /** Something is said to the customer, after a moment in which it can be called back. */
    record Reply(PublicReply reply, long heard) implements Deed {}

    /** A reply is called back. */
    record Undo(long reply) implements Deed {}

    /** Who clicked has it from now on, unless somebody else does. */
    record Claim() implements Deed {}

    /** Nobody has it. */
    record Release() implements Deed {}

    /** Somebody has it, whoever had it before. */
    record Assign(String login) implements Deed {}

    /** It is put aside; null brings it back. */
    record Snooze(@Nullable Instant until) implements Deed {}

    /** How urgent it is. */
    record Severity(String severity, String reason) implements Deed {}

    /** Words for the desk alone. */
    record Note(String text) implements Deed {}
}
