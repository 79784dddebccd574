package dev.parley.core.ticket;

import dev.parley.core.ledger.WalletKey;
import dev.parley.core.quote.Quote;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A movement the ledger makes in the same transaction as the decision. Each is idempotent: its key is the ticket, the
 * quote version and the kind of movement. Postings are carried out in the order given.
 */
public sealed interface Posting {
    /** Writes a quote version, to be paid from {@code wallet}; an open earlier one becomes superseded. */
    record OfferQuote(Quote quote, WalletKey wallet) implements Posting {}

    /** Records the one decision on a quote version, with the reply that proves it. */
    record DecideQuote(int version, boolean accepted, CustomerReply evidence) implements Posting {}

    /** Gives an open quote more time, before anything else is done with it (T28, T51). */
    record ExtendQuote(int version, Instant until) implements Posting {}

    /** Ends a quote without a decision: an open one, or one that was agreed to and never held. */
    record EndQuote(int version, QuoteEnd end) implements Posting {}

    /** Reserves exactly the amount of an accepted or automatic quote version. */
    record Hold(int version) implements Posting {}

    /** Lets the minutes of an accepted version be billed on top of a package, on this ticket alone (H-12). */
    record AllowOverage(Quote quote, CustomerReply evidence) implements Posting {}

    /** Gives the ticket's active hold back in full. {@code version} is the quote it belongs to. */
    record VoidHold(int version) implements Posting {}

    /** Charges {@code amount} of the ticket's active hold, 1 up to the held amount; the rest is given back. */
    record PostHold(int version, long amount) implements Posting {}

    /** Gives {@code amount} of what the ticket was charged back to the lots it came from. */
    record Refund(long amount, @Nullable String reason) implements Posting {}

    /** How a quote ends without a yes or no. */
    enum QuoteEnd {
        EXPIRED,
        WITHDRAWN
    }
}
