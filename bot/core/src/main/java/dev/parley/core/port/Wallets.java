package dev.parley.core.port;

import dev.parley.core.ledger.Funds;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What customers have, and how it came to that. Reads only, locks nothing. */
public interface Wallets {
    /** What the wallet holds now; nothing if there is none. */
    Funds funds(WalletKey wallet, Instant now);

    /** Everything that moved from {@code from} (included) to {@code until} (excluded), oldest first. */
    Statement statement(WalletKey wallet, Instant from, Instant until);

    /** What is wrong with the books; must be empty (the ledger's invariants). */
    List<Violation> violations();

    /**
     * An account statement: opening + all amounts = closing.
     *
     * @param reserved the part of {@code closing} that agreed work holds at the end
     */
    record Statement(long opening, List<Movement> movements, long closing, long reserved) {
        public Statement {
            movements = List.copyOf(movements);
        }
    }

    /**
     * One movement.
     *
     * @param kind the ledger's word: GRANT, HOLD, POST, VOID, REFUND, …
     * @param ticket null for what belongs to no ticket, such as a purchase
     * @param quoteVersion 0 if it belongs to no quote
     * @param amount change of the balance, signed
     * @param reserved change of what is reserved, signed
     * @param reference the order line of a purchase, else ""
     */
    record Movement(
            Instant at,
            String kind,
            @Nullable TicketId ticket,
            int quoteVersion,
            long amount,
            long reserved,
            String reference) {}

    /** A broken invariant. {@code subject}: what is wrong, with an example. */
    record Violation(String invariant, String desk, String subject, long count) {}
}
