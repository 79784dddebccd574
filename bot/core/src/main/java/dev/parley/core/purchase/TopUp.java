package dev.parley.core.purchase;

import dev.parley.core.ledger.Funds;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * A customer's standing order: buy {@code offer} when credits run low, but not without end.
 *
 * @param below it is due once less than this is available, at least 1
 * @param ordersMax how many automatic orders any {@code window} may hold, failed ones included, 1 to
 *     {@value #ORDERS_MAX}
 */
public record TopUp(long below, Offer offer, int ordersMax, Duration window) {
    /** More orders than that in a window guard nothing. */
    public static final int ORDERS_MAX = 100;

    public TopUp {
        if (below < 1 || ordersMax < 1 || ordersMax > ORDERS_MAX || !window.isPositive()) {
            throw new IllegalArgumentException(
                    "buy below " + below + ", at most " + ordersMax + " orders in " + window);
        }
    }

    /**
     * An order that was made automatically.
     *
     * @param sequence 1 for the customer's first, then counting up
     */
    public record Automatic(int sequence, Instant at, State state) {
        /** What became of it. */
        public enum State {
            OPEN,
            PAID,
            FAILED
        }
    }

    /** What to do now. */
    public sealed interface Step {
        /** Order {@code offer}; whoever orders with the same {@code key} again is refused by it. */
        record Buy(Offer offer, int sequence, String key) implements Step {}

        /** Nothing: enough is there, an order is open, or the wallet is blocked after a charge-back. */
        record Nothing() implements Step {}

        /** Nothing before {@code until}: too many were made; a person should look at it. */
        record TooMany(int orders, Instant until) implements Step {}
    }

    /**
     * Decides by what is there at {@code now}.
     *
     * @param made the customer's automatic orders, at least the latest {@code ordersMax} of them
     */
    public Step next(Funds funds, List<Automatic> made, Instant now) {
        var open = made.stream().anyMatch(order -> order.state() == Automatic.State.OPEN);
        if (funds.available() >= below || funds.blocked() || open) {
            return new Step.Nothing();
        }
        var recent = made.stream()
                .map(Automatic::at)
                .filter(at -> at.plus(window).isAfter(now))
                .sorted(Comparator.reverseOrder())
                .toList();
        if (recent.size() >= ordersMax) {
            return new Step.TooMany(recent.size(), recent.get(ordersMax - 1).plus(window));
        }
        var sequence = 1 + made.stream().mapToInt(Automatic::sequence).max().orElse(0);
        return new Step.Buy(offer, sequence, "top-up:" + sequence);
    }
}
