package dev.parley.core.purchase;

import dev.parley.core.contract.Ruling;
import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.contract.Ruling.Refused;
import dev.parley.core.customer.ContactId;
import dev.parley.core.customer.CustomerId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A customer's agreement that packages are bought without asking again. What was agreed to never changes: another
 * agreement takes its place.
 *
 * @param number unique within the desk; of two agreements the higher one is the newer
 */
public record StandingOrder(long number, CustomerId customer, Terms terms, Consent consent, State state) {

    /**
     * What is bought, and when.
     *
     * @param below a package is bought once fewer credits than this are free
     * @param offer the package at the price that was agreed to; at another price nothing is bought
     * @param perDay the most purchases in any 24 hours
     * @param perMonth the most purchases in any 30 days
     */
    public record Terms(long below, Offer offer, int perDay, int perMonth) {
        private static final Duration DAY = Duration.ofDays(1);
        private static final Duration MONTH = Duration.ofDays(30);

        public Terms {
            var _ = topUp(below, offer, perDay, perMonth);
        }

        /** The rule that decides when to buy. */
        public TopUp topUp() {
            return topUp(below, offer, perDay, perMonth);
        }

        private static TopUp topUp(long below, Offer offer, int perDay, int perMonth) {
            return new TopUp(below, offer, List.of(new BurstGuard(perDay, DAY), new BurstGuard(perMonth, MONTH)));
        }
    }

    /**
     * Who agreed, to which words, when.
     *
     * @param address by which the link that person used was sent
     * @param words as they stood on the page, 1 to {@value #WORDS_LENGTH_MAX} characters
     * @param ticket the number of the ticket whose link was used
     */
    public record Consent(ContactId by, String address, String words, Instant at, long ticket) {
        /** Longer ones nobody reads. */
        public static final int WORDS_LENGTH_MAX = 2000;

        public Consent {
            if (words.isBlank() || words.length() > WORDS_LENGTH_MAX) {
                throw new IllegalArgumentException("words of " + words.length() + " characters");
            }
        }
    }

    /** What the payment provider keeps to take money with; no card is ever here. */
    public record Saved(String customer, String method) {}

    /** Where it stands. */
    public sealed interface State {
        /** Agreed to; the page on which a way to pay is saved was not finished yet. Nothing is bought. */
        record Asked() implements State {}

        /** Packages are bought. */
        record On(Saved saved, Instant since) implements State {}

        /** The last purchase failed: nothing is bought until somebody agrees anew. {@code why}: one clause. */
        record Paused(Saved saved, String why, Instant since) implements State {}

        /** Over. {@code why}: one clause. */
        record Off(String why, Instant since) implements State {}
    }

    /** True while it is switched on, also while it pauses. */
    public boolean live() {
        return switch (state) {
            case State.Asked _ -> false;
            case State.On _ -> true;
            case State.Paused _ -> true;
            case State.Off _ -> false;
        };
    }

    /** A way to pay was saved for it. Twice changes nothing; what was switched off meanwhile stays off. */
    public Ruling<StandingOrder> saved(Saved saved, Instant at) {
        return switch (state) {
            case State.Asked _ -> new Allowed<>(with(new State.On(saved, at)));
            case State.On _ -> new Allowed<>(this);
            case State.Paused _ -> new Allowed<>(this);
            case State.Off(var why, var _) ->
                new Refused<>("standing order " + number + " is off: " + why, "a new agreement");
        };
    }

    /** A purchase failed: only what is on pauses. */
    public StandingOrder paused(String why, Instant at) {
        return state instanceof State.On(var saved, var _) ? with(new State.Paused(saved, why, at)) : this;
    }

    /** Ends it; what is over stays as it ended. */
    public StandingOrder off(String why, Instant at) {
        return state instanceof State.Off ? this : with(new State.Off(why, at));
    }

    private StandingOrder with(State next) {
        return new StandingOrder(number, customer, terms, consent, next);
    }
}
