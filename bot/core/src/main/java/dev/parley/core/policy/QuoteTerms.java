package dev.parley.core.policy;

import java.time.Duration;
import java.util.List;

/**
 * How long quotes and agreements last.
 *
 * @param validity from offer to expiry
 * @param reminders when to remind of an open quote, counted from the offer, ascending
 * @param fundingWindow how long after the quote's expiry an agreement waits for money
 * @param questionPause the longest an unanswered question of the customer holds up the expiry (T28)
 * @param lateYes how long after expiry a late yes still brings a fresh quote at the same price (T45)
 */
public record QuoteTerms(
        Duration validity, List<Delay> reminders, Duration fundingWindow, Duration questionPause, Duration lateYes) {
    public QuoteTerms {
        reminders = List.copyOf(reminders);
    }
}
