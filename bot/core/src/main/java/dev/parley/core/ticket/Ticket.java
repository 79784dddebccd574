package dev.parley.core.ticket;

import dev.parley.core.customer.Contact;
import dev.parley.core.customer.ContactId;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.ledger.Payer;
import dev.parley.core.ledger.WalletKey;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One piece of work about one issue (C-23), as the rules see it.
 *
 * @param payer what it is paid with
 * @param quotes how many quote versions there have been; the next quote gets this plus one
 * @param disputed true while a dispute waits for a decision (T96)
 * @param createdAt when the first message was received
 * @param firstResponseAt when staff first answered or the assessment went out; null before
 * @param dueAt when the clock has to look at it again; null if never
 * @param version counts saves: one of two writers with the same version loses
 */
public record Ticket(
        TicketId id,
        CustomerId customer,
        ContactId requester,
        String subject,
        Payer payer,
        RequestType type,
        Mode mode,
        TicketState state,
        int quotes,
        boolean disputed,
        Instant createdAt,
        @Nullable Instant firstResponseAt,
        @Nullable Instant dueAt,
        long version) {

    /** A ticket before anything is decided about it. */
    public static Ticket created(TicketId id, Contact requester, String subject, Payer payer, Instant createdAt) {
        return new Ticket(
                id,
                requester.customer(),
                requester.id(),
                subject,
                payer,
                RequestType.UNKNOWN,
                new Mode.Ask(),
                new TicketState.New(),
                0,
                false,
                createdAt,
                null,
                null,
                0);
    }

    /** The wallet its price is taken from; empty while the site it is for is not known (P-14). */
    public Optional<WalletKey> wallet() {
        return payer.wallet(customer);
    }

    /** When something was agreed to that waits for money now (T57); null if nothing does. */
    public @Nullable Instant agreedAt() {
        if (state instanceof TicketState.Funding funding) {
            return funding.agreedAt();
        }
        return state instanceof TicketState.Requoted raise ? raise.agreedAt() : null;
    }
}
