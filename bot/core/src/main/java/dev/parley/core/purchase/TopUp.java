package dev.parley.core.purchase;

import dev.parley.core.ledger.Funds;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A customer's standing order: buy {@code offer} when credits run low, but not without end.
 *
 * @param below it is due once less than this is available, at least 1
 * @param guards each of them has to allow an order; at least one
 */
public record TopUp(long below, Offer offer, List<BurstGuard> guards) {
    public TopUp {
        guards = List.copyOf(guards);
        if (below < 1 || guards.isEmpty()) {
            throw new IllegalArgumentException("buy below " + below + ", guarded by " + guards);
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
        /** Order {@code offer}, as the {@code sequence}th: nobody else can make that one, too. */
        record Buy(Offer offer, int sequence) implements Step {}

        /** Wait for the order that is open. */
        record Wait(int sequence) implements Step {}

        /** Nothing: enough is there, or the wallet is blocked after a charge-back. */
        record Nothing() implements Step {}

        /** Nothing before {@code until}: {@code orders} were made, as many as {@code guard} allows, or more. */
        record TooMany(int orders, BurstGuard guard, Instant until) implements Step {}
    }

    /**
     * Decides by what is there at {@code now}.
     *
     * @param made the customer's automatic orders, at least as many of the latest as the widest guard allows
     */
    public Step next(Funds funds, List<Automatic> made, Instant now) {
        var open = made.stream()
                .filter(order -> order.state() == Automatic.State.OPEN)
                .findFirst();
        if (open.isPresent()) {
            return new Step.Wait(open.get().sequence());
        }
        if (funds.available() >= below || funds.blocked()) {
            return new Step.Nothing();
        }
        return guards.stream()
                .flatMap(guard -> reached(guard, made, now).stream())
                .max(Comparator.comparing(Step.TooMany::until))
                .<Step>map(tooMany -> tooMany)
                .orElseGet(() -> new Step.Buy(offer, following(made)));
    }

    private static Optional<Step.TooMany> reached(BurstGuard guard, List<Automatic> made, Instant now) {
        var recent = made.stream()
                .map(Automatic::at)
                .filter(at -> at.plus(guard.window()).isAfter(now))
                .sorted(Comparator.reverseOrder())
                .toList();
        return recent.size() < guard.ordersMax()
                ? Optional.empty()
                : Optional.of(new Step.TooMany(
                        recent.size(), guard, recent.get(guard.ordersMax() - 1).plus(guard.window())));
    }

    private static int following(List<Automatic> made) {
        return 1 + made.stream().mapToInt(Automatic::sequence).max().orElse(0);
    }
}
