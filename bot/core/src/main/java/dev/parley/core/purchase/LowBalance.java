package dev.parley.core.purchase;

import dev.parley.core.ledger.Funds;
import java.util.Optional;

/**
 * When a customer hears that credits run low.
 *
 * @param below the notice is due once less than this is available, at least 1
 */
public record LowBalance(long below) {
    public LowBalance {
        if (below < 1) {
            throw new IllegalArgumentException("a low balance below " + below + " is none");
        }
    }

    /**
     * The key of the notice that is due, once after each purchase however often the balance goes up and down.
     *
     * @param lastLot the key of the customer's latest purchase
     */
    public Optional<String> notice(Funds before, Funds after, String lastLot) {
        return before.available() >= below && after.available() < below
                ? Optional.of("low-balance:" + lastLot)
                : Optional.empty();
    }
}
